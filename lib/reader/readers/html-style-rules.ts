/** A rule of a style sheet; unsure where it stands in a group that may not hold on a screen. */
interface StyleRule {
  selectors: string;
  body: string;
  isSure: boolean;
}

const COMMENTS = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/gu;
const GROUP = /^@(?:media|supports|layer|container|scope)\b/iu;
const MEDIA = /^@media\b/iu;
/** Groups that hold on every screen. */
const SURE =
  /^@(?:media\s+(?:only\s+)?(?:screen|all)|supports\s*\(\s*display\s*:\s*(?:grid|flex)\s*\)|layer\b.*)$/isu;

/** The rules of a style sheet for a screen: those within groups are unsure, and groups that no desktop screen meets say nothing. */
export function rulesOf(sheet: string): StyleRule[] {
  const css = sheet.replace(COMMENTS, "");
  const rules: StyleRule[] = [];
  let [depth, from] = [0, 0];
  const groups: boolean[] = [];
  const isSure = () => !groups.includes(false);
  let head = "";
  for (const at of signsOf(css)) {
    const sign = css[at];
    if (sign === ";" && depth === 0) from = at + 1;
    else if (sign === "{" && depth++ === 0) {
      head = css.slice(from, at).trim();
      from = at + 1;
      // What stands in a group counts as outermost too.
      depth -= enter(groups, head);
    } else if (sign === "}") {
      if (depth === 0) groups.pop();
      else if (depth === 1)
        rules.push({ selectors: head, body: css.slice(from, at), isSure: isSure() });
      depth = Math.max(0, depth - 1);
      if (depth === 0) from = at + 1;
    }
  }
  return rules.filter(({ selectors }) => !selectors.startsWith("@"));
}

/** Adds a group, as sure or not, to those that are open; how many were added. */
function enter(groups: boolean[], head: string): number {
  if (!isGroup(head)) return 0;
  groups.push(SURE.test(head));
  return 1;
}

/** The places of braces and semicolons outside strings. */
function* signsOf(css: string): Generator<number> {
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === "{" || sign === "}" || sign === ";") yield at;
  }
}

/** Where a string ends that begins at a place: at its quote, or with its line. */
function endOfString(css: string, from: number): number {
  for (let at = from + 1; at < css.length; at++) {
    const sign = css[at];
    if (sign === "\\") at++;
    else if (sign === css[from] || sign === "\n") return at;
  }
  return css.length;
}

function isGroup(head: string): boolean {
  if (!GROUP.test(head)) return false;
  return !MEDIA.test(head) || isForDesktop(head.replace(MEDIA, ""));
}

const OTHER_MEDIA =
  /^(?:only\s+)?(?:print|speech|aural|braille|embossed|handheld|projection|tty|tv)\b|^not\s+(?:all|screen)$/u;
/** What a reader has to choose, and what holds of telephones alone. */
const OTHER_READERS =
  /prefers-color-scheme\s*:\s*dark|prefers-contrast\s*:|forced-colors\s*:\s*active|-ms-high-contrast\s*:\s*(?!none)|orientation\s*:\s*portrait|hover\s*:\s*none|pointer\s*:\s*coarse/u;
/** The narrowest and lowest window of a desktop screen, in pixels. */
const NARROWEST = { width: 1280, height: 600 };
const AT_MOST =
  /(?:max-(?:device-)?(width|height)\s*:|\b(width|height)\s*<=?)\s*([\d.]+)(px|r?em|pt)?/gu;
const PIXELS: Readonly<Record<string, number>> = { em: 16, rem: 16, pt: 4 / 3 };

/** Whether a plain desktop screen may meet one of the queries of a list of media. */
export function isForDesktop(media: string): boolean {
  return media
    .toLowerCase()
    .slice(0, 1000)
    .split(",")
    .some((query) => mayMeet(query.trim()));
}

function mayMeet(query: string): boolean {
  if (OTHER_MEDIA.test(query)) return false;
  if (/\bnot\b/u.test(query)) return true;
  if (OTHER_READERS.test(query)) return false;
  return [...query.matchAll(AT_MOST)].every(([, max, side, size, unit = ""]) => {
    const least = (max ?? side) === "height" ? NARROWEST.height : NARROWEST.width;
    return Number(size) * (PIXELS[unit] ?? 1) >= least;
  });
}
