import { z } from "zod";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { filesIn } from "./form-files.ts";
import { MAX_INPUT } from "./limits.ts";
import type { Input } from "./read-input.ts";
import type { CheckRefusal } from "./refusal.ts";

type Given = Result<Input, CheckRefusal>;

const TOO_LARGE = refused("check.too-large", { limit: MAX_INPUT });
const jsonBody = z.object({ text: z.string(), file: z.string().max(255).optional() });

/** What a request brings to be checked: its body, the file of a form, or `text` of a JSON object. */
export async function inputOf(request: Request): Promise<Given> {
  const type =
    (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const parse = PARSERS[type];
  if (!parse) return refused("check.unsupported-type", { type: type.slice(0, 100) });
  if (Number(request.headers.get("content-length")) > MAX_INPUT) return TOO_LARGE;
  const bytes = await readBytes(request.body);
  if (!bytes) return TOO_LARGE;
  if (bytes.length === 0) return refused("check.nothing-given");
  return parse(bytes, request);
}

/** Which format it is, the reader tells by the bytes. */
const asFile = (bytes: Uint8Array<ArrayBuffer>): Given => done({ name: "-", bytes });

const PARSERS: Readonly<
  Record<string, (bytes: Uint8Array<ArrayBuffer>, request: Request) => Given | Promise<Given>>
> = {
  "text/plain": asFile,
  "text/html": asFile,
  "text/markdown": asFile,
  "text/csv": asFile,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": asFile,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": asFile,
  "application/pdf": asFile,
  "multipart/form-data": fromForm,
  "application/json": fromJson,
};

/** The body as far as the limit; null where there is more: a length that was not announced is counted. */
async function readBytes(
  body: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_INPUT) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function fromForm(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<Given> {
  const form = await formOf(bytes, request.headers.get("content-type") ?? "");
  if (!form) return refused("check.malformed");
  const files = filesIn(form);
  const [file] = files;
  if (files.length > 1) return refused("check.several-files", { count: files.length });
  if (file) return done({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const text = form.get("text");
  if (typeof text !== "string") return refused("check.nothing-given");
  return done({ name: "-", bytes: new TextEncoder().encode(text) });
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | null> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function fromJson(bytes: Uint8Array): Given {
  const body = jsonBody.safeParse(parsed(new TextDecoder().decode(bytes)));
  if (!body.success) return refused("check.malformed");
  const { text, file } = body.data;
  return done({ name: file ?? "-", bytes: new TextEncoder().encode(text) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
