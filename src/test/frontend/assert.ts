/** Fails unless both print as the same JSON. */
export function assertEquals(actual: unknown, expected: unknown): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`expected ${e}\n     but was ${a}`);
}

export function assert(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}
