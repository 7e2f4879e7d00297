import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import type { Cells } from "#lib/editions/content.ts";
import { type Run, runCommand } from "#lib/testing/command.ts";
import { BLANK_CELL, consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";

/** Runs the real command; `stdin` is what it is fed, `closeEarly` stops listening after the first output. */
function gongkai(args: string[], own: { stdin?: string; closeEarly?: boolean } = {}): Promise<Run> {
  return runCommand(args, {
    ...(own.stdin === undefined ? {} : { stdin: own.stdin }),
    meanwhile: ({ stdout }) => {
      if (own.closeEarly) stdout?.once("data", () => stdout.destroy());
    },
  });
}

interface Printed {
  issues: { rule: string; message: string }[];
  cells: Cells;
}

const jsonLines = ({ stdout }: Run) =>
  stdout
    .trim()
    .split("\n")
    .map((line): Printed => JSON.parse(line));
const values = (cells: Cells = {}) =>
  Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value]));

const sound = { ...consistentContent(EDITION_2021, 4), scope: null };
const total = "remedies.litigationDirect.total";
const wrong = (sound.cells[total]?.value ?? 0) + 2;
const broken = withCells(sound, { [total]: numberCell(wrong) });
const blank = withCells(sound, { "requests.granted.company": BLANK_CELL });

const rowless = reportAsText(sound).replace(/^.*(予以|部分)公开.*\n/gmu, "");

let folder = "";
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-cli-"));
  writeFileSync(at("sound.txt"), reportAsText(sound));
  writeFileSync(at("broken.txt"), reportAsText(broken));
  writeFileSync(at("blank.txt"), reportAsText(blank));
  writeFileSync(at("rowless.txt"), rowless);
  writeFileSync(at("empty.txt"), "");
  writeFileSync(at("noise.txt"), "今天天气很好。\n".repeat(50));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("gongkai read --json", () => {
  it("prints one object a report, its keys in the order of the interface", async () => {
    const run = await gongkai(["read", at("sound.txt"), "--json"]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const [report] = jsonLines(run);
    expect(jsonLines(run)).toHaveLength(1);
    expect(Object.keys(report ?? {}).filter((key) => key !== "scope")).toEqual([
      "file",
      "ok",
      "title",
      "agency",
      "region",
      "year",
      "edition",
      "indexNumber",
      "documentNumber",
      "publisher",
      "publishedOn",
      "signedOn",
      "period",
      "sourceUrl",
      "sections",
      "cells",
      "issues",
    ]);
    expect(report).toMatchObject({
      file: at("sound.txt"),
      ok: true,
      title: sound.title,
      year: sound.year,
      edition: "2021",
    });
    expect(values(report?.cells)).toEqual(values(sound.cells));
  });

  it("lists what fails and what cannot be told, and no check that holds", async () => {
    const run = await gongkai(["read", "--json", at("broken.txt"), at("blank.txt")]);
    expect(run.code).toBe(0);
    const [first, second] = jsonLines(run);
    const rules = (report?: Printed) => report?.issues.filter(({ rule }) => /^R/.test(rule));
    expect(rules(first)).toMatchObject([
      { rule: "R04", outcome: "fails", severity: "error", cells: expect.arrayContaining([total]) },
      { rule: "R13", outcome: "cannot-tell" },
    ]);
    expect(rules(second)).toMatchObject([
      { rule: "R01", outcome: "cannot-tell" },
      { rule: "R03", outcome: "cannot-tell" },
      { rule: "R13", outcome: "cannot-tell" },
      { rule: "R15", outcome: "fails", severity: "warning" },
    ]);
  });

  it("speaks English where asked", async () => {
    const run = await gongkai(["read", at("broken.txt"), "--json", "--lang", "en"]);
    const [report] = jsonLines(run);
    const message = report?.issues.find(({ rule }) => rule === "R04")?.message;
    expect(message).toMatch(/^Administrative litigation, .+ a difference of 2/);
  });

  it("answers a file it cannot read, goes on, and exits with 1", async () => {
    const files = ["empty.txt", "noise.txt", "gone.txt", "", "sound.txt"].map(at);
    const run = await gongkai(["read", "--json", ...files]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(jsonLines(run)).toMatchObject([
      { file: at("empty.txt"), ok: false, error: { code: "reader.empty" } },
      { file: at("noise.txt"), ok: false, error: { code: "reader.no-report" } },
      { file: at("gone.txt"), ok: false, error: { code: "file.not-found" } },
      { file: at(""), ok: false, error: { code: "file.is-directory" } },
      { file: at("sound.txt"), ok: true },
    ]);
  });

  it("reads the standard input", async () => {
    const run = await gongkai(["read", "-", "--json"], { stdin: reportAsText(sound) });
    expect(run.code).toBe(0);
    expect(jsonLines(run)).toMatchObject([{ file: "-", ok: true, year: sound.year }]);
  });

  it("stops quietly where nobody listens any more", async () => {
    const files = Array.from({ length: 30 }, () => at("sound.txt"));
    const run = await gongkai(["read", "--json", ...files], { closeEarly: true });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("gongkai read and check for people", () => {
  it("show the report, its badge, and each failing sum with its figures", async () => {
    const run = await gongkai(["check", at("broken.txt"), at("sound.txt")]);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain(sound.title);
    expect(run.stdout).toContain("200 / 200");
    expect(run.stdout).toContain("41 / 42 项勾稽成立，1 项不成立");
    expect(run.stdout).toContain("42 / 42 项勾稽成立");
    expect(run.stdout).toMatch(/✗ R04 +错误 +行政诉讼 未经复议直接起诉：.+ ≠ .+，相差 2/);
    expect(run.stdout).toMatch(/共 2 份：通过 1，有提醒 0，有错误 1，无法判断 0\n$/);
  });

  it("print the tables, with a mark where a cell is blank", async () => {
    const run = await gongkai(["read", at("blank.txt"), "--lang", "en"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/\(1\) Disclosed +\d+ +□ +\d+/);
    expect(run.stdout).toContain("40 of 42 sums hold, 2 cannot be told");
  });

  it("put what cannot be read on standard error", async () => {
    const run = await gongkai(["check", at("empty.txt"), at("sound.txt")]);
    expect(run.code).toBe(1);
    expect(run.stderr).toBe(`${at("empty.txt")}: 文件是空的。\n`);
    expect(run.stdout).toContain("42 / 42");
  });
});

describe("gongkai check", () => {
  it("exits with 2 on --strict where an error fails, not on a warning", async () => {
    const codes = await Promise.all([
      gongkai(["check", "--strict", at("broken.txt")]),
      gongkai(["check", "--strict", at("blank.txt")]),
      gongkai(["check", "--strict", at("broken.txt"), at("empty.txt")]),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([2, 0, 1]);
  });

  it("tells rows that were not read once, and each sum that lacks two of them in JSON only", async () => {
    const [text, json] = await Promise.all([
      gongkai(["check", at("rowless.txt")]),
      gongkai(["check", "--json", at("rowless.txt")]),
    ]);
    expect(text.stdout.match(/予以公开/gu)).toHaveLength(1);
    expect(text.stdout).not.toMatch(/R0[123]/u);
    const [report] = jsonLines(json);
    expect(report?.issues.some(({ rule }) => /^R0[123]$/u.test(rule))).toBe(true);
  });

  it("prints its counts as JSON", async () => {
    const run = await gongkai(["check", "--json", at("broken.txt"), at("blank.txt")]);
    expect(jsonLines(run)).toMatchObject([
      { ok: true, outcome: "fail", sums: { holds: 41, fails: 1, unknown: 0, total: 42 } },
      { ok: true, outcome: "warn", sums: { holds: 40, fails: 0, unknown: 2, total: 42 } },
    ]);
  });
});

describe("the command line", () => {
  it.each([
    [["read"], "缺少参数“文件”"],
    [["raed", "x"], "没有“raed”这个命令。是否要用 read？"],
    [["check", "x", "--frob"], "没有“--frob”这个选项"],
    [["read", "x", "--lang", "fr"], "不在可选范围内"],
    [["--lang", "en", "raed"], "There is no command “raed”. Did you mean read?"],
  ])("refuses %j in a sentence", async (args, sentence) => {
    const run = await gongkai(args);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr.trim().split("\n")).toHaveLength(1);
  });

  it("explains itself and each command in both languages", async () => {
    const [zh, en, check] = await Promise.all([
      gongkai(["--help"]),
      gongkai(["read", "--help", "--lang", "en"]),
      gongkai(["check", "--help"]),
    ]);
    expect(zh).toMatchObject({ code: 0, stderr: "" });
    expect(zh.stdout).toMatch(/命令：\n {2}read /);
    expect(en.stdout).toMatch(/Usage: gongkai read FILE…/);
    expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
    expect(check.stdout).toContain("--strict");
    expect(check.stdout).toContain("退出码");
  });

  it("says how it is used where it is given nothing", async () => {
    const run = await gongkai([]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("用法：");
  });
});
