import { db } from "#lib/platform/db.ts";

/** Changes of name that are followed one after another. */
const MOST_STEPS = 8;

const RENAMED = { where: { kind: "renamed" } } as const;
const KNOWN_AS = {
  ...{ id: true, name: true, shortName: true, aliases: true },
  predecessors: { ...RENAMED, select: { predecessorId: true } },
  successors: { ...RENAMED, select: { successorId: true } },
} as const;

/**
 * What else the register knows an agency by: its short and former names, and all names of the organs it was renamed from
 * or to, one after another. After a merger or a split the organs are not the same.
 */
export async function otherNamesOf(agencyId: string): Promise<string[]> {
  const names = new Set<string>();
  const seen = new Set<string>();
  let ids = [agencyId];
  for (let step = 0; ids.length > 0 && step <= MOST_STEPS; step += 1) {
    const found = await db().agency.findMany({ where: { id: { in: ids } }, select: KNOWN_AS });
    for (const { id, name, shortName, aliases } of found) {
      seen.add(id);
      for (const each of [name, ...aliases, ...(shortName ? [shortName] : [])])
        if (id !== agencyId || each !== name) names.add(each);
    }
    ids = found
      .flatMap(({ predecessors, successors }) => [
        ...predecessors.map(({ predecessorId }) => predecessorId),
        ...successors.map(({ successorId }) => successorId),
      ])
      .filter((id) => !seen.has(id));
  }
  return [...names];
}
