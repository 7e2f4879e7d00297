import { agencyById } from "#lib/agencies/queries.ts";
import type { matchAgency } from "#lib/agencies/queries-match.ts";
import { type AgencyMap, mapped } from "./agency-map.ts";
import type { FoundReport } from "./found.ts";
import { candidateOf, type Line } from "./item.ts";
import { type ImportCode, wordsOf } from "./words.ts";

/** What was said about whose the files are. */
export interface OwnerOptions {
  /** All of them are this agency's. */
  agencyId: string | null;
  map: AgencyMap;
  /** They come from this region. */
  region: string | null;
  match: typeof matchAgency;
}

/** Whose a report is, for its line: the agency, or why there is none. */
type Owner = Pick<Line, "agency" | "candidates" | "code" | "message">;

/** Whose report this is and for which year it can be stored; a line with a code needs somebody's attention. */
export async function ownerOf(
  { content, oddYear }: FoundReport,
  file: string,
  noted: string | null,
  options: OwnerOptions,
): Promise<Owner> {
  const { year } = content;
  const owner = await agencyOf(content, file, noted, options);
  if (owner.code) return owner;
  if (oddYear !== null) return { ...owner, ...said("import.year-out-of-range") };
  if (year === null) return { ...owner, ...said("import.no-year") };
  return owner;
}

async function agencyOf(
  content: FoundReport["content"],
  file: string,
  noted: string | null,
  { agencyId, map, region, match }: OwnerOptions,
): Promise<Owner> {
  const given = agencyId ?? noted ?? mapped(map, file, content.agency);
  if (given !== null) return givenAgency(given, content.year);
  const { agency, publisher, year } = content;
  const found = await match({ agency, publisher, places: [], year }, region);
  if (found.kind === "matched") {
    const { id, name, why } = found.agency;
    return { agency: { id, name, how: why }, candidates: [], code: null, message: null };
  }
  const candidates = found.kind === "unsure" ? found.candidates.map(candidateOf) : [];
  const code = candidates.length > 0 ? "import.unsure-agency" : "import.no-agency";
  return { agency: null, candidates, ...said(code) };
}

async function givenAgency(id: string, year: number | null): Promise<Owner> {
  const found = await agencyById(id);
  if (!found) return { agency: null, candidates: [], ...said("import.unknown-agency") };
  const { name, activeFrom, activeTo } = found;
  const agency = { id, name, how: ["given"] };
  const isActive = year === null || ((activeFrom ?? year) <= year && year <= (activeTo ?? year));
  const state = isActive ? { code: null, message: null } : said("import.inactive-agency");
  return { agency, candidates: [], ...state };
}

const said = (code: ImportCode) => ({ code, message: wordsOf(code) });
