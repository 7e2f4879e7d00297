import type { ReadReport } from "#lib/reader/read.ts";

/** One report of a file that holds several, as people tell them apart. */
export interface PartChoice {
  part: number;
  title: string | null;
  agency: string | null;
  year: number | null;
  /** Figures that were read. */
  figures: number;
}

/** The reports of a file, to choose one from. */
export function partsOf(reports: readonly ReadReport[]): PartChoice[] {
  return reports.map(({ part, content }) => ({
    part,
    title: content.title,
    agency: content.agency,
    year: content.year,
    figures: Object.keys(content.cells).length,
  }));
}
