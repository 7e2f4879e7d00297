import { z } from "zod";
import { EDITIONS } from "#lib/editions/registry.ts";
import { FLAT_FACETS, RANGES, SORTS } from "./engine.ts";
import { CLOSED, MAX_PAGE, SIZES } from "./query.ts";

const figure = z.number().int().nullable().describe("null: blank in the report, not zero");
const figures = z.strictObject({
  received: figure,
  granted: figure,
  grantedShare: figure.describe("per cent of what was handled, whole; null where nothing was"),
  refused: figure,
  reconsideration: figure,
  litigation: figure,
});
const region = z.strictObject({ code: z.string(), name: z.string() });
const passage = z.strictObject({
  section: z.string().describe("key of the section it stands in"),
  html: z.string().describe("hits in <mark>, everything else escaped"),
});

const hit = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  agency: z.string(),
  agencyId: z.string(),
  region: z.array(region).describe("from the province down"),
  year: z.number().int(),
  level: z.enum(CLOSED.level),
  kind: z.enum(CLOSED.kind),
  scope: z.enum(CLOSED.scope),
  edition: z.enum(EDITIONS.map(({ id }) => id)).nullable(),
  check: z.enum(CLOSED.check),
  publishedOn: z.iso.date().describe("in Asia/Shanghai"),
  figures,
  passages: z.array(passage),
});

const facetValue = z.strictObject({
  value: z.string(),
  label: z.string(),
  count: z.number().int(),
  chosen: z.boolean(),
});

/** The body of `GET /api/v1/search`. */
export const searchAnswer = z.strictObject({
  query: z.string(),
  understood: z.string().describe("the same search with what was understood as parameters"),
  engine: z.enum(["meilisearch", "postgres"]),
  total: z.number().int(),
  totalIsExact: z.boolean(),
  page: z.number().int(),
  size: z.number().int(),
  nextCursor: z
    .string()
    .nullable()
    .describe(
      "goes on behind these hits, as far as the list goes; null at its end and by relevance",
    ),
  hits: z.array(hit),
  facets: z
    .record(z.enum([...FLAT_FACETS, "region"]), z.array(facetValue))
    .describe("counts ignore the facet's own choice"),
  tookMs: z.number().int(),
  indexedAt: z.iso.datetime().nullable(),
});

/** One bad parameter, and all of them. */
export const searchProblem = z.strictObject({
  error: z.strictObject({
    code: z.literal("search.bad-parameter"),
    parameter: z.string(),
    value: z.string(),
  }),
  problems: z.array(
    z.strictObject({ parameter: z.string(), value: z.string(), used: z.string().nullable() }),
  ),
});

const place = z.array(z.string()).describe("names from the province down");

/** The body of `GET /api/v1/suggest`. */
export const suggestions = z.strictObject({
  agencies: z.array(z.strictObject({ id: z.string(), name: z.string(), place })),
  regions: z.array(z.strictObject({ code: z.string(), name: z.string(), place })),
  reports: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      agencyId: z.string(),
      year: z.number().int(),
    }),
  ),
});

const several = (values: readonly string[]) => z.array(z.enum([...values]));
const count = z.number().int().min(0);

/** The parameters of a search, each with what it may be. */
export const searchParameters = z.object({
  q: z.string().max(200).describe("names, places, years, words, pinyin; “…” for a phrase"),
  year: z.array(z.string().regex(/^(?:19|20)\d{2}$/u)),
  region: z.array(z.string()).describe("any level's code; what lies below is included"),
  level: several(CLOSED.level),
  kind: several(CLOSED.kind),
  scope: several(CLOSED.scope),
  edition: several(CLOSED.edition),
  check: several(CLOSED.check).describe("outcome of the sums"),
  ...Object.fromEntries(
    RANGES.flatMap((key) => {
      const bound = key === "grantedShare" ? count.max(100).describe("per cent") : count;
      return [
        [`${key}.min`, bound],
        [`${key}.max`, bound],
      ];
    }),
  ),
  sort: z.enum(SORTS),
});

/** Parameters of a list that is read page by page. */
export const pageParameters = z.object({
  page: z.number().int().min(1).max(MAX_PAGE),
  size: z.literal(SIZES),
  cursor: z.string().describe("`nextCursor` of the answer before; `page` then does not count"),
});
