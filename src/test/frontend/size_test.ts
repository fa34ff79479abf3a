import { assert } from "./assert.ts";

interface Builtins {
  readonly process: { getBuiltinModule(name: "node:zlib"): Zlib };
}

interface Zlib {
  brotliCompressSync(bytes: Uint8Array): Uint8Array;
}

/** Imported, its types would have to be fetched. */
const zlib = (globalThis as unknown as Builtins).process.getBuiltinModule("node:zlib");

/** What every reader of a page pays, and what those pay who need more. */
const BUDGETS = { "widget.js": 12_288, "widget-more.js": 4_608 };

for (const [name, budget] of Object.entries(BUDGETS)) {
  const module = Deno.readFileSync(new URL(`../../../target/classes/web/${name}`, import.meta.url));
  const size = zlib.brotliCompressSync(module).length;
  Deno.test(`${name} has ${size} bytes of its ${budget}, compressed`, () => {
    assert(size <= budget, `at most ${budget} bytes, not ${size}`);
  });
}
