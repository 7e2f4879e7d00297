import { attachmentHeaders } from "./attachment.ts";
import { getFile } from "./queries.ts";

const SENTENCES = {
  404: "没有这个文件。 There is no such file.\n",
  410: "这份年报已撤回，原件不再提供。 This report has been withdrawn; its original is no longer available.\n",
  500: "原件已损坏，请联系网站管理员。 The original is damaged; please tell the operator of this site.\n",
  503: "存放原件的服务暂时不可用，请稍后再试。 The store of original files is not available just now; please try again later.\n",
} as const;

/** A sentence where there is no file to hand out. */
export function fileAbsent(status: keyof typeof SENTENCES): Response {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(SENTENCES[status], { status, headers });
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
