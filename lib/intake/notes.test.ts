import { expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { notesOf } from "./notes.ts";

async function notesIn(change: (text: string) => string) {
  const found = await readSource(
    new TextEncoder().encode(change(reportAsText({ ...soundContent(2023), agency: "试验县" }))),
    "年报.txt",
  );
  const report = found.ok ? found.value[0] : undefined;
  if (!report) throw new Error("the text was not read");
  return { report, notes: notesOf(report.content, report.issues) };
}

test("a sound file has no notes", async () => {
  expect((await notesIn((text) => text)).notes).toEqual([]);
});

test("characters lost in a section are noted under its heading", async () => {
  const { notes } = await notesIn((text) =>
    text.replace("\n二、", "\n其中公开信息??????条。\n二、"),
  );
  expect(notes).toHaveLength(1);
  expect(notes[0]?.zh).toMatch(/^一、总体情况：有 1 处字符在来源中已丢失/);
  expect(notes[0]?.en).toMatch(/: Characters were lost/);
});

test("a doubt about cells is no note, a message given twice is one, and fifty are enough", async () => {
  const { report } = await notesIn((text) => text);
  const issue = (zh: string, cells: string[] = []) => ({
    rule: "read.test",
    instance: "read.test",
    outcome: "cannot-tell" as const,
    severity: "note" as const,
    cells,
    formula: null,
    message: { zh, en: zh },
  });
  const notes = notesOf(report.content, [issue("甲"), issue("甲"), issue("乙", ["a.b.c"])]);
  expect(notes).toEqual([{ zh: "甲", en: "甲" }]);
  const many = Array.from({ length: 60 }, (_, index) => issue(`第 ${index} 条`));
  expect(notesOf(report.content, many)).toHaveLength(50);
  // None is so long that the draft could not keep it.
  expect(notesOf(report.content, [issue("字".repeat(5000))])[0]?.zh).toHaveLength(901);
});
