import { beforeAll, describe, expect, test } from "vitest";
import { Ledger, RECORDED, RUN } from "#lib/testing/ugly/gaps.ts";
import { uglyCase } from "#lib/testing/ugly/render.ts";
import { Tally } from "#lib/testing/ugly/tally.ts";
import { tryCase } from "#lib/testing/ugly/trial.ts";

describe("reports in every shape, whatever happened to them", () => {
  const tally = new Tally();
  const ledger = new Ledger();

  beforeAll(async () => {
    for (let seed = RUN.first; seed < RUN.first + RUN.count; seed++) {
      const trial = await tryCase(uglyCase(seed));
      tally.add(trial);
      ledger.add(trial);
    }
  }, 900_000);

  /** `gongkai bench read --record` counts anew, `gongkai bench read --ugly N` shows the seeds. */
  test("what is not given back is counted exactly: a gap that heals leaves the ledger, a new one fails", () => {
    expect(tally.all.files).toBe(RUN.count);
    expect(ledger.list()).toEqual(RECORDED);
  });

  test("no figure is wrong in silence", () => {
    const silent = ledger.list().filter(({ silentCells }) => silentCells > 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ["docx", 0.99],
    ["xlsx", 0.99],
    ["markdown", 0.99],
    ["html", 0.99],
  ])(
    "%s: of the figures that can be read at least %d are right, at most 1 % of these are doubted",
    (format, least) => {
      const count = tally.formats.get(format);
      if (!count) throw new Error(`no ${format} in the run`);
      const { right, cells, allowed, doubted } = count;
      expect(right / (cells - allowed)).toBeGreaterThanOrEqual(least);
      expect(doubted / right).toBeLessThanOrEqual(0.01);
    },
  );
});
