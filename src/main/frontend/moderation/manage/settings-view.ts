import { type Child, h } from "../../shared/dom.ts";
import type { MakeView } from "../shell/view.ts";
import type { Settings } from "./contract.ts";
import { Region } from "./region.ts";
import { Room, sheet } from "./room.ts";
import { SettingsForm } from "./settings-sheet.ts";
import { keepUnsaved } from "./unsaved.ts";
import { WORD_LISTS } from "./settings-form.ts";

/** What the screens do, each with what it is for, and what it would have done last week. */
export const settings: MakeView = (place) => {
  const room = new Room(place);
  const { words } = room;
  let shown: SettingsForm | null = null;
  const region = new Region(
    room,
    () => place.desk.ask<Settings>("GET", "settings", { signal: place.signal }),
    (settings) => {
      shown = new SettingsForm(room, settings);
      return [wordLists(room, settings), shown.element];
    },
  );
  const intro = h("p", { class: "muted" }, words.text("settings.hint"));
  const unsaved = () => shown?.isChanged ? words.text("manage.leave") : null;
  keepUnsaved(place, unsaved);
  return sheet(place.strings.text("view.settings"), [intro, region.element], { unsaved });
};

function wordLists({ words, place }: Room, { settings }: Settings): Child {
  const rows = WORD_LISTS.filter((name) => Array.isArray(settings[name])).map((name) => {
    const count = (settings[name] as readonly string[]).length;
    const href = place.address.of("words", { tab: name });
    return h(
      "li",
      {},
      h("a", { href }, words.text(`settings.${name}`)),
      h("span", { class: "muted" }, words.plural("settings.wordCount", count)),
    );
  });
  return h(
    "section",
    { class: "card" },
    h("h2", {}, words.text("settings.words")),
    h("ul", { class: "ranked" }, ...rows),
  );
}
