/** Where in a report a labelled text is put, with the rules that are measured there; `句` is looked at by itself. */
export const PLACES = {
  句: ["R10", "R11", "R25", "R26"],
  开头: ["R12"],
  第一部分: ["R12"],
  发布: ["R13"],
  落款: ["R13"],
  县政府落款: ["R13"],
  镇政府落款: ["R13"],
  第五部分: ["R16"],
  第六部分: ["R16", "R17"],
  正文: ["R17"],
  全文: ["R16"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Place = keyof typeof PLACES;

/** What may be found in a text read in its report, with the values it may have, and the rule that finds it. */
export const REPORT_LABELS = {
  期限: { rule: "R12", values: ["全年", "非全年"] },
  日期: { rule: "R13", values: ["年内", "及时", "逾期"] },
  缺少: { rule: "R16", values: ["一", "二", "三", "四", "五", "六"] },
  错位: { rule: "R16", values: [] },
  五空泛: { rule: "R16", values: [] },
  未写处理费: { rule: "R17", values: [] },
} as const satisfies Readonly<Record<string, { rule: string; values: readonly string[] }>>;

const RULES = new Map<string, { rule: string; values: readonly string[] }>(
  Object.entries(REPORT_LABELS),
);

/** The rule that finds this in a report; null where the label is of a sentence by itself. */
export function reportRule(label: string): string | null {
  return RULES.get(label.split("=")[0] ?? "")?.rule ?? null;
}

/** The place that the file calls by this name. */
export function placeNamed(name: string): Place | null {
  return Object.hasOwn(PLACES, name) ? (name as Place) : null;
}

/** Whether a label, with its value, can be found in a text that stands here. */
export function isMeasuredAt(place: Place, label: string, rule: string): boolean {
  const [name = "", value] = label.split("=");
  const values = RULES.get(name)?.values;
  const hasValue =
    !values || (values.length === 0 ? value === undefined : values.includes(value ?? ""));
  return hasValue && PLACES[place].some((one) => one === rule);
}
