/** The end of a cell and the beginning of the next, where each has paragraphs of its own; blank cells between them have none. */
const BORDER = /(?<!\n)\n\n\t(?:\n{0,2}\t)*\n\n(?!\n)/gu;
const FEWEST = 10;
/** No row of a form has more cells. */
const MOST_CELLS = 20;

/**
 * What a browser says the text of a page is, where the cells of its tables hold paragraphs: each border of a cell is a line
 * with nothing but a tab, each row ends with several line ends. The cells of a row stand in one line here, unit for unit,
 * so that no place moves.
 */
export function withoutBorders(text: string): string {
  const borders = text.match(BORDER) ?? [];
  if (borders.length < FEWEST) return text;
  const joined = text.replace(BORDER, (border) => border.replaceAll("\n", " "));
  const isTable = joined.split("\n").every((line) => line.split("\t").length <= MOST_CELLS);
  return isTable ? joined : text;
}
