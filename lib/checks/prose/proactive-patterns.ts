import type { Around, FigurePattern } from "./figure-patterns.ts";
import type { TargetKey } from "./targets.ts";
import { pattern } from "./words.ts";

const isOtherDocument = ({ clause, before }: Around) =>
  /清理|名义|备案|审查|审核|报送|参与|党内|代拟|起草|失效|修改|修订|解读|公开|发布|建议|牵头/u.test(
    clause,
  ) || /(?:规章|文件)(?:和|及|与|、)(?:行政)?$/u.test(before);

/** `废止1件` and `现行有效22件` speak of the documents named before them in the sentence. */
const speaksOfDocuments = (around: Around) =>
  !/规范性文件/u.test(around.before) ||
  /清理|规章(?!制度)/u.test(around.before) ||
  isOtherDocument(around);

const documents: FigurePattern[] = (
  [
    ["documentsMade", "{MADE}(?:了)?{DOC}{N}", isOtherDocument],
    ["documentsMade", "{DOC}(?:本年度?)?(?:新)?{MADE}{N}", isOtherDocument],
    ["documentsRepealed", "废止(?:了)?{DOC}{N}", isOtherDocument],
    ["documentsRepealed", "{DOC}废止{N}", isOtherDocument],
    ["documentsRepealed", "废止{N}", speaksOfDocuments],
    ["documentsInForce", "现行有效(?:的)?{DOC}{N}", isOtherDocument],
    ["documentsInForce", "{DOC}现行有效{N}", isOtherDocument],
    ["documentsInForce", "现行有效{N}", speaksOfDocuments],
    ["regulationsMade", "{MADE}(?:了)?{REG}{N}", isOtherDocument],
    ["regulationsRepealed", "废止(?:了)?{REG}{N}", isOtherDocument],
    ["regulationsInForce", "现行有效(?:的)?{REG}{N}", isOtherDocument],
  ] as const
).map(([target, source, unless]) => ({
  target,
  needs: source.includes("{REG}") ? "规章" : "规范性文件",
  regex: pattern(source),
  unless,
  ...(source.startsWith("{MADE}") ? { hasSubject: true as const } : {}),
}));

const NOT_DECIDED =
  /不予|撤销|注销|公示|公开|发布|听证|复核|清单|减轻|免予|延续|抽查|评查|归集|录入|案卷/u;
const isNoDecision = ({ clause }: Around) => NOT_DECIDED.test(clause);
const DOING = "(?:作出|做出|办理|实施|办结|核发|下达)(?:了)?(?:各类)?";

const decisions: FigurePattern[] = (
  [
    ["licences", "行政许可"],
    ["penalties", "行政处罚"],
    ["coercions", "行政强制"],
  ] as const satisfies readonly (readonly [TargetKey, string])[]
).flatMap(([target, label]) => [
  {
    target,
    needs: label,
    regex: pattern(`${DOING}${label}(?:处理)?(?:决定书?)?{D}`),
    unless: isNoDecision,
    hasSubject: true as const,
  },
  { target, needs: label, regex: pattern(`${label}(?:处理)?决定书?{D}`), unless: isNoDecision },
]);

/** Documents, decisions and fees of section 二. */
export const PROACTIVE_PATTERNS: readonly FigurePattern[] = [
  ...documents,
  ...decisions,
  {
    target: "fees",
    needs: "行政事业性收费",
    regex: pattern("行政事业性收费(?:收入|总金额|总额|金额|收取金额)?{M}"),
    unless: ({ clause }) => /减免|免征|取消|降低|退还|停征|优惠/u.test(clause),
  },
];
