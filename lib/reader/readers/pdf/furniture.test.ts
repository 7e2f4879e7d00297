import { expect, test } from "vitest";
import type { LineBlock, PageBlocks } from "./blocks.ts";
import { flowOf } from "./furniture.ts";

function line(top: number, ...texts: string[]): LineBlock {
  const pieces = texts.map((text, at) => {
    const box = { left: 60 + at * 200, right: 160 + at * 200, top, bottom: top + 10 };
    return { ...box, text, size: 10, glyphs: [] };
  });
  return { kind: "line", page: 1, left: 60, right: 500, top, bottom: top + 10, pieces };
}

function page(...foot: string[]): PageBlocks {
  const body = Array.from({ length: 20 }, (_, at) => line(80 + at * 30, `正文第${at}行`));
  return { width: 600, height: 800, blocks: [...body, line(760, ...foot)], isRecognised: false };
}

const last = (...foot: string[]) => {
  const block = flowOf([page(...foot)]).at(-1);
  return block?.kind === "line" ? block.pieces.map(({ text }) => text) : [];
};

test.each([
  [["https://www.example.gov.cn/art/2024/1/15/t1.html", "1/2"]],
  [["file:///C:/report.html"]],
  [["about:blank", "3/12"]],
  [["- 3 -"]],
])("the foot that a browser prints is no part of the report: %s", (foot) => {
  expect(last(...foot)).toEqual(["正文第19行"]);
});

test.each([
  [["信息来源：https://www.example.gov.cn/"]],
  [["https://www.example.gov.cn/", "联系电话", "12345"]],
])("words with an address are: %s", (foot) => {
  expect(last(...foot)).toEqual(foot);
});

/** Pages of one body, each with a line at its head. */
function heads(...words: string[]): string[] {
  const pages = words.map((text) => {
    const body = page("文末的一行");
    return { ...body, blocks: [line(40, text), ...body.blocks] };
  });
  return flowOf(pages).flatMap((block) =>
    block.kind === "line" && block.top === 40 ? block.pieces.map(({ text }) => text) : [],
  );
}

test("what runs through the pages is no part of the report, on every page or every second", () => {
  expect(heads("青溪县年报", "青溪县年报", "青溪县年报")).toEqual([]);
  expect(heads("青溪县", "年报", "青溪县", "年报")).toEqual([]);
});

test("a line that a body printed twice has at the same place again is none, nor is a sentence", () => {
  expect(heads("改进的打算", "甲", "乙", "改进的打算", "丙", "丁")).toHaveLength(6);
  expect(heads("打算逐月抽查栏目。", "打算逐月抽查栏目。")).toHaveLength(2);
});
