/** What one year's report says about requests that cross a year end. */
export interface CarryYear {
  year: number;
  /** 上年结转, total; null where blank. */
  carriedIn: number | null;
  /** 结转下年度继续办理, total; null where blank. */
  carriedOut: number | null;
}

/** One year end: `missing` where one of the two years has no public report, `cannot-tell` where a figure is blank. */
export interface CarryLink {
  from: number;
  to: number;
  out: number | null;
  in: number | null;
  state: "holds" | "broken" | "cannot-tell" | "missing";
}

/** The chain of 结转 over the years (R07): what a report carries out, the next one carries in. */
export function carryChain(years: readonly CarryYear[]): CarryLink[] {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  return sorted.slice(1).map((next, index) => {
    const last = sorted[index] ?? next;
    const link = { from: last.year, to: next.year, out: last.carriedOut, in: next.carriedIn };
    return { ...link, state: stateOf(link) };
  });
}

function stateOf(link: Omit<CarryLink, "state">): CarryLink["state"] {
  if (link.to !== link.from + 1) return "missing";
  if (link.out === null || link.in === null) return "cannot-tell";
  return link.out === link.in ? "holds" : "broken";
}
