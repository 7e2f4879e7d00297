import type { BenchQuery } from "./bench-search-queries.ts";

/** What it took to make an index ready. */
export interface Built {
  seconds: number;
  /** Bytes on disk or in memory; null where nobody can say. */
  bytes: number | null;
}

/** One way of searching the same documents. */
export interface Contender {
  name: string;
  /** What it does less than the portal's engines, in one remark. */
  remark: { zh: string; en: string } | null;
  /** Whether every search must be asked of it: its slowest decides. */
  isJudged: boolean;
  build(): Promise<Built>;
  /** Whether it can be asked this at all. */
  takes(query: BenchQuery): boolean;
  /** Answers how many ids it gave. */
  ask(query: BenchQuery): Promise<number>;
  close(): Promise<void>;
}

/** Contenders that know words alone: no filters, no sorts, no pages. */
export function isPlainWords({ given, words }: BenchQuery): boolean {
  const isBare = given === null || Object.keys(given).join() === "q";
  return isBare && words.length > 0;
}

/** The ids that a page of results shows. */
export const PAGE = 20;
