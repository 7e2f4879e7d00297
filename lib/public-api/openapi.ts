import { z } from "zod";
import {
  pageParameters,
  searchAnswer,
  searchParameters,
  searchProblem,
  suggestions,
} from "#lib/search/api-schema.ts";

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return rest;
};

type Schema = ReturnType<typeof schemaOf>;

/** The fields of an object as parameters of a query; a list is given by repeating its name. */
function parametersOf(schema: z.ZodObject) {
  const { properties = {} } = schemaOf(schema);
  return Object.entries(properties).map(([name, each]) => {
    if (typeof each !== "object") throw new Error(`no schema: ${name}`);
    const { description, ...rest } = each;
    return { name, in: "query", ...(description ? { description } : {}), schema: rest };
  });
}

const LANGUAGE = {
  name: "lang",
  in: "query",
  description: "language of labels and titles",
  schema: { type: "string", enum: ["zh", "en"], default: "zh" },
};

const content = (type: string, schema: Schema | Record<string, unknown>) => ({
  content: { [type]: { schema } },
});

const LIMITS = {
  "RateLimit-Limit": { description: "calls a minute", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "left of them", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "seconds until the next minute", schema: { type: "integer" } },
};

const ref = (name: string) => ({ $ref: `#/components/${name}` });

const REFUSALS = {
  400: ref("responses/BadParameter"),
  429: ref("responses/TooOften"),
  503: ref("responses/Unavailable"),
};

const search = [...parametersOf(searchParameters), LANGUAGE];

const paths = {
  "/api/v1/search": {
    get: {
      operationId: "search",
      summary: "Search the public reports",
      description:
        "OR inside a facet, AND across. Unknown parameters are ignored; a bad value is a 400 that names it. 120 calls a minute from one address.",
      parameters: [...search, ...parametersOf(pageParameters)],
      responses: {
        200: {
          description: "What was found",
          headers: { ETag: { schema: { type: "string" } } },
          ...content("application/json", ref("schemas/SearchAnswer")),
        },
        304: { description: "What the tag in `If-None-Match` stands for has not changed" },
        ...REFUSALS,
      },
    },
  },
  "/api/v1/search.csv": file("searchCsv", "All that a search finds, as CSV", "text/csv"),
  "/api/v1/search.xlsx": file(
    "searchXlsx",
    "All that a search finds, as a workbook",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ),
  "/api/v1/feed.atom": {
    get: {
      operationId: "feed",
      summary: "Follow a search: its newest reports as an Atom feed",
      parameters: search.filter(({ name }) => name !== "sort"),
      responses: {
        200: {
          description: "Newest first",
          headers: { ETag: { schema: { type: "string" } } },
          ...content("application/atom+xml", { type: "string" }),
        },
        304: { description: "Nothing new" },
        ...REFUSALS,
      },
    },
  },
  "/api/v1/suggest": {
    get: {
      operationId: "suggest",
      summary: "Agencies, regions and reports that may be meant by what is being typed",
      parameters: [{ name: "q", in: "query", required: true, schema: { type: "string" } }],
      responses: {
        200: {
          description: "The best of each; names in Han, pinyin or initials, in part or whole",
          headers: LIMITS,
          ...content("application/json", ref("schemas/Suggestions")),
        },
        429: ref("responses/TooOften"),
        503: ref("responses/Unavailable"),
      },
    },
  },
  "/api/v1/check": {
    post: {
      operationId: "check",
      summary: "Read and check a report; nothing is stored",
      description: "The body is the file itself, a form with `file` or `text`, or plain text.",
      parameters: [LANGUAGE],
      requestBody: {
        required: true,
        content: {
          "text/plain": { schema: { type: "string" } },
          "application/octet-stream": { schema: {} },
          "multipart/form-data": {
            schema: { type: "object", properties: { file: {}, text: { type: "string" } } },
          },
        },
      },
      responses: {
        200: {
          description: "The report, its cells and what the checks found",
          headers: LIMITS,
          ...content("application/json", { type: "object" }),
        },
        default: {
          description: "Refused, in words",
          ...content("application/json", { type: "object" }),
        },
      },
    },
  },
};

function file(operationId: string, summary: string, type: string) {
  return {
    get: {
      operationId,
      summary,
      description:
        "At most 10,000 reports; `X-Total-Count` says how many there are. 10 files a minute from one address.",
      parameters: search,
      responses: {
        200: {
          description: "The list, in the order asked",
          headers: { "X-Total-Count": { schema: { type: "integer" } }, ...LIMITS },
          ...content(type, { type: "string" }),
        },
        ...REFUSALS,
      },
    },
  };
}

const wait = { "Retry-After": { description: "seconds", schema: { type: "integer" } } };
const coded = (code: string, more: Record<string, unknown> = {}) =>
  content("application/json", {
    type: "object",
    required: ["error"],
    properties: {
      error: { type: "object", properties: { code: { type: "string", const: code }, ...more } },
    },
  });

/** The open interface, described: OpenAPI 3.1. */
export function openApi(site: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "年报公开 · Gongkai",
      version: "1",
      summary: "Annual reports on the disclosure of government information: search and checks",
      description:
        "Read only, open to every origin, without a key. Only what is public is answered; a blank figure is null, never zero.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: site }],
    paths,
    components: {
      schemas: {
        SearchAnswer: schemaOf(searchAnswer),
        SearchProblem: schemaOf(searchProblem),
        Suggestions: schemaOf(suggestions),
      },
      responses: {
        BadParameter: {
          description: "A parameter has a bad value",
          ...content("application/json", ref("schemas/SearchProblem")),
        },
        TooOften: {
          description: "Too many calls this minute",
          headers: wait,
          ...coded("search.too-often", { seconds: { type: "integer" } }),
        },
        Unavailable: {
          description: "No engine answered in time",
          headers: wait,
          ...coded("search.unavailable"),
        },
      },
    },
  };
}
