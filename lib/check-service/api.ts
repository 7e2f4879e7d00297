import { type Allowance, allowanceHeaders } from "#lib/platform/admission.commands.ts";
import type { Result } from "#lib/platform/result.ts";
import { admitCheck } from "./admission.commands.ts";
import { MAX_INPUT } from "./limits.ts";
import { readInput } from "./read-input.ts";
import { type CheckRefusal, checkRefusalText, retryAfter, statusOf } from "./refusal.ts";
import { checkedJson, faultJson, type Language } from "./report-json.ts";
import { inputOf } from "./request-body.ts";

/** What every answer says to pages of other sites, and which limits there are. */
export const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Max-Bytes",
  "Cache-Control": "no-store",
  "X-Max-Bytes": String(MAX_INPUT),
};

/** Answers `POST /api/v1/check`: the report as `gongkai read --json` prints it, with `checks`; several under `reports`. */
export async function answerCheck(request: Request, address: string | null): Promise<Response> {
  const language = languageOf(request);
  const admitted = await admitCheck(address);
  if (!admitted.ok) return refusal("-", admitted.refusal, language, admitted);
  const input = await inputOf(request);
  if (!input.ok) return refusal("-", input.refusal, language, admitted);
  const file = input.value.name;
  const read = await readInput(input.value);
  if (!read.ok) return refusal(file, read.refusal, language, admitted);
  const isOne = read.value.length === 1;
  const reports = read.value.map((report) =>
    checkedJson({ file, part: isOne ? null : report.part, report }, language),
  );
  return Response.json(isOne ? reports[0] : { reports }, { headers: headersOf(admitted) });
}

function refusal(
  file: string,
  reason: CheckRefusal,
  language: Language,
  admitted: Result<Allowance, CheckRefusal>,
): Response {
  const wait = retryAfter(reason);
  const headers = {
    ...headersOf(admitted),
    ...(wait === null ? {} : { "Retry-After": String(wait) }),
  };
  const body = faultJson({ file, code: reason.code, message: checkRefusalText(reason) }, language);
  return Response.json(body, { status: statusOf(reason), headers });
}

function headersOf(admitted: Result<Allowance, CheckRefusal>): Record<string, string> {
  return { ...OPEN, ...allowanceHeaders(admitted) };
}

/** Messages are Chinese unless `?lang=en` asks otherwise, as on the command line. */
function languageOf(request: Request): Language {
  return new URL(request.url).searchParams.get("lang") === "en" ? "en" : "zh";
}
