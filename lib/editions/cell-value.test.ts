import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import { isOpenRemark, parseOver, parseRaw, remarkOf } from "./cell-value.ts";
import { type CellSpec, cellSpecs, type Edition } from "./edition.ts";

function spec(edition: Edition, key: string): CellSpec {
  const found = cellSpecs(edition).get(key);
  if (!found) throw new Error(`no cell ${key}`);
  return found;
}

const COUNT = spec(EDITION_2021, "requests.received.total");
const FEES = spec(EDITION_2021, "proactive.fees.amount");
const PROCUREMENT = spec(EDITION_2019, "proactive.procurement.amount");
const CHANGE = spec(EDITION_2019, "proactive.licences.change");

describe("parseRaw", () => {
  it.each(["—2", "— 2", "―3", "─ 1"])("takes %j for a minus only of a change", (raw) => {
    expect(parseRaw(COUNT, raw)).toEqual({ raw, value: null, state: "text" });
    expect(parseRaw(CHANGE, raw)).toMatchObject({ state: "number" });
    expect(parseRaw(COUNT, raw[0] ?? "")).toMatchObject({ state: "not-applicable" });
  });

  it.each([
    ["0", 0],
    ["8", 8],
    [" 8 ", 8],
    ["8\u00a0", 8],
    ["１２", 12],
    ["1,234", 1234],
    ["1，234，567", 1234567],
    ["12件", 12],
    ["3起", 3],
    ["5项", 5],
    ["5項", 5],
    ["4 例", 4],
    ["2人次", 2],
    ["-3", -3],
    ["－3", -3],
    ["1.5", 1.5],
    ["0.00", 0],
    ["-0", 0],
    ["+2", 2],
    ["8 件", 8],
    ["- 3", -3],
    ["5（件）", 5],
    ["5件（单位：件）", 5],
    ["22（其中修订16件）", 22],
    ["22件（其中修订16件）", 22],
    ["3件(jiàn)", 3],
    ["〇", 0],
    ["零", 0],
    ["八", 8],
    ["十", 10],
    ["十二", 12],
    ["一十二", 12],
    ["二十", 20],
    ["一百零三", 103],
    ["一百〇三", 103],
    ["两千零五十", 2050],
    ["一〇三", 103],
    ["十二件", 12],
    ["一件", 1],
  ])("reads the count %j as %d and keeps what was written", (raw, value) => {
    expect(parseRaw(COUNT, raw)).toEqual({ raw, value, state: "number" });
  });

  it.each(["", " ", "\u3000", "\u00a0", "\u200b"])(
    "takes %j for a blank, never for a zero",
    (raw) => {
      expect(parseRaw(COUNT, raw)).toEqual({ raw, value: null, state: "blank" });
    },
  );

  it.each(
    "/ ／ \\ // — —— ——— ————— ―― ── - -- – － _ 不适用 不適用 无 無 暂无 不涉及 N/A n/a * ** ＊ /件 —件 -项 ——条 无件 不适用件 —万元".split(
      " ",
    ),
  )("takes %j for not applicable", (raw) => {
    expect(parseRaw(COUNT, raw).state).toBe("not-applicable");
  });

  it.each(["__", "____", "_ _ _", "____件", "_项"])(
    "%s is a line to write on, with nothing on it",
    (raw) => {
      expect(parseRaw(COUNT, raw).state).toBe("blank");
    },
  );

  it.each([
    "abc",
    "约5",
    "5余件",
    "1,23",
    "12,34,567",
    "1-2",
    "9 8",
    "00",
    "05",
    "0,123",
    "5(2)",
    "22(16)",
    "5²",
    "5½",
    "③",
    "一",
    "一一",
    "一百三",
    "百",
    "三万",
    "○",
    "增加3",
    "1e5",
    "0x10",
    "1O",
    "∞",
    "１２元",
    "12%",
    "5件(项)",
    "99999999999999999",
    "9".repeat(400),
  ])("takes %j for text that is no count", (raw) => {
    expect(parseRaw(COUNT, raw)).toEqual({ raw, value: null, state: "text" });
  });

  it.each([
    ["101647022.75元", 101647022.75, "元"],
    ["1,016.47万元", 1016.47, "万元"],
    ["1.50万元", 1.5, "万元"],
    ["1.50万", 1.5, "万元"],
    ["12萬元", 12, "万元"],
    ["300（元）", 300, "元"],
    ["1.5（单位：万元）", 1.5, "万元"],
    ["三万元", 3, "万元"],
    ["0.00", 0, null],
    ["5", 5, null],
  ] as const)(
    "reads the amount %j with the unit printed, and none where none is",
    (raw, value, unit) => {
      expect(parseRaw(PROCUREMENT, raw)).toEqual({ raw, value, state: "number", unit });
    },
  );

  it("takes the unit the form fixes where none is printed", () => {
    expect(parseRaw(FEES, "12.5")).toMatchObject({ value: 12.5, unit: "万元" });
    expect(parseRaw(FEES, "300元")).toMatchObject({ value: 300, unit: "元" });
    expect(parseRaw(FEES, "300（元）")).toMatchObject({ value: 300, unit: "元" });
    expect(parseRaw(FEES, "")).toEqual({ raw: "", value: null, state: "blank", unit: "万元" });
    expect(parseRaw(FEES, "3件").state).toBe("text");
    expect(parseRaw(FEES, "1.2亿元").state).toBe("text");
  });

  it.each([
    ["5", "元", 5, "元"],
    ["", "元", null, "元"],
    ["0.5万元", "元", 0.5, "万元"],
    ["5", "万元", 5, "万元"],
    ["5", null, 5, "万元"],
    ["5元", null, 5, "元"],
  ] as const)(
    "typed over an amount, %j keeps its unit %j unless it brings one",
    (raw, unit, value, now) => {
      const before = { raw: "40", value: 40, state: "number", unit } as const;
      expect(parseOver(FEES, raw, before)).toMatchObject({ value, unit: now });
    },
  );

  it("gives no unit to what is no amount", () => {
    const before = { raw: "4", value: 4, state: "number" } as const;
    expect(parseOver(spec(EDITION_2021, "requests.received.total"), "5", before)).toEqual({
      ...before,
      raw: "5",
      value: 5,
    });
  });

  it.each([
    ["−2", -2],
    ["－18", -18],
    ["+3", 3],
    ["增加3", 3],
    ["增加了3项", 3],
    ["新增12", 12],
    ["减少2", -2],
    ["減少2", -2],
    ["减2项", -2],
    ["↓ 4", -4],
    ["增加十二", 12],
  ])("reads the change %j", (raw, value) => {
    expect(parseRaw(CHANGE, raw)).toEqual({ raw, value, state: "number" });
  });

  it.each(["增加-3", "增3减2", "持平", "增加"])("takes %j for text that is no change", (raw) => {
    expect(parseRaw(CHANGE, raw).state).toBe("text");
  });

  it("knows a remark from a unit in brackets", () => {
    expect(remarkOf("22（其中修订16件）")).toBe("其中修订16件");
    expect(remarkOf("22（件）")).toBeNull();
    expect(remarkOf("22")).toBeNull();
  });

  it.each([
    ["其中修订16件", false],
    ["含网上1件", false],
    ["其中修订23件", true],
    ["修订16件", true],
    ["不含上年", true],
  ])("of 22 the remark %j leaves the figure open: %s", (remark, isOpen) => {
    expect(isOpenRemark(remark, 22)).toBe(isOpen);
  });

  it("reads every count below 10,000 as it is properly spelled in Chinese", () => {
    const digits = "零一二三四五六七八九";
    const spell = (value: number) =>
      [
        [1000, "千"],
        [100, "百"],
        [10, "十"],
        [1, ""],
      ]
        .map(([unit, name]) => {
          const digit = Math.floor(value / Number(unit)) % 10;
          return digit === 0 ? "零" : `${digits[digit]}${name}`;
        })
        .join("")
        .replace(/零+/gu, "零")
        .replace(/^零|零$/gu, "");
    for (let value = 2; value < 10_000; value += 1)
      expect([value, parseRaw(COUNT, spell(value)).value]).toEqual([value, value]);
  });

  it("gives a number if and only if its state says so, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (raw) => {
        const cell = parseRaw(COUNT, raw);
        expect(cell.value !== null).toBe(cell.state === "number");
        expect(cell.raw).toBe(raw);
      }),
    );
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(parseRaw(COUNT, String(value)).value).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("answers in time that grows with what was typed", () => {
    for (const piece of ["1,111", "(", "1(a)", " 1", "十", "-", "万元"]) {
      const start = performance.now();
      parseRaw(COUNT, piece.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
