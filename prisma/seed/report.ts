import {
  type Cells,
  emptyContent,
  type ReportContent,
  type Scope,
  type SectionKey,
} from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import { chronicleOf, YEARS } from "./chronicle.ts";
import { brokenCells, brokenFigures, type Fault } from "./faults.ts";
import type { DemoAgency, Family } from "./model.ts";
import { otherMatters, problems } from "./prose/closing.ts";
import { overview } from "./prose/overview.ts";
import { type Scene, sceneOf } from "./prose/scene.ts";
import { type Random, randomFor } from "./random.ts";
import type { Figures } from "./requests.ts";
import { type Story, storyOf } from "./story.ts";
import { writtenCells } from "./write-cells.ts";

/** One version of an invented report. */
export interface DemoVersion {
  content: ReportContent;
  /** Why it replaces the version before it. */
  reason: string | null;
  publishedOn: string;
}

/** An invented report with its whole past. */
export interface DemoReport {
  agency: DemoAgency;
  year: number;
  scope: Scope;
  versions: readonly [DemoVersion, ...DemoVersion[]];
  /** What was broken on purpose in the first version. */
  fault: Fault | null;
  /** A public explanation of the sums that fail. */
  explanation: string | null;
  withdrawn: string | null;
}

/** Every report of a family for the years that had ended `now`, in the same order and with the same bytes for a seed. */
export function reportsOf(family: Family, seed: string, now: Date): DemoReport[] {
  const chronicle = chronicleOf(family, seed);
  const past = YEARS.filter((year) => year < now.getUTCFullYear());
  return [family.government, ...family.members].flatMap((agency) =>
    past.flatMap((year) => {
      const figures = chronicle.get(agency.id)?.get(year);
      const story = storyOf(agency, year, seed);
      return figures && !story.isMissing ? [reportOf(agency, year, figures, story, seed)] : [];
    }),
  );
}

/** What an organ would write for a year that may be the one after the last published, with or without a fault. */
export function currentContent(
  family: Family,
  agencyId: string,
  year: number,
  fault: Fault | null,
  seed: string,
): ReportContent {
  const agency = family.members.find(({ id }) => id === agencyId);
  const until = Array.from({ length: year - YEARS[0] + 1 }, (_, index) => YEARS[0] + index);
  const figures = chronicleOf(family, seed, until).get(agencyId)?.get(year);
  if (!agency || !figures) throw new Error(`${agencyId} has no figures for ${year}`);
  const tables =
    tablesOf(agency, year, figures, fault, seed) ?? tablesOf(agency, year, figures, null, seed);
  if (!tables) throw new Error("figures without a fault can always be written down");
  return contentOf(agency, year, tables, later(`${year + 1}-01-15`, 0), seed);
}

function reportOf(
  agency: DemoAgency,
  year: number,
  figures: Figures,
  story: Story,
  seed: string,
): DemoReport {
  const random = randomFor(seed, agency.id, year, "report");
  const publishedOn = publicationDate(agency, year, story, random);
  const sound = tablesOf(agency, year, figures, null, seed);
  const broken = story.fault && tablesOf(agency, year, figures, story.fault, seed);
  const write = (tables: Tables, on: string) => contentOf(agency, year, tables, on, seed);
  if (!sound) throw new Error("figures without a fault can always be written down");
  const first = { content: write(broken ?? sound, publishedOn), reason: null, publishedOn };
  const correctedOn = later(publishedOn, 38);
  const second = {
    content: write(sound, correctedOn),
    reason: correction(random),
    publishedOn: correctedOn,
  };
  return {
    agency,
    year,
    scope: agency.usualScope,
    versions: broken && story.isRevised ? [first, second] : [first],
    fault: broken ? story.fault : null,
    explanation: broken && story.isExplained ? explanation(random) : null,
    withdrawn: story.withdrawn,
  };
}

interface Tables {
  edition: Edition;
  figures: Figures;
  cells: Cells;
}

/** The tables with a fault in them; null where these figures cannot have that fault. */
function tablesOf(
  agency: DemoAgency,
  year: number,
  sound: Figures,
  fault: Fault | null,
  seed: string,
): Tables | null {
  const edition = editionForYear(year);
  if (!edition) throw new Error(`no edition is prescribed for ${year}`);
  const random = randomFor(seed, agency.id, year, "fault");
  const figures = fault ? brokenFigures(fault, edition, sound, random) : sound;
  if (!figures) return null;
  const style = randomFor(seed, agency.id, "style").pick(["元", "万元"] as const);
  const whole = writtenCells(edition, figures, style);
  const cells = fault ? brokenCells(fault, edition, whole, random) : whole;
  return cells && { edition, figures, cells };
}

function contentOf(
  agency: DemoAgency,
  year: number,
  { edition, figures, cells }: Tables,
  publishedOn: string,
  seed: string,
): ReportContent {
  const random = randomFor(seed, agency.id, year, "words");
  const scene = sceneOf(agency, year, figures, random);
  return {
    ...emptyContent(edition.id, year),
    title: `${agency.name}${year}年政府信息公开工作年度报告`,
    agency: agency.name,
    indexNumber: `YS${agency.regionCode}/${year + 1}-${String(random.int(1, 9999)).padStart(5, "0")}`,
    publisher: agency.name,
    publishedOn,
    signedOn: random.chance(0.6) ? publishedOn : null,
    scope: agency.usualScope,
    sections: sections(scene, edition.sections),
    cells,
  };
}

function sections(scene: Scene, headings: Readonly<Record<SectionKey, { zh: string }>>) {
  const texts: Readonly<Record<SectionKey, string>> = {
    overview: overview(scene),
    proactive: "",
    requests: "",
    remedies: "",
    problems: problems(scene),
    other: otherMatters(scene),
  };
  return (Object.keys(texts) as SectionKey[]).map((key) => {
    return { key, heading: headings[key].zh, text: texts[key], raw: texts[key] };
  });
}

/** Departments by 31 January, governments by 31 March (条例第四十九条); some are late. */
function publicationDate(agency: DemoAgency, year: number, story: Story, random: Random): string {
  const isGovernment = agency.kind === "government";
  const from = `${year + 1}-${isGovernment ? "02-20" : "01-08"}`;
  const days = story.isLate ? random.int(48, 110) : random.int(0, isGovernment ? 38 : 22);
  return later(from, days);
}

function later(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function correction(random: Random): string {
  return random.pick([
    "复核发现表格中个别数据填列有误，予以更正。",
    "经与办理台账核对，更正依申请公开和行政救济统计数据。",
    "年报填报时串行，现按原始登记更正。",
  ]);
}

function explanation(random: Random): string {
  return random.pick([
    "该项数据按原始登记填报，差额为年末变更申请人类别的1件，已在台账中注明。",
    "合计数含年底受理、尚未录入明细的1件，下一年度统一调整。",
    "数据由两个系统分别导出，口径相差1件，现按导出结果如实公布并作说明。",
  ]);
}
