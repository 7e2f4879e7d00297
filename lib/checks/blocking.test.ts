import { describe, expect, it } from "vitest";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { EDITION_2021 } from "../editions/2021.ts";
import { emptyContent, type ReportContent, type SectionKey } from "../editions/content.ts";
import { blockers, type IssueAnswer } from "./blocking.ts";
import type { Issue } from "./issue.ts";
import { issueKey } from "./issue-key.ts";
import type { CheckContext } from "./rule.ts";
import { runChecks } from "./run.ts";

const sound = consistentContent(EDITION_2021, 21);
const total = "remedies.reconsideration.total";
const plus = (more: number) => numberCell((sound.cells[total]?.value ?? 0) + more);
const broken = withCells(sound, { [total]: plus(1) });
const blank = withCells(sound, { "proactive.licences.decisions": BLANK_CELL });
const saying = (content: ReportContent, part: SectionKey, text: string): ReportContent => ({
  ...content,
  sections: content.sections.map((section) =>
    section.key === part ? { ...section, text, raw: text } : section,
  ),
});
const blocked = (
  content: ReportContent,
  answers: IssueAnswer[] = [],
  context: CheckContext = { otherReportIds: [] },
) => blockers(runChecks(content, context), content, answers, "submitted");
const answered = (content: ReportContent, kind: IssueAnswer["kind"], context?: CheckContext) =>
  blocked(
    content,
    blocked(content, [], context).map(({ key }) => ({ issueKey: key, kind })),
    context,
  );

describe("what blocks submission", () => {
  it("nothing on a sound report", () => {
    expect(blocked(sound)).toEqual([]);
  });

  it("a failing sum, until a public explanation or a correction", () => {
    expect(blocked(broken)).toMatchObject([
      { need: "explain", issue: { instance: "R04.reconsideration" } },
    ]);
    expect(answered(broken, "explained")).toEqual([]);
    expect(answered(broken, "confirmed")).toHaveLength(1);
    expect(answered(broken, "dismissed")).toHaveLength(1);
  });

  it("a blank cell, until there is a reason; a table without figures as well", () => {
    expect(blocked(blank)).toMatchObject([{ need: "reason", issue: { rule: "R15" } }]);
    expect(answered(blank, "confirmed")).toEqual([]);
    expect(blocked(emptyContent("2021", 2023)).map(({ issue }) => issue.instance)).toEqual([
      "R15.absent.proactive",
      "R15.absent.requests",
      "R15.absent.remedies",
      "R16.sections",
      "R16.problems",
    ]);
  });

  it("R14 and R23 whatever is explained", () => {
    expect(answered({ ...sound, year: 2020 }, "explained")).toMatchObject([
      { need: "correct", issue: { rule: "R14" } },
    ]);
    expect(answered(sound, "explained", { otherReportIds: ["another"] })).toMatchObject([
      { need: "correct", issue: { rule: "R23" } },
    ]);
  });

  it("a figure in the text that disagrees with its cell, until there is a reason", () => {
    const stated = saying(sound, "overview", "本年制发规范性文件4321件。");
    expect(blocked(stated)).toMatchObject([
      { need: "reason", issue: { rule: "R10", span: [2, 14], section: "overview" } },
    ]);
    expect(answered(stated, "dismissed")).toEqual([]);
  });

  it("an identity number whatever is explained, a mobile number until there is a reason", () => {
    const identity = saying(sound, "other", "申请人身份证号为110101190001010006。");
    expect(answered(identity, "explained")).toMatchObject([
      { need: "correct", issue: { rule: "R26", severity: "error" } },
    ]);
    const mobile = saying(sound, "other", "村民李某的手机为13800001111。");
    expect(blocked(mobile)).toMatchObject([{ need: "reason", issue: { rule: "R26" } }]);
    expect(answered(mobile, "confirmed")).toEqual([]);
  });

  it("no note: a missing fee or untidy text is told only", () => {
    expect(blocked(saying(sound, "overview", "公开工作&nbsp;稳步推进。"))).toEqual([]);
  });

  it("a doubt of the reader as its severity demands", () => {
    const doubt = (severity: Issue["severity"]): Issue => ({
      rule: "read.doubt",
      instance: "read.doubt",
      outcome: "fails",
      severity,
      cells: [total],
      formula: null,
      message: { zh: "存疑", en: "Doubtful" },
    });
    const need = (severity: Issue["severity"]) =>
      blockers([doubt(severity)], sound, [], "submitted").map((blocker) => blocker.need);
    expect([need("error"), need("warning"), need("note")]).toEqual([["explain"], ["reason"], []]);
  });

  it("nothing on a copy from an archive", () => {
    const wrong = { ...broken, year: 2020 };
    expect(blockers(runChecks(wrong), wrong, [], "archive")).toEqual([]);
  });
});

describe("the key of an issue", () => {
  const keyOf = (content: ReportContent, instance = "R04.reconsideration") => {
    const issue = runChecks(content).find((candidate) => candidate.instance === instance);
    if (!issue) throw new Error(`no ${instance}`);
    return issueKey(issue, content);
  };

  const keyOfRule = (content: ReportContent, rule: string) =>
    keyOf(content, runChecks(content).find((issue) => issue.rule === rule)?.instance);

  it("survives a re-run, other figures, and where and how the cell was written", () => {
    const elsewhere = withCells(broken, {
      [total]: { ...plus(1), raw: ` ${plus(1).raw} 件`, at: [3, 5] },
      "proactive.licences.decisions": numberCell(77),
    });
    expect(keyOf(elsewhere)).toBe(keyOf(broken));
  });

  it("keeps a mention dismissed while it and its cells stay, wherever it moves in its section", () => {
    const words = "本年制发规范性文件4321件。";
    const dismissed = keyOfRule(saying(sound, "overview", words), "R10");
    const moved = saying(
      sound,
      "overview",
      `公开工作稳步推进。本年制发规范性文件 4321 件，均已公开。`,
    );
    expect(keyOfRule(moved, "R10")).toBe(dismissed);
    const others = [
      saying(sound, "overview", "本年制发规范性文件4320件。"),
      saying(sound, "problems", words),
      saying(sound, "overview", "本年印发规范性文件4321件。"),
      withCells(saying(sound, "overview", words), {
        "proactive.normativeDocuments.made": numberCell(9),
      }),
    ].map((content) => keyOfRule(content, "R10"));
    expect(new Set([dismissed, ...others]).size).toBe(5);
  });

  it("lapses with the date it was about", () => {
    const signed = (signedOn: string) => keyOf({ ...sound, signedOn }, "R13.early");
    expect(signed("2000-01-01")).not.toBe(signed("2000-01-02"));
  });

  it("changes with a figure it is about, with its absence, and with the instance", () => {
    const keys = [
      keyOf(broken),
      keyOf(withCells(sound, { [total]: plus(2) })),
      keyOf(withCells(sound, { [total]: BLANK_CELL })),
      keyOf(withCells(sound, { [total]: null })),
      keyOf(broken, "R04.litigationDirect"),
      keyOf(broken, "R14"),
      keyOf({ ...broken, year: 2020 }, "R14"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is a fixed value that any machine arrives at", () => {
    const content = { ...emptyContent("2021", 2023), cells: { [total]: numberCell(1) } };
    expect(keyOf(content)).toBe("R04.reconsideration:2316d9d8c2221b49");
  });

  it("tells all issues of a report apart", () => {
    const issues = runChecks(blank);
    expect(new Set(issues.map((issue) => issueKey(issue, blank))).size).toBe(issues.length);
  });
});
