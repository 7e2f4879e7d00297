import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { labelsInReport, reportWith } from "#lib/testing/labelled-report.ts";
import {
  type Labelled,
  labelsFound,
  parseLabelled,
  type Score,
  scoreLabelled,
  shortfalls,
} from "./labelled.ts";
import { PLACES } from "./places.ts";

const file = readFileSync(fileURLToPath(new URL("labelled.tsv", import.meta.url)), "utf8");
const sentences = parseLabelled(file);

const RULES = ["R10", "R11", "R12", "R13", "R16", "R17", "R25", "R26"];
const groupOf = ({ isHeldOut }: Labelled) => (isHeldOut ? "heldOut" : "practised");
/** Of each rule that is measured in reports. */
const LEAST_TEXTS = 40;

describe("the checks on text, on the labelled sentences", () => {
  it("are measured on 300 sentences or more, a part of them kept back", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(sentences.filter(({ isHeldOut }) => isHeldOut).length).toBeGreaterThanOrEqual(60);
    const texts = sentences.map(({ text, place }) => `${place}\t${text}`);
    expect(texts.filter((text, index) => texts.indexOf(text) < index)).toEqual([]);
  });

  it.each(RULES.slice(2, 6))("have for %s 40 texts or more, a third of them kept back", (rule) => {
    const own = sentences.filter(({ place }) => PLACES[place].some((one) => one === rule));
    expect(own.length).toBeGreaterThanOrEqual(LEAST_TEXTS);
    expect(own.filter(({ isHeldOut }) => isHeldOut).length * 3).toBeGreaterThanOrEqual(own.length);
  });

  describe("by their score", () => {
    const scored = new Map<string, Map<string, Score>>();
    const scoresOf = (group: string) => scored.get(group) ?? new Map<string, Score>();
    beforeAll(async () => {
      // Hundreds of whole reports are read: each once, and with time for it on a busy machine.
      const found = new Map<Labelled, string[]>();
      const once = async (sentence: Labelled) => {
        const labels = found.get(sentence) ?? (await labelsInReport(sentence));
        found.set(sentence, labels);
        return labels;
      };
      const groups = Object.entries(Object.groupBy(sentences, groupOf));
      for (const [group, some] of [...groups, ["all", sentences] as const])
        scored.set(group, (await scoreLabelled(some ?? [], once)).scores);
    }, 180_000);

    it("reach their limits on those that are practised on", () => {
      expect([...scoresOf("practised").keys()]).toEqual(RULES);
      expect(shortfalls(scoresOf("practised"))).toEqual([]);
    });

    it("are as precise on those that were kept back", () => {
      expect([...scoresOf("heldOut").keys()]).toEqual(RULES);
      expect(shortfalls(scoresOf("heldOut"), "heldOut")).toEqual([]);
    });

    it("reach them on all together", () => {
      expect(shortfalls(scoresOf("all"))).toEqual([]);
    });
  });

  it("are told apart by the score: a wrong label, a missing one", async () => {
    const wrong = parseLabelled(
      "练习\t收到政府信息公开申请8件。\t新收=9\n练习\t公开工作稳步推进。\t新收=1",
    );
    const { scores, mistakes } = await scoreLabelled(wrong, labelsInReport);
    expect(scores.get("R10")).toEqual({ right: 0, wrong: 1, missed: 2, precision: 0, recall: 0 });
    expect(mistakes).toHaveLength(2);
    expect(shortfalls(scores)).toEqual(["R10"]);
  });

  it.each([
    ["期限=非全年", "统计期限为2023年1月1日至6月30日。", "开头"],
    ["日期=逾期", "示例县自然资源局\n2024年2月1日", "落款"],
    ["五空泛", "无。", "第五部分"],
    ["未写处理费", "无。", "第六部分"],
  ] as const)("find %s in a report that says %j under %s", async (label, text, place) => {
    const sentence = { line: 1, isHeldOut: false, text, expected: [], place };
    expect(await labelsInReport(sentence)).toEqual([label]);
    expect(reportWith(sentence)).toContain(text);
  });

  it.each([
    ["练习\t句子", "three columns"],
    ["组\t句子\t无", "no group"],
    ["练习\t句子\t新来=3", "no such name"],
    ["练习\t句子\t无\t别处", "no such place"],
    ["练习\t句子\t日期=年内\t第五部分", "not measured at"],
    ["练习\t句子\t期限=半年\t开头", "not measured at"],
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
