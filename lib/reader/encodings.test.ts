import { Converter } from "opencc-js/cn2t";
import { expect, test } from "vitest";
import { encodeBig5, encodeGbk, encodeUtf16 } from "#lib/testing/reports/encode.ts";
import { decode } from "./detect.ts";
import { readSource } from "./read.ts";

const traditional = Converter({ from: "cn", to: "t" });

const REPORT = [
  "青溪县档案馆2023年政府信息公开工作年度报告",
  "一、总体情况",
  "本机关按照条例办理政府信息公开的各项事务，没有遗漏。",
  "二、主动公开政府信息情况",
  "第二十条第（一）项",
  "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
  "规章 | 1 | 2 | 3 |",
  "行政规范性文件 | 4 | 5 | 6 |",
  "第二十条第（五）项",
  "信息内容 | 本年处理决定数量 |",
  "行政许可 | 7 |",
  "第二十条第（八）项",
  "信息内容 | 本年收费金额（单位：万元） |",
  "行政事业性收费 | 8 |",
  "三、收到和处理政府信息公开申请情况",
  "本年没有收到申请。",
].join("\n");

async function figuresOf(bytes: Uint8Array) {
  const result = await readSource(bytes, "x");
  if (!result.ok) throw new Error(result.refusal.code);
  const cells = result.value[0]?.content.cells ?? {};
  return Object.values(cells).map(({ value }) => value);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

test("Big5 is told from GBK by its words, GBK stays GBK", async () => {
  const text = traditional(REPORT);
  const decoded = decode(encodeBig5(text));
  expect(decoded.ok && decoded.value.text).toBe(text);
  expect(await figuresOf(encodeBig5(text))).toEqual(ALL);
  const gbk = decode(encodeGbk(REPORT));
  expect(gbk.ok && gbk.value.text).toBe(REPORT);
});

test.each([
  ["old line ends", utf8(REPORT.replaceAll("\n", "\r"))],
  ["mixed line ends", utf8(REPORT.replace(/\n(?=.*规)/gu, "\r\n").replace(/\n(?=第)/gu, "\r"))],
  ["separators of lines", utf8(REPORT.replaceAll("\n", "\u2028"))],
  ["a few NULs between the lines", utf8(REPORT.replace("\n规章", "\n\0规章"))],
  ["a lone surrogate", encodeUtf16(`${REPORT}\n\ud800`, "le", true)],
  ["half a character at the end", encodeUtf16(REPORT, "be", true).slice(0, -1)],
  ["half a character of GBK", encodeGbk(REPORT).slice(0, -3)],
])("%s cost no figure", async (_name, bytes) => {
  expect(await figuresOf(bytes)).toEqual(ALL);
});

test.each([
  ["MIME-Version: 1.0\nContent-Type: multipart/related", "MHT"],
  ["From: <Saved by Blink>\nSnapshot-Content-Location: http://a/", "MHT"],
  ["{\\rtf1\\ansi", "RTF"],
])("a format that is not read is called by its name: %j", async (start, format) => {
  const result = await readSource(new TextEncoder().encode(start), "x");
  expect(result).toMatchObject({ refusal: { code: "reader.unsupported", facts: { format } } });
});
