const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  上半年: ["01-01", "06-30"],
  下半年: ["07-01", "12-31"],
  前三季度: ["01-01", "09-30"],
};
const STARTS = ["01-01", "04-01", "07-01", "10-01"];
const ENDS = ["03-31", "06-30", "09-30", "12-31"];
const QUARTER = /^第?([一二三四])季度(?:[至到和及、\-—~]+第?([一二三四])季度)?/u;
const SUBJECT = "(?:统计|数据|报告)[^。;\\n]{0,10}";
const YEAR = "(?:(?<year>\\d{4})\\s?年|本年)";
const STATED = new RegExp(
  `${SUBJECT}(?:期限|时限|期间|时间|区间|周期)[^。;\\n\\d]{0,6}?(?:为|是|:)\\s?${YEAR}度?(?<part>(?:全年)?(?=[。,;\\n\\s]|$)|[上下]半年|前三季度|第?[一二三四]季度[^。,;\\n]{0,8})`,
  "u",
);
const COVERED = new RegExp(`${SUBJECT}(?:涵盖|覆盖)[^。;\\n\\d]{0,4}${YEAR}(?:度|全年)`, "u");

/** The span that words without dates say: 统计期限为2023年度, 2023年上半年, 数据涵盖2023年全年. */
export function periodInWords(text: string, year: number | null): [string, string] | null {
  const match = STATED.exec(text) ?? COVERED.exec(text);
  if (!match) return null;
  const said = match.groups?.year;
  const which = said ? Number(said) : year;
  if (which === null) return null;
  const [first, last] = partOfYear(match.groups?.part ?? "");
  return last < first ? null : [`${which}-${first}`, `${which}-${last}`];
}

function partOfYear(words: string): readonly [string, string] {
  const [, from, to] = QUARTER.exec(words) ?? [];
  const quarter = (numeral: string) => "一二三四".indexOf(numeral);
  if (from) return [STARTS[quarter(from)] ?? "", ENDS[quarter(to ?? from)] ?? ""];
  return PARTS[words] ?? ["01-01", "12-31"];
}
