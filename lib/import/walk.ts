import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";

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
  | "import.not-a-file";

const SLASH = Buffer.from("/");

/** Every file below these paths, folders in the order of their names, one after another; memory holds one folder's names a level. */
export async function* walk(paths: readonly string[]): AsyncGenerator<WalkedFile> {
  const seen = new Set<string>();
  for (const root of paths) {
    const path = Buffer.from(root);
    yield* visit({ path, name: root, below: basename(root) }, { above: new Set(), seen }, true);
  }
}

type Place = Pick<WalkedFile, "path" | "name" | "below">;

/** The folders on the way down, one of which may come again through a link, and all that were met. */
interface Folders {
  above: ReadonlySet<string>;
  seen: Set<string>;
}

async function* visit(place: Place, folders: Folders, isRoot = false): AsyncGenerator<WalkedFile> {
  const facts = await factsOf(place.path);
  if (typeof facts === "string") yield { ...place, size: 0, fault: facts };
  else if (facts.isFile()) yield { ...place, size: facts.size, fault: null };
  else if (!facts.isDirectory()) yield { ...place, size: 0, fault: "import.not-a-file" };
  else {
    const id = `${facts.dev}:${facts.ino}`;
    const { above, seen } = folders;
    if (above.has(id)) yield { ...place, size: 0, fault: "import.loop" };
    else if (seen.has(id)) yield { ...place, size: 0, fault: "import.seen" };
    else yield* below(place, { above: new Set([...above, id]), seen: seen.add(id) }, isRoot);
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
  const names = entries.map(({ name }) => name).sort(Buffer.compare);
  const shown = new Set(names.map(decoded));
  for (const name of names) {
    const text = decoded(name);
    if (text.startsWith(".") || isSidecar(text, shown)) continue;
    const path = Buffer.concat([place.path, SLASH, name]);
    const inner = isRoot ? text : join(place.below, text);
    yield* visit({ path, name: join(place.name, text), below: inner }, folders);
  }
}

/** A `.url` or `.json` beside the file it speaks of is no report itself. */
function isSidecar(name: string, names: ReadonlySet<string>): boolean {
  const of = /^(.+)\.(?:url|json)$/iu.exec(name)?.[1];
  if (of === undefined) return false;
  if (/\.url$/iu.test(name) || names.has(of)) return true;
  return [...names].some((other) => other !== name && other.replace(/\.[^.]+$/u, "") === of);
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
