import type { TargetKey } from "./targets.ts";
import { pattern } from "./words.ts";

/** What stands around a match, for the conditions of a pattern. */
export interface Around {
  /** The sentence up to the match. */
  before: string;
  /** The same from the last comma or semicolon on. */
  clause: string;
  /** The words matched. */
  words: string;
  /** The sentence from the match on. */
  after: string;
  sentence: string;
  /** What the paragraph says before the sentence. */
  context: string;
}

export interface FigurePattern {
  target: TargetKey;
  /** A word without which a sentence need not be looked through. */
  needs: string;
  regex: RegExp;
  /** Words of the clause or the sentence under which the figure counts something else. */
  unless?: (around: Around) => boolean;
  /** The words have a subject who did it. */
  hasSubject?: true;
  /** One figure is said of two quantities (各 2 件). */
  isShared?: true;
}

const CHANNEL =
  /(?:网上|网络|线上|线下|信函|当面|邮寄|现场|邮箱|邮件|平台|网站|窗口|传真|书面|渠道|通过)[^,;]{0,8}$/u;
const OTHER_SUBJECT = /建议|提案|留言|热线|信访件|诉求|工单|咨询|来信|投诉|舆情|办件/u;
const OUTCOMES = "予以公开|部分公开|不予公开|无法提供|不予处理|其他处理";
const JOINED_LABEL = new RegExp(`(?:${OUTCOMES})["”]?(?:和|及|与|、|或|或者|以及)["“]?$`, "u");
const CAUSE = /因|由于|属于|涉及|按照|依据/u;

const isPart = ({ clause }: Around) => CHANNEL.test(clause) || /其中/u.test(clause);
const isAboutRequests = ({ before, words, sentence, context }: Around) => {
  const said = `${context.slice(-200)}${sentence}`;
  return /申请|依申请公开/u.test(said) && !OTHER_SUBJECT.test(`${before}${words}`);
};

const received: FigurePattern[] = [
  "(?:新?收到|新收|接收|接到){WHO}{OBJ}{N}",
  "(?:新?收到|新收|接收|接到)(?:的)?{F}(?:的)?{WHO}{OBJ}",
  "(?:本年度?|全年|今年|年内)新收(?:到)?{N}",
].map((source) => ({
  target: "received",
  needs: "收",
  regex: pattern(source),
  unless: isPart,
  hasSubject: true,
}));

const handling: FigurePattern[] = [
  {
    target: "accepted",
    needs: "受理",
    regex: pattern("受理{WHO}{OBJ}{N}"),
    unless: isPart,
    hasSubject: true,
  },
  {
    target: "dealtWith",
    needs: "理",
    regex: pattern("(?:办理|处理){WHO}{OBJ}{N}"),
    unless: isPart,
    hasSubject: true,
  },
  {
    target: "handled",
    needs: "",
    regex: pattern(
      "(?<!按时|按期|及时|如期|当年|逾期|超期|延期|提前|当场)(?:办理完毕|处理完毕|办结|办复|办理答复|答复|已办)(?:了|申请人)?(?:{WHO}{OBJ})?{N}",
    ),
    unless: (around) => !isAboutRequests(around) || isPart(around),
    hasSubject: true,
  },
  {
    target: "handled",
    needs: "",
    regex: pattern(
      "(?<!按时|按期|及时|如期|逾期|超期|延期|提前)(?:办理完毕|处理完毕|办结|答复){F}(?:的)?{WHO}{OBJ}",
    ),
    unless: isPart,
    hasSubject: true,
  },
  {
    target: "handled",
    needs: "全部",
    regex: pattern("全部(?:的)?{F}(?:申请)?(?:均|都)?(?:已|已经)?(?:全部)?(?:办结|答复|办理完毕)"),
    unless: (around) => !isAboutRequests(around),
  },
];

const carried: FigurePattern[] = [
  {
    target: "carriedIn",
    needs: "结",
    regex: pattern("{LAST}(?:的)?(?:结转|转结){OBJ}?(?:继续)?(?:办理)?{N}"),
  },
  {
    target: "carriedIn",
    needs: "结",
    regex: pattern("(?:结转|转结)(?:自)?{LAST}(?:的)?{OBJ}?{N}"),
  },
  {
    target: "carriedOut",
    needs: "转",
    regex: pattern("(?:结转|转结|转入)(?:至|到|入)?{NEXT}(?:继续)?(?:办理|处理)?(?:的)?{OBJ}?{N}"),
  },
  {
    target: "carriedOut",
    needs: "转",
    regex: pattern(
      "{F}(?:政府信息公开)?(?:申请)?(?:因[^,;]{0,12})?(?:需|将|尚)?(?:结转|转结|转入)(?:至|到|入)?{NEXT}",
    ),
  },
];

const OUTCOME_TARGETS: readonly (readonly [TargetKey, string])[] = [
  ["granted", "(?<!不)予以公开"],
  ["partlyGranted", "部分公开"],
  ["denied", "不予公开"],
  ["unavailable", "无法提供"],
  ["notProcessed", "不予处理"],
  ["otherHandling", "其他处理"],
];

const isOtherOutcome = (around: Around) => {
  const { before, clause } = around;
  return (
    !isAboutRequests(around) ||
    JOINED_LABEL.test(before) ||
    CAUSE.test(clause.replace(/^.*件/u, ""))
  );
};

const outcomes: FigurePattern[] = OUTCOME_TARGETS.flatMap(([target, label]) => [
  {
    target,
    needs: label.slice(-4),
    regex: pattern(`["“]?${label}["”]?(?:决定|答复|处理)?(?:的)?{OBJ}?{N}`),
    unless: isOtherOutcome,
  },
  {
    target,
    needs: label.slice(-4),
    regex: pattern(`{F}{OBJ}?(?:依法)?(?:已|均)?(?:作出|做出|决定|予以)?${label}`),
    unless: (around: Around) => isOtherOutcome(around) || /予以$/u.test(around.before),
  },
]);

const isBreakdown = ({ before, context, sentence }: Around) =>
  !/申请/u.test(`${context.slice(-60)}${sentence}`) ||
  /(?:予以|部分|不予)公开|办结|复议|诉讼|结转|答复/u.test(before);

const applicants: FigurePattern[] = [
  {
    target: "naturalPerson",
    needs: "自然人",
    regex: pattern("自然人(?:提出|提交)?(?:的)?{OBJ}?{N}"),
    unless: isBreakdown,
  },
  {
    target: "organisations",
    needs: "其他组织",
    regex: pattern(
      "(?<!公民、)法人(?:和|或|或者|及|以及|与)其他组织(?:提出|提交)?(?:的)?{OBJ}?{N}",
    ),
    unless: isBreakdown,
  },
];

/** Requests, from their arrival to their end. */
export const REQUEST_PATTERNS: readonly FigurePattern[] = [
  ...received,
  ...handling,
  ...carried,
  ...outcomes,
  ...applicants,
];
