import { done, type Result, refused } from "#lib/platform/result.ts";
import { formatOf, type TextFormat } from "./format.ts";
import type { ReadRefusal } from "./refusal.ts";

/** Larger files are refused unread: a report has some tens of kilobytes. */
export const MAX_BYTES = 12 * 1_048_576;

export interface Decoded {
  text: string;
  format: TextFormat;
}

const SIGNATURES: readonly [string, string][] = [
  ["\u00d0\u00cf\u0011\u00e0", "DOC/XLS"],
  ["{\\rtf", "RTF"],
  // A web page saved with all that belongs to it, by Word or WPS and by browsers.
  ["MIME-Ver", "MHT"],
  ["From: <S", "MHT"],
];

/** Decodes a file to text by its byte order mark or by what its bytes can be, never by its name. */
export function decode(bytes: Uint8Array): Result<Decoded, ReadRefusal> {
  if (bytes.length === 0) return refused("reader.empty");
  if (bytes.length > MAX_BYTES)
    return refused("reader.too-large", { bytes: bytes.length, limit: MAX_BYTES });
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return isLocked(bytes) ? refused("reader.encrypted") : unsupported(known[1]);
  const text = decodeText(bytes);
  if (text === null) return refused(looksBinary(bytes) ? "reader.binary" : "reader.undecodable");
  if (text.trim() === "") return refused("reader.empty");
  return done({ text, format: formatOf(text) });
}

const unsupported = (format: string) => refused("reader.unsupported", { format });

/** What Word and Excel put round a DOCX or XLSX with a password: the file of an older format, with this stream in it. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");

const isLocked = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED);

function decodeText(bytes: Uint8Array): string | null {
  const marked = utf16(bytes);
  if (marked) return tryDecode(bytes, marked) ?? mostly(bytes, marked);
  if (looksBinary(bytes)) return null;
  return (
    tryDecode(bytes, "utf-8") ??
    doubleByte(bytes) ??
    mostly(bytes, "utf-8") ??
    mostly(bytes, "gb18030")
  );
}

const CLEARLY = 3;

/** GB18030, or Big5 where only that gives everyday words: the same bytes are often valid in both. */
function doubleByte(bytes: Uint8Array): string | null {
  const gb = tryDecode(bytes, "gb18030");
  const big5 = tryDecode(bytes, "big5");
  if (big5 !== null && isChinese(big5) && everyday(big5) > everyday(gb ?? "") * CLEARLY)
    return big5;
  return gb !== null && isChinese(gb) ? gb : null;
}

/** A page with a few broken bytes is read, its losses shown as U+FFFD. */
function mostly(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  return lost * 50 < text.length && isChinese(text) ? text : null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: line ends and digits are ASCII, so one half of the units has zeros.
  const zeros = [0, 0];
  const sample = Math.min(bytes.length, 4096);
  for (let index = 0; index < sample; index++)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if ((even + odd) * 200 < sample) return null;
  const order = odd > even ? "utf-16le" : "utf-16be";
  return isChinese(tryDecode(bytes, order) ?? "") ? order : null;
}

/** Everyday characters of any report: what a wrong encoding yields has none of them in number. */
function isChinese(text: string): boolean {
  const sample = text.slice(0, 200_000);
  const common = everyday(sample);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return common >= 5 && common * 50 > han;
}

function everyday(text: string): number {
  return text.slice(0, 200_000).match(/[的政府信息公开年度报告情况行國務報開況]/gu)?.length ?? 0;
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) control++;
  return control * 200 > sample.length;
}
