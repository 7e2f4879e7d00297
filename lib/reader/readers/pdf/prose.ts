import type { LineBlock } from "./blocks.ts";
import { isHeading } from "./columns.ts";
import { lineText } from "./lines.ts";

/** How far from the right edge of the text a line that goes on may end, in characters. */
const SLACK = 2.2;
/** An indent of this many characters begins a paragraph. */
const INDENT = 0.8;

/** Lines of prose joined to paragraphs: a line that is full goes on in the next that is not indented. */
export function paragraphsOf(lines: readonly LineBlock[]): string[] {
  const left = edge(
    lines.map((line) => line.left),
    0.1,
  );
  const right = edge(
    lines.map((line) => line.right),
    0.98,
  );
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const size = sizeOf(line);
    const isFull = before !== undefined && right - before.right < SLACK * sizeOf(before);
    const isSame = before !== undefined && Math.abs(sizeOf(before) - size) < 0.6;
    const isNear =
      before === undefined || before.page !== line.page || line.top - before.bottom < size * 2;
    const isPart = before !== undefined && !isHeading(before) && !isHeading(line);
    const goesOn = isPart && isFull && isSame && isNear && line.left - left < INDENT * size;
    const text = lineText(line);
    const last = paragraphs.at(-1);
    if (goesOn && last !== undefined) paragraphs[paragraphs.length - 1] = meet(last, text);
    else paragraphs.push(text);
  });
  return paragraphs;
}

/** Words that are not Chinese are parted by a blank, also where a line ended between them. */
function meet(one: string, other: string): string {
  return /[A-Za-z]$/u.test(one) && /^[A-Za-z]/u.test(other) ? `${one} ${other}` : one + other;
}

function sizeOf({ pieces }: LineBlock): number {
  return Math.max(...pieces.map(({ size }) => size));
}

/** The place up to which a share of the values lie. */
function edge(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
