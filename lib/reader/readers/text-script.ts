/** How lines of a program look that a scraper took for text. */
const CODE =
  /[{};]\s*$|^\s*[\])}]|^\s*(?:var|let|const|function|if|for|return|document|window)\b|\bfunction\s*\(|=>|\w\s*=\s*["'{[\d]|["'\w]\s*:\s*["'{[]|^\s*(?:\/\/|<\/?script)/u;
const FEWEST = 5;

/** Where a text ends that a page's script follows; its end where none does. */
export function endBeforeScript(text: string): number {
  let end = text.length;
  let lines = 0;
  for (let to = text.length; to > 0; ) {
    const from = text.lastIndexOf("\n", to - 1) + 1;
    const line = text.slice(from, to);
    if (line.trim() !== "") {
      if (!CODE.test(line)) break;
      lines++;
      end = from;
    }
    to = from - 1;
  }
  return lines >= FEWEST ? end : text.length;
}
