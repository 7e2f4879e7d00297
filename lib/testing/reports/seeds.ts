import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** What a real report says, written down by hand from the file: every cell not named here is zero. */
export interface SeedFacts {
  seed: string;
  cells: number;
  edition: string;
  year: number;
  title: string | null;
  agency: string;
  indexNumber: string | null;
  publishedOn: string | null;
  signedOn: string | null;
  figures: Readonly<Record<string, number | "blank">>;
}

export const SEEDS: readonly SeedFacts[] = [
  {
    seed: "000",
    cells: 200,
    edition: "2021",
    year: 2023,
    title: null,
    agency: "玉溪市元江县人民政府办公室",
    indexNumber: null,
    publishedOn: null,
    signedOn: "2024-01-31",
    figures: {
      "requests.received.naturalPerson": 8,
      "requests.received.total": 8,
      "requests.granted.naturalPerson": 8,
      "requests.granted.total": 8,
      "requests.handled.naturalPerson": 8,
      "requests.handled.total": 8,
      "remedies.reconsideration.corrected": 1,
      "remedies.reconsideration.total": 1,
      "remedies.litigationAfterReconsideration.total": 1,
    },
  },
  {
    seed: "001",
    cells: 200,
    edition: "2021",
    year: 2023,
    title: "西藏自治区人民政府办公厅2023年政府信息公开工作年度报告",
    agency: "西藏自治区人民政府办公厅",
    indexNumber: "000014349/2024-00469",
    publishedOn: "2024-02-22",
    signedOn: "2024-02-19",
    figures: {
      "proactive.regulations.made": 4,
      "proactive.regulations.inForce": 101,
      "proactive.normativeDocuments.made": 53,
      "proactive.normativeDocuments.inForce": 779,
      "requests.received.naturalPerson": 13,
      "requests.received.total": 13,
      "requests.granted.naturalPerson": 7,
      "requests.granted.total": 7,
      "requests.other.other.naturalPerson": 6,
      "requests.other.other.total": 6,
      "requests.handled.naturalPerson": 13,
      "requests.handled.total": 13,
    },
  },
  {
    seed: "002",
    cells: 200,
    edition: "2021",
    year: 2022,
    title: null,
    agency: "红土崖镇人民政府",
    indexNumber: null,
    publishedOn: null,
    signedOn: "2022-12-31",
    figures: { "requests.denied.stateSecret.company": "blank" },
  },
  {
    seed: "003",
    cells: 198,
    edition: "2019",
    year: 2020,
    title: null,
    agency: "洛江区",
    indexNumber: null,
    publishedOn: null,
    signedOn: null,
    figures: {
      "proactive.normativeDocuments.made": 21,
      "proactive.normativeDocuments.published": 21,
      "proactive.normativeDocuments.totalPublic": 40,
      "proactive.licences.itemsLastYear": 417,
      "proactive.licences.change": 65,
      "proactive.licences.decisions": 1125,
      "proactive.otherServices.itemsLastYear": 198,
      "proactive.otherServices.change": -10,
      "proactive.otherServices.decisions": 150,
      "proactive.penalties.itemsLastYear": 800,
      "proactive.penalties.change": -21,
      "proactive.penalties.decisions": 127,
      "proactive.coercions.itemsLastYear": 109,
      "proactive.coercions.change": -11,
      "proactive.coercions.decisions": 65,
      "proactive.fees.itemsLastYear": 11,
      "proactive.procurement.projects": 1166,
      "proactive.procurement.amount": 101647022.75,
      "requests.received.naturalPerson": 7,
      "requests.received.otherOrganisation": 2,
      "requests.received.total": 9,
      "requests.granted.naturalPerson": 4,
      "requests.granted.otherOrganisation": 2,
      "requests.granted.total": 6,
      "requests.unavailable.notHeld.naturalPerson": 3,
      "requests.unavailable.notHeld.total": 3,
      "requests.handled.naturalPerson": 7,
      "requests.handled.otherOrganisation": 2,
      "requests.handled.total": 9,
      "remedies.litigationDirect.corrected": 1,
      "remedies.litigationDirect.total": 1,
    },
  },
  {
    seed: "004",
    cells: 200,
    edition: "2021",
    year: 2023,
    title: "柳州市柳南区人民政府2023年政府信息公开工作年度报告",
    agency: "柳州市柳南区人民政府",
    indexNumber: null,
    publishedOn: "2024-01-30",
    signedOn: null,
    figures: {
      "proactive.normativeDocuments.made": 1,
      "proactive.normativeDocuments.inForce": 22,
      "proactive.licences.decisions": 39917,
      "proactive.penalties.decisions": 2142,
      "proactive.coercions.decisions": 135,
      "requests.received.naturalPerson": 9,
      "requests.received.total": 9,
      "requests.granted.company": 1,
      "requests.granted.total": 1,
      "requests.partlyGranted.naturalPerson": 2,
      "requests.partlyGranted.total": 2,
      "requests.unavailable.notHeld.naturalPerson": 6,
      "requests.unavailable.notHeld.total": 6,
      "requests.handled.naturalPerson": 8,
      "requests.handled.company": 1,
      "requests.handled.total": 9,
    },
  },
];

const FOLDER = resolve(import.meta.dirname, "../../../../shared/seeds");

/** Why the tests on the real reports cannot run here, or null where they can. */
export const SEEDS_MISSING = existsSync(FOLDER)
  ? null
  : "../shared/seeds is not beside this checkout";

/** The bytes of a real report. */
export function seedBytes(seed: string): Uint8Array {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(seed));
  if (!name) throw new Error(`no seed ${seed}`);
  return readFileSync(resolve(FOLDER, name));
}
