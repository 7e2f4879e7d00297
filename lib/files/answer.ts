import { admission, withAllowance } from "#lib/platform/admission.commands.ts";
import { attachmentHeaders } from "./attachment.ts";
import { getFile } from "./queries.ts";

const SENTENCES = {
  404: "没有这个文件。 There is no such file.\n",
  410: "这份年报已撤回，原件不再提供。 This report has been withdrawn; its original is no longer available.\n",
  500: "原件缺失或已损坏，请联系网站管理员。 The original is missing or damaged; please tell the operator of this site.\n",
  503: "存放原件的服务暂时不可用，请稍后再试。 The store of original files is not available just now; please try again later.\n",
} as const;

/** Originals a minute: the public by address, and at the desk by account, for an office shares one address. */
const ADMIT = {
  public: admission("original", { address: 30, unknown: 300, everybody: 600 }),
  desk: admission("original-desk", { address: 60, unknown: 60, everybody: null }),
} as const;

/** Counts a download before anything is looked up for it; answers the one too many with a sentence and the time to wait. */
export async function answerAdmitted(
  kind: keyof typeof ADMIT,
  caller: string | null,
  serve: () => Promise<Response>,
): Promise<Response> {
  const admitted = await ADMIT[kind](caller);
  const response = admitted.ok ? await serve() : tooOften(admitted.refusal.facts?.seconds ?? 1);
  return withAllowance(response, admitted);
}

function tooOften(seconds: number): Response {
  const words = `下载过于频繁，请 ${seconds} 秒后再试。 Too many downloads; please try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.\n`;
  return new Response(words, {
    status: 429,
    headers: { ...SENTENCE_HEADERS, "Retry-After": String(seconds) },
  });
}

const SENTENCE_HEADERS = {
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Language": "zh-CN, en",
  "Cache-Control": "no-store",
};

/** After so many seconds it is worth asking again for what the store did not hand out. */
const STORE_WAIT = 30;

/** A sentence where there is no file to hand out. */
export function fileAbsent(status: keyof typeof SENTENCES): Response {
  const wait = status === 503 ? { "Retry-After": String(STORE_WAIT) } : {};
  return new Response(SENTENCES[status], { status, headers: { ...SENTENCE_HEADERS, ...wait } });
}

/** Hands out a kept file as an attachment; whether the caller may have it has been decided before. */
export async function answerFile(
  request: Request,
  file: { name: string; size: number; sha256: string },
  cache: "public" | "private",
): Promise<Response> {
  const headers = attachmentHeaders(file, cache);
  if (cache === "public" && request.headers.get("if-none-match") === headers.ETag) {
    const { "Content-Length": _none, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  const bytes = await getFile(file.sha256);
  if (bytes.ok) return new Response(bytes.value, { headers });
  return fileAbsent(bytes.refusal.code === "files.unavailable" ? 503 : 500);
}
