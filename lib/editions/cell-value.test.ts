import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EDITION_2019 } from "./2019.ts";
import { EDITION_2021 } from "./2021.ts";
import { parseRaw } from "./cell-value.ts";
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
  it.each([
    ["0", 0],
    ["8", 8],
    [" 8 ", 8],
    ["１２", 12],
    ["1,234", 1234],
    ["1，234，567", 1234567],
    ["12件", 12],
    ["-3", -3],
    ["－3", -3],
    ["1.5", 1.5],
    ["-0", 0],
    ["+2", 2],
    ["8 件", 8],
    ["- 3", -3],
    ["22（其中修订16件）", 22],
  ])("reads the count %j as %d and keeps what was written", (raw, value) => {
    expect(parseRaw(COUNT, raw)).toEqual({ raw, value, state: "number" });
  });

  it.each(["", " ", "\u3000", "\u00a0", "\u200b"])(
    "takes %j for a blank, never for a zero",
    (raw) => {
      expect(parseRaw(COUNT, raw)).toEqual({ raw, value: null, state: "blank" });
    },
  );

  it.each(["/", "／", "—", "——", "-", "–", "不适用", "N/A", "－"])(
    "takes %j for not applicable",
    (raw) => {
      expect(parseRaw(COUNT, raw).state).toBe("not-applicable");
    },
  );

  it.each([
    "无",
    "abc",
    "1,23",
    "1-2",
    "1e5",
    "0x10",
    "∞",
    "１２元",
    "12%",
    "99999999999999999",
    "9".repeat(400),
  ])("takes %j for text that is no count", (raw) => {
    expect(parseRaw(COUNT, raw)).toEqual({ raw, value: null, state: "text" });
  });

  it("reads amounts with the unit printed or fixed by the form, and none where none is known", () => {
    expect(parseRaw(FEES, "12.5")).toMatchObject({ value: 12.5, unit: "万元" });
    expect(parseRaw(FEES, "")).toEqual({ raw: "", value: null, state: "blank", unit: "万元" });
    expect(parseRaw(PROCUREMENT, "101647022.75元")).toMatchObject({
      value: 101647022.75,
      unit: "元",
    });
    expect(parseRaw(PROCUREMENT, "1,016.47万元")).toMatchObject({ value: 1016.47, unit: "万元" });
    expect(parseRaw(PROCUREMENT, "5")).toMatchObject({ value: 5, unit: null });
    expect(parseRaw(FEES, "3件").state).toBe("text");
  });

  it("reads a change below zero", () => {
    expect(parseRaw(CHANGE, "−2").value).toBe(-2);
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
});
