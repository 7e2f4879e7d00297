import type { RegionNode } from "./engine.ts";

/** The regions whose children are counted, by depth in the tree (1 is a province): every chosen one and those above it. */
export function expansions(chosen: readonly RegionNode[]): ReadonlyMap<number, readonly string[]> {
  const byDepth = new Map<number, string[]>();
  for (const { path } of chosen) {
    for (const [index, code] of path.entries()) {
      const codes = byDepth.get(index + 1) ?? [];
      if (!codes.includes(code)) codes.push(code);
      byDepth.set(index + 1, codes);
    }
  }
  return byDepth;
}

/** The deepest level of the tree that is counted: province, city, county, township. */
export const MAX_DEPTH = 4;
