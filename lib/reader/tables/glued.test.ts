import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cells } from "#lib/editions/content.ts";
import { cellSpecs, type Edition } from "#lib/editions/edition.ts";
import { exampleCells } from "#lib/editions/example-cells.ts";
import { EDITIONS, editionById } from "#lib/editions/registry.ts";
import { seededRandom } from "#lib/testing/random.ts";
import { type Layout, printed, writeReport } from "#lib/testing/reports/layouts.ts";
import type { Written } from "#lib/testing/reports/written.ts";
import { readSource } from "../read.ts";
import type { Neighbours } from "./constraints.ts";
import { emptyReading } from "./doubt.ts";
import type { GluedRun } from "./glued.ts";
import { settle } from "./settle.ts";

const GLUE_LAYOUTS = ["one line", "row lines", "lines", "html"] as const;
const edition = fc.constantFrom(...EDITIONS);

/** How the gaps of a row go: all of them, some, or none. */
type Glue = (place: number) => boolean;

function glue(rows: readonly Written[][], gaps: Glue): Written[][] {
  let place = 0;
  return rows.map((row) => {
    if (row.filter(({ cell }) => cell).length < 3) return [...row];
    const done: Written[] = [];
    for (const cell of row) {
      const last = done.at(-1);
      place++;
      if (!last?.cell || !cell.cell || !gaps(place)) done.push({ ...cell });
      else {
        last.text += cell.text;
        last.colSpan += cell.colSpan;
      }
    }
    return done;
  });
}

async function readGlued(form: Edition, cells: Cells, layout: Layout, gaps: Glue) {
  const figures = new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw]));
  const grids = new Map(
    form.tables.map((table) => [table.key as string, glue(printed(table, figures), gaps)]),
  );
  const source = writeReport(form, form.validFrom, grids, layout);
  const result = await readSource(new TextEncoder().encode(source), "report");
  if (!result.ok) throw new Error(result.refusal.code);
  const [report] = result.value;
  if (!report) throw new Error("a report was written");
  return report;
}

test("glued rows give the truth, or an issue with the truth among its candidates; never a wrong number", async () => {
  let read = 0;
  let all = 0;
  await fc.assert(
    fc.asyncProperty(
      edition,
      fc.constantFrom(...GLUE_LAYOUTS),
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.constantFrom(5, 40, 900, 20_000),
      fc.constantFrom(0.15, 0.5, 0.9, 1),
      async (form, layout, seed, largest, share) => {
        const random = seededRandom(seed);
        const cells = exampleCells(form, random, { zeroShare: 0.7, largest });
        const { content, issues } = await readGlued(form, cells, layout, () => random() < share);
        for (const [key, { raw }] of Object.entries(content.cells))
          expect([key, raw]).toEqual([key, cells[key]?.raw]);
        const absent = Object.keys(cells).filter((key) => !(key in content.cells));
        const doubted = new Set(issues.flatMap((issue) => issue.cells));
        for (const key of absent) expect(doubted, key).toContain(key);
        for (const { candidates, message } of issues) {
          if (!candidates || message.zh.includes("以上")) continue;
          const isTrue = candidates.some((candidate) =>
            Object.entries(candidate).every(([key, raw]) => raw === cells[key]?.raw),
          );
          expect(isTrue, message.zh).toBe(true);
        }
        read += Object.keys(content.cells).length;
        all += Object.keys(cells).length;
      },
    ),
    { numRuns: 60 },
  );
  // Most of what is glued can be told apart.
  expect(read / all).toBeGreaterThan(0.85);
}, 240_000);

test("a row glued together is settled by its own sum, and noted", async () => {
  const form = editionById("2021");
  if (!form) throw new Error("there is an edition");
  const cells = exampleCells(form, () => 0.5, { zeroShare: 1, largest: 1 });
  const row = { naturalPerson: 217, company: 1, total: 218 };
  const given: Cells = { ...cells };
  for (const name of ["received", "handled", "granted"])
    for (const [column, value] of Object.entries(row)) {
      const key = `requests.${name}.${column}`;
      given[key] = { raw: String(value), value, state: "number" };
    }
  const { content, issues, source } = await readGlued(form, given, "row lines", () => true);
  expect(source).toContain("21710000218");
  expect(content.cells["requests.received.naturalPerson"]).toMatchObject({
    raw: "217",
    value: 217,
  });
  expect(content.cells["requests.received.total"]).toMatchObject({ raw: "218", value: 218 });
  const at = content.cells["requests.received.total"]?.at;
  expect(source.slice(at?.[0], at?.[1])).toBe("218");
  const issue = issues.find(({ cells: own }) => own.includes("requests.received.total"));
  expect(issue).toMatchObject({ rule: "read.glued", severity: "note" });
  expect(issue?.message.zh).toContain("217 | 1 | 0 | 0 | 0 | 0 | 218");
});

/** One row of a form whose figures stand in the tokens given. */
function runOf(form: Edition, row: string, texts: readonly string[]): GluedRun {
  const specs = [...cellSpecs(form).values()].filter((spec) => spec.key.startsWith(`${row}.`));
  const [first] = specs;
  if (!first) throw new Error(`no row ${row}`);
  return {
    rows: [first.row],
    words: first.row.label.zh,
    keys: specs.map(({ key }) => key),
    columns: specs.map(({ column }) => column),
    tokens: texts.map((text, index) => ({
      start: index * 100,
      end: index * 100 + text.length,
      text,
      kind: text === "" ? "blank" : "figure",
      line: 0,
      label: null,
    })),
  };
}

function settled(row: string, texts: readonly string[], neighbours: Neighbours = {}, id = "2019") {
  const form = editionById(id);
  if (!form) throw new Error("there is an edition");
  const reading = emptyReading();
  reading.glued.push(runOf(form, row, texts));
  settle(reading, form, neighbours, { steps: 250_000 });
  const [doubt] = reading.doubts;
  return {
    read: [...reading.cells.values()].map(({ text }) => text),
    code: doubt?.code,
    isByYears: doubt?.isByYears ?? false,
    candidates: doubt?.candidates?.map((candidate) => Object.values(candidate)) ?? [],
    hasMore: doubt?.hasMore ?? false,
  };
}

const number = (value: number) => ({ raw: String(value), value, state: "number" as const });

test("items of the 2019 form are bound by no sum: candidates only", () => {
  const { read, code, candidates, hasMore } = settled("proactive.licences", ["2648-18538"]);
  expect(read).toEqual([]);
  expect(code).toBe("gluedOpen");
  expect(hasMore).toBe(false);
  expect(candidates).toEqual([
    ["2648", "-1", "8538"],
    ["2648", "-18", "538"],
    ["2648", "-185", "38"],
    ["2648", "-1853", "8"],
  ]);
});

test("next year's report settles them by R09", () => {
  const next = { "proactive.licences.itemsLastYear": number(2630) };
  expect(settled("proactive.licences", ["2648-18538"], { next })).toMatchObject({
    read: ["2648", "-18", "538"],
    code: "glued",
    isByYears: true,
  });
  const other = { "proactive.licences.itemsLastYear": number(2600) };
  expect(settled("proactive.licences", ["2648-18538"], { next: other })).toMatchObject({
    read: [],
    code: "gluedOpen",
  });
});

test("last year's report settles the items, and what was carried over (R07)", () => {
  const last = {
    "proactive.penalties.itemsLastYear": number(30),
    "proactive.penalties.change": number(-18),
  };
  expect(settled("proactive.penalties", ["1205"], { last }).read).toEqual(["12", "0", "5"]);
  const carried = {
    "requests.carriedOut.naturalPerson": number(11),
    "requests.carriedOut.company": number(1),
  };
  const text = ["111000012"];
  expect(settled("requests.carriedIn", text).code).toBe("gluedOpen");
  expect(settled("requests.carriedIn", text, { last: carried }).read).toEqual(
    "11 1 0 0 0 0 12".split(" "),
  );
});

test.each<[string, string, string[], string[]]>([
  ["zeros can be cut in one way", "proactive.regulations", ["000"], ["0", "0", "0"]],
  ["a figure after zeros too", "proactive.regulations", ["0012"], ["0", "0", "12"]],
  [
    "three rows of remedies in one",
    "remedies.reconsideration",
    ["10012"],
    ["1", "0", "0", "1", "2"],
  ],
  [
    "some gaps are left",
    "requests.received",
    ["217", "10000", "218"],
    ["217", "1", "0", "0", "0", "0", "218"],
  ],
  [
    "thousands are separated",
    "requests.received",
    ["1,2340001,0000", "2,234"],
    ["1,234", "0", "0", "0", "1,000", "0", "2,234"],
  ],
  [
    "a total beside six zeros is what is printed",
    "requests.received",
    ["0000006"],
    ["0", "0", "0", "0", "0", "0", "6"],
  ],
])("%s", (_name, row, texts, figures) => {
  expect(settled(row, texts, {}, "2021")).toMatchObject({ read: figures, code: "glued" });
});

test.each<[string, string, string[]]>([
  ["documents are bound by no sum", "proactive.normativeDocuments", ["1200"]],
  ["two readings satisfy the sum", "remedies.reconsideration", ["1110011"]],
  ["no reading satisfies the sum", "requests.received", ["2171000219"]],
  ["a blank among the figures hides the sum", "requests.received", ["12", "", "30000"]],
  ["one figure is missing", "requests.received", ["20", "0", "0", "3", "0", "5"]],
  ["the last is the sum of the others", "requests.received", ["120003", "0", "120003"]],
])("%s: nothing is read", (_name, row, texts) => {
  const { read, code } = settled(row, texts, {}, "2021");
  expect(read).toEqual([]);
  expect(["gluedOpen", "rowLength"]).toContain(code);
});

test("no input takes long", () => {
  for (const texts of [
    ["1".repeat(60)],
    ["12".repeat(30)],
    Array(6).fill("1".repeat(60)) as string[],
  ]) {
    const start = performance.now();
    expect(settled("requests.received", texts, {}, "2021").read).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
