import type { Place } from "./understand.ts";

/** A row of the table of regions, with the names of those above it. */
export interface RegionRow {
  code: string;
  name: string;
  stem: string;
  level: string;
  path: readonly string[];
}

/** Regions with the names along their paths; `rows` must hold the regions above as well. */
export function placesFrom(rows: readonly RegionRow[]): Place[] {
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({
    ...row,
    names: row.path.map((code) => names.get(code) ?? "").filter((name) => name !== ""),
  }));
}
