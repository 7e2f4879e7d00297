import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Text } from "#lib/editions/edition.ts";
import { done, type Refusal, type Result } from "#lib/platform/result.ts";

/** Why a file did not even reach the reader. */
export interface FileRefusal extends Refusal<string> {
  message: Text;
}

/** More than any report has, and more than the reader takes: such a file is not loaded at all. */
const LARGEST = 64 * 1024 * 1024;

/** The bytes of a file, or of the standard input for `-`. */
export async function readBytes(path: string): Promise<Result<Uint8Array, FileRefusal>> {
  if (path === "-") return collect(process.stdin);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return refuse("file.is-directory");
    // Pipes and devices have no size to ask for first.
    if (!facts.isFile()) return await collect(createReadStream(path));
    return facts.size > LARGEST ? refuse("file.too-large") : done(await readFile(path));
  } catch (error) {
    return refuse(codeOf(error));
  }
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Result<Uint8Array, FileRefusal>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) return refuse("file.too-large");
    chunks.push(chunk);
  }
  return done(Buffer.concat(chunks));
}

const MESSAGES = {
  "file.is-directory": {
    zh: "这是一个文件夹，请给出文件，例如“文件夹/*.txt”。",
    en: "This is a folder; name files, such as folder/*.txt.",
  },
  "file.too-large": {
    zh: "文件超过 64 MB，未读取。",
    en: "The file has more than 64 MB; it was not read.",
  },
  "file.not-found": { zh: "没有这个文件。", en: "There is no such file." },
  "file.no-permission": { zh: "没有读取权限。", en: "There is no permission to read it." },
  "file.unreadable": { zh: "文件无法打开。", en: "The file cannot be opened." },
} satisfies Record<string, Text>;

function refuse(code: keyof typeof MESSAGES): { ok: false; refusal: FileRefusal } {
  return { ok: false, refusal: { code, message: MESSAGES[code] } };
}

function codeOf(error: unknown): keyof typeof MESSAGES {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === null) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return "file.not-found";
  return code === "EACCES" || code === "EPERM" ? "file.no-permission" : "file.unreadable";
}
