import { chanceOf } from "#lib/testing/ugly/chance.ts";
import { emptyDraft, printTables } from "#lib/testing/ugly/drafts.ts";
import { PAGE_LAYOUTS } from "#lib/testing/ugly/layouts.ts";
import { pageOf } from "#lib/testing/ugly/paper.ts";
import { shapeOf } from "#lib/testing/ugly/shapes.ts";
import { truthOf } from "#lib/testing/ugly/truth.ts";
import { writeFile } from "#lib/testing/ugly/write-file.ts";
import { tryCase, lostCells, needlessDoubts, silentCells } from "#lib/testing/ugly/trial.ts";
import { writeFileSync } from "node:fs";
const [layoutName, first, count, save] = process.argv.slice(2);
let L = 0, D = 0, S = 0, C = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const chance = chanceOf(seed);
  let truth = truthOf(chance);
  for (;;) {
    const z = [...truth.cells.values()].filter((c) => c.value === 0).length / truth.cells.size;
    if (z > 0.75 && z < 1) break;
    truth = truthOf(chance);
  }
  const layout = PAGE_LAYOUTS.find((l) => l.name === layoutName)!;
  const shape = { ...shapeOf(chance), format: layout.format, layout };
  const mode = "zeros", share = 1;
  for (const [key, cell] of truth.cells)
    if (cell.value === 0) truth.cells.set(key, { raw: "", value: null, states: ["blank"] });
  const draft = emptyDraft(truth, shape);
  printTables(draft);
  for (const grid of draft.grids.values()) for (const row of grid) for (const ink of row) if (ink.kind === "head" && chance.maybe(0.15)) ink.text = ink.text.replace(/(.)/u, "$1数");
  draft.blocks = pageOf(truth, draft.grids, chance);
  const u = { seed, draft, injuries: [], bytes: writeFile(draft) };
  if (save) writeFileSync(`/tmp/sparse${seed}.${shape.format}`, u.bytes);
  const t = await tryCase(u);
  const l = lostCells(t), d = needlessDoubts(t).length, s = silentCells(t);
  L += l.length; D += d; S += s.length; C += t.cells.size;
  if (s.length || save) console.log(seed, mode, share, shape.pdf.align, shape.pdf.isNarrow ? "narrow" : "", "lost", l.length, "doubt", d, "silent", s.length, s.slice(0, 6).map((k) => `${k}(${truth.cells.get(k)?.raw}|${t.reports[0]?.content.cells[k]?.raw})`).join(" "));
  if (save) for (const i of t.reports[0]?.issues ?? []) console.log("  !", i.rule, i.cells.length, i.cells.slice(0, 3).join(" "));
}
console.log("cells", C, "lost", L, "doubt", D, "silent", S);
