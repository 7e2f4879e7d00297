import { expect, test } from "vitest";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { BoundedReader } from "./bounded-reader.ts";

const reader = new BoundedReader(5000);
const bytes = (text: string) => new TextEncoder().encode(text);
const report = bytes(reportAsText(consistentContent(EDITION_2021, 4)));

test("reading is ended with its thread when its time is over, and the next file is read", async () => {
  const slow = bytes("政府信息公开工作年度报告\n一、总体情况\n".repeat(60_000));
  const begun = performance.now();
  // Far less than any machine needs to come to an answer about it.
  const stopped = await reader.read(slow, 30);
  expect(stopped).toEqual({
    ok: false,
    refusal: { code: "reading.too-slow", facts: { seconds: 0.03 } },
  });
  expect(performance.now() - begun).toBeLessThan(3000);
  expect(await reader.read(report)).toMatchObject({ ok: true, value: [{ part: 1 }] });
});

test("files wait for each other up to a number, the rest are sent away", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => reader.read(report)));
  const busy = answers.filter((answer) => !answer.ok && answer.refusal.code === "reading.busy");
  expect(busy).toHaveLength(4);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(16);
});
