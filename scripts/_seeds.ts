import { readFileSync } from "node:fs";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { tryCase, lostCells, needlessDoubts, silentCells } from "#lib/testing/ugly/trial.ts";
const args = process.argv.slice(2);
const seeds = args[0] === "-f" ? readFileSync(args[1]!, "utf8").split(/\s+/).filter(Boolean).map(Number) : args.map(Number);
let L = 0, D = 0, S = 0;
for (const seed of seeds) {
  const u = uglyCase(seed);
  const t = await tryCase(u);
  const l = lostCells(t).length, d = needlessDoubts(t).length, s = silentCells(t).length;
  L += l; D += d; S += s;
  console.log(seed, u.draft.shape.format, u.draft.shape.layout.name, "lost", l, "doubt", d, "silent", s, u.injuries.map((i) => i.name).join("; "));
}
console.log("total", L, D, S);
