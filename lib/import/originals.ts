import { putFiles } from "#lib/files/commands.ts";
import type { Examined } from "./examine.ts";
import type { Item } from "./item.ts";
import { wordsOf } from "./words.ts";

/** Keeps the originals of a chunk before it is stored; where the store is away nothing of it is, and each says so. */
export async function withOriginals(files: readonly Examined[], now: Date): Promise<Item[]> {
  const wanted = files.flatMap(({ original }) => original ?? []);
  const put = wanted.length === 0 ? null : await putFiles(wanted.map(bytesOf), now);
  if (put && !put.ok) return files.flatMap(({ items }) => items.map(unkept));
  const kept = new Map(wanted.map((original, index) => [original, put?.value[index] ?? null]));
  return files.flatMap(({ items, original }) => {
    const stored = original && kept.get(original);
    if (!stored) return items;
    const { name, mediaType } = original;
    return items.map((item) =>
      item.ready
        ? { ...item, ready: { ...item.ready, kept: { ...stored, name, mediaType } } }
        : item,
    );
  });
}

const bytesOf = ({ bytes }: NonNullable<Examined["original"]>) => bytes;

/** Not noted as handled: another run comes back to it. */
function unkept(item: Item): Item {
  if (!item.ready) return item;
  const code = "files.unavailable";
  const line = { ...item.line, outcome: "refused" as const, code, message: wordsOf(code) };
  return { sha256: null, line, ready: null };
}
