import { expect, test } from "vitest";
import { type PdfObject, writeObjects } from "#lib/testing/reports/pdf-file.ts";
import { extractPages } from "./extract.ts";

const stream = (text: string, dictionary = ""): PdfObject => ({
  dictionary,
  stream: Buffer.from(text),
});

/** A page that draws what is given, with notes over it; further objects count from 6, and the tenth is a hidden layer. */
const page = (content: string, notes = "", objects: PdfObject[] = []) =>
  writeObjects([
    "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 300]>>",
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[${notes}]/Resources<</Font<</F 5 0 R>>/ExtGState<</H<</ca .4>>/M<</BM/Multiply>>>>/Properties<</L 10 0 R>>>>>>`,
    stream(content),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...objects,
  ]);

const write = (text: string, x = 100) => `BT /F 10 Tf ${x} 100 Td (${text}) Tj ET\n`;
const OVER = "98 97 20 12 re f";

/** The characters of a page that are seen. */
async function seen(bytes: Uint8Array): Promise<string> {
  const read = await extractPages(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const glyphs = read.value.flatMap((one) => one.glyphs).filter(({ isHidden }) => !isHidden);
  return glyphs.map(({ text }) => text).join("");
}

test.each([
  ["white over a figure", `${write("9")}1 g ${OVER}`, ""],
  ["any colour over a figure", `${write("9")}.2 g ${OVER}`, ""],
  ["a broad white stroke", `${write("9")}1 G 12 w 95 103 m 120 103 l S`, ""],
  ["white over a figure, a new one on top", `${write("9")}1 g ${OVER} 0 g ${write("3")}`, "3"],
  ["a background", `.9 g 0 0 300 300 re f 0 g ${write("9")}`, "9"],
  ["a frame around it", `${write("9")}${OVER.replace(" f", " S")}`, "9"],
  ["white beside it", `${write("9")}1 g 150 97 20 12 re f`, "9"],
  ["what shows through", `${write("9")}/H gs 1 g ${OVER}`, "9"],
  ["what marks it in a colour", `${write("9")}/M gs 1 1 0 rg ${OVER}`, "9"],
  ["white that is clipped away", `${write("9")}0 0 9 9 re W n 1 g ${OVER}`, "9"],
  ["white over half of it", `${write("9")}1 g 103 97 20 12 re f`, "\uFFFD"],
  ["white over half of a word", `${write("a")}1 g 103 97 20 12 re f`, "a"],
  ["a white shape over it", `${write("9")}1 g 98 97 m 120 90 l 120 115 l f`, "\uFFFD"],
  ["a red seal over it", `${write("9")}1 0 0 rg 98 97 m 120 90 l 120 115 l f`, "9"],
  ["white on white", `1 g ${write("9")}0 g ${write("3", 110)}`, "\uFFFD3"],
  ["white on a dark ground", `.2 g ${OVER} 1 g ${write("9")}`, "9"],
  [
    "white in a dark shape",
    `.2 g 90 90 m 120 90 l 120 120 l 90 120 l 80 105 l f 1 g ${write("9")}`,
    "9",
  ],
  ["text that is clipped away", `0 0 9 9 re W n ${write("9")}`, ""],
  ["text in a clip of no known shape", `0 0 m 9 0 l 0 9 l W n ${write("9")}`, "9"],
  ["a digit of which a clip leaves little", `90 90 12 30 re W n ${write("9")}`, "\uFFFD"],
  ["a digit of which a clip leaves most", `90 90 14 30 re W n ${write("9")}`, "9"],
  ["a figure whose end is clipped away", `90 90 21 30 re W n ${write("1234")}`, "1\uFFFD"],
  ["a figure whose start is clipped away", `107 90 90 30 re W n ${write("1234")}`, "\uFFFD34"],
  [
    "text after many clips that were ended",
    `${"q ".repeat(300)}${"0 0 9 9 re W n Q ".repeat(300)}${write("9")}`,
    "9",
  ],
  ["text as clear as glass", `/H gs ${write("9")}`, "9"],
])("%s is seen or not as on paper", async (_, content, expected) => {
  expect(await seen(page(content))).toBe(expected);
});

test("a page covered and written anew is no scan", async () => {
  const old = write("9".repeat(400), 10);
  const read = await extractPages(
    page(`${old}1 g 0 0 2600 300 re f 0 g ${write("3".repeat(50), 10)}`),
  );
  const glyphs = read.ok ? (read.value[0]?.glyphs ?? []) : [];
  expect(glyphs.length).toBe(50);
  expect(glyphs.every(({ text, isHidden }) => text === "3" && !isHidden)).toBe(true);
});

const NOTE = "/Type/Annot/Rect[98 97 120 109]/DA(/F 10 Tf 0 g)";
const CHOICE = `${NOTE}/Subtype/Widget/FT/Ch/T(a)`;
const DRAWING = "/Subtype/Form/BBox[0 0 22 12]/Resources<</Font<</F 5 0 R>>>>";

test.each([
  ["a text typed on the page", `<<${NOTE}/Subtype/FreeText/Contents(7)>>`, "57"],
  ["a text with its drawing", `<<${NOTE}/Subtype/FreeText/Contents(7)/AP<</N 6 0 R>>>>`, "58"],
  ["the value of a field", `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(7)>>`, "57"],
  ["a field with its drawing", `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(8)/AP<</N 6 0 R>>>>`, "58"],
  ["a field drawn empty", `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(7)/AP<</N 7 0 R>>>>`, "5\uFFFD"],
  ["a chosen value", `<<${CHOICE}/Opt[[(1)(97)]]/V(1)>>`, "597"],
  ["a chosen value of two texts", `<<${CHOICE}/Opt[[(1)(7)][(1)(8)]]/V(1)>>`, "5\uFFFD"],
  ["a value typed instead", `<<${CHOICE}/Ff 393216/Opt[[(1)(97)]]/V(3)>>`, "53"],
  [
    "a field drawn beside its place",
    `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(7)/AP<</N 9 0 R>>>>`,
    "5\uFFFD",
  ],
  ["a hidden text", `<<${NOTE}/Subtype/FreeText/Contents(7)/F 2>>`, "5"],
  ["a text not for the screen", `<<${NOTE}/Subtype/FreeText/Contents(7)/F 32>>`, "5"],
  ["a comment", `<<${NOTE}/Subtype/Text/Contents(7)/AP<</N 6 0 R>>>>`, "5"],
  ["a button", `<<${NOTE}/Subtype/Widget/FT/Btn/Ff 65536/T(a)/AP<</N 6 0 R>>>>`, "5"],
  ["a mark of colour", `<<${NOTE}/Subtype/Highlight/QuadPoints[48 109 70 109 48 97 70 97]>>`, "5"],
  [
    "a stroke through text",
    `<<${NOTE}/Subtype/StrikeOut/QuadPoints[48 109 70 109 48 97 70 97]>>`,
    "",
  ],
  ["a white box", `<</Type/Annot/Rect[48 97 70 109]/Subtype/Square/IC[1 1 1]/AP<</N 8 0 R>>>>`, ""],
])("%s over the page is read as it is seen", async (_, note, expected) => {
  const drawings = [
    stream("BT /F 10 Tf 2 3 Td (8) Tj ET", DRAWING),
    stream("", DRAWING),
    stream("1 g 0 0 22 12 re f", DRAWING),
    stream("BT /F 10 Tf 99 3 Td (8) Tj ET", DRAWING),
  ];
  expect(await seen(page(write("5", 50), note, drawings))).toBe(expected);
});

test.each([
  ["a field", `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(7)>>`, "57"],
  ["a field with its drawing", `<<${NOTE}/Subtype/Widget/FT/Tx/T(a)/V(8)/AP<</N 6 0 R>>>>`, "58"],
  [
    "a white box of that layer",
    `<</Type/Annot/Rect[48 97 70 109]/Subtype/Square/IC[1 1 1]/AP<</N 7 0 R>>/OC 10 0 R>>`,
    "5",
  ],
])(
  "%s is read as it is seen where the page leaves a hidden layer open",
  async (_, note, expected) => {
    const objects = [
      stream("BT /F 10 Tf 2 3 Td (8) Tj ET", DRAWING),
      stream("1 g 0 0 22 12 re f", DRAWING),
      "null",
      "null",
      "<</Type/OCG/Name(a)>>",
    ];
    const content = `${write("5", 50)}/OC /L BDC ${write("6")}`;
    expect(await seen(page(content, note, objects))).toBe(expected);
  },
);

test.each([
  ["notes without end", page("", `<<${NOTE}/Subtype/FreeText/Contents(7)>>`.repeat(2100))],
  ["areas over and over each other", page(`${write("1", 50)}0 0 53 300 re f\n`.repeat(6000))],
])(
  "%s are refused in bounded time",
  async (_, bytes) => {
    const start = performance.now();
    const read = await extractPages(bytes);
    expect(read.ok || read.refusal.code).toBe("reader.too-complex");
    expect(performance.now() - start).toBeLessThan(30_000);
  },
  60_000,
);
