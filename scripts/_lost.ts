import { uglyCase } from "#lib/testing/ugly/render.ts";
import { tryCase, lostCells, needlessDoubts, silentCells } from "#lib/testing/ugly/trial.ts";
const [first, count, layout] = process.argv.slice(2);
let L = 0, D = 0, S = 0, C = 0;
const rows: string[] = [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const u = uglyCase(seed);
  if (layout && u.draft.shape.layout.name !== layout && u.draft.shape.format !== layout) continue;
  const t = await tryCase(u);
  const l = lostCells(t).length, d = needlessDoubts(t).length, s = silentCells(t);
  L += l; D += d; S += s.length; C += t.cells.size;
  if (l + d + s.length > 0) rows.push([seed, u.draft.shape.format, u.draft.shape.layout.name, "lost", l, "doubt", d, "silent", s.length, s.slice(0, 5).join(","), u.injuries.map((i) => i.name).join("; ")].join(" "));
}
const key = (r: string) => { const m = /lost (\d+) doubt (\d+) silent (\d+)/.exec(r)!; return Number(m[1]) + Number(m[2]) + 10000 * Number(m[3]); };
rows.sort((a, b) => key(b) - key(a));
console.log(rows.join("\n"));
console.log("cells", C, "lost", L, "doubt", D, "silent", S);
