import type { ClipboardEvent, KeyboardEvent } from "react";
import { clipboardRows } from "./grid-model.ts";

/** Grid inputs carry their place as `data-line` and `data-column`. */
const SELECTOR = "input[data-line]";

interface Spot {
  line: number;
  column: number;
}

function spotOf(input: HTMLInputElement): Spot {
  return { line: Number(input.dataset.line), column: Number(input.dataset.column) };
}

function inputAt(grid: HTMLElement, { line, column }: Spot): HTMLInputElement | null {
  return grid.querySelector(`input[data-line="${line}"][data-column="${column}"]`);
}

/** Where a key leads; null where the key belongs to the text in the cell. */
function step(event: KeyboardEvent, input: HTMLInputElement): Spot | null {
  const { line, column } = spotOf(input);
  const start = input.selectionStart ?? 0;
  const end = input.selectionEnd ?? 0;
  const isWhole = start === 0 && end === input.value.length;
  switch (event.key) {
    case "ArrowUp":
      return { line: line - 1, column };
    case "ArrowDown":
      return { line: line + 1, column };
    case "Enter":
      return { line: line + (event.shiftKey ? -1 : 1), column };
    case "ArrowLeft":
      return isWhole || end === 0 ? { line, column: column - 1 } : null;
    case "ArrowRight":
      return isWhole || start === input.value.length ? { line, column: column + 1 } : null;
    default:
      return null;
  }
}

/** Arrow keys and Enter move between the figures; Tab is the browser's own. */
export function moveByKey(event: KeyboardEvent<HTMLElement>): void {
  const input = event.target;
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(input instanceof HTMLInputElement) || !input.matches(SELECTOR)) return;
  const spot = step(event, input);
  if (!spot) return;
  event.preventDefault();
  const next = inputAt(event.currentTarget, spot);
  next?.focus();
  next?.select();
}

/** A block from a spreadsheet fills the cells from the one that has the focus; a single value is pasted as text. */
export function pasteBlock(
  event: ClipboardEvent<HTMLElement>,
  fill: (values: Record<string, string>) => void,
): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.matches(SELECTOR)) return;
  const rows = clipboardRows(event.clipboardData.getData("text/plain"));
  if (rows.length === 1 && rows[0]?.length === 1) return;
  event.preventDefault();
  const from = spotOf(input);
  const values: Record<string, string> = {};
  rows.forEach((row, down) => {
    row.forEach((value, across) => {
      const spot = { line: from.line + down, column: from.column + across };
      const key = inputAt(event.currentTarget, spot)?.dataset.cell;
      if (key) values[key] = value;
    });
  });
  fill(values);
}
