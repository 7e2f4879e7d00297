import type { Around } from "./figure-patterns.ts";
import type { Setting } from "./guards.ts";
import { aroundOf, isAnother, type Passage } from "./mentions.ts";
import { inOneWidth, type Sentence, sentencesOf } from "./sentences.ts";
import type { TargetKey } from "./targets.ts";
import { pattern } from "./words.ts";

/** A statement without a figure: that there was none of something, or some. */
export interface Claim extends Passage {
  says: "none" | "some";
}

interface ClaimPattern {
  targets: readonly TargetKey[];
  says: Claim["says"];
  regex: RegExp;
  unless?: (around: Around) => boolean;
}

const CHANNEL =
  /(?:网上|网络|线上|线下|信函|当面|邮寄|现场|平台|网站|窗口|传真|书面|渠道|通过)[^,;]{0,8}$/u;
const none = (targets: TargetKey | readonly TargetKey[], source: string): ClaimPattern => ({
  targets: typeof targets === "string" ? [targets] : targets,
  says: "none",
  regex: pattern(source),
});

const GOT = "(?:收到|接到|接收|受理|收悉)(?:过)?(?:任何)?(?:形式的)?";
const NOT = "(?:尚未|从未|均未|未曾|未|没有|没)";

const REQUESTS: readonly ClaimPattern[] = [
  ...[
    `${NOT}${GOT}{WHO}{OBJ}(?:政府信息)?(?:的)?(?:申请)?{END}`,
    "(?:(?<![有毫])无|没有)(?:任何)?(?:(?:政府)?信息公开申请|依申请公开(?:申请|事项|政府信息申请)?){END}",
    "(?:依申请公开|政府信息公开申请)(?:为|实现)?零(?:受理|申请){END}",
    "不涉及(?:政府信息公开申请|信息公开申请|依申请公开)(?:政府信息)?(?:申请)?(?:办理)?{END}",
    "依申请公开(?:申请|事项)?(?:受理量|数量|件数|办理量)?(?:均|都)?为(?:零|0){END}",
  ].map((source) => ({
    ...none("received", source),
    unless: ({ clause }: Around) => CHANNEL.test(clause),
  })),
  none("carriedIn", "(?:无|没有|未有|不存在)(?:上年度?|上一年度?)(?:的)?(?:结转|转结)"),
  none("carriedOut", "(?:无|没有|未有|不存在)(?:结转|转结|转入)(?:至|到)?{NEXT}"),
  none("denied", "(?<![有毫])(?:无|没有)(?:作出)?不予公开(?:的)?(?:申请|情形|决定)?{END}"),
  {
    targets: ["receivedWithCarriedIn"],
    says: "some",
    regex: pattern(
      "(?:收到|受理)(?:的)?{WHO}{OBJ},?(?:均|全部|都)(?:已|已经|按时|按期|按照?规定)(?:依法|按时|按期|及时|按照?规定|全部)*(?:办结|答复|办理完毕|办复|回复)",
    ),
  },
];

/** What may stand between the negation and 复议: anything else narrows what there was none of. */
const PLAIN_CAUSE =
  "(?:一[起例件]|1[起例件]|发生|出现|产生|引发|引起|收到|接到|存在|涉及|被|因|有|由|过|任何|而|所|导致|提起|相关|有关|申请|工作|答复|的|类|举报|投诉|、|和|或|(?:政府|政务)?信息公开|依申请公开|政府信息){0,14}?";
const AND_OTHER =
  "(?:(?:、|和|及|与|或|或者|以及|,?(?:也)?(?:未|没有|无)?)(?:被)?(?:提起|引发|发生)?(?:政府信息公开)?(?:行政)?诉讼(?:案件|申请|事项)?)";
const CASES = "(?:案件|申请|事项|行为)?";
const CAUSED_BY_FAULT = /因[^,;]{0,12}(?:超期|逾期|不当|违规|违法|程序|瑕疵)/u;

const REMEDIES: readonly ClaimPattern[] = [
  ...(
    [
      [
        ["reconsideration", "litigation"],
        `(?:未|没有|无|不存在|不涉及)${PLAIN_CAUSE}行政复议${CASES}${AND_OTHER}{END}`,
      ],
      [["reconsideration"], `(?:未|没有|无|不存在|不涉及)${PLAIN_CAUSE}行政复议${CASES}{END}`],
      [["litigation"], `(?:未|没有|无|不存在|不涉及)${PLAIN_CAUSE}行政诉讼${CASES}{END}`],
      [
        ["reconsideration", "litigation"],
        "行政复议(?:案件)?(?:和|及|、)(?:行政)?诉讼(?:案件)?(?:均|都)?(?:未发生|没有发生|为零|为无)",
      ],
    ] as const
  ).map(([targets, source]) => ({
    ...none(targets, source),
    unless: ({ sentence }: Around) => CAUSED_BY_FAULT.test(sentence),
  })),
];

const DECIDED = ["行政许可", "行政处罚", "行政强制"] as const;
const DECISIONS: Readonly<Record<(typeof DECIDED)[number], TargetKey>> = {
  行政许可: "licences",
  行政处罚: "penalties",
  行政强制: "coercions",
};
const LABEL = `(?:${DECIDED.join("|")})(?:决定|事项|案件)?`;

const PROACTIVE: readonly ClaimPattern[] = [
  none(
    ["regulationsMade", "documentsMade"],
    `${NOT}(?:新)?{MADE}(?:过)?{REG}(?:和|、|及|或|与){DOC}{END}`,
  ),
  none("documentsMade", `${NOT}(?:新)?{MADE}(?:过)?{DOC}{END}`),
  none("regulationsMade", `${NOT}(?:新)?{MADE}(?:过)?{REG}{END}`),
  none("documentsRepealed", `${NOT}废止(?:过)?{DOC}{END}`),
  none("documentsInForce", "(?:无|没有)现行有效(?:的)?{DOC}{END}"),
  none("fees", `(?:${NOT}|无|不涉及)(?:收取|发生|产生|征收)?(?:任何)?行政事业性收费(?:项目)?{END}`),
  ...DECIDED.map((label) => ({
    ...none(
      DECISIONS[label],
      `(?:${NOT}|(?<![有毫])无|不涉及)(?:作出|做出|实施|开展|办理|发生|涉及|产生)?(?:${LABEL}(?:、|和|及|与|以及))*${label}(?:决定|事项|案件)?(?:(?:、|和|及|与|以及)${LABEL})*{END}`,
    ),
  })),
];

const CLAIMS: readonly ClaimPattern[] = [...REQUESTS, ...REMEDIES, ...PROACTIVE];
const MAY_CLAIM = /零|未|没|无|不涉及|不存在|为零|为0|均|都|全部/u;
const MOST = 100;

/** Every statement of a text that there was none, or some, of what the form counts; what is narrowed is left out. */
export function findClaims(text: string, setting: Setting): Claim[] {
  const whole = inOneWidth(text);
  const found: Claim[] = [];
  for (const sentence of sentencesOf(text)) {
    if (!MAY_CLAIM.test(sentence.text)) continue;
    found.push(...inSentence(whole, sentence, setting));
    if (found.length >= MOST) break;
  }
  return found.sort((a, b) => a.span[0] - b.span[0]).slice(0, MOST);
}

function inSentence(text: string, sentence: Sentence, setting: Setting): Claim[] {
  const found = new Map<string, Claim>();
  for (const { targets, says, regex, unless } of CLAIMS) {
    for (const match of sentence.text.matchAll(regex)) {
      const around = aroundOf(text, sentence, match);
      if (unless?.(around) || isAnother(around, setting, true)) continue;
      const start = sentence.start + match.index;
      const span: [number, number] = [start, start + match[0].length];
      const words = match[0].replaceAll(" ", "");
      for (const target of targets)
        if (!found.has(`${target} ${says}`))
          found.set(`${target} ${says}`, { target, says, span, words });
    }
  }
  return [...found.values()];
}
