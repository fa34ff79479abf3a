import { type Child, h } from "../../shared/dom.ts";
import { button, fill, type Room } from "./room.ts";
import { splitAtCommas, type WordList } from "./word-list.ts";

const MOST_NAMED = 20;

interface Hands {
  goTo(line: number): void;
  put(text: string): void;
}

interface Named {
  readonly line: number;
  readonly why: string;
}

/** What is wrong with a list of words, line by line; each line is a press away. */
export class WordProblems {
  readonly element = h("div", { class: "word-problems", tabindex: -1 });
  readonly #room: Room;
  readonly #hands: Hands;

  constructor(room: Room, hands: Hands) {
    this.#room = room;
    this.#hands = hands;
  }

  /** `over` is by how many words it is too long. */
  show(list: WordList, text: string, over: number): void {
    const { words } = this.#room;
    const wrong = list.wrong.map(({ line, why }) => ({ line, why: words.text(`words.${why}`) }));
    const twice = list.duplicates.map(({ line, first }) => ({
      line,
      why: words.text("words.sameAs", { line: this.#room.number(first) }),
    }));
    const commas = list.commas.map((line) => ({ line, why: "" }));
    fill(
      this.element,
      over > 0 && h("p", { class: "error" }, words.plural("words.tooMany", over)),
      this.#group("words.wrong", wrong, this.#without(wrong, text), true),
      this.#group("words.duplicates", twice, this.#without(twice, text), false),
      this.#group("words.commas", commas, this.#splitting(text), false),
    );
  }

  focus(): void {
    this.element.focus();
    this.#room.place.announce(this.element.querySelector(".error")?.textContent ?? "");
  }

  #group(
    key: "words.wrong" | "words.duplicates" | "words.commas",
    lines: readonly Named[],
    remedy: HTMLElement,
    isError: boolean,
  ): Child {
    if (lines.length === 0) return null;
    const { words } = this.#room;
    const more = lines.length - MOST_NAMED;
    return h(
      "div",
      { class: "problem-group" },
      h("p", { class: isError ? "error" : "warning" }, words.plural(key, lines.length)),
      h(
        "ul",
        { class: "line-links" },
        ...lines.slice(0, MOST_NAMED).map((line) => this.#line(line)),
        more > 0 && h("li", {}, words.plural("log.andMore", more)),
      ),
      remedy,
    );
  }

  #line({ line, why }: Named): HTMLElement {
    const label = this.#room.words.text("words.line", { line: this.#room.number(line) });
    return h(
      "li",
      {},
      button(label, () => this.#hands.goTo(line), { class: "quiet" }),
      why && ` ${why}`,
    );
  }

  #without(lines: readonly Named[], text: string): HTMLElement {
    return button(this.#room.words.text("words.tidy"), () => {
      const gone = new Set(lines.map(({ line }) => line));
      const kept = text.split("\n").filter((_, index) => !gone.has(index + 1));
      this.#hands.put(kept.join("\n"));
      this.element.focus();
    });
  }

  #splitting(text: string): HTMLElement {
    return button(this.#room.words.text("words.split"), () => {
      this.#hands.put(splitAtCommas(text));
      this.element.focus();
    });
  }
}
