import type { NodeFactory } from "../../main/frontend/shared/nodes.ts";

/** As much of a document as building needs, for a runtime without one; prints what was built. */
class TinyNode {
  readonly #tag: string;
  readonly #attributes: string[] = [];
  readonly #children: (TinyNode | string)[] = [];

  constructor(tag: string) {
    this.#tag = tag;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.push(` ${name}=${value}`);
  }

  appendChild(child: TinyNode | string): void {
    this.#children.push(child);
  }

  toString(): string {
    const inner = this.#children.join("");
    return this.#tag ? `<${this.#tag}${this.#attributes.join("")}>${inner}</${this.#tag}>` : inner;
  }
}

export const tinyDocument = {
  createElement: (tag: string) => new TinyNode(tag),
  createTextNode: (text: string) => text,
  createDocumentFragment: () => new TinyNode(""),
} as unknown as NodeFactory;
