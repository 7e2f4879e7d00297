import type { Issue } from "#lib/checks/issue.ts";
import { readIssue } from "./issues.ts";
import { regionInName } from "./region.ts";
import { isAgencyName } from "./signature.ts";
import { agencyInTitle, isOneself } from "./title.ts";
import { ANNUAL, SUBJECT } from "./title-words.ts";

/** Where a report may name its maker. */
export interface AgencyEvidence {
  title: string | null;
  signer: string | null;
  publisher: string | null;
  /** The line below the title, where that is a name. */
  below?: string | null;
  opening: string;
  /** What the page calls its site and who it says runs it. */
  sites: readonly string[];
}

const OPENING = new RegExp(
  `(?:公布|发布|公开|编制|形成|现将|制作)(?:了|的)?([\\p{Script=Han}()]{2,40}?)(\\d{4})\\s?年度?(?:的)?(?:政府)?${SUBJECT}(?:工作)?(?:${ANNUAL}|报告如下|(?:开展|有关)?情况)`,
  "u",
);
const MADE_BY =
  /由([\p{Script=Han}()]{2,30}?)(?:(?:根据|按照|依据|依照)[^。;由]{0,60}?)?(?:负责|组织|牵头)?编制/u;
const SITE_WORDS =
  /(?:门户|公众信息|信息公开|政务(?:信息|服务)?)(?:网站|网|平台)?$|(?:官方)?网站$|官网$|(?<=政府)网$|网$/u;
const NO_NAME = /^(?:本站|本网|互联网|原创|网络|转载|政府信息公开|信息公开)/u;

/** Who made the report: title, signature, metadata block, opening sentence; the site's name last, with an issue on it. */
export function readAgency(evidence: AgencyEvidence): { agency: string | null; issues: Issue[] } {
  const { title, signer, publisher, opening } = evidence;
  const named = title ? agencyInTitle(title) : null;
  if (named) return inTitle(named, signer);
  const introduced =
    (OPENING.exec(opening) ?? MADE_BY.exec(opening) ?? itself(opening))?.[1] ?? null;
  const isName =
    introduced !== null &&
    !isOneself(introduced) &&
    !/^(?:我|本|了|的|各|有关|相关|其|该)/u.test(introduced);
  if (signer && isName && introduced.endsWith(signer)) return { agency: introduced, issues: [] };
  const site = publisher && /网/u.test(publisher) ? publisher : null;
  const self = selfIn(opening);
  const isOwn =
    publisher !== null && !site && !NO_NAME.test(publisher) && mayPublish(publisher, self);
  const below = belowTitle(evidence.below ?? null, self);
  const own = isName && isOther(introduced, publisher) ? introduced : null;
  const agency =
    signer ?? below ?? own ?? (isOwn ? publisher : null) ?? (isName ? introduced : null);
  if (agency)
    return {
      agency,
      issues: agency === signer ? otherSelf(signer, selfIn(`${title}\n${opening}`)) : [],
    };
  return fromSite([...(site ? [site] : []), ...evidence.sites], opening);
}

/** The name right below the title: one with its place, of the kind that the text calls its maker. */
function belowTitle(name: string | null, self: string | undefined): string | null {
  if (name === null || !mayPublish(name, self)) return null;
  const isPlaced = regionInName(name) !== null || /^(?:国家|中国|中华)|(?:部|总局)$/u.test(name);
  return isPlaced ? name : null;
}

/** Whether a report says of itself that it is of another organ than the one whose site prints it: 现将…镇2022年度…报告. */
function isOther(introduced: string, publisher: string | null): boolean {
  const isWhole = isAgencyName(introduced) || /(?:镇|乡|街道)$/u.test(introduced);
  return publisher !== null && isWhole && !publisher.includes(introduced);
}

/** Words before the name that are no name (an advertisement) give way to the signature. */
function inTitle(named: string, signer: string | null): { agency: string; issues: Issue[] } {
  const before = signer && named.endsWith(signer) ? named.slice(0, -signer.length) : "";
  if (signer && isShortFor(named, signer)) return { agency: signer, issues: [] };
  if (!signer || before === "" || /[省市区县旗盟州镇乡厅局委]$/u.test(before))
    return { agency: named, issues: [] };
  return {
    agency: signer,
    issues: [
      readIssue("titleWords", {
        zh: `标题中的“${before}”不是单位名称的一部分，单位按落款“${signer}”读取。`,
        en: `“${before}” in the title is no part of the agency's name, which was taken from the signature, “${signer}”.`,
      }),
    ],
  };
}

/** Told where a report calls its maker by a word that the signature does not fit: below 我局 a town's may be of another report. */
function otherSelf(signer: string, self: string | undefined): Issue[] {
  if (self === undefined || !/^(?:局|厅|委|院|镇|乡|街道)$/u.test(self)) return [];
  if (fits(signer, self) || signer.includes(self)) return [];
  return [
    readIssue("otherSelf", {
      zh: `正文自称“我${self}”，落款却是“${signer}”，单位按落款读取，请核对。`,
      en: `The text calls its maker 我${self}, but is signed “${signer}”; the agency was taken from the signature. Please check.`,
    }),
  ];
}

/** A sentence that begins with who wrote the report: 青溪县水务局根据…编制本报告. */
const ITSELF =
  /(?:^|[\n。])\s{0,8}([\p{Script=Han}()]{4,30}?)(?:根据|按照|依据|依照)[^。]{0,160}?(?:编制|制作|公布|发布)/u;

function itself(opening: string): RegExpExecArray | null {
  const match = ITSELF.exec(opening);
  return isAgencyName(match?.[1] ?? "") ? match : null;
}

/** The word by which a report calls its maker: 局 where it says 我局. */
const selfIn = (opening: string) =>
  /(?<![\p{Script=Han}]{0}[们])(?:我|本)(局|厅|委|办|院|镇|乡|街道|县|市|区|省|州|旗|机关|单位)/u.exec(
    opening,
  )?.[1];

/** Whether the publisher may be the maker: another organ puts a town's report on the county's site. */
function mayPublish(publisher: string, self: string | undefined): boolean {
  if (self === undefined || fits(publisher, self)) return true;
  // 我县 is what the county's departments say as well.
  const region = regionInName(publisher);
  return /^[县市区省州旗]$/u.test(self) && region?.endsWith(self) === true;
}

/** Whether a name without its place (县水务局, 县政府) stands for one that has it. */
function isShortFor(named: string, signer: string): boolean {
  const region = regionInName(signer);
  if (region === null || regionInName(named) !== null || signer === named) return false;
  return (
    signer.endsWith(named) ||
    (/^[省市县区州旗镇乡]/u.test(named) &&
      region.endsWith(named.slice(0, 1)) &&
      isNearly(named.slice(1), signer.slice(1 - named.length)))
  );
}

/** Whether two names of one kind are the same but for one character: 水利局 and 水务局. */
function isNearly(one: string, other: string): boolean {
  const differing = Array.from(one).filter((character, at) => character !== other[at]).length;
  return differing === 0 || (differing === 1 && one.length > 2 && one.at(-1) === other.at(-1));
}

function fromSite(
  sites: readonly string[],
  opening: string,
): { agency: string | null; issues: Issue[] } {
  const self = selfIn(opening);
  const name = sites
    .map((site) => site.replace(/\s+/gu, "").replace(SITE_WORDS, ""))
    .find((site) => isAgencyName(site) && !NO_NAME.test(site) && site.length >= 4);
  if (name && fits(name, self))
    return {
      agency: name,
      issues: [
        readIssue("agencyFromSite", {
          zh: `正文没有写明单位，按网站名称读为“${name}”，请核对。`,
          en: `The text does not name the agency; “${name}” was taken from the name of the site. Please check.`,
        }),
      ],
    };
  return {
    agency: null,
    issues: [
      readIssue("noAgency", {
        zh: self
          ? `正文只称“${selfName(opening)}”，没有写明单位名称，未作猜测。`
          : "没有找到单位名称，未作猜测。",
        en: self
          ? "The text calls its maker only by a word such as 我局; no name was found and none was guessed."
          : "No name of the agency was found, and none was guessed.",
      }),
    ],
  };
}

const selfName = (opening: string) =>
  /(?:我|本)(?:局|厅|委|办|院|镇|乡|街道|县|市|区|省|州|旗|机关|单位)/u.exec(opening)?.[0] ??
  "我单位";

/** A site is of the maker only where it is of its kind: 我镇 does not report under the county's name. */
function fits(name: string, self: string | undefined): boolean {
  if (self === undefined || self === "机关" || self === "单位") return true;
  if (/[县市区省州旗镇乡道]$/u.test(self)) {
    const region = name.replace(/(?:人民)?政府(?:办公[室厅])?$|办事处$|管理?委员?会$/u, "");
    return region.endsWith(self);
  }
  return name.includes(self);
}
