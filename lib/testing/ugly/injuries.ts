import type { Injury } from "./draft.ts";
import { FIGURE_INJURIES } from "./injuries/figures.ts";
import { FRONT_INJURIES } from "./injuries/front.ts";
import { GLUE_INJURY, GRID_INJURIES } from "./injuries/grids.ts";
import { HEADING_INJURIES } from "./injuries/headings.ts";
import { LABEL_INJURIES } from "./injuries/labels.ts";
import { PAGE_INJURIES } from "./injuries/page.ts";
import { SITE_INJURIES } from "./injuries/site.ts";
import { YEAR_INJURY } from "./injuries/year.ts";

/** Everything that happens to reports in the wild, as far as the renderer knows. */
export const INJURIES: readonly Injury[] = [
  ...FIGURE_INJURIES,
  ...LABEL_INJURIES,
  ...GRID_INJURIES,
  GLUE_INJURY,
  ...HEADING_INJURIES,
  ...FRONT_INJURIES,
  ...PAGE_INJURIES,
  ...SITE_INJURIES,
  YEAR_INJURY,
];
