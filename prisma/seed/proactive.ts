import { cellKey, type Edition, tableOf } from "#lib/editions/edition.ts";
import type { DemoAgency } from "./model.ts";
import { type Random, randomFor } from "./random.ts";
import type { Figures } from "./requests.ts";

/** What an agency carries from year to year outside its requests: documents in force and items on its lists. */
export interface Stock {
  documents: Map<string, number>;
  items: Map<string, number>;
}

/** Rows that hold documents, and rows that hold items on a list, with their size in a county's department. */
const DOCUMENTS: Readonly<Record<string, number>> = { regulations: 0, normativeDocuments: 6 };
const ITEMS: Readonly<Record<string, number>> = {
  licences: 14,
  otherServices: 22,
  penalties: 60,
  coercions: 6,
  fees: 1,
};

/** Departments higher up answer for more. */
const REACH: Readonly<Record<DemoAgency["level"], number>> = {
  province: 6,
  city: 2.4,
  county: 1,
  township: 0.35,
};

/** The stock of an agency before the first year. */
export function firstStock(agency: DemoAgency, seed: string): Stock {
  const random = randomFor(seed, agency.id, "stock");
  const reach = REACH[agency.level];
  const draw = (sizes: Readonly<Record<string, number>>, share: number) =>
    new Map(
      Object.entries(sizes).map(([row, size]) => [row, random.poisson(size * reach * share)]),
    );
  return {
    documents: draw(DOCUMENTS, agency.kind === "office" ? 1.6 : 0.8),
    items: draw(ITEMS, agency.department ? 1 : 0),
  };
}

/** Section 二 of one agency and year, for the columns the edition asks for; moves the stock on. */
export function proactiveYear(
  edition: Edition,
  random: Random,
  agency: DemoAgency,
  stock: Stock,
): Figures {
  const figures: Figures = new Map();
  for (const { rows, columns } of tableOf(edition, "proactive").blocks) {
    for (const row of rows) {
      const facts = rowFacts(random, row.key, agency, stock);
      for (const column of columns) {
        const value = facts[column.key];
        if (value === undefined) throw new Error(`no figure for ${row.key}.${column.key}`);
        figures.set(cellKey("proactive", row.key, column.key), value);
      }
    }
  }
  return figures;
}

/** Regulations are made by governments of provinces and cities alone, so their departments' sums lack them. */
export function regulationYear(edition: Edition, random: Random, stock: Stock): Figures {
  const facts = documentFacts(random, "regulations", 1.2, stock);
  const block = tableOf(edition, "proactive").blocks.find(({ rows }) =>
    rows.some(({ key }) => key === "regulations"),
  );
  return new Map(
    block?.columns.map(({ key }) => [cellKey("proactive", "regulations", key), facts[key] ?? 0]),
  );
}

type Facts = Readonly<Record<string, number>>;

function rowFacts(random: Random, row: string, agency: DemoAgency, stock: Stock): Facts {
  const reach = REACH[agency.level];
  if (row in DOCUMENTS) {
    const inForce = stock.documents.get(row) ?? 0;
    return documentFacts(random, row, row === "regulations" ? 0 : inForce * 0.09, stock);
  }
  const facts = { ...itemFacts(random, row, stock), ...money(random, agency, row, reach) };
  return { ...facts, decisions: decisions(random, agency, row, reach) };
}

function documentFacts(random: Random, row: string, mean: number, stock: Stock): Facts {
  const before = stock.documents.get(row) ?? 0;
  const made = random.poisson(mean);
  const repealed = random.binomial(before, 0.05);
  const inForce = before + made - repealed;
  stock.documents.set(row, inForce);
  return { made, published: made, totalPublic: inForce, repealed, inForce };
}

function itemFacts(random: Random, row: string, stock: Stock): Facts {
  const itemsLastYear = stock.items.get(row) ?? 0;
  const change = random.poisson(itemsLastYear * 0.03) - random.binomial(itemsLastYear, 0.04);
  stock.items.set(row, itemsLastYear + change);
  return { itemsLastYear, change };
}

function decisions(random: Random, agency: DemoAgency, row: string, reach: number): number {
  const { licences = 0, penalties = 0, coercions = 0 } = agency.department?.decisions ?? {};
  const mean: Facts = { licences, otherServices: licences * 0.3, penalties, coercions };
  return random.poisson((mean[row] ?? 0) * reach);
}

/** Fees in 万元 with two decimals; procurement in 元. */
function money(random: Random, agency: DemoAgency, row: string, reach: number): Facts {
  if (row === "fees") {
    const fees = (agency.department?.fees ?? 0) * reach * (0.7 + random.next() * 0.6);
    return { amount: Math.round(fees * 100) / 100 };
  }
  if (row !== "procurement") return {};
  const projects = random.poisson(7 * reach);
  return { projects, amount: Math.round(projects * (80_000 + random.next() * 420_000)) };
}
