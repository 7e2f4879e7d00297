const CELLS_THAT_SHOW = 10;
const BEHIND = /[^|\s][^\S\n]*\|[^\S\n]*$/gmu;
/** Words or a figure in a line without bars, and a bar alone in the next. */
const BELOW =
  /\n(?=[^\S\n]{0,9}\|[^\S\n]*$)(?<=^[^|\n]{0,200}[^|\s][^\S\n]{0,9}\n)(?!(?<=^[^\S\n]{0,9}[一二三四五六七][、.．][^|\n]{0,200}\n)[^\S\n]{0,9}\|\s{1,99}\p{L}{2})/gmu;

/**
 * The text with the bar that closes a cell in its line, where it stands alone in the next one, as readers of web pages set
 * it below a cell of several paragraphs: there it would be a blank cell; unit for unit, so that no place moves.
 */
export function withClosingBars(text: string): string {
  if (!text.includes("|")) return text;
  const below = text.match(BELOW)?.length ?? 0;
  const behind = text.match(BEHIND)?.length ?? 0;
  return below > 0 && below + behind >= CELLS_THAT_SHOW ? text.replace(BELOW, " ") : text;
}
