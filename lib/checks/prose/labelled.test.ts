import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { labelsFound, parseLabelled, scoreLabelled, shortfalls } from "./labelled.ts";

const file = readFileSync(fileURLToPath(new URL("labelled.tsv", import.meta.url)), "utf8");
const sentences = parseLabelled(file);

describe("R10, R11, R25 and R26 on the labelled sentences", () => {
  it("are measured on 300 sentences or more, a part of them kept back", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(sentences.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThanOrEqual(60);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it("reach their limits on those that are practised on", () => {
    const { scores } = scoreLabelled(sentences.filter(({ isHeldOut }) => !isHeldOut));
    expect([...scores.keys()]).toEqual(["R10", "R11", "R25", "R26"]);
    expect(shortfalls(scores)).toEqual([]);
  });

  it("are as precise on those that were kept back", () => {
    const { scores } = scoreLabelled(sentences.filter(({ isHeldOut }) => isHeldOut));
    expect([...scores.keys()]).toEqual(["R10", "R11", "R25", "R26"]);
    expect(shortfalls(scores, "heldOut")).toEqual([]);
  });

  it("reach them on all together", () => {
    expect(shortfalls(scoreLabelled(sentences).scores)).toEqual([]);
  });

  it("are told apart by the score: a wrong label, a missing one", () => {
    const [one, other] = parseLabelled(
      "练习\t收到政府信息公开申请8件。\t新收=9\n练习\t公开工作稳步推进。\t新收=1",
    );
    const { scores, mistakes } = scoreLabelled([one, other].flatMap((each) => each ?? []));
    expect(scores.get("R10")).toEqual({ right: 0, wrong: 1, missed: 2, precision: 0, recall: 0 });
    expect(mistakes).toHaveLength(2);
    expect(shortfalls(scores)).toEqual(["R10"]);
  });

  it.each([
    ["练习\t句子", "three columns"],
    ["组\t句子\t无", "no group"],
    ["练习\t句子\t新来=3", "no such name"],
  ])("refuse a line that is not as the head says: %j", (line, message) => {
    expect(() => parseLabelled(`# 说明\n${line}`)).toThrow(message);
  });
});

describe("a text made to be hard", () => {
  const LONG = 100_000;
  it.each([
    ["figures without end", "收到政府信息公开申请12件，".repeat(LONG / 13)],
    ["one long figure", "1".repeat(LONG)],
    ["negations", "未".repeat(LONG)],
    ["causes", `未${"发生因政府信息公开".repeat(LONG / 9)}`],
    ["digits and blanks", "1 2-3 ".repeat(LONG / 6)],
    ["numerals", "一二三十百千".repeat(LONG / 6)],
    ["tags", "<p ".repeat(LONG / 3)],
    ["hosts", "a.b-".repeat(LONG / 4)],
    ["lines", "第1页\n".repeat(LONG / 4)],
  ])("is answered in bounded time: %s", (_, text) => {
    const begun = performance.now();
    labelsFound(text);
    // Generous: the machine may be busy, and a pattern that backtracks takes minutes.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
