import { done, type Refusal, type Result, refused } from "#lib/platform/result.ts";

/** Who was said to own what: by a file's path or name, or by the agency's name as it is printed. */
export type AgencyMap = ReadonlyMap<string, string>;

export type MapRefusal = Refusal<"import.bad-map", { line: number }>;

const key = (text: string) => text.normalize("NFKC").replace(/\s+/gu, "");

/** Reads a mapping: lines of `file or agency,agency id` (CSV, quotes allowed; a first line `file,agency` is passed over). */
export function agencyMapIn(csv: string): Result<AgencyMap, MapRefusal> {
  const map = new Map<string, string>();
  for (const [index, line] of csv
    .replace(/^\uFEFF/u, "")
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === "") continue;
    const [name = "", id = "", ...more] = fieldsOf(line);
    if (index === 0 && /^(?:file|agency|文件|单位|名称)/iu.test(name) && !/[./]/u.test(name))
      continue;
    if (name === "" || id === "" || more.some((field) => field !== ""))
      return refused("import.bad-map", { line: index + 1 });
    map.set(key(name), id);
  }
  return done(map);
}

function fieldsOf(line: string): string[] {
  const fields = line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))(?=,|$)/gu);
  return [...fields].map(([, quoted, bare = ""]) => (quoted?.replaceAll('""', '"') ?? bare).trim());
}

/** The agency a mapping gives a file or a printed name. */
export function mapped(map: AgencyMap, file: string, printed: string | null): string | null {
  const names = [file, file.split("/").at(-1) ?? "", printed ?? ""];
  for (const name of names) {
    const id = name === "" ? undefined : map.get(key(name));
    if (id !== undefined) return id;
  }
  return null;
}
