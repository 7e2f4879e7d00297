import { describe, expect, it } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { EDITIONS } from "#lib/editions/registry.ts";
import { SERIES } from "#lib/editions/series.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { MAX_SECTION, reportContentSchema } from "./content-schema.ts";
import { contentHash, evaluate } from "./evaluation.ts";
import { SERIES_COLUMNS, seriesRow } from "./series-row.ts";
import { GAP, proseSkeleton } from "./skeleton.ts";
import { uuidAt } from "./uuid.ts";

const content = consistentContent(EDITION_2021, 3);
const KEY = "requests.received.company";
const faultsOf = (value: unknown) =>
  reportContentSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe("reportContentSchema", () => {
  it.each(EDITIONS.map((edition) => [edition.id, edition] as const))(
    "takes a whole report of edition %s as it is",
    (_, edition) => {
      const whole = consistentContent(edition, 5);
      expect(reportContentSchema.parse(whole)).toEqual(whole);
    },
  );

  it.each<[string, unknown]>([
    ["the form has no such cell", withCells(content, { "requests.received.nobody": BLANK_CELL })],
    ["the form has no such cell", { ...content, edition: null }],
    ["unknown edition", { ...content, edition: "1999" }],
    [
      "value and state contradict each other",
      withCells(content, { [KEY]: { ...BLANK_CELL, value: 1 } }),
    ],
    [
      "value and state contradict each other",
      withCells(content, { [KEY]: { raw: "1", value: null, state: "number" } }),
    ],
    ["only amounts have a unit", withCells(content, { [KEY]: { ...numberCell(1), unit: "元" } })],
    ["a section stands twice", { ...content, sections: [1, 2].map(() => content.sections[0]) }],
  ])("refuses: %s", (message, value) => {
    expect(faultsOf(value)).toContain(message);
  });

  it.each<[string, unknown]>([
    ["an unknown field", { ...content, secret: 1 }],
    ["a section too long", withText("字".repeat(MAX_SECTION + 1))],
    ["a day that does not exist", { ...content, signedOn: "2023-02-29" }],
    [
      "a number that is none",
      withCells(content, { [KEY]: { ...numberCell(1), value: Number.NaN } }),
    ],
    ["nothing", null],
  ])("refuses %s", (_, value) => {
    expect(faultsOf(value)).not.toEqual([]);
  });

  it("keeps the prose of a form before 2019, without figures", () => {
    const old = { ...content, edition: null, year: 2015, cells: {} };
    expect(reportContentSchema.parse(old)).toEqual(old);
  });
});

function withText(text: string): ReportContent {
  const [first, ...rest] = content.sections;
  return first ? { ...content, sections: [{ ...first, text }, ...rest] } : content;
}

describe("what publication prepares", () => {
  it("has a column for every series", () => {
    expect([...SERIES_COLUMNS].sort()).toEqual(SERIES.map(({ key }) => key).sort());
  });

  it("keeps a blank apart from a zero, and no count that is no whole number", () => {
    const received = (cell: Parameters<typeof withCells>[1][string]) =>
      seriesRow(withCells(content, { "requests.received.total": cell })).received;
    expect(received(numberCell(0))).toBe(0);
    expect(received(BLANK_CELL)).toBeNull();
    expect(received(null)).toBeNull();
    expect(received({ raw: "1.5", value: 1.5, state: "number" })).toBeNull();
    expect(received(numberCell(3_000_000_000))).toBeNull();
  });

  it("stores what fails and what cannot be told, each with its own key", () => {
    const broken = withCells(content, {
      [KEY]: BLANK_CELL,
      "requests.carriedIn.company": numberCell(77),
    });
    const { open, summary } = evaluate(broken, null);
    expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
    expect(open.some(({ outcome }) => outcome === "cannot-tell")).toBe(true);
    expect(open.every(({ outcome }) => outcome === "fails" || outcome === "cannot-tell")).toBe(
      true,
    );
    expect(summary.holds + summary.fails + summary.unknown).toBe(summary.total);
  });

  it("hashes what is said, whatever the order of its keys", () => {
    const turned = Object.fromEntries(
      Object.entries(content).reverse(),
    ) as unknown as ReportContent;
    expect(contentHash(turned)).toBe(contentHash(content));
    expect(contentHash(withText("别的"))).not.toBe(contentHash(content));
  });

  it("makes ids that sort by their moment", () => {
    const ids = [1, 2, 3].map((ms) => uuidAt(new Date(1_700_000_000_000 + ms)));
    expect(ids.toSorted()).toEqual(ids);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("last year's words", () => {
  it.each([
    ["2022年收到申请12件，办结１１件", `2023年收到申请${GAP}件，办结${GAP}件`],
    ["同比上升12.5%，共1,234条", `同比上升${GAP}%，共${GAP}条`],
    ["比2021年多3件", `比2022年多${GAP}件`],
    ["按〔2021〕30号和第二十条第3项", "按〔2021〕30号和第二十条第3项"],
    ["自1月1日起至12月31日止", "自1月1日起至12月31日止"],
    ["2022年1月1日", "2023年1月1日"],
    ["没有数字", "没有数字"],
  ])("%s", (last, skeleton) => {
    expect(proseSkeleton(last, 2022)).toBe(skeleton);
  });
});
