/** An element whose attributes are the truth: a change of any shows it anew. */
export abstract class LiveElement extends HTMLElement {
  #restarting = false;

  connectedCallback(): void {
    this.#restart();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#restart();
  }

  /** Shows what the attributes say now. */
  protected abstract restart(): void;

  /** Several changes at once are one. */
  #restart(): void {
    if (this.#restarting) return;
    this.#restarting = true;
    queueMicrotask(() => {
      this.#restarting = false;
      if (this.isConnected) this.restart();
    });
  }
}
