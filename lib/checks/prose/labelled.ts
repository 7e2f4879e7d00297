import { findClaims } from "./claims.ts";
import type { Setting } from "./guards.ts";
import { type BlemishKind, findBlemishes } from "./hygiene.ts";
import { findMentions } from "./mentions.ts";
import { findPersonalNumbers, type PersonalKind } from "./personal.ts";
import { isMeasuredAt, type Place, placeNamed, REPORT_LABELS, reportRule } from "./places.ts";
import { TARGETS } from "./targets.ts";

/** A sentence with what should be found in it, by the words of the file. */
export interface Labelled {
  line: number;
  /** Kept back: not looked at while the rules are improved. */
  isHeldOut: boolean;
  text: string;
  expected: string[];
  place: Place;
}

/** How the rules did on sentences: found and right, found and wrong, not found. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
  /** Right of those found, 0 to 1; null where nothing was found. */
  precision: number | null;
  /** Found of those there are. */
  recall: number | null;
}

export interface Mistake {
  sentence: Labelled;
  rule: string;
  wrong: string[];
  missed: string[];
}

/** What the sentences of the file are said in. */
export const SETTING = {
  year: 2023,
  agency: "示例县自然资源局",
  scope: null,
} as const satisfies Setting;
const NOTHING = "无";

const PERSONAL: Readonly<Record<PersonalKind, string>> = {
  idCard: "身份证",
  bankCard: "银行卡",
  mobile: "手机",
};
const BLEMISHES: Readonly<Record<BlemishKind, string>> = {
  pinyin: "拼音",
  traditional: "繁体",
  foreignScript: "外文字母",
  foreignAddress: "外部网址",
  controlCharacter: "控制字符",
  pageNumber: "页码",
  markup: "标记",
  button: "按钮",
};
const RULES_BY_LABEL = new Map([
  ...Object.values(PERSONAL).map((label) => [label, "R26"] as const),
  ...Object.values(BLEMISHES).map((label) => [label, "R25"] as const),
]);

/** The rule that a label is about. */
function ruleOf(label: string): string {
  const [name = "", value] = label.split("=");
  const other = value === "无" || value === "有" ? "R11" : "R10";
  return RULES_BY_LABEL.get(name) ?? reportRule(label) ?? other;
}

/** Every name the file may use for what a sentence says. */
export function labelNames(): string[] {
  const figures = Object.values(TARGETS).map(({ name }) => name.zh);
  const inSentence = [...figures, ...Object.values(PERSONAL), ...Object.values(BLEMISHES)];
  return [...inSentence, ...Object.keys(REPORT_LABELS)];
}

/** Reads the file of labelled sentences; throws with the line where one is not as the file's head says. */
export function parseLabelled(file: string): Labelled[] {
  const names = new Set(labelNames());
  return file.split(/\r?\n/).flatMap((words, index) => {
    if (words.trim() === "" || words.startsWith("#")) return [];
    const [group, text, labels, where = "句"] = words.split("\t");
    const fault = (what: string) => new Error(`line ${index + 1}: ${what}`);
    if (group !== "练习" && group !== "保留") throw fault(`no group “${group}”`);
    if (!text || !labels) throw fault("three columns are needed");
    const place = placeNamed(where);
    if (!place) throw fault(`no such place: ${where}`);
    const expected = labels === NOTHING ? [] : labels.split("；").map((label) => label.trim());
    const stranger = expected.find((label) => !names.has(label.split("=")[0] ?? ""));
    if (stranger) throw fault(`no such name: ${stranger}`);
    const misplaced = expected.find((label) => !isMeasuredAt(place, label, ruleOf(label)));
    if (misplaced) throw fault(`not measured at ${where}: ${misplaced}`);
    const isHeldOut = group === "保留";
    return [{ line: index + 1, isHeldOut, text: unescaped(text), expected, place }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll("\\n", "\n")
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What the rules find in a text, in the words of the file. */
export function labelsFound(text: string): string[] {
  const claims = findClaims(text, SETTING).map(({ target, says }) => {
    const name = TARGETS[target === "receivedWithCarriedIn" ? "received" : target].name.zh;
    return `${name}=${says === "none" ? "无" : "有"}`;
  });
  const kinds = Map.groupBy(findPersonalNumbers(text), ({ kind }) => kind);
  return [
    ...findMentions(text, SETTING).map(
      ({ target, value }) => `${TARGETS[target].name.zh}=${value}`,
    ),
    ...claims,
    ...[...kinds].map(([kind, all]) => `${PERSONAL[kind]}=${all.length}`),
    ...findBlemishes(text).map(({ kind }) => BLEMISHES[kind]),
  ];
}

/** Reads a text where it stands in a report, and answers what the rules find there, in the words of the file. */
export type LabelsInReport = (sentence: Labelled) => Promise<string[]>;

/** Runs the rules on sentences: a score for each rule, and every sentence that came out wrong. */
export async function scoreLabelled(
  sentences: readonly Labelled[],
  labelsInReport: LabelsInReport,
): Promise<{ scores: Map<string, Score>; mistakes: Mistake[] }> {
  const counts = new Map<string, [right: number, wrong: number, missed: number]>();
  const mistakes: Mistake[] = [];
  for (const sentence of sentences) {
    const isAlone = sentence.place === "句";
    const found = isAlone ? labelsFound(sentence.text) : await labelsInReport(sentence);
    const rules = new Set([...found, ...sentence.expected].map(ruleOf));
    for (const rule of rules) {
      const isOwn = (label: string) => ruleOf(label) === rule;
      const wanted = sentence.expected.filter(isOwn);
      const own = found.filter(isOwn);
      const wrong = without(own, wanted);
      const missed = without(wanted, own);
      const [a, b, c] = counts.get(rule) ?? [0, 0, 0];
      counts.set(rule, [a + own.length - wrong.length, b + wrong.length, c + missed.length]);
      if (wrong.length + missed.length > 0) mistakes.push({ sentence, rule, wrong, missed });
    }
  }
  const scores = [...counts].toSorted().map(([rule, count]) => [rule, scoreOf(...count)] as const);
  return { scores: new Map(scores), mistakes };
}

/** Least precision and recall; a wrong claim costs an agency's trust, a missed one costs little. */
const LEAST_PRECISION = 0.98;
/** Of all sentences, and of those kept back, on which the rules were never improved. */
const LEAST_RECALL = { all: 0.9, heldOut: 0.75 } as const;

/** The rules that fall below the limits on all sentences, or on those kept back. */
export function shortfalls(
  scores: ReadonlyMap<string, Score>,
  which: keyof typeof LEAST_RECALL = "all",
): string[] {
  return [...scores]
    .filter(
      ([, { precision, recall }]) =>
        (precision ?? 1) < LEAST_PRECISION || (recall ?? 1) < LEAST_RECALL[which],
    )
    .map(([rule]) => rule);
}

function scoreOf(right: number, wrong: number, missed: number): Score {
  const share = (all: number) => (all === 0 ? null : right / all);
  return {
    right,
    wrong,
    missed,
    precision: share(right + wrong),
    recall: share(right + missed),
  };
}

/** The first list without the second, each taken away once. */
function without(labels: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return labels.filter((label) => {
    const at = left.indexOf(label);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
