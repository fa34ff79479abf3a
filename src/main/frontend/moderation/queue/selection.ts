/** Which comments are picked for a common decision. Ranges go from the comment picked last. */
export class Selection {
  readonly #ids = new Set<string>();
  #anchor: string | null = null;

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Picks everything between the last picked and this one, both included. */
  extend(order: readonly string[], id: string): void {
    const to = order.indexOf(id);
    const from = this.#anchor === null ? to : order.indexOf(this.#anchor);
    const start = Math.min(from < 0 ? to : from, to);
    const end = Math.max(from, to);
    for (const one of order.slice(start, end + 1)) this.#ids.add(one);
    this.#anchor = id;
  }

  /** Picks all of them, or none when all are picked. */
  all(order: readonly string[]): void {
    const every = order.every((id) => this.#ids.has(id));
    this.clear();
    if (!every) { for (const id of order) this.#ids.add(id); }
  }

  /** Lets go what is not there any more. */
  keep(isThere: (id: string) => boolean): void {
    for (const id of [...this.#ids]) if (!isThere(id)) this.#ids.delete(id);
  }

  clear(): void {
    this.#ids.clear();
    this.#anchor = null;
  }
}
