import { expect, test } from "vitest";
import { spanlessRows } from "./spanless.ts";

const row = (line: string) => line.split("|").map((text) => ({ text: text.trim() }));
const sure = (lines: readonly string[]) => {
  const rows = lines.map(row);
  const own = spanlessRows(rows);
  return rows.map((one) => own.has(one));
};

const HEADS = [
  "申请人情况",
  "自然人|法人或其他组织|总计",
  "商业企业|科研机构|社会公益组织|法律服务机构|其他",
];
const ROWS = [
  "一、本年新收|1||||||1",
  "二、上年结转|||||||",
  "三、本年度办理结果|（一）予以公开|||||||",
  "（二）部分公开|1||||||1",
  "（三）不予公开|1.属于国家秘密|||||||",
];

test("where as many cells follow every label, blanks are those printed", () => {
  expect(new Set(sure([...HEADS, ...ROWS]))).toEqual(new Set([true]));
});

test("where one row has fewer, nobody knows which cell is missing", () => {
  expect(sure([...HEADS, ...ROWS, "（七）总计|1|||||1"]).slice(HEADS.length)).not.toContain(true);
});

test("a row with as many cells as the heads above it", () => {
  const lines = [
    "信息内容|制发件数|废止件数|有效件数",
    "规章||1|",
    "信息内容|处理决定数量",
    "行政许可|",
  ];
  expect(sure(lines).filter((_, index) => index % 2 > 0)).toEqual([true, true]);
  expect(sure([...lines.slice(0, 2), "行政规范性文件||1"])[2]).toBe(false);
});
