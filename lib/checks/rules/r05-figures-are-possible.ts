import type { Cell } from "../../editions/content.ts";
import {
  type CellSpec,
  type CellType,
  type Column,
  cellSpecs,
  type Edition,
  type Text,
} from "../../editions/edition.ts";
import type { Issue } from "../issue.ts";
import { cellName } from "../names.ts";
import { figureOf } from "../operands.ts";
import type { Rule, Subject } from "../rule.ts";

const IMPOSSIBLE: Readonly<Record<CellType, Text>> = {
  count: { zh: "不是非负整数", en: "is no whole number of zero or more" },
  change: { zh: "不是整数", en: "is no whole number" },
  amount: { zh: "是负数，金额不能为负", en: "is negative, which no amount can be" },
};

const IS_POSSIBLE: Readonly<Record<CellType, (figure: number) => boolean>> = {
  count: (figure) => Number.isSafeInteger(figure) && figure >= 0,
  change: (figure) => Number.isSafeInteger(figure),
  amount: (figure) => figure >= 0,
};

/** R05: counts are whole and not negative, changes are whole, amounts are not negative and say their unit. */
export const FIGURES_ARE_POSSIBLE: Rule = {
  id: "R05",
  severity: "error",
  name: { zh: "数字符合该格的类型和单位", en: "Figures fit their type and unit" },
  formula: {
    zh: "件数为非负整数（“本年增/减”可为负）；金额不小于 0，并有单位",
    en: "Counts are whole numbers ≥ 0 (a change may be negative); amounts are ≥ 0 and have a unit",
  },
  basis: {
    zh: "格式第二、三、四部分各表的计量要求",
    en: "Form, sections II, III and IV: what each table counts, and in which unit",
  },
  inBadge: false,
  toSubmit: "explain",
  isValidFor: () => true,
  about: "figures",
  check: checkFigures,
};

function checkFigures({ content, edition }: Subject<Edition>): Issue[] {
  const printed = [...cellSpecs(edition).values()].flatMap((spec) => {
    const cell = content.cells[spec.key];
    const figure = figureOf(cell);
    return cell && figure !== null ? [{ spec, cell, figure }] : [];
  });
  const found = printed.flatMap(({ spec, cell, figure }) => {
    const issue = checkFigure(edition, spec, cell, figure);
    return issue ? [issue] : [];
  });
  if (found.length > 0) return found;
  return [printed.length > 0 ? ALL_POSSIBLE : NOTHING_TO_CHECK];
}

function checkFigure(edition: Edition, spec: CellSpec, cell: Cell, figure: number): Issue | null {
  const { column, key } = spec;
  const facts = { rule: "R05", instance: `R05.${key}`, severity: "error", cells: [key] } as const;
  const name = cellName(edition, spec);
  if (!IS_POSSIBLE[column.type](figure)) {
    const why = IMPOSSIBLE[column.type];
    const message = {
      zh: `${name.zh}：${figure} ${why.zh}`,
      en: `${name.en}: ${figure} ${why.en}`,
    };
    return { ...facts, cells: [key], outcome: "fails", formula: null, message };
  }
  if (column.type !== "amount" || !isUnitUnknown(column, cell)) return null;
  const message = {
    zh: `${name.zh}：${figure} 未写明单位，无法换算，不计入任何合计`,
    en: `${name.en}: ${figure} is printed without a unit, so it is never added to anything`,
  };
  return { ...facts, cells: [key], outcome: "cannot-tell", formula: null, message };
}

/** A form that fixes the unit leaves none open, unless the report prints another than the two that are known. */
function isUnitUnknown(column: Column, { unit }: Cell): boolean {
  return column.unit === "printed" ? !unit : unit === null;
}

const WHOLE = {
  rule: "R05",
  instance: "R05",
  severity: "error" as const,
  cells: [],
  formula: null,
};

const ALL_POSSIBLE: Issue = {
  ...WHOLE,
  outcome: "holds",
  message: { zh: "各格数字均符合类型和单位", en: "All figures fit their type and unit" },
};

const NOTHING_TO_CHECK: Issue = {
  ...WHOLE,
  outcome: "cannot-tell",
  message: { zh: "没有可核对的数字", en: "There is no figure to check" },
};
