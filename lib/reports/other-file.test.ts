import { describe, expect, it } from "vitest";
import { parseOver } from "#lib/editions/cell-value.ts";
import type { Cell, Cells } from "#lib/editions/content.ts";
import { OTHER_FILE } from "./doubt-rules.ts";
import { doubtsBeside } from "./other-file.ts";
import type { Doubt } from "./schema.ts";

const KEYS = ["t.one.a", "t.one.b", "t.two.a"];
const count = (value: number): Cell => ({ raw: String(value), value, state: "number" });
const blank: Cell = { raw: "", value: null, state: "blank" };
const doubt = (cell: string, zh: string, rule = "read.figure"): Doubt => ({
  cell,
  rule,
  message: { zh, en: zh },
});
const beside = (
  draft: Cells,
  read: Cells,
  { open = [], doubted = [] }: { open?: Doubt[]; doubted?: Doubt[] } = {},
) => doubtsBeside({ draft, read, open, doubted, keys: KEYS });

describe("another file beside a draft", () => {
  it("that says the same leaves nothing to look at, and settles what was open", () => {
    const same = { "t.one.a": count(3), "t.one.b": blank };
    expect(beside({ "t.one.a": count(3) }, same)).toEqual([]);
    const open = [doubt("t.one.a", "旧")];
    expect(beside({ "t.one.a": count(3) }, same, { open })).toEqual([]);
  });

  it("that says otherwise gives its figures to choose, row by row", () => {
    const draft = { "t.one.a": count(3), "t.one.b": count(4), "t.two.a": count(5) };
    const read = { "t.one.a": count(30), "t.one.b": count(40), "t.two.a": count(5) };
    const found = beside(draft, read);
    expect(found.map(({ cell }) => cell)).toEqual(["t.one.a", "t.one.b"]);
    expect(new Set(found.map(({ message }) => message.zh))).toEqual(
      new Set(["原件与草稿不同：草稿为 3、4，原件为 30、40。"]),
    );
    expect(found[0]?.candidates).toEqual([{ "t.one.a": "30", "t.one.b": "40" }]);
  });

  it("that counts an amount in another unit offers it with its unit, so that the draft's is not taken for it", () => {
    const own: Cell = { raw: "12", value: 12, state: "number", unit: "万元" };
    const read: Cell = { raw: "130000", value: 130_000, state: "number", unit: "元" };
    const [found] = beside({ "t.one.a": own }, { "t.one.a": read });
    expect(found?.message.zh).toBe("原件与草稿不同：草稿为 12万元，原件为 130000元。");
    const offered = found?.candidates?.[0]?.["t.one.a"] ?? "";
    const column = {
      key: "a",
      label: { zh: "收费", en: "Fees" },
      type: "amount",
      unit: "万元",
    } as const;
    expect(parseOver({ column }, offered, own)).toMatchObject({ value: 130_000, unit: "元" });
  });

  it("says so where the draft has nothing, or the file prints a blank", () => {
    expect(beside({}, { "t.one.a": count(3) })[0]?.message.zh).toContain("草稿为 空白，原件为 3");
    expect(beside({ "t.one.a": count(3) }, { "t.one.a": blank })[0]?.candidates).toEqual([
      { "t.one.a": "" },
    ]);
  });

  it("that does not say leaves what a person typed alone, and what was open open", () => {
    const draft = { "t.one.a": count(3) };
    const missing = ["t.one.a", "t.two.a"].map((cell) => doubt(cell, "没有读到", "read.missing"));
    const found = beside(draft, {}, { doubted: missing });
    expect(found.map(({ cell }) => cell)).toEqual(["t.two.a"]);
    const open = [doubt("t.one.a", "旧")];
    expect(beside(draft, {}, { open, doubted: missing })[0]?.message.zh).toBe("旧");
  });

  it("keeps what was open on the draft beneath what it says otherwise, and drops what a file before it said", () => {
    const open = [doubt("t.one.a", "旧"), doubt("t.one.b", "另一份原件说的", OTHER_FILE)];
    const draft = { "t.one.a": count(3), "t.one.b": count(4) };
    const found = beside(draft, { "t.one.a": count(5) }, { open });
    expect(found.map(({ cell, rule }) => [cell, rule])).toEqual([
      ["t.one.a", "read.figure"],
      ["t.one.a", OTHER_FILE],
    ]);
  });

  it("that prints something that could not be read for sure is to be looked at, whatever was typed", () => {
    const doubted = [doubt("t.one.a", "连写"), doubt("t.one.b", "连写")];
    const draft = { "t.one.a": count(3), "t.one.b": count(0) };
    expect(beside(draft, {}, { doubted })).toEqual(doubted);
  });

  it("that is doubted itself is said with its own words, where nobody has settled the figure", () => {
    const draft = { "t.one.a": count(3) };
    const doubted = [doubt("t.one.a", "连写")];
    expect(beside(draft, { "t.one.a": count(3) }, { doubted })).toEqual([]);
    const open = [doubt("t.one.a", "旧")];
    expect(beside(draft, { "t.one.a": count(3) }, { open, doubted })).toEqual(doubted);
    expect(beside({}, { "t.one.a": count(4) }, { doubted })).toEqual(doubted);
  });

  it("that is doubted itself and says otherwise gives its figure to choose, with its own words behind", () => {
    const doubted = [doubt("t.one.a", "括号内的说明保留。")];
    const [found] = beside({ "t.one.a": count(24) }, { "t.one.a": count(169) }, { doubted });
    expect(found?.message.zh).toBe("原件与草稿不同：草稿为 24，原件为 169。括号内的说明保留。");
    expect(found?.candidates).toEqual([{ "t.one.a": "169" }]);
  });
});
