import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";

/** A file to import, or a place of the folder that cannot be: with the code of the reason. */
export interface WalkedFile {
  /** The path as bytes: names from old archives are not always UTF-8. */
  path: Buffer;
  /** The path in characters, as it is shown and kept. */
  name: string;
  /** The same below the folder that was named. */
  below: string;
  size: number;
  fault: WalkFault | null;
}

export type WalkFault =
  | "import.not-found"
  | "import.no-permission"
  | "import.unreadable"
  | "import.loop"
  /** A folder that a link leads to once more: its files were met before. */
  | "import.seen"
  /** A folder outside those that were named, to which only a link leads. */
  | "import.outside"
  | "import.not-a-file";

const SLASH = Buffer.from("/");

/**
 * Every file below these paths, folders in the order of their names, one after another; memory holds one folder's names a
 * level. Names that begin with a full stop and files of results (.jsonl) are passed over. Links are followed to files anywhere, and to folders within those that were named.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<WalkedFile> {
  const named = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  const seen = new Set<string>();
  for (const root of paths) {
    const place = { path: Buffer.from(root), name: root, below: basename(root), isLink: false };
    yield* visit(place, { above: new Set(), seen, named }, true);
  }
}

type Place = Pick<WalkedFile, "path" | "name" | "below">;

/** The folders on the way down, one of which may come again through a link, all that were met, and those that were named. */
interface Folders {
  above: ReadonlySet<string>;
  seen: Set<string>;
  named: readonly string[];
}

async function* visit(
  { isLink, ...place }: Place & { isLink: boolean },
  folders: Folders,
  isRoot = false,
): AsyncGenerator<WalkedFile> {
  const facts = await factsOf(place.path);
  if (typeof facts === "string") yield { ...place, size: 0, fault: facts };
  else if (facts.isFile()) yield { ...place, size: facts.size, fault: null };
  else if (!facts.isDirectory()) yield { ...place, size: 0, fault: "import.not-a-file" };
  else {
    const id = `${facts.dev}:${facts.ino}`;
    const { above, seen, named } = folders;
    const met = above.has(id) ? "import.loop" : seen.has(id) ? "import.seen" : null;
    const fault = met ?? (isLink ? await linkFault(place.path, named) : null);
    if (fault) yield { ...place, size: 0, fault };
    else yield* below(place, { above: new Set([...above, id]), seen: seen.add(id), named }, isRoot);
  }
}

/** Why a link to a folder is not followed; null where the folder is one of those that were named, or lies below one. */
async function linkFault(path: Buffer, named: readonly string[]): Promise<WalkFault | null> {
  try {
    const real = await realpath(path);
    const isWithin = named.some(
      (root) => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep),
    );
    return isWithin ? null : "import.outside";
  } catch (error) {
    return faultOf(error);
  }
}

async function* below(place: Place, folders: Folders, isRoot: boolean): AsyncGenerator<WalkedFile> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(place.path, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    yield { ...place, size: 0, fault: faultOf(error) };
    return;
  }
  entries.sort((a, b) => Buffer.compare(a.name, b.name));
  const shown = new Set(entries.map(({ name }) => decoded(name)));
  const stems = Map.groupBy(shown, (name) => name.replace(/\.[^.]+$/u, ""));
  for (const entry of entries) {
    const { name } = entry;
    const text = decoded(name);
    if (/^\.|\.jsonl$/iu.test(text) || isSidecar(text, shown, stems)) continue;
    const path = Buffer.concat([place.path, SLASH, name]);
    const inner = isRoot ? text : join(place.below, text);
    const isLink = entry.isSymbolicLink();
    yield* visit({ path, name: join(place.name, text), below: inner, isLink }, folders);
  }
}

/** A `.url` or `.json` beside the file it speaks of is no report itself. */
function isSidecar(
  name: string,
  names: ReadonlySet<string>,
  stems: ReadonlyMap<string, readonly string[]>,
): boolean {
  const of = /^(.+)\.(?:url|json)$/iu.exec(name)?.[1];
  if (of === undefined) return false;
  if (/\.url$/iu.test(name) || names.has(of)) return true;
  return stems.get(of)?.some((other) => other !== name) === true;
}

/** UTF-8, or what Windows left in a Chinese archive. */
function decoded(name: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("gb18030").decode(name);
  }
}

async function factsOf(path: Buffer): Promise<Stats | WalkFault> {
  try {
    return await stat(path);
  } catch (error) {
    return faultOf(error);
  }
}

/** Why a file or folder cannot be opened, by what the system answered. */
export function faultOf(error: unknown): WalkFault {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return "import.not-found";
  if (code === "EACCES" || code === "EPERM") return "import.no-permission";
  return code === "ELOOP" ? "import.loop" : "import.unreadable";
}
