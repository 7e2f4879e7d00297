import { shanghaiDay } from "#lib/platform/clock.ts";

export type AgencyKind = "government" | "office" | "department" | "township" | "other";
type Scope = "organ" | "government" | "area";

/** A day of the year after the report's. */
export interface DueDay {
  month: number;
  day: number;
}

const JANUARY: DueDay = { month: 1, day: 31 };
const MARCH: DueDay = { month: 3, day: 31 };

/**
 * Due days by kind × scope; null where the law names none (《政府信息公开条例》第四十九条: departments of county level and above
 * by 31 January, the report of a whole government by 31 March; it names neither townships nor government offices).
 */
const DUE: Readonly<Record<AgencyKind, Readonly<Record<Scope, DueDay | null>>>> = {
  government: { organ: null, government: MARCH, area: MARCH },
  office: { organ: null, government: MARCH, area: MARCH },
  department: { organ: JANUARY, government: JANUARY, area: JANUARY },
  township: { organ: null, government: null, area: null },
  other: { organ: null, government: null, area: null },
};

/** The last day (ISO date, in Asia/Shanghai) on which a report for this year is on time; null where nothing sets one. */
export function dueDate(year: number, kind: AgencyKind, scope: Scope): string | null {
  const day = DUE[kind][scope];
  if (!day) return null;
  return `${year + 1}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
}

/** The year agencies report on at this moment: the last one that has ended in Asia/Shanghai. */
export function reportingYear(now: Date): number {
  return Number(shanghaiDay(now).slice(0, 4)) - 1;
}

/** Whether a report that came (or has not come) at this moment is late; null where nothing sets a date. */
export function isLate(due: string | null, at: Date): boolean | null {
  return due === null ? null : shanghaiDay(at) > due;
}
