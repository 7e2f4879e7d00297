import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { stemOf } from "#lib/chinese/names.ts";
import { plainText } from "../commands.ts";
import { indexed } from "../document.ts";
import type { IndexDocument } from "../engine.ts";
import { placesFrom } from "../places.ts";
import { type SearchDocument, searchDocument } from "../shown.ts";
import type { Place } from "../understand.ts";
import file from "./golden.json" with { type: "json" };
import { idOf } from "./samples.ts";

const shape = searchDocument.shape;
const region = z.object({
  code: z.string(),
  name: z.string(),
  level: shape.level,
  above: z.string().nullable(),
});
const report = z.object({
  key: z.string(),
  agency: z.string(),
  aliases: z.array(z.string()).default([]),
  region: z.string(),
  kind: shape.kind,
  years: z.array(z.number().int()),
  check: shape.check.default("pass"),
  received: z.number().default(0),
  indexNumber: z.string().nullable().default(null),
  documentNumber: z.string().nullable().default(null),
  text: z.string(),
});
const golden = z.object({
  regions: z.array(region),
  reports: z.array(report),
});

const data = golden.parse(file);

const keysIn = (text: string) => text.split(/\s+/u).filter((each) => each !== "" && each !== "-");
const cell = z.string().transform((text) => (text.trim() === "" ? undefined : keysIn(text)));
/** A line of the sheet: a blank cell asks nothing, `-` means none at all. */
const line = z
  .object({ query: z.string(), first: cell, top3: cell, all: cell, note: z.string() })
  .transform(({ query: q, first, top3, all }) => ({
    q,
    /** The key of the report that must come first. */
    first: first?.[0],
    /** Keys that must be among the first three. */
    top3,
    /** Exactly these, in any order. */
    all,
  }));
/** Queries with their right answers, in a sheet that any spreadsheet program opens. */
const SHEET = fileURLToPath(new URL("./golden-queries.csv", import.meta.url));
const lines: unknown[] = parse(readFileSync(SHEET, "utf8"), { columns: true, bom: true });

function pathOf(code: string): string[] {
  const row = data.regions.find((each) => each.code === code);
  if (!row) throw new Error(`golden.json: no region ${code}`);
  return row.above === null ? [code] : [...pathOf(row.above), code];
}

const nameOf = (code: string) => data.regions.find((each) => each.code === code)?.name ?? "";

function documentsOf(each: z.infer<typeof report>): SearchDocument[] {
  const level = data.regions.find(({ code }) => code === each.region)?.level ?? "county";
  return each.years.map((year) => ({
    id: idOf(`${each.key}-${year}`),
    hash: `golden-${each.key}-${year}`,
    title: `${each.agency}${year}年政府信息公开工作年度报告`,
    agencyId: each.key,
    agency: each.agency,
    aliases: each.aliases,
    region: pathOf(each.region).map((code) => ({ code, name: nameOf(code) })),
    year,
    level,
    kind: each.kind,
    scope: "organ",
    edition: year < 2021 ? "2019" : "2021",
    check: each.check,
    checksFail: each.check === "fail" ? 1 : 0,
    indexNumber: each.indexNumber,
    documentNumber: each.documentNumber,
    publishedAt: `${year + 1}-01-20T00:00:00.000Z`,
    synthetic: true,
    summarised: true,
    figures: {
      received: each.received,
      granted: 0,
      grantedShare: null,
      refused: 0,
      reconsideration: 0,
      litigation: 0,
    },
    sections: [{ key: "overview", heading: "一、总体情况", text: each.text }],
  }));
}

/** Its reports as they are shown. */
export const GOLDEN_SHOWN: readonly SearchDocument[] = data.reports.flatMap(documentsOf);

/** The corpus of the golden set. */
export const GOLDEN_DOCUMENTS: readonly IndexDocument[] = GOLDEN_SHOWN.map(indexed);

/** Ids of the reports that have every phrase to the letter, as the database would answer; null where there is no phrase. */
export function goldenWith(phrases: readonly string[]): string[] | null {
  if (phrases.length === 0) return null;
  const having = (plain: string) => phrases.every((phrase) => plain.includes(phrase));
  return GOLDEN_SHOWN.filter((each) => having(plainText(each))).map(({ id }) => id);
}

/** Its regions, as the table of regions would answer. */
export const GOLDEN_PLACES: readonly Place[] = placesFrom(
  data.regions.map(({ code, name, level }) => ({
    code,
    name,
    level,
    stem: stemOf(name),
    path: pathOf(code),
  })),
);

/** Its queries with the answers that were written down beforehand. */
export const GOLDEN_QUERIES = lines.map((each) => line.parse(each));
export type GoldenQuery = (typeof GOLDEN_QUERIES)[number];

const keys = new Map(
  data.reports.flatMap(({ key, years }) =>
    years.map((year) => [idOf(`${key}-${year}`), `${key}-${year}`]),
  ),
);

/** The key (`yuanjiang-office-2023`) of a document of the corpus. */
export function goldenKey(id: string): string {
  return keys.get(id) ?? id;
}
