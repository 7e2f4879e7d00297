import { createHash } from "node:crypto";
import { csvHead, csvRows } from "#lib/exports/csv.ts";
import { atomFeed } from "#lib/exports/feed.ts";
import { xlsxFile } from "#lib/exports/xlsx.ts";
import { type Allowance, admission, withAllowance } from "#lib/platform/admission.commands.ts";
import { now } from "#lib/platform/clock.ts";
import { isDatabaseBusy } from "#lib/platform/database-busy.ts";
import { env } from "#lib/platform/env.ts";
import type { Result } from "#lib/platform/result.ts";
import { searchJson, searchTag } from "./api.ts";
import { EngineFailure } from "./engine.ts";
import { feedOf } from "./feed.ts";
import { type Given, givenOf, type Problem } from "./query.ts";
import { openResult } from "./result-pages.ts";
import { type Language, resultFields, resultHead, resultRow } from "./result-table.ts";
import { searchReports } from "./search.ts";
import type { ShownRow } from "./shown.ts";
import { suggest } from "./suggest.ts";

/** Calls a minute of the open interface: from one address, and from all whose address is not known. */
const ADMIT = {
  search: admission("search", { address: 120, unknown: 1200, everybody: null }),
  suggest: admission("suggest", { address: 300, unknown: 3000, everybody: null }),
  file: admission("search-file", { address: 10, unknown: 60, everybody: 120 }),
} as const;

const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Total-Count",
  "Cache-Control": "no-store",
};
/** What bears a tag may be kept, by shared caches too, and be asked for anew with it. */
const KEPT = { ...OPEN, "Cache-Control": "no-cache" };

interface Asked {
  request: Request;
  given: Given;
  language: Language;
  site: string;
}

type Kind = keyof typeof ADMIT;

/** Admits a call and answers it, with what the caller has left where nobody keeps the answer. */
async function answer(
  request: Request,
  address: string | null,
  kind: Kind,
  serve: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const admitted = await ADMIT[kind](address);
  const response = admitted.ok ? await served(request, serve) : tooOften(admitted);
  return withAllowance(response, admitted);
}

/** Reads the parameters of a call, and answers in words where it cannot be served. */
async function served(
  request: Request,
  serve: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const { lang, ...given } = givenOf(new URL(request.url).searchParams);
  const language = [lang].flat()[0] === "en" ? "en" : "zh";
  const site = env().SITE_URL.replace(/\/+$/u, "");
  try {
    return await serve({ request, given, language, site });
  } catch (error) {
    if (!(error instanceof EngineFailure || isDatabaseBusy(error))) throw error;
    return refusal(503, { code: "search.unavailable" }, { ...OPEN, "Retry-After": "5" });
  }
}

function tooOften({
  refusal: { facts },
}: Extract<
  Result<Allowance, { code: string; facts?: { seconds: number } }>,
  { ok: false }
>): Response {
  const seconds = facts?.seconds ?? 1;
  const error = { code: "search.too-often", seconds };
  return refusal(429, error, { ...OPEN, "Retry-After": String(seconds) });
}

const refusal = (status: number, error: { code: string }, headers: Record<string, string>) =>
  Response.json({ error }, { status, headers });

/** The first bad value is named; all of them stand beside it. */
function badParameter(problems: readonly Problem[]): Response {
  const [first] = problems;
  const error = { code: "search.bad-parameter", parameter: first?.parameter, value: first?.value };
  return Response.json({ error, problems }, { status: 400, headers: OPEN });
}

/** 304 where the caller has it already. */
function tagged({ request }: Asked, tag: string, body: () => Response): Response {
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/u) ?? [];
  if (!known.includes(tag)) return body();
  return new Response(null, { status: 304, headers: { ...KEPT, ETag: tag } });
}

/** `GET /api/v1/search`: the parameters of the search page; a bad value is a 400 that names it. */
export function answerSearch(request: Request, address: string | null): Promise<Response> {
  return answer(request, address, "search", async (asked) => {
    const found = await searchReports(asked.given, now());
    if (found.problems.length > 0) return badParameter(found.problems);
    const body = searchJson(found, asked.language);
    const tag = searchTag(body);
    const headers = { ...KEPT, ETag: tag };
    return tagged(asked, tag, () => Response.json(body, { headers }));
  });
}

/** `GET /api/v1/suggest`: agencies, regions and reports that may be meant by what has been typed so far. */
export function answerSuggest(request: Request, address: string | null): Promise<Response> {
  return answer(request, address, "suggest", async ({ given }) => {
    const q = [given.q].flat()[0] ?? "";
    return Response.json(await suggest(q, now()), { headers: OPEN });
  });
}

const attachment = (type: string, name: string, total: number) => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${name}"`,
  "X-Total-Count": String(total),
});

/** `GET /api/v1/search.csv`: the whole list a search finds, written as it is read; `X-Total-Count` says how many there are. */
export function answerCsv(request: Request, address: string | null): Promise<Response> {
  return answer(request, address, "file", async ({ given, language, site }) => {
    const { problems, total, pages } = await openResult(given, now());
    if (problems.length > 0) return badParameter(problems);
    const fields = resultFields(language, site);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (file) => file.enqueue(encoder.encode(csvHead(resultHead(fields, language)))),
      async pull(file) {
        const { done, value } = await pages.next();
        if (done) return file.close();
        const rows = value.map((row) => resultRow(fields, row));
        file.enqueue(encoder.encode(rows.length > 0 ? csvRows(rows) : ""));
      },
    });
    const type = attachment("text/csv; charset=utf-8", "reports.csv", total);
    return new Response(body, { headers: { ...OPEN, ...type } });
  });
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `GET /api/v1/search.xlsx`: the same as a workbook. */
export function answerXlsx(request: Request, address: string | null): Promise<Response> {
  return answer(request, address, "file", async ({ given, language, site }) => {
    const { problems, total, pages } = await openResult(given, now());
    if (problems.length > 0) return badParameter(problems);
    const fields = resultFields(language, site);
    const rows: ShownRow[] = [];
    for await (const page of pages) rows.push(...page);
    const head = resultHead(fields, language);
    const file = await xlsxFile(
      head,
      rows.map((row) => resultRow(fields, row)),
    );
    const type = attachment(XLSX, "reports.xlsx", total);
    return new Response(new Uint8Array(file), { headers: { ...OPEN, ...type } });
  });
}

/** `GET /api/v1/feed.atom`: what a search finds, newest first, for a reader of feeds. */
export function answerFeed(request: Request, address: string | null): Promise<Response> {
  return answer(request, address, "search", async (asked) => {
    const { given, language, site } = asked;
    const found = await searchReports(
      { ...given, sort: "published", size: "40", page: "1" },
      now(),
    );
    if (found.problems.length > 0) return badParameter(found.problems);
    const xml = atomFeed(feedOf(found, language, site));
    const tag = `"${createHash("sha256").update(xml).digest("base64url").slice(0, 27)}"`;
    const type = { "Content-Type": "application/atom+xml; charset=utf-8", ETag: tag };
    return tagged(asked, tag, () => new Response(xml, { headers: { ...KEPT, ...type } }));
  });
}
