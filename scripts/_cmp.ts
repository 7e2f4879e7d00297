import { writeFileSync } from "node:fs";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { tryCase } from "#lib/testing/ugly/trial.ts";
for (const seed of process.argv.slice(2).map(Number)) {
  const u = uglyCase(seed);
  const t = await tryCase(u);
  const ext = { text: "txt", html: "html", markdown: "md", docx: "docx", xlsx: "xlsx", pdf: "pdf" }[u.draft.shape.format];
  writeFileSync(`/tmp/s${seed}.${ext}`, u.bytes);
  console.log(seed, u.draft.shape.format, u.draft.shape.layout.name, u.injuries.map((i) => i.name).join("; "), "refusal", t.refusal);
  const groups = new Map<string, string[]>();
  for (const [key, fate] of t.cells) {
    const parts = key.split(".");
    const row = parts.slice(0, -1).join(".");
    const c = u.draft.truth.cells.get(key);
    const r = t.reports[0]?.content.cells[key];
    (groups.get(row) ?? groups.set(row, []).get(row)!).push(`${parts.at(-1)}:${fate === "right" ? "ok" : `${fate}(${c?.raw}|${r?.raw})`}`);
  }
  for (const [row, cells] of groups) if (cells.some((c) => !c.endsWith(":ok"))) console.log(" ", row, cells.join(" "));
  for (const issue of t.reports[0]?.issues ?? []) console.log("  !", issue.rule, issue.cells.length, JSON.stringify(issue).slice(0, 200));
}
