import { h } from "../../shared/dom.ts";
import type { MakeView } from "../shell/view.ts";
import type { Settings } from "./contract.ts";
import { Region } from "./region.ts";
import { Room, sheet } from "./room.ts";
import { WORD_LISTS, type WordListName } from "./settings-form.ts";
import { keepUnsaved } from "./unsaved.ts";
import { WordEditor } from "./word-editor.ts";

/** The lists of words that screens look for, one at a time. */
export const words: MakeView = (place) => {
  const room = new Room(place);
  const asked = place.address.get("tab");
  const list = WORD_LISTS.find((name) => name === asked) ?? WORD_LISTS[0];
  let editor: WordEditor | null = null;
  const region = new Region(
    room,
    () => place.desk.ask<Settings>("GET", "settings", { signal: place.signal }),
    (settings) => {
      editor = new WordEditor(room, list, settings);
      return [editor.element];
    },
  );
  const unsaved = () => editor?.isChanged ? room.words.text("manage.leave") : null;
  keepUnsaved(place, unsaved);
  return sheet(place.strings.text("view.words"), [tabs(room, list), region.element], {
    unsaved,
    close: () => editor?.close(),
  });
};

function tabs({ words, place: { address } }: Room, current: WordListName): HTMLElement {
  return h(
    "nav",
    { class: "tabs", "aria-label": words.text("words.lists") },
    ...WORD_LISTS.map((name) =>
      h(
        "a",
        { href: address.with({ tab: name }), "aria-current": name === current ? "true" : null },
        words.text(`settings.${name}`),
      )
    ),
  );
}
