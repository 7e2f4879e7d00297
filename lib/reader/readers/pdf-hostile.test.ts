import { expect, test } from "vitest";
import { PLAIN_PDF, writePdf } from "#lib/testing/reports/pdf.ts";
import {
  deflated,
  type PdfObject,
  writeObjects,
  writePages,
} from "#lib/testing/reports/pdf-file.ts";
import { readSource } from "../read.ts";
import { refusalText } from "../refusal.ts";

async function answerTo(bytes: Uint8Array, milliseconds = 40_000): Promise<string> {
  const start = performance.now();
  const result = await readSource(bytes, "x.pdf");
  expect(performance.now() - start).toBeLessThan(milliseconds);
  if (result.ok) return "read";
  expect(refusalText(result.refusal).zh).toMatch(/。$/);
  expect(refusalText(result.refusal).en).toMatch(/\.$/);
  return result.refusal.code;
}

const TITLE = "青溪县档案馆2023年政府信息公开工作年度报告";
const PROSE = "本机关按照条例办理政府信息公开的各项事务，没有遗漏，也没有别的事项需要说明。".repeat(
  3,
);
const HEADINGS = ["一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"];
const LINES = [TITLE, ...HEADINGS.flatMap((heading) => [heading, PROSE])];
const sound = () => writePdf(LINES, PLAIN_PDF).bytes;

/** A document whose one page draws what is given. */
const drawing = (content: PdfObject, more = "", objects: PdfObject[] = []) =>
  writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R${more}>>`,
    content,
    ...objects,
  ]);
const plain = (text: string): PdfObject => ({ dictionary: "", stream: Buffer.from(text) });

const manyPages = () =>
  writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count 3000/Kids[${"3 0 R ".repeat(3000)}]/MediaBox[0 0 595 842]>>`,
    "<</Type/Page/Parent 2 0 R>>",
  ]);
const lyingCount = () =>
  writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 2000000000/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
    "<</Type/Page/Parent 2 0 R>>",
  ]);
const treeLoop = () =>
  writeObjects([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]/MediaBox[0 0 595 842]>>",
  ]);
const formLoop = () =>
  drawing(plain("/X Do ".repeat(1000)), "/Resources<</XObject<</X 5 0 R>>>>", [
    {
      dictionary: "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
      stream: Buffer.from("/X Do /X Do"),
    },
  ]);
const hugeImage = () =>
  drawing(plain("q 595 0 0 842 0 0 cm /I Do Q"), "/Resources<</XObject<</I 5 0 R>>>>", [
    {
      dictionary:
        "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB",
      stream: Buffer.alloc(1000),
    },
  ]);
const manyOperations = () => drawing(deflated("0 0 m 9 9 l S\n".repeat(1_500_000)));
const bomb = () => drawing(deflated(" ".repeat(300 * 1_048_576)));
const xrefLoop = () => {
  const text = Buffer.from(sound()).toString("latin1");
  return Buffer.from(text.replace("trailer\n<<", "trailer\n<</Prev 9/XRefStm 9"), "latin1");
};
const locked = () =>
  writeObjects(
    [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
      "<</Type/Page/Parent 2 0 R>>",
      `<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${"11".repeat(32)}>/U<${"22".repeat(32)}>>>`,
    ],
    "/Encrypt 4 0 R/ID[<00><00>]",
  );
const blank = () => writePages([{ texts: [], rules: [] }], PLAIN_PDF);
const framed = () =>
  writePages([{ texts: [], rules: [{ from: [50, 50], to: [200, 50] }] }], PLAIN_PDF);

test.each<[string, () => Uint8Array, string]>([
  ["nothing but the mark", () => Buffer.from("%PDF-1.7"), "damaged"],
  ["a page with nothing on it", blank, "blank"],
  ["pages with nothing but a line", framed, "scanned"],
  ["a password", locked, "encrypted"],
  ["three thousand pages", manyPages, "too-many-pages"],
  ["a count that lies", lyingCount, "blank"],
  ["pages that hold themselves", treeLoop, "damaged"],
  ["a form that draws itself", formLoop, "blank"],
  ["a picture of gigabytes", hugeImage, "scanned"],
  ["twenty megabytes", () => Buffer.concat([sound(), Buffer.alloc(20 * 1_048_576)]), "too-large"],
  ["hundreds of megabytes of nothing", bomb, "blank|too-complex"],
])(
  "%s is answered in a sentence, in bounded time",
  async (_name, make, code) => {
    const before = process.memoryUsage.rss();
    expect(await answerTo(make())).toMatch(new RegExp(`^reader\\.(?:${code})$`));
    expect(process.memoryUsage.rss() - before).toBeLessThan(1600 * 1_048_576);
  },
  60_000,
);

test("a table of objects that points at itself is rebuilt", async () => {
  expect(await answerTo(xrefLoop())).toBe("read");
}, 60_000);

test("scripts do not run, and what is attached or noted beside the page is not read", async () => {
  const text = Buffer.from(sound()).toString("latin1");
  const script = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.pageNum=9)>>";
  const files = "/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 6 0 R>>>>]>>>>";
  const loaded = Buffer.from(
    text.replace("/Type/Catalog", `/Type/Catalog${script}${files}`),
    "latin1",
  );
  const read = await readSource(loaded, "x.pdf");
  expect(read.ok && read.value[0]?.content.title).toBe(TITLE);
}, 60_000);

test("every cut of a PDF is answered", async () => {
  const bytes = sound();
  for (let length = 8; length < bytes.length; length += 311)
    await answerTo(bytes.subarray(0, length));
}, 120_000);

test("noise in a PDF never throws", async () => {
  for (let seed = 0; seed < 40; seed++) {
    const bytes = sound();
    for (let count = 0; count < 6; count++)
      bytes[(seed * 131 + count * 977) % bytes.length] = (seed * 7 + count * 31) % 256;
    await answerTo(bytes);
  }
}, 120_000);

test("more strokes than any report end the thread, and the next file is read", async () => {
  expect(await answerTo(manyOperations())).toBe("reader.too-complex");
  expect(await answerTo(sound())).toBe("read");
}, 90_000);
