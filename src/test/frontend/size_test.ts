import { assert } from "./assert.ts";

interface Builtins {
  readonly process: { getBuiltinModule(name: "node:zlib"): Zlib };
}

interface Zlib {
  brotliCompressSync(bytes: Uint8Array): Uint8Array;
}

/** Imported, its types would have to be fetched. */
const zlib = (globalThis as unknown as Builtins).process.getBuiltinModule("node:zlib");

/** What every reader of a page pays, and what those pay who need more; what a moderator pays before the first comment is there. */
const BUDGETS = [
  { what: ["target/classes/web/widget.js"], budget: 12_288 },
  { what: ["target/classes/web/widget-more.js"], budget: 4_608 },
  {
    what: [
      "src/main/resources/web/moderation/index.html",
      "src/main/resources/web/moderation/moderation.css",
      "target/classes/web/moderation/moderation.js",
    ],
    budget: 40_960,
  },
  { what: ["target/classes/web/moderation/account.js"], budget: 16_384 },
  { what: ["target/classes/web/moderation/manage.js"], budget: 25_600 },
];

const compressed = (file: string): number =>
  zlib.brotliCompressSync(Deno.readFileSync(new URL(`../../../${file}`, import.meta.url))).length;

for (const { what, budget } of BUDGETS) {
  const size = what.map(compressed).reduce((sum, one) => sum + one, 0);
  const names = what.map((file) => file.split("/").pop()).join(", ");
  Deno.test(`${names}: ${size} bytes of ${budget}, compressed`, () => {
    assert(size <= budget, `at most ${budget} bytes, not ${size}`);
  });
}
