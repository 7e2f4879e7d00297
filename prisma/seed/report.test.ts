import { describe, expect, it } from "vitest";
import type { Issue } from "#lib/checks/issue.ts";
import { runChecks } from "#lib/checks/run.ts";
import { summarise } from "#lib/checks/summary.ts";
import { editionForYear } from "#lib/editions/registry.ts";
import { reportContentSchema } from "#lib/reports/content-schema.ts";
import type { DemoReport } from "./report.ts";
import { reportsOf } from "./report.ts";
import { families } from "./world.ts";

const NOW = new Date("2026-01-05T00:00:00Z");
const SEED = "演示";
const world = [...families()];
const reports = world.flatMap((family) => reportsOf(family, SEED, NOW));
const failing = (issues: readonly Issue[]) =>
  new Set(issues.filter(({ outcome }) => outcome === "fails").map(({ rule }) => rule));
const withFault = (fault: DemoReport["fault"]) => reports.filter((each) => each.fault === fault);
const total = ({ versions: [{ content }] }: DemoReport, row: string) =>
  content.cells[`requests.${row}.total`]?.value;

describe("reportsOf", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    const again = world.slice(0, 4).flatMap((family) => reportsOf(family, SEED, NOW));
    const other = world.slice(0, 4).flatMap((family) => reportsOf(family, "另一", NOW));
    expect(JSON.stringify(again)).toBe(JSON.stringify(reports.slice(0, again.length)));
    expect(JSON.stringify(again)).not.toBe(JSON.stringify(other));
  });

  it("writes content that its edition accepts, in the edition of its year", () => {
    for (const { year, versions } of reports) {
      for (const { content } of versions) {
        expect(content.edition).toBe(editionForYear(year)?.id);
        expect(reportContentSchema.safeParse(content).error).toBeUndefined();
      }
    }
  });

  it("keeps every check in a report that nobody broke, and in the last version of a corrected one", () => {
    for (const { fault, versions } of reports) {
      const last = versions.at(-1);
      if (!last || (fault !== null && versions.length === 1)) continue;
      const issues = runChecks(last.content, { otherReportIds: [] });
      const open = issues.filter(({ outcome }) => outcome === "fails" || outcome === "cannot-tell");
      expect(open.map(({ instance }) => `${last.content.title} ${instance}`)).toEqual([]);
    }
  });

  it.each(["R01", "R02", "R03", "R04"] as const)("breaks %s and nothing else", (fault) => {
    const broken = withFault(fault);
    expect(broken.length).toBeGreaterThan(3);
    for (const { versions } of broken) {
      expect([...failing(runChecks(versions[0].content))]).toEqual([fault]);
    }
  });

  it("leaves a blank that makes sums unknown, never wrong", () => {
    const blank = withFault("blank");
    expect(blank.length).toBeGreaterThan(3);
    for (const { versions } of blank) {
      const issues = runChecks(versions[0].content);
      expect([...failing(issues)]).toEqual(["R15"]);
      expect(summarise(issues)).toMatchObject({ fails: 0 });
      expect(summarise(issues).unknown).toBeGreaterThan(0);
    }
  });

  it("crosses out section 二 without touching a sum", () => {
    const crossed = withFault("slash");
    expect(crossed.length).toBeGreaterThan(3);
    for (const { versions } of crossed) {
      const issues = runChecks(versions[0].content);
      expect([...failing(issues)]).toEqual(["R15"]);
      expect(summarise(issues)).toMatchObject({ fails: 0, unknown: 0 });
    }
  });

  it("prints （六） as one row with the figures of its parts, and every sum still holds", () => {
    const oneRow = withFault("one-row");
    expect(oneRow.length).toBeGreaterThan(3);
    for (const { versions } of oneRow) {
      const { content } = versions[0];
      expect(content.cells["requests.other.total"]?.state).toBe("number");
      expect(content.cells["requests.other.notCorrected.total"]).toBeUndefined();
      expect(summarise(runChecks(content))).toMatchObject({ fails: 0, unknown: 0 });
    }
  });

  it("carries requests from year to year, except where the chain is broken on purpose", () => {
    const byKey = new Map(reports.map((each) => [`${each.agency.id}/${each.year}`, each]));
    let kept = 0;
    let broken = 0;
    for (const report of reports) {
      const last = byKey.get(`${report.agency.id}/${report.year - 1}`);
      if (!last || report.fault?.startsWith("R") || last.fault?.startsWith("R")) continue;
      if (!last || report.fault === "blank" || last.fault === "blank") continue;
      if (report.agency.id === "990101004-government" && report.year === 2022) continue;
      const holds = total(last, "carriedOut") === total(report, "carriedIn");
      expect(holds, `${report.agency.name} ${report.year}`).toBe(report.fault !== "chain");
      if (holds) kept++;
      else broken++;
    }
    expect(kept).toBeGreaterThan(800);
    expect(broken).toBeGreaterThan(3);
  });

  it("adds a government up from its organs", () => {
    const family = world[1];
    if (!family) throw new Error("the province has no city");
    const own = reportsOf(family, SEED, NOW).filter(({ year }) => year === 2023);
    const government = own.find(({ agency }) => agency.kind === "government");
    const sum = own
      .filter(({ agency }) => agency.kind !== "government")
      .reduce((before, report) => before + (total(report, "received") ?? 0), 0);
    expect(own).toHaveLength(8);
    expect(government && total(government, "received")).toBe(sum);
  });

  it("has missing years, corrections, explanations and withdrawn reports", () => {
    expect(reports.filter(({ versions }) => versions.length === 2).length).toBeGreaterThan(5);
    expect(reports.filter(({ explanation }) => explanation).length).toBeGreaterThan(5);
    expect(reports.filter(({ withdrawn }) => withdrawn).length).toBeGreaterThan(2);
    expect(reports.length).toBeLessThan(297 * 5 - 10);
    expect(reports.length).toBeGreaterThan(1300);
  });

  it("leaves out years that have not ended", () => {
    const early = world.slice(0, 2).flatMap((family) => {
      return reportsOf(family, SEED, new Date("2022-03-01T00:00:00Z"));
    });
    expect(new Set(early.map(({ year }) => year))).toEqual(new Set([2019, 2020, 2021]));
  });

  it("says of itself in its own text that it is invented", () => {
    for (const { versions } of reports) {
      for (const { content } of versions) {
        expect(content.sections.at(-1)?.text).toContain("均属虚构");
      }
    }
  });
});
