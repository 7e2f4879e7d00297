import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { carryChain } from "./carry-chain.ts";
import { diffParagraphs, diffVersions } from "./diff.ts";

const content = consistentContent(EDITION_2021, 1);
const KEY = "requests.received.company";

describe("diffVersions", () => {
  it("finds nothing between a version and itself", () => {
    expect(diffVersions(content, structuredClone(content))).toEqual({
      cells: [],
      sections: [],
      metadata: [],
    });
  });

  it("tells a zero from a blank, and a blank from a cell that is not printed", () => {
    const zero = withCells(content, { [KEY]: numberCell(0) });
    const blank = withCells(content, { [KEY]: BLANK_CELL });
    const absent = withCells(content, { [KEY]: null });
    expect(diffVersions(zero, blank).cells).toEqual([
      { key: KEY, before: numberCell(0), after: BLANK_CELL },
    ]);
    expect(diffVersions(blank, absent).cells).toEqual([
      { key: KEY, before: BLANK_CELL, after: null },
    ]);
  });

  it("compares what a figure says, not how it was typed", () => {
    const plain = withCells(content, { [KEY]: { raw: "1234", value: 1234, state: "number" } });
    const typed = withCells(content, { [KEY]: { raw: "1,234 ", value: 1234, state: "number" } });
    expect(diffVersions(plain, typed).cells).toEqual([]);
  });

  it("shows a changed paragraph between the ones that stayed, and a changed title", () => {
    const sections = (text: string) =>
      content.sections.map((section) => (section.key === "other" ? { ...section, text } : section));
    const before = { ...content, title: "甲", sections: sections("一\n二\n三") };
    const after = { ...content, title: "乙", sections: sections("一\n四\n三") };
    const diff = diffVersions(before, after);
    expect(diff.metadata).toEqual([{ field: "title", before: "甲", after: "乙" }]);
    expect(diff.sections.map(({ key }) => key)).toEqual(["other"]);
    const shown = diff.sections[0]?.paragraphs.map(({ kind, text }) => `${kind} ${text}`);
    expect(shown?.slice(-4)).toEqual(["same 一", "removed 二", "added 四", "same 三"]);
  });
});

describe("diffParagraphs", () => {
  const words = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 12 });

  it("rebuilds both sides from its answer", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = diffParagraphs(before, after);
        const side = (gone: string) =>
          changes.filter(({ kind }) => kind !== gone).map(({ text }) => text);
        expect(side("added")).toEqual(before);
        expect(side("removed")).toEqual(after);
      }),
    );
  });

  it("ends in bounded time on two long texts that share nothing", () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`);
    expect(diffParagraphs(before, after)).toHaveLength(40_000);
  });
});

describe("R07 carryChain", () => {
  const year = (at: number, carriedIn: number | null, carriedOut: number | null) => ({
    year: at,
    carriedIn,
    carriedOut,
  });

  it("holds, breaks, cannot tell and misses a year, each where it should", () => {
    const chain = carryChain([
      year(2023, 2, null),
      year(2020, 0, 3),
      year(2021, 3, 1),
      year(2022, 4, 2),
      year(2024, 1, 0),
      year(2026, 0, 0),
    ]);
    expect(chain.map(({ from, to, state }) => `${from}-${to} ${state}`)).toEqual([
      "2020-2021 holds",
      "2021-2022 broken",
      "2022-2023 holds",
      "2023-2024 cannot-tell",
      "2024-2026 missing",
    ]);
    expect(chain[1]).toMatchObject({ out: 1, in: 4 });
  });

  it("has no link for one year or none", () => {
    expect(carryChain([])).toEqual([]);
    expect(carryChain([year(2023, 1, 1)])).toEqual([]);
  });
});
