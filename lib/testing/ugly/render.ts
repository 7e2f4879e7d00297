import { type Chance, chanceOf } from "./chance.ts";
import type { Draft, Injury } from "./draft.ts";
import { emptyDraft, printTables } from "./drafts.ts";
import { INJURIES } from "./injuries.ts";
import { PAGE_LAYOUTS } from "./layouts.ts";
import { pageOf } from "./paper.ts";
import { type Shape, shapeOf } from "./shapes.ts";
import { type Truth, truthOf } from "./truth.ts";
import { writeFile } from "./write-file.ts";

/** One seeded case: a file, what it truly says, and what was done to it. */
export interface UglyCase {
  seed: number;
  draft: Draft;
  injuries: readonly Injury[];
  bytes: Uint8Array;
}

/** How many injuries a case has, none to four. */
const COUNTS = [0, 1, 1, 1, 1, 2, 2, 3, 3, 4];

/** Draws true content, a shape and injuries from a seed, and writes the file; a shape or injuries given are kept. */
export function uglyCase(
  seed: number,
  given: { shape?: Partial<Shape>; injuries?: readonly string[] } = {},
): UglyCase {
  const chance = chanceOf(seed);
  const truth = truthOf(chance);
  const shape = shapeGiven(shapeOf(chance), given.shape ?? {});
  const draft = emptyDraft(truth, shape);
  const chosen = given.injuries
    ? INJURIES.filter(
        ({ name, fits }) => given.injuries?.includes(name) && (fits?.(shape, truth) ?? true),
      )
    : chooseInjuries(shape, truth, chance);
  const done: Injury[] = [];
  const apply = (on: Injury["on"]) => {
    for (const injury of chosen)
      if (injury.on === on && injury.hurt(draft, chance) !== false) done.push(injury);
  };
  apply("figures");
  printTables(draft);
  apply("grids");
  draft.blocks = pageOf(draft.truth, draft.grids, chance);
  apply("page");
  return { seed, draft, injuries: done, bytes: writeFile(draft) };
}

function chooseInjuries(shape: Shape, truth: Truth, chance: Chance): Injury[] {
  const count = chance.pick(COUNTS);
  const fitting = INJURIES.filter(({ fits }) => fits?.(shape, truth) ?? true);
  const parts = new Set<string>();
  return chance.some(fitting, fitting.length).filter(({ part }) => {
    if (parts.size >= count || parts.has(part)) return false;
    parts.add(part);
    return true;
  });
}

/** A format given alone is written in its first layout. */
function shapeGiven(drawn: Shape, given: Partial<Shape>): Shape {
  const shape = { ...drawn, ...given };
  const layout = PAGE_LAYOUTS.find(({ format }) => format === shape.format) ?? shape.layout;
  return shape.layout.format === shape.format ? shape : { ...shape, layout };
}
