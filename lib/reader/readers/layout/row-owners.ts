import { LONE_NUMBER } from "../../labels.ts";
import { isRowGroup, isRowLabel, mayBeRow } from "../pdf/open-heads.ts";
import type { LabelBlock } from "../pdf/open-labels.ts";
import { around } from "../pdf/page.ts";

/** The figures of a row and the labels beside them. */
export interface Owned<Figures> {
  at: number;
  figures: Figures;
  /** Whether it has a figure in each column. */
  isFull: boolean;
  labels: LabelBlock[];
  /** Whether nothing says for certain whose figures they are. */
  isNobody: boolean;
}

const isOwn = ({ text }: LabelBlock) => !isRowGroup(text);

/** The label of the row itself; that of a group where it stands alone, as 其他处理 may. */
function ownOf(labels: readonly LabelBlock[]): readonly LabelBlock[] {
  const own = labels.filter(isOwn);
  const isUndivided = labels.length === 1 && labels.every(({ text }) => mayBeRow(text));
  return own.length === 0 && isUndivided ? labels : own;
}

/** Rows whose number alone stands beside the figures, the words in the line above, as where they are set in other fonts. */
function withWords<Figures>(
  rows: readonly Owned<Figures>[],
  alone: readonly LabelBlock[],
): { rows: readonly Owned<Figures>[]; alone: readonly LabelBlock[] } {
  const taken = new Set<LabelBlock>();
  const whole = rows.map((row, index): Owned<Figures> => {
    const number = row.labels.find(({ text }) => LONE_NUMBER.test(text));
    if (!number) return row;
    const from = rows[index - 1]?.at ?? -Infinity;
    const above = alone.filter(({ at }) => at > from && at < row.at).slice(-1);
    const words = [...row.labels, ...above].find(({ text }) => isRowLabel(number.text + text));
    if (!words || words === number) return row;
    taken.add(words);
    const pieces = [...number.pieces, ...words.pieces];
    const label = { ...number, ...around(pieces), pieces, text: number.text + words.text };
    const others = row.labels.filter((one) => one !== number && one !== words);
    return { ...row, labels: [label, ...others] };
  });
  return { rows: whole, alone: alone.filter((label) => !taken.has(label)) };
}

/**
 * Rows with the labels that are theirs. The label of a group, which stands between two rows, draws labels and figures into
 * its line that belong above and below: where figures are left without a label, labels and figures are matched in turn as
 * far as there are as many; elsewhere the figures that may have moved belong to nobody. `alone` are labels without figures.
 */
export function withOwners<Figures>(
  printed: readonly Owned<Figures>[],
  left: readonly LabelBlock[],
): { rows: Owned<Figures>[]; alone: readonly LabelBlock[] } {
  if (left.length === 0 && printed.every(({ labels }) => labels.length === 0))
    return { rows: [...printed], alone: left };
  const { rows, alone } = withWords(printed, left);
  const labels = [...rows.flatMap((row) => ownOf(row.labels)), ...alone.filter(isOwn)];
  const isOrphan = (row: Owned<Figures> | undefined) =>
    row !== undefined && ownOf(row.labels).length === 0;
  const hasOrphans = rows.some(isOrphan);
  const isBlank = (label: LabelBlock | undefined) => label !== undefined && alone.includes(label);
  const inOrder = labels.toSorted((a, b) => a.at - b.at);
  const orphans = rows.flatMap((row, index) => (isOrphan(row) ? [index] : []));
  const blanks = inOrder.flatMap((label, index) => (isBlank(label) ? [index] : []));
  // A label at the head of a page and figures at its foot are not drawn apart by a group: what lies between has its own.
  const areNear = orphans.every((at, index) => Math.abs(at - (blanks[index] ?? at)) <= DRAWN);
  const isWhole = labels.length === rows.length && rows.every(({ isFull }) => isFull);
  if (hasOrphans && isWhole && areNear)
    return { rows: inTurn(rows, labels), alone: alone.filter((label) => !isOwn(label)) };
  const isDrawn = (row: Owned<Figures>) => {
    const own = ownOf(row.labels)[0];
    const index = own ? inOrder.indexOf(own) : -1;
    const hasGroup = row.labels.some((label) => !isOwn(label));
    return hasGroup && (isBlank(inOrder[index - 1]) || isBlank(inOrder[index + 1]));
  };
  const sure = rows.map((row, index) => {
    const isBeside = isOrphan(rows[index - 1]) || isOrphan(rows[index + 1]);
    const isNobody = isOrphan(row) || isBeside || isDrawn(row) || ownOf(row.labels).length > 1;
    return { ...row, isNobody };
  });
  return { rows: sure, alone };
}

/** How many rows the label of a group draws apart. */
const DRAWN = 2;

/** Labels and figures, each from top to bottom. */
function inTurn<Figures>(
  rows: readonly Owned<Figures>[],
  labels: readonly LabelBlock[],
): Owned<Figures>[] {
  const inOrder = labels.toSorted((a, b) => a.at - b.at);
  return rows.map((row, index) => {
    const own = inOrder[index];
    const groups = row.labels.filter((label) => !isOwn(label) && label !== own);
    return { ...row, labels: [...groups, ...(own ? [own] : [])] };
  });
}
