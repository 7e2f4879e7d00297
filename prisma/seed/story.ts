import { isActive, YEARS } from "./chronicle.ts";
import { FAULTS, type Fault } from "./faults.ts";
import type { DemoAgency } from "./model.ts";
import { randomFor } from "./random.ts";

/** What becomes of one report besides its figures. */
export interface Story {
  /** Nobody ever handed it in. */
  isMissing: boolean;
  fault: Fault | null;
  /** A public explanation of the failing sums. */
  isExplained: boolean;
  /** The fault was put right in a second version. */
  isRevised: boolean;
  /** Why the public page was taken down. */
  withdrawn: string | null;
  isLate: boolean;
}

/** How often each fault is made. */
const RATES: Readonly<Record<Fault, number>> = {
  R01: 0.012,
  R02: 0.014,
  R03: 0.012,
  R04: 0.018,
  blank: 0.016,
  slash: 0.03,
  "one-row": 0.02,
  chain: 0.022,
};

const WITHDRAWALS = [
  "附件误附内部办理单，撤回核查。",
  "报告正文与所附表格不是同一年度，撤回更换。",
  "发布单位有误，该年度数据已并入主管部门报告。",
] as const;

/** Decides what happens to a report; the same seed decides the same. */
export function storyOf(agency: DemoAgency, year: number, seed: string): Story {
  const random = randomFor(seed, agency.id, year, "story");
  const isLate = random.chance(0.04);
  const isMissing = isActive(agency, year) && random.chance(year === YEARS[0] ? 0.06 : 0.02);
  const withdrawn = random.chance(0.006) ? random.pick(WITHDRAWALS) : null;
  const fault = faultAt(random.next());
  const isSum = fault?.startsWith("R0") ?? false;
  const isRevised = isSum && random.chance(0.4);
  const isExplained = isSum && !isRevised && random.chance(0.5);
  return { isMissing, fault, isExplained, isRevised, withdrawn, isLate };
}

/** The faults stand one behind the other on a line from 0 to 1, each as long as it is frequent. */
function faultAt(point: number): Fault | null {
  let end = 0;
  for (const fault of FAULTS) {
    end += RATES[fault];
    if (point < end) return fault;
  }
  return null;
}
