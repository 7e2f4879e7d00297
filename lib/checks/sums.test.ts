import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import type { Cell, Cells, ReportContent } from "../editions/content.ts";
import { cellSpecs, officialCells } from "../editions/edition.ts";
import { EDITIONS } from "../editions/registry.ts";
import { demandedSums } from "../editions/sum-instances.ts";
import { runChecks } from "./run.ts";
import { summarise } from "./summary.ts";

const SUMS = ["R01", "R02", "R03", "R04"];
const sums = (content: ReportContent) =>
  runChecks(content).filter(({ rule }) => SUMS.includes(rule));
const instances = (content: ReportContent, outcome: string) =>
  sums(content)
    .filter((issue) => issue.outcome === outcome)
    .map(({ instance }) => instance);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** A report of zeros with some figures of its own. */
const zeros = (own: Readonly<Record<string, number>>): ReportContent => {
  const cells: Cells = Object.fromEntries(
    officialCells(EDITION_2021).map(({ key }) => [key, numberCell(own[key] ?? 0)]),
  );
  return { ...consistentContent(EDITION_2021, 1), cells };
};

describe.each(EDITIONS)("R01–R04 on any report of edition $id", (edition) => {
  const keys = officialCells(edition).map(({ key }) => key);
  const cases = { seed: seeds, pick: fc.nat({ max: keys.length - 1 }) };
  const touching = (content: ReportContent, key: string) =>
    demandedSums(edition, content.cells)
      .filter(({ left, right }) => [...left, ...right].includes(key))
      .map(({ id }) => id);

  it("hold everywhere where the figures agree", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const issues = runChecks(consistentContent(edition, seed));
        const open = issues.filter(
          ({ outcome }) => outcome === "fails" || outcome === "cannot-tell",
        );
        expect(open).toEqual([]);
        const { holds, total, outcome } = summarise(issues);
        expect(outcome).toBe("pass");
        expect(holds).toBe(total);
      }),
      { numRuns: 40 },
    );
  });

  it("fail exactly where the one changed figure counts", () => {
    fc.assert(
      fc.property(cases.seed, cases.pick, fc.integer({ min: 1, max: 99 }), (seed, pick, more) => {
        const content = consistentContent(edition, seed);
        const key = keys[pick] ?? "";
        const changed = numberCell((content.cells[key]?.value ?? 0) + more);
        const broken = withCells(content, { [key]: changed });
        expect(instances(broken, "fails")).toEqual(touching(content, key));
        expect(instances(broken, "cannot-tell")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("cannot tell exactly where a cell without a number counts, whatever stands there", () => {
    const empty = fc.constantFrom<Cell | null>(
      BLANK_CELL,
      null,
      { raw: "/", value: null, state: "not-applicable" },
      { raw: "约5件", value: null, state: "text" },
    );
    fc.assert(
      fc.property(cases.seed, cases.pick, empty, (seed, pick, cell) => {
        const content = consistentContent(edition, seed);
        const key = keys[pick] ?? "";
        const gone = withCells(content, { [key]: cell });
        expect(instances(gone, "cannot-tell")).toEqual(touching(content, key));
        expect(instances(gone, "fails")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a sum says", () => {
  const wrongColumn = zeros({
    "requests.received.naturalPerson": 9,
    "requests.handled.naturalPerson": 8,
    "requests.handled.company": 1,
  });
  const find = (content: ReportContent, instance: string) => {
    const issue = sums(content).find((candidate) => candidate.instance === instance);
    if (!issue) throw new Error(`no instance ${instance}`);
    return issue;
  };

  it("R02 names column, both sides and the difference", () => {
    const issue = find(wrongColumn, "R02.naturalPerson");
    expect(issue.formula).toBe("9 + 0 ≠ 8 + 0");
    expect(issue.message.zh).toBe(
      "自然人列：9 + 0 ≠ 8 + 0，相差 1；应为：一 + 二 = 三（七）+ 四。",
    );
    expect(issue.message.en).toBe(
      "Column Natural persons: 9 + 0 ≠ 8 + 0, a difference of 1; must satisfy I + II = III (7) + IV.",
    );
    expect(issue.cells).toEqual([
      "requests.received.naturalPerson",
      "requests.carriedIn.naturalPerson",
      "requests.handled.naturalPerson",
      "requests.carriedOut.naturalPerson",
    ]);
  });

  it("R02 suggests the wrong column where two columns miss by opposite amounts", () => {
    expect(find(wrongColumn, "R02.naturalPerson").hint?.zh).toBe(
      "商业企业列恰好多 1 件，是否填错了列？",
    );
    expect(find(wrongColumn, "R02.company").hint?.zh).toBe("自然人列恰好少 1 件，是否填错了列？");
    expect(find(wrongColumn, "R02.research").hint).toBeUndefined();
  });

  it("R02 suggests nothing where a third column could be meant as well", () => {
    const third = withCells(wrongColumn, { "requests.handled.research": numberCell(1) });
    for (const line of ["naturalPerson", "company", "research"])
      expect(find(third, `R02.${line}`)).toMatchObject({ outcome: "fails" });
    for (const line of ["naturalPerson", "company", "research"])
      expect(find(third, `R02.${line}`).hint).toBeUndefined();
  });

  it("R01 shows （一）…（六）, each group as one figure", () => {
    const content = zeros({
      "requests.granted.company": 4,
      "requests.denied.stateSecret.company": 2,
      "requests.denied.thirdParty.company": 1,
      "requests.other.other.company": 5,
      "requests.handled.company": 11,
    });
    expect(find(content, "R01.company").formula).toBe("4 + 0 + 3 + 0 + 0 + 5 ≠ 11");
    expect(find(zeros({}), "R01.total").formula).toBe("0 + 0 + 0 + 0 + 0 + 0 = 0");
  });

  it("R01 adds （六） printed as one row", () => {
    const parts = [...cellSpecs(EDITION_2021).values()].filter(({ row }) => row.group === "other");
    const whole = [...cellSpecs(EDITION_2021).values()].filter(({ row }) => row.insteadOf);
    const content = withCells(zeros({ "requests.handled.company": 3 }), {
      ...Object.fromEntries(parts.map(({ key }) => [key, null])),
      ...Object.fromEntries(whole.map(({ key }) => [key, numberCell(0)])),
      "requests.other.company": numberCell(3),
    });
    expect(find(content, "R01.company")).toMatchObject({
      outcome: "holds",
      formula: "0 + 0 + 0 + 0 + 0 + 3 = 3",
    });
    expect(summarise(runChecks(content)).total).toBe(40);
    expect(runChecks(content).find(({ rule }) => rule === "R15")?.outcome).toBe("holds");
  });

  it("R03 and R04 say which operand is missing and how many more", () => {
    const blank = withCells(zeros({}), {
      "requests.denied.stateSecret.company": BLANK_CELL,
      "remedies.litigationDirect.upheld": { raw: "/", value: null, state: "not-applicable" },
      "remedies.litigationDirect.pending": null,
    });
    expect(find(blank, "R03.denied.stateSecret").message.zh).toBe(
      "（三）不予公开 1.属于国家秘密行：0 + □ + 0 + 0 + 0 + 0 ≟ 0，“商业企业”为空白，无法判断。",
    );
    expect(find(blank, "R04.litigationDirect").message.zh).toBe(
      "行政诉讼 未经复议直接起诉：□ + 0 + 0 + □ ≟ 0，“结果维持”填的是“/”（另有 1 格没有数字），无法判断。",
    );
  });

  it("R01, R03 and R04 say what a total left blank would be, and nothing where a part is missing too", () => {
    const content = withCells(
      zeros({ "requests.granted.naturalPerson": 7, "requests.granted.company": 1 }),
      {
        "requests.granted.total": BLANK_CELL,
        "requests.handled.company": BLANK_CELL,
        "remedies.reconsideration.total": BLANK_CELL,
        "remedies.litigationDirect.total": BLANK_CELL,
        "remedies.litigationDirect.other": BLANK_CELL,
      },
    );
    expect(find(content, "R03.granted")).toMatchObject({
      outcome: "cannot-tell",
      hint: { zh: "按各列合计应为 8。", en: "The columns add up to 8." },
    });
    expect(find(content, "R01.company").hint?.zh).toBe("按各行合计应为 1。");
    expect(find(content, "R04.reconsideration").hint?.zh).toBe("按各列合计应为 0。");
    expect(find(content, "R04.litigationDirect").hint).toBeUndefined();
    expect(find(content, "R02.company").hint).toBeUndefined();
  });

  it("R03 compares decimals exactly", () => {
    const content = zeros({
      "requests.granted.naturalPerson": 0.1,
      "requests.granted.company": 0.2,
      "requests.granted.total": 0.3,
    });
    expect(find(content, "R03.granted").outcome).toBe("holds");
  });
});
