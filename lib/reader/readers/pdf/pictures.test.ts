import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { type PdfObject, writeObjects } from "#lib/testing/reports/pdf-file.ts";
import { UNREADABLE } from "../../lost.ts";
import { blocksOf } from "./blocks.ts";
import { extractPages } from "./extract.ts";
import { mostDots, pictureSizes } from "./picture-sizes.ts";

const stream = (text: string, dictionary: string): PdfObject => ({
  dictionary,
  stream: Buffer.from(text, "latin1"),
});

const GREY = "/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8";
const picture = (side: number, more = "") =>
  stream("x".repeat(side * side), `${GREY}/Width ${side}/Height ${side}${more}`);

/** A picture of one colour, packed. */
const packed = (width: number, height: number, more: string, colour = 120): PdfObject => ({
  dictionary: `${GREY}/Width ${width}/Height ${height}${more}/Filter/FlateDecode`,
  stream: deflateSync(Buffer.alloc(width * height, colour)),
});
/** What lets through all but the right quarter. */
const QUARTER = Buffer.from(Array.from({ length: 400 }, (_, at) => (at % 20 < 15 ? 0 : 255)));

/** A page with a table of three figures (the second may be left out) and a date under it, drawn over by what is given. */
function page({ before = "", after = "", notes = "", second = "34", huge = false }): Uint8Array {
  const rules = [20, 120, 220, 280].map((x) => `${x} 200 m ${x} 240 l S`).join(" ");
  const levels = [200, 240].map((y) => `20 ${y} m 280 ${y} l S`).join(" ");
  const write = (text: string, x: number, y: number) =>
    text && `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET\n`;
  const words = Array.from({ length: 5 }, (_, at) => write("words of a page", 20, 160 - at * 20));
  const texts = [
    write("12", 60, 215),
    write("56", 240, 215),
    write(second, 160, 215),
    write("2021-01-20", 60, 40),
  ];
  return writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 300]>>",
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[${notes}]/Resources<</Font<</F 5 0 R>>/XObject<</P 6 0 R/S 7 0 R/L 9 0 R/O 11 0 R/B 13 0 R/C 14 0 R/Q 16 0 R/H 18 0 R>>>>>>`,
    stream([before, rules, levels, ...texts, ...words, after].join("\n"), ""),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    picture(20),
    picture(20, "/SMask 8 0 R"),
    picture(20),
    picture(600),
    stream("", "/Subtype/Form/BBox[0 0 20 20]"),
    picture(20, "/SMask 12 0 R"),
    stream("\xff".repeat(400), `${GREY}/Width 20/Height 20`),
    packed(900, 700, ""),
    packed(900, 700, "/SMask 15 0 R"),
    packed(900, 700, "", 0),
    picture(20, "/SMask 17 0 R"),
    { dictionary: `${GREY}/Width 20/Height 20`, stream: QUARTER },
    packed(huge ? 3000 : 1, 3000, ""),
  ]);
}

async function cells(bytes: Uint8Array): Promise<{ cells: string[]; isRecognised: boolean }> {
  const read = await extractPages(bytes);
  const drawing = read.ok ? read.value[0] : undefined;
  const blocks = drawing && blocksOf(drawing, 1);
  const grids = (blocks?.blocks ?? []).flatMap((one) => (one.kind === "grid" ? [one] : []));
  const texts = grids.flatMap(({ rows }) => rows.flat().map(({ text }) => text));
  return { cells: texts, isRecognised: blocks?.isRecognised ?? false };
}

const draw = (name: string, [x, y, width, height]: readonly number[]) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`;
const PATCH = [155, 210, 30, 16];
const LOST = [UNREADABLE, UNREADABLE].join("");
const STAMP = "/Type/Annot/Rect[155 210 185 226]/AP<</N 10 0 R>>";

test.each([
  ["a picture over a figure", { after: draw("P", PATCH) }, ["12", LOST]],
  ["one with a mask that hides nothing of it", { after: draw("O", PATCH) }, ["12", LOST]],
  ["one that is mostly clear", { after: draw("S", PATCH) }, ["12", "34"]],
  ["a mark over the whole page", { after: draw("S", [10, 10, 190, 280]) }, ["12", "34"]],
  [
    "a figure pasted as a clear picture",
    { after: draw("S", PATCH), second: "" },
    ["12", UNREADABLE],
  ],
  [
    "a picture within the page's own text",
    { after: "q 30 0 0 16 155 210 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q" },
    ["12", LOST],
  ],
  [
    "a picture over half of a figure",
    { after: draw("P", [166, 210, 30, 16]) },
    ["12", `3${UNREADABLE}`],
  ],
  ["a large picture over a figure", { after: draw("B", PATCH) }, ["12", LOST]],
  ["a large picture that is clear", { after: draw("C", PATCH) }, ["12", "34"]],
  ["a large picture under all", { before: draw("B", [0, 0, 300, 300]) }, ["12", "34"]],
  ["the paint of a clear picture", { after: draw("Q", [100, 210, 80, 16]) }, ["12", LOST]],
  ["what is clear of it", { after: draw("Q", [150, 210, 80, 16]) }, ["12", "34"]],
  ["the paint of a wide clear picture", { after: draw("Q", [-120, 190, 320, 210]) }, ["12", LOST]],
  ["a picture under a figure", { before: draw("P", PATCH) }, ["12", "34"]],
  ["a picture clipped away", { after: `q 0 0 9 9 re W n ${draw("P", PATCH)} Q` }, ["12", "34"]],
  ["a picture as thin as a line", { after: draw("P", [20, 216, 200, 1]) }, ["12", "34"]],
  ["a picture beside the table", { after: draw("P", [284, 210, 12, 16]) }, ["12", "34"]],
  ["a seal over date and text", { after: draw("S", [20, 20, 120, 120]) }, ["12", "34"]],
  ["a clear ground over all", { after: draw("S", [0, 0, 300, 300]) }, ["12", "34"]],
  ["a figure pasted as a picture", { after: draw("P", PATCH), second: "" }, ["12", UNREADABLE]],
  ["a ground that is a picture", { before: draw("P", [0, 0, 300, 300]), second: "" }, ["12", ""]],
  ["a stamp", { notes: `<<${STAMP}/Subtype/Stamp>>` }, ["12", LOST]],
  ["a stamp that is hidden", { notes: `<<${STAMP}/Subtype/Stamp/F 2>>` }, ["12", "34"]],
  ["a link", { notes: `<<${STAMP}/Subtype/Link>>` }, ["12", "34"]],
])("%s is told where it hides a figure", async (_, drawn, expected) => {
  expect((await cells(page(drawn))).cells).toEqual([...expected, "56"]);
});

test("a clear mark over the whole page makes no scan of it, and hides no date", async () => {
  const read = await cells(page({ after: draw("S", [0, 0, 300, 300]) }));
  expect(read).toEqual({ cells: ["12", "34", "56"], isRecognised: false });
  const sealed = await extractPages(page({ after: draw("O", [50, 30, 80, 30]) }));
  const drawing = sealed.ok ? sealed.value[0] : undefined;
  const blocks = drawing && blocksOf(drawing, 1);
  expect(JSON.stringify(blocks)).toContain("2021-01-20");
});

test("a page that lies under pictures is a scan", async () => {
  const read = await cells(page({ after: draw("P", [0, 0, 300, 300]) }));
  expect(read).toEqual({ cells: ["12", "34", "56"], isRecognised: true });
});

test("pictures with very many dots are not decoded, thousands of them end in bounded time", async () => {
  const many = draw("P", [240, 0, 9, 9]).repeat(5000);
  const bytes = page({ after: draw("H", PATCH) + draw("B", PATCH) + many, huge: true });
  expect((await cells(bytes)).cells).toEqual(["12", "34", "56"]);
});

test("how large pictures are stands in the file, or counts as too large", () => {
  const sizesIn = (text: string) => pictureSizes(Buffer.from(text));
  const plain = "1 0 obj<</Width 30 /Subtype /Image/Height 20>>stream";
  expect(sizesIn(`${plain}\nendstream 2 0 obj<</Subtype/Image/Width 7/Height 9>>\nstream`)).toEqual(
    [600, 63],
  );
  expect(sizesIn("1 0 obj<</Subtype/Image/Width 2 0 R/Height 9>>stream")).toEqual([Infinity]);
  expect(sizesIn("1 0 obj<</Subtype/Form>>stream")).toEqual([]);
  expect([mostDots([]), mostDots([9e5, 40]), mostDots([9e5, 9e6])]).toEqual([3e5, 9e5, 3e5]);
  expect(sizesIn("/Subtype/Image".repeat(1_000_000))).toHaveLength(2001);
});
