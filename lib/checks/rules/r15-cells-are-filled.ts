import {
  type CellSpec,
  cellSpecs,
  type Edition,
  type Table,
  type Text,
} from "../../editions/edition.ts";
import { replacedCells } from "../../editions/sum-instances.ts";
import type { Issue } from "../issue.ts";
import { cellName, rowName, sectionName } from "../names.ts";
import { figureOf, whyUnknown } from "../operands.ts";
import type { Rule, Subject } from "../rule.ts";

const NAMED_ROWS = 3;

/** R15: every cell of the form has a number; a printed blank, `/` or words fail, cells not printed at all cannot be told. */
export const CELLS_ARE_FILLED: Rule = {
  id: "R15",
  severity: "warning",
  name: { zh: "数据格均填有数字", en: "Every cell has a number" },
  formula: {
    zh: "各数据格填写数字；没有的填 0，不留空、不填“/”或文字",
    en: "Each cell has a number; none is 0, not a blank, a slash or words",
  },
  basis: {
    zh: "格式第二、三、四部分各表：每格填报一个数",
    en: "Form, sections II, III and IV: one figure in each cell",
  },
  inBadge: false,
  toSubmit: "reason",
  asksWhenUnknown: true,
  isValidFor: () => true,
  about: "figures",
  check: checkFilled,
};

const FACTS = { rule: "R15", severity: "warning", formula: null } as const;

function checkFilled({ content: { cells }, edition }: Subject<Edition>): Issue[] {
  const replaced = replacedCells(edition, cells);
  const specs = [...cellSpecs(edition).values()].filter(
    ({ key }) => key in cells || !replaced.has(key),
  );
  const found = specs
    .filter(({ key }) => key in cells && figureOf(cells[key]) === null)
    .map((spec) => unreadable(edition, spec, whyUnknown(cells[spec.key])));
  const absent = edition.tables.flatMap((table) => {
    const own = specs.filter((spec) => spec.table === table);
    const gone = own.filter(({ key }) => !(key in cells));
    return gone.length > 0 ? [notPrinted(edition, table, gone, gone.length === own.length)] : [];
  });
  const issues = [...found, ...absent];
  return issues.length > 0 ? issues : [ALL_FILLED];
}

function unreadable(edition: Edition, spec: CellSpec, why: Text): Issue {
  const name = cellName(edition, spec);
  const message = { zh: `${name.zh}${why.zh}`, en: `${name.en} ${why.en}` };
  return {
    ...FACTS,
    instance: `R15.${spec.key}`,
    cells: [spec.key],
    outcome: "fails",
    message,
  };
}

function notPrinted(edition: Edition, table: Table, gone: CellSpec[], isWhole: boolean): Issue {
  const section = sectionName(edition, table);
  const rows = [...new Set(gone.map(({ row }) => row))];
  const names = rows.slice(0, NAMED_ROWS).map((row) => rowName(table, row));
  const more = rows.length > NAMED_ROWS;
  const message = isWhole
    ? {
        zh: `${section.zh}的表格没有列出数据，或没有读出`,
        en: `${section.en}: no figures were printed, or none were read`,
      }
    : {
        zh: `${section.zh}有 ${gone.length} 格未列出或没有读出，涉及${names.map(({ zh }) => `“${zh}”`).join("、")}${more ? "等" : ""} ${rows.length} 行`,
        en: `${section.en}: cells not printed, or not read: ${gone.length}, in ${names.map(({ en }) => `“${en}”`).join(", ")}${more ? " and other rows" : ""}`,
      };
  return {
    ...FACTS,
    instance: `R15.absent.${table.key}`,
    cells: gone.map(({ key }) => key),
    outcome: "cannot-tell",
    message,
  };
}

const ALL_FILLED: Issue = {
  ...FACTS,
  instance: "R15",
  cells: [],
  outcome: "holds",
  message: { zh: "各数据格均填有数字", en: "Every cell has a number" },
};
