import { cellSpecs } from "#lib/editions/edition.ts";
import type { Chance } from "../chance.ts";
import type { Injury } from "../draft.ts";
import type { TrueCell, Truth } from "../truth.ts";

type Change = (cell: TrueCell, chance: Chance) => Partial<TrueCell> | null;

/** Changes how some figures are printed; the share of those it may change is drawn too. */
function printedAs(
  name: string,
  part: string,
  which: (truth: Truth, key: string) => boolean,
  change: Change,
): Injury {
  return {
    name,
    part,
    reading: "same",
    on: "figures",
    hurt({ truth }, chance) {
      const share = chance.pick([0.1, 0.4, 1]);
      let count = 0;
      for (const [key, cell] of truth.cells) {
        if (!which(truth, key) || !chance.maybe(share)) continue;
        const changed = change(cell, chance);
        if (!changed) continue;
        truth.cells.set(key, { ...cell, ...changed });
        count++;
      }
      return count > 0;
    },
  };
}

const anyCell = () => true;
const isCount = ({ form }: Truth, key: string) => cellSpecs(form).get(key)?.column.type === "count";
const isAmount = ({ form }: Truth, key: string) =>
  cellSpecs(form).get(key)?.column.type === "amount";
const isChange = ({ form }: Truth, key: string) =>
  cellSpecs(form).get(key)?.column.type === "change";
const isTotal = (_truth: Truth, key: string) => /^requests\..*\.total$/.test(key);
const BLANK = { raw: "", value: null, states: ["blank"] } as const;
const ZERO = { raw: "0", value: 0, states: ["number" as const] } as const;

const DIGITS = "零一二三四五六七八九";

/** A number up to 99 as it is written in Chinese. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const unit = ones > 0 || tens === 0 ? (DIGITS[ones] ?? "") : "";
  if (tens === 0) return unit;
  return `${tens > 1 ? DIGITS[tens] : ""}十${unit}`;
}

const fullWidth = (text: string) =>
  text.replace(/[0-9.,-]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

/** What reports do to their figures without changing what they say. */
export const FIGURE_INJURIES: readonly Injury[] = [
  printedAs("thousands separators", "figures", anyCell, ({ raw, value }) => {
    if (value === null || Math.abs(value) < 1000) return null;
    return { raw: raw.replace(/\d(?=(?:\d{3})+(?!\d))/g, "$&,").replace(/(\.\d*?),(.*)$/, "$1$2") };
  }),
  printedAs("full-width digits", "figures", anyCell, ({ raw }) => ({ raw: fullWidth(raw) })),
  printedAs("Chinese numerals", "figures", isCount, ({ value }) =>
    value === null || value < 0 || value > 99 ? null : { raw: chineseNumeral(value) },
  ),
  printedAs("nbsp around figures", "figures", anyCell, ({ raw }) => ({
    raw: `\u00a0${raw}\u00a0`,
  })),
  printedAs("units in cells", "figures", isCount, ({ raw }, chance) => ({
    raw: `${raw}${chance.pick(["件", "件", "项", "条"])}`,
  })),
  printedAs("amounts with their unit", "amounts", isAmount, ({ raw, value, unit }) =>
    unit === undefined || raw !== String(value) ? null : { raw: `${raw}万元`, unit: "万元" },
  ),
  printedAs("amounts in yuan", "amounts", isAmount, ({ raw, value }) => {
    if (raw === "" || value === null) return null;
    const yuan = Math.round(value * 1000) * 10;
    return { raw: `${yuan}元`, value: yuan, unit: "元" };
  }),
  printedAs("remarks in cells", "figures", isCount, ({ raw, value }) =>
    value === null || value < 2 ? null : { raw: `${raw}（其中修订${Math.floor(value / 2)}件）` },
  ),
  printedAs("a plus before changes", "changes", isChange, ({ raw, value }) =>
    value === null || value <= 0 ? null : { raw: `+${raw}` },
  ),
  printedAs("a long minus before changes", "changes", isChange, ({ value }) =>
    value === null || value >= 0 ? null : { raw: `－${-value}` },
  ),
  printedAs("changes in words", "changes", isChange, ({ value }) =>
    value === null || value === 0 ? null : { raw: `${value > 0 ? "增" : "减"}${Math.abs(value)}` },
  ),
  printedAs("decimals of nothing", "figures", isCount, ({ raw }) => ({ raw: `${raw}.0` })),
  printedAs("dashes for zeros", "zeros", anyCell, ({ value }, chance) =>
    value === 0
      ? {
          raw: chance.pick(["-", "—", "/", "——", "不适用"]),
          value: null,
          states: ["not-applicable"],
        }
      : null,
  ),
  printedAs("无 for zeros", "zeros", anyCell, ({ value }) =>
    value === 0 ? { raw: "无", value: null, states: ["not-applicable", "text"] } : null,
  ),
  printedAs("blanks for zeros", "zeros", anyCell, ({ value }) => (value === 0 ? BLANK : null)),
  printedAs("words for figures", "zeros", isCount, (_cell, chance) =>
    chance.maybe(0.05)
      ? { raw: chance.pick(["若干", "详见附件", "待定"]), value: null, states: ["text"] }
      : null,
  ),
  {
    ...printedAs("totals left blank", "totals", isTotal, () => BLANK),
    hurt({ truth }) {
      for (const [key, cell] of truth.cells)
        if (isTotal(truth, key)) truth.cells.set(key, { ...cell, ...BLANK });
    },
  },
  printedAs("totals of zero beside true parts", "totals", isTotal, () => ZERO),
  {
    name: "a total beside zeros",
    part: "totals",
    reading: "same",
    on: "figures",
    hurt({ truth }, chance) {
      const row = chance.pick([...truth.cells.keys()].filter((key) => isTotal(truth, key)));
      const stem = row.slice(0, row.lastIndexOf("."));
      for (const [key, cell] of truth.cells)
        if (key.startsWith(`${stem}.`) && key.split(".").length === row.split(".").length)
          truth.cells.set(key, {
            ...cell,
            ...ZERO,
            ...(key === row ? { raw: "6", value: 6 } : {}),
          });
    },
  },
  {
    name: "leftovers in an empty table",
    part: "zeros",
    reading: "same",
    on: "figures",
    hurt({ truth }, chance) {
      const left = new Set(chance.some([...truth.cells.keys()], 3 + chance.below(4)));
      for (const [key, cell] of truth.cells)
        if (!left.has(key)) truth.cells.set(key, { ...cell, ...BLANK });
    },
  },
  {
    name: "other handling in one row",
    part: "rows",
    reading: "same",
    on: "figures",
    fits: (_shape, { form }) => optionalOf(form) !== null,
    hurt({ truth }) {
      const optional = optionalOf(truth.form);
      if (!optional) return false;
      const { key: own, parts, columns } = optional;
      for (const column of columns) {
        const cells = parts.map((part) => truth.cells.get(`requests.${part}.${column}`));
        const value = cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0);
        truth.cells.set(`requests.${own}.${column}`, {
          raw: String(value),
          value,
          states: ["number"],
        });
      }
      for (const key of [...truth.cells.keys()])
        if (parts.some((part) => key.startsWith(`requests.${part}.`))) truth.cells.delete(key);
    },
  },
];

function optionalOf(form: Truth["form"]) {
  for (const { key: table, blocks } of form.tables)
    for (const { rows, columns } of blocks) {
      const row = rows.find(({ insteadOf }) => insteadOf);
      if (row && table === "requests")
        return { key: row.key, parts: row.insteadOf ?? [], columns: columns.map(({ key }) => key) };
    }
  return null;
}
