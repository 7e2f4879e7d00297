import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvHead, csvRows } from "./csv.ts";
import type { Row, TableHead } from "./table.ts";
import { xlsxFile } from "./xlsx.ts";

const HEAD: TableHead = {
  name: "年报",
  columns: [
    { label: "单位", kind: "text" },
    { label: "新收", kind: "number" },
  ],
};
const FORMULAS = ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x"];

const csvOf = (rows: readonly Row[]) => csvHead(HEAD) + csvRows(rows);

async function sheetOf(rows: readonly Row[]): Promise<string> {
  const files = unzipSync(await xlsxFile(HEAD, rows));
  const parts = Object.entries(files).filter(([name]) => /sheet1\.xml|sharedStrings/u.test(name));
  return parts.map(([, bytes]) => new TextDecoder().decode(bytes)).join("\n");
}

describe("a list as CSV", () => {
  it("has the mark of UTF-8, Windows line ends, quotes where they are needed, and blanks that are no zeros", () => {
    expect(
      csvOf([
        ['县"政府", 办', 0],
        ["乙", null],
      ]),
    ).toBe('\uFEFF单位,新收\r\n"县""政府"", 办",0\r\n乙,\r\n');
  });
  it.each(FORMULAS)("%j does not run", (text) => {
    expect(csvRows([[text, 1]])).toMatch(/^"?'/u);
  });
  it("a negative number stays a number", () => {
    expect(csvRows([["甲", -3]])).toBe("甲,-3\r\n");
  });
});

describe("a list as XLSX", () => {
  it.each(FORMULAS)("%j is text, not a formula", async (text) => {
    const sheet = await sheetOf([[text, 1]]);
    expect(sheet).not.toMatch(/<f[ >]/u);
    expect(sheet).toContain(text.trim().replace(/^[\t\r]/u, ""));
  });
  it("numbers are numbers, blanks are no cells with a zero, and what XML forbids is left out", async () => {
    const sheet = await sheetOf([
      ["甲\u0000\uD800乙<&>", 12],
      ["丙", null],
    ]);
    expect(sheet).toMatch(/<v>12<\/v>/u);
    expect(sheet).toMatch(/甲.?乙&lt;&amp;&gt;/u);
    expect(sheet).not.toMatch(/<v>0<\/v><\/c><\/row>\s*$/u);
  });
});
