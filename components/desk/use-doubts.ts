"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { CellKey, ReportContent } from "#lib/editions/content.ts";
import type { Doubt } from "#lib/reports/schema.ts";
import { type DoubtGroup, doubtGroups, groupCount, nextGroup } from "./doubt-groups.ts";
import { openDoubts } from "./open-doubts.ts";
import { focusTarget } from "./source-pane.tsx";

interface Given {
  doubts: readonly Doubt[];
  /** What there was to settle when the file was read. */
  doubtTotal: number;
  loaded: ReportContent;
  typed: ReportContent;
  changeCells: (cells: Record<CellKey, string>) => void;
  confirm: (cells: CellKey[]) => Promise<string | null>;
}

/** The doubts still open as this person settles them: by typing, by choosing a way of reading, or by confirming. */
export function useDoubts(given: Given) {
  const { doubts, doubtTotal, loaded, typed, changeCells, confirm } = given;
  const [settled, setSettled] = useState<ReadonlySet<CellKey>>(new Set());
  const open = useMemo(
    () => openDoubts(doubts, loaded.cells, typed.cells).filter(({ cell }) => !settled.has(cell)),
    [doubts, loaded, typed, settled],
  );
  const groups = useMemo(() => doubtGroups(open), [open]);
  const cells = useMemo(() => new Set(open.map(({ cell }) => cell)), [open]);
  // What was not kept when the draft was begun is counted from what is open.
  const total = useMemo(() => Math.max(doubtTotal, groupCount(doubts)), [doubtTotal, doubts]);
  const settle = (done: readonly CellKey[]) => setSettled((all) => new Set([...all, ...done]));

  const current = useRef<CellKey | null>(null);
  const all = [...groups.doubtful, ...groups.missing];
  const latest = useRef(all);
  latest.current = all;
  const go = useCallback((step: 1 | -1) => {
    const [cell] = nextGroup(latest.current, current.current, step)?.cells ?? [];
    if (cell === undefined) return;
    current.current = cell;
    focusTarget(`cell:${cell}`);
  }, []);
  /** Where the next doubt is counted from. */
  const stand = useCallback((cell: CellKey) => {
    current.current = cell;
  }, []);

  return {
    ...groups,
    cells,
    total,
    go,
    stand,
    /** The doubt of the cell that has the focus. */
    here: () => {
      const cell = current.current;
      const hasFocus = cell !== null && document.activeElement?.id === `cell-${cell}`;
      return hasFocus ? latest.current.find(({ cells: own }) => own.includes(cell)) : undefined;
    },
    confirm: async (confirmed: CellKey[]) => {
      const fault = await confirm(confirmed);
      if (fault === null) settle(confirmed);
      return fault;
    },
    choose: (group: DoubtGroup, values: Record<CellKey, string>) => {
      changeCells(values);
      settle([...group.cells, ...Object.keys(values)]);
    },
  };
}
