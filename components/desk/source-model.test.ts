import { expect, test } from "vitest";
import type { Reading } from "#lib/reports/reading-schema.ts";
import { chunksOf, passageFor, passageWords } from "./source-model.ts";

const text = "年报\n一、总体情况\n某地。\n三、依申请公开\n本年新收|12|0||12|\n";
const at = (words: string, from = 0): [number, number] => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};
const reading: Reading = {
  format: "text",
  text,
  cells: {
    "requests.received.naturalPerson": { at: at("12") },
    "requests.received.company": { at: at("0"), where: { page: 3 } },
    "requests.received.total": { at: at("12", text.indexOf("||")) },
    "requests.received.research": { at: [text.indexOf("||") + 1, text.indexOf("||") + 1] },
  },
  sections: { overview: at("一、总体情况\n某地。"), requests: [text.indexOf("三、"), text.length] },
  rows: [],
};
const whole = (given: Reading) =>
  chunksOf(given)
    .flatMap(({ pieces }) => pieces.map((piece) => piece.text))
    .join("");

test("every figure, blank or not, and every heading is a piece of its own, and nothing of the source is lost", () => {
  expect(whole(reading)).toBe(text);
  const pieces = chunksOf(reading).flatMap((chunk) => chunk.pieces);
  expect(pieces.flatMap(({ target, text: words }) => (target ? [[target, words]] : []))).toEqual([
    ["section:overview", "一、总体情况"],
    ["section:requests", "三、依申请公开"],
    ["cell:requests.received.naturalPerson", "12"],
    ["cell:requests.received.company", "0"],
    ["cell:requests.received.research", ""],
    ["cell:requests.received.total", "12"],
  ]);
});

test("a source of a megabyte is cut into chunks, also on one line, and no passage is cut in two", () => {
  for (const filler of ["字".repeat(500_000), "一行字\n".repeat(125_000)]) {
    const cell: [number, number] = [7_998, 8_003];
    const long = { ...reading, text: filler, cells: { a: { at: cell } }, sections: {} };
    const chunks = chunksOf(long);
    expect(whole(long)).toBe(filler);
    expect(chunks.length).toBeGreaterThan(50);
    expect(chunks.length).toBeLessThan(200);
    const marked = chunks.flatMap(({ pieces }) => pieces).filter(({ target }) => target !== null);
    expect(marked.map(({ text: words }) => words)).toEqual([filler.slice(...cell)]);
  }
});

test("an empty source, and passages that overlap, break nothing", () => {
  expect(chunksOf({ ...reading, text: "", cells: {}, sections: {} })).toEqual([]);
  const overlapping = {
    a: { at: [0, 5] as [number, number] },
    b: { at: [3, 6] as [number, number] },
  };
  const both = { ...reading, cells: overlapping, sections: {} };
  expect(whole(both)).toBe(text);
});

test("a passage is said in words, with its line or its place", () => {
  expect(passageWords(reading, "cell:requests.received.naturalPerson")).toMatchObject({
    words: "12",
    line: 5,
    where: null,
  });
  expect(passageWords(reading, "cell:requests.received.company")?.where).toEqual({ page: 3 });
  expect(passageWords(reading, "section:overview")?.line).toBe(2);
  expect(passageWords(reading, "section:requests")).toMatchObject({
    before: "年报 一、总体情况 某地。 ",
    after: "",
  });
  expect(passageWords(reading, "cell:requests.granted.total")).toBeNull();
  expect(passageWords(reading, "section:other")).toBeNull();
});

test("what stands around a passage is cut between figures, never within one, and says that it goes on", () => {
  const row = "年新收的政府信息公开申请数量 155 | 126 | 206 | 1168 | 9";
  const start = row.indexOf("155");
  const long: Reading = {
    format: "text",
    text: row,
    cells: {
      "requests.received.naturalPerson": { at: [start, start + 3] },
      "requests.received.research": { at: [row.length - 1, row.length] },
    },
    sections: {},
    rows: [],
  };
  expect(passageWords(long, "cell:requests.received.naturalPerson")).toMatchObject({
    before: "年新收的政府信息公开申请数量 ",
    words: "155",
    after: " | 126 | 206 | …",
  });
  expect(passageWords(long, "cell:requests.received.research")).toMatchObject({
    before: "… | 206 | 1168 | ",
    after: "",
  });
});

const LEFT = ["requests.granted.a", "requests.granted.b"];

test("a row that was left out is one passage for all its cells, and never covers a figure that was read", () => {
  const row = { cells: LEFT, at: at("本年新收|12|0"), where: { sheet: "表三", row: 4 } };
  const left: Reading = { ...reading, cells: {}, rows: [row] };
  expect(whole(left)).toBe(text);
  expect(passageFor(left, "cell:requests.granted.b")).toBe("cell:requests.granted.a");
  expect(passageFor(left, "cell:requests.other.b")).toBe("cell:requests.other.b");
  const pieces = (given: Reading) => chunksOf(given).flatMap((chunk) => chunk.pieces);
  const shown = (given: Reading) =>
    pieces(given).find(({ target }) => target === "cell:requests.granted.a")?.text;
  expect(shown(left)).toBe("本年新收|12|0");
  expect(passageWords(left, "cell:requests.granted.b")).toMatchObject({
    words: "本年新收|12|0",
    line: 5,
    where: row.where,
    isLeftOut: true,
  });
  const both: Reading = { ...reading, rows: [row] };
  expect(whole(both)).toBe(text);
  expect(shown(both)).toBe("本年新收");
  expect(passageWords(both, "cell:requests.received.naturalPerson")?.isLeftOut).toBe(false);
});
