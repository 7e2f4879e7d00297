import { EDITIONS } from "#lib/editions/registry.ts";
import { isFigure } from "./figures.ts";
import type { Range } from "./plain.ts";
import { vocabularies } from "./vocabulary.ts";

/** Labels of all forms by their characters, blanks and marks aside. */
interface Node {
  next: Map<string, Node>;
  isEnd: boolean;
}

const NUMBER =
  /(?:[一二三四五六七八九十]{1,3}\s?[、.,:]|\(\s?[一二三四五六七八九十]{1,3}\s?\)\s?[、.,]?|\(?\d{1,2}\s?[.、),](?!\d)|[①-⑳])\s*/uy;
const MARK = /[\p{P}\p{S}\s]/u;
const CLOSING = /[)\]”"’』」》】]/u;
/** A unit that stands apart from its figure, and ends there. */
const UNIT_BEHIND = /[^\S\n]+(?:万元|元|万|件|项|条|次|份|个|宗|起)(?=\s|$)/uy;
const LONGEST_STRANGER = 24;
const LONGEST_SPAN = 160;

type Item = Range & { kind: "label" | "figure" | "word" };

let known: Node | null = null;

function labels(): Node {
  if (known) return known;
  const root: Node = { next: new Map(), isEnd: false };
  for (const edition of EDITIONS)
    for (const { entries } of vocabularies(edition))
      for (const { label } of entries)
        for (const words of [label.key, label.bare]) add(root, words);
  known = root;
  return root;
}

function add(root: Node, words: string): void {
  let node = root;
  for (const character of words) {
    let next = node.next.get(character);
    if (!next) {
      next = { next: new Map(), isEnd: false };
      node.next.set(character, next);
    }
    node = next;
  }
  if (words.length > 1) node.isEnd = true;
}

/** Where the label of a form that begins here ends, its numbering taken along; null where none stands here. */
export function labelEnd(text: string, start: number, end: number): number | null {
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text);
  const numbered = number ? wordsEnd(text, start + number[0].length, end) : null;
  return numbered ?? wordsEnd(text, start, end);
}

function wordsEnd(text: string, start: number, end: number): number | null {
  let node = labels();
  let found: number | null = null;
  const stop = Math.min(end, start + LONGEST_SPAN);
  for (let index = start; index < stop; index++) {
    const character = text[index] ?? "";
    const next = node.next.get(character);
    if (next) {
      node = next;
      if (node.isEnd) found = index + 1;
    } else if (index === start || !MARK.test(character)) break;
  }
  if (found === null) return null;
  while (found < end && CLOSING.test(text[found] ?? "")) found++;
  return found;
}

/** Cuts a line whose cells are parted by nothing but blanks: around the form's labels and the figures beside them; prose stays whole. */
export function flowCells(text: string, line: Range): Range[] {
  if (line.end - line.start < 3) return [line];
  const items = itemsOf(text, line);
  if (items.length < 2) return [line];
  const cells: Range[] = [];
  let open: Item[] = [];
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last) {
      if (!isRow(open, open.length === items.length))
        cells.push({ start: first.start, end: last.end });
      else for (const item of open) cells.push(item);
    }
    open = [];
  };
  for (const item of items) {
    const isProse = item.kind === "word" && item.end - item.start > LONGEST_STRANGER;
    if (isProse) close();
    open.push(item);
    if (isProse) close();
  }
  close();
  return joinedProse(cells, line);
}

/** Words, labels and figures are a row where figures stand beside a label, or labels and figures stand alone. */
function isRow(items: readonly Item[], isWhole: boolean): boolean {
  const count = (kind: Item["kind"]) => items.filter((item) => item.kind === kind).length;
  const [labelled, figures, words] = [count("label"), count("figure"), count("word")];
  if (labelled >= 3 && figures >= 2) return true;
  if (!isWhole) return false;
  if (words === 0) return labelled + figures >= 2;
  // A row of another form: its label first, then nothing but figures.
  const last = items.findLastIndex(({ kind }) => kind === "word");
  if (figures >= 2 && words <= 3 && last < items.length - figures) return true;
  return (labelled > 0 && figures >= 2) || (labelled >= 3 && words <= labelled);
}

/** A line in which nothing was cut is one cell. */
function joinedProse(cells: readonly Range[], line: Range): Range[] {
  return cells.length > 1 ? [...cells] : [line];
}

function itemsOf(text: string, { start, end }: Range): Item[] {
  const items: Item[] = [];
  for (let from = start; from < end; ) {
    if (/\s/u.test(text[from] ?? "")) {
      from++;
      continue;
    }
    const item = itemAt(text, from, end);
    items.push(item);
    from = item.end;
  }
  return items;
}

function itemAt(text: string, start: number, end: number): Item {
  const label = labelEnd(text, start, end);
  if (label !== null && (label === end || /[\s\d]/u.test(text[label] ?? "")))
    return { start, end: label, kind: "label" };
  let stop = start;
  while (stop < end && !/\s/u.test(text[stop] ?? "")) stop++;
  const isNumber = stop - start < 60 && isFigure(text.slice(start, stop));
  if (!isNumber) return { start, end: stop, kind: "word" };
  return { start, end: unitEnd(text, { start, end: stop }, end), kind: "figure" };
}

/** Where a figure ends with its unit: a change of font leaves a gap before 万元. */
function unitEnd(text: string, figure: Range, end: number): number {
  UNIT_BEHIND.lastIndex = figure.end;
  const unit = UNIT_BEHIND.exec(text);
  if (!unit || UNIT_BEHIND.lastIndex > end) return figure.end;
  const isOne = isFigure(text.slice(figure.start, UNIT_BEHIND.lastIndex));
  return isOne ? UNIT_BEHIND.lastIndex : figure.end;
}
