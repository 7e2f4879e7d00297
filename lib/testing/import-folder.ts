import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EDITION_2019 } from "#lib/editions/2019.ts";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { ReportContent } from "#lib/editions/content.ts";
import { db } from "#lib/platform/db.ts";
import { consistentContent } from "./content.ts";
import { reportAsText } from "./report-text.ts";

/** A county of so many towns, registered with their governments. */
export async function townsOf(count: number): Promise<{ id: string; name: string }[]> {
  const region = { level: "county" as const, stem: "青溪", path: ["990000", "990100"] };
  await db().region.createMany({
    data: [
      { code: "990000", name: "甲省", stem: "甲省", level: "province", path: ["990000"] },
      { ...region, code: "990100", name: "青溪县", parentCode: "990000" },
    ],
  });
  const towns = Array.from({ length: count }, (_, index) => ({
    id: `town-${String(index).padStart(5, "0")}`,
    name: `青溪县${numbered(index)}镇人民政府`,
  }));
  await db().agency.createMany({
    data: towns.map((town) => ({
      ...{ ...town, aliases: [], kind: "township" as const },
      ...{ level: "township" as const, regionCode: "990100" },
    })),
  });
  return towns;
}

const SYLLABLES = [..."安白春东丰高和吉康乐明宁平青荣盛泰万向永"];

/** A name for every number, no two alike. */
function numbered(index: number): string {
  const digits = [index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400) % 20];
  return digits.map((digit) => SYLLABLES[digit] ?? "").join("");
}

/** The report of an agency for a year as a page's text says it; the seed chooses its figures. */
export function reportOf(name: string, year: number, seed: number): ReportContent {
  const content = consistentContent(EDITION_2021, seed);
  const sections = content.sections.map((section) => {
    const text = section.text.replaceAll(String(content.year), String(year));
    return { ...section, text, raw: text };
  });
  const title = `${name}${year}年政府信息公开工作年度报告`;
  const period: [string, string] = [`${year}-01-01`, `${year}-12-31`];
  return { ...content, title, agency: name, year, period, sections };
}

/** A report of the 2019 form whose row of licences, which no sum of the form binds, is printed as given. */
export function licencesText(name: string, year: number, row: string): string {
  const { edition, cells } = consistentContent(EDITION_2019, 4);
  const text = reportAsText({ ...reportOf(name, year, 1), edition, cells });
  return text.replace(/^行政许可 \|.*$/mu, `行政许可 | ${row} |`);
}

/** Writes one text file for each agency and year into folders by year; answers their paths in the order of an import. */
export function writeReports(
  folder: string,
  agencies: readonly { name: string }[],
  years: readonly number[],
): string[] {
  return years.flatMap((year) => {
    mkdirSync(join(folder, String(year)), { recursive: true });
    return agencies.map(({ name }, index) => {
      const path = join(folder, String(year), `${String(index).padStart(5, "0")}.txt`);
      writeFileSync(path, reportAsText(reportOf(name, year, year * 100_000 + index)));
      return path;
    });
  });
}
