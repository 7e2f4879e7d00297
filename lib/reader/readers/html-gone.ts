import { hidesText, SHOWS } from "./html-sheets.ts";
import { isShifted } from "./html-shifted.ts";
import { type HtmlElement, isBlock, isCell, isHidingStyle, styleOf } from "./html-visible.ts";

const ENDS = String.raw`\s{0,9}(?:!important\s{0,9})?(?:;|$)`;
const NONE = String.raw`0(?:\.0+)?(?:px|pt|r?em|%)?`;
/** Ways to leave nothing to be seen of what an element holds: cut away, moved off, made as small or as thin as nothing. */
const AWAY = [
  /(?:^|[;\s])clip-path\s*:\s*(?:inset\(\s{0,9}(?:[5-9]\d|100)%|circle\(\s{0,9}0)/iu,
  /(?:^|[;\s])(?:margin(?:-left|-top)?|right|bottom)\s*:\s*-\d{3,}/iu,
  /(?:^|[;\s])text-indent\s*:\s*(?:(?:-\d{3,9}|\d{4,9})(?:px|pt|r?em|%)|100%)/iu,
  /(?:^|[;\s])transform\s*:[^;]{0,99}(?:scale[xy]?\(\s{0,9}0(?:\.0+)?\s{0,9}[,)]|translate\w{0,2}\([^)]{0,40}-\d{3})/iu,
  new RegExp(String.raw`(?:^|[;\s])scale\s*:\s*0(?:\.0+)?${ENDS}`, "iu"),
  /(?:^|[;\s])filter\s*:[^;]{0,99}opacity\(\s{0,9}0(?:\.0+)?%?\s{0,9}\)/iu,
];
const SMALL = new RegExp(
  String.raw`(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*${NONE}${ENDS}`,
  "iu",
);
const CUTS = /(?:^|[;\s])overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/iu;

/** Whether declarations of a style may leave nothing to be seen of what stands in an element (`goes`), of all but a cell of a table, which grows with what it holds (`shrinks`), or show it again (`comes`). */
export function goesOf(style: string): string[] {
  const isGone = hidesText(style) || AWAY.some((way) => way.test(style)) || isShifted(style);
  if (isGone || isHidingStyle(style)) return ["goes"];
  if (SMALL.test(style) && CUTS.test(style)) return ["shrinks"];
  return SHOWS.test(style) ? ["comes"] : [];
}

/** Whether an element may show nothing of the figure it holds, by itself or by what sheets do with it: whole blocks and cells for sure, since pages hide those until a script shows them; words in a line perhaps. */
export function isGone(element: HtmlElement, deeds: ReadonlyMap<string, string>): boolean {
  const ways = isCell(element) ? ["goes"] : ["goes", "shrinks"];
  const isWhole = isCell(element) || isBlock(element);
  const isBySheet = ways.some((way) =>
    isWhole ? deeds.get(way) === "yes" && !deeds.has("comes") : deeds.has(way),
  );
  return isBySheet || goesOf(styleOf(element)).some((way) => ways.includes(way));
}
