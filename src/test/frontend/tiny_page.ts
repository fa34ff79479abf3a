/** As much of an element as parts of the widget ask of one, for a runtime without a page. */
export class TinyElement {
  textContent = "";
  ariaBusy: string | null = null;
  readonly isConnected = false;
  #children: (TinyElement | string)[] = [];
  #onclick: (() => void) | null = null;

  setAttribute(): void {}

  addEventListener(name: string, listener: () => void): void {
    if (name === "click") this.#onclick = listener;
  }

  append(...children: (TinyElement | string)[]): void {
    this.#children.push(...children);
  }

  appendChild(child: TinyElement | string): void {
    this.append(child);
  }

  replaceChildren(...children: (TinyElement | string)[]): void {
    this.#children = children;
  }

  hasChildNodes(): boolean {
    return this.#children.length > 0;
  }

  querySelector(): TinyElement {
    return this;
  }

  remove(): void {}

  focus(): void {}

  /** The last element in it. */
  get last(): TinyElement {
    return this.#children.findLast((child) => child instanceof TinyElement) as TinyElement;
  }

  /** Clicks it, and lets all that is not waited for happen. */
  async click(): Promise<void> {
    this.#onclick?.();
    for (let i = 0; i < 20; i++) await null;
  }

  toString(): string {
    return this.textContent + this.#children.join("");
  }
}

export function makeTinyPage(): void {
  globalThis.document = {
    createElement: () => new TinyElement(),
    createTextNode: (text: string) => text,
    createDocumentFragment: () => new TinyElement(),
  } as unknown as Document;
}

/** Words that tell what they are for. */
export const tinyStrings = {
  text: (key: string) => key,
  plural: (key: string, n: number) => `${key} ${n}`,
};
