import { describe, expect, it } from "vitest";
import type { ReportContent } from "#lib/editions/content.ts";
import { readSource } from "#lib/reader/read.ts";
import { SEEDS_MISSING, seedBytes } from "#lib/testing/reports/seeds.ts";
import { REAL_REPORTS } from "./all.ts";
import { realContent } from "./real-report.ts";

/** Longer runs of the same characters would be a copy; names of offices and laws are shorter. */
const LONGEST_SHARED = 16;
const FILES = ["000", "001", "002", "003", "004"];

async function found(seed: string): Promise<ReportContent> {
  const result = await readSource(seedBytes(seed), `${seed}.txt`);
  const content = result.ok ? result.value[0]?.content : undefined;
  if (!content) throw new Error(`seed ${seed} cannot be read`);
  return content;
}

const plain = (text: string) => text.replace(/[\s\p{P}]/gu, "");
const prose = ({ sections }: ReportContent) => plain(sections.map(({ text }) => text).join(""));

describe.skipIf(SEEDS_MISSING !== null)(`against what was published ${SEEDS_MISSING ?? ""}`, () => {
  it.each(FILES.map((seed, index) => ({ seed, index })))(
    "$seed: same figures, same facts",
    async ({ seed, index }) => {
      const report = REAL_REPORTS[index];
      if (!report) throw new Error("a seed without its report");
      const own = realContent(report);
      const theirs = await found(seed);
      const figures = ({ cells }: ReportContent) =>
        Object.fromEntries(
          Object.entries(cells).map(([key, { value, state, unit }]) => [
            key,
            { value, state, unit: unit ?? null },
          ]),
        );
      expect(figures(own)).toEqual(figures(theirs));
      // Region and address are the register's and the loader's to say, not the content's.
      const { cells: _, sections: __, region: ___, sourceUrl: ____, scope, ...facts } = theirs;
      // A scope said in running words is there for people to read; the reader may leave it open.
      expect(own).toMatchObject(scope === null ? facts : { ...facts, scope });
    },
  );

  it.each(FILES.map((seed, index) => ({ seed, index })))(
    "$seed: summarised, not copied",
    async ({ seed, index }) => {
      const report = REAL_REPORTS[index];
      if (!report) throw new Error("a seed without its report");
      const own = prose(realContent(report));
      const theirs = prose(await found(seed));
      const shared = [...own].flatMap((_, start) => {
        const run = own.slice(start, start + LONGEST_SHARED);
        return run.length === LONGEST_SHARED && theirs.includes(run) ? [run] : [];
      });
      expect(shared).toEqual([]);
      expect(own.length).toBeLessThan(theirs.length);
    },
  );
});
