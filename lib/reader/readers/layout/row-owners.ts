import { isRowGroup } from "../pdf/open-heads.ts";
import type { LabelBlock } from "../pdf/open-labels.ts";

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
  return own.length === 0 && labels.length === 1 ? labels : own;
}

/**
 * Rows with the labels that are theirs. The label of a group, which stands between two rows, draws labels and figures into
 * its line that belong above and below: where figures are left without a label, labels and figures are matched in turn as
 * far as there are as many; elsewhere the figures that may have moved belong to nobody. `alone` are labels without figures.
 */
export function withOwners<Figures>(
  rows: readonly Owned<Figures>[],
  alone: readonly LabelBlock[],
): { rows: Owned<Figures>[]; alone: readonly LabelBlock[] } {
  if (alone.length === 0 && rows.every(({ labels }) => labels.length === 0))
    return { rows: [...rows], alone };
  const labels = [...rows.flatMap((row) => ownOf(row.labels)), ...alone.filter(isOwn)];
  const hasOrphans = rows.some((row) => row.labels.length === 0);
  if (hasOrphans && labels.length === rows.length && rows.every(({ isFull }) => isFull))
    return { rows: inTurn(rows, labels), alone: alone.filter((label) => !isOwn(label)) };
  const isBlank = (label: LabelBlock | undefined) => label !== undefined && alone.includes(label);
  const inOrder = labels.toSorted((a, b) => a.at - b.at);
  const isDrawn = (row: Owned<Figures>) => {
    const own = ownOf(row.labels)[0];
    const index = own ? inOrder.indexOf(own) : -1;
    const hasGroup = row.labels.some((label) => label !== own && !isOwn(label));
    return hasGroup && (isBlank(inOrder[index - 1]) || isBlank(inOrder[index + 1]));
  };
  const isOrphan = (row: Owned<Figures> | undefined) => row?.labels.length === 0;
  const sure = rows.map((row, index) => {
    const isBeside = isOrphan(rows[index - 1]) || isOrphan(rows[index + 1]);
    const isNobody = isOrphan(row) || isBeside || isDrawn(row) || ownOf(row.labels).length > 1;
    return { ...row, isNobody };
  });
  return { rows: sure, alone };
}

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
