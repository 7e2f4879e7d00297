import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { zipDocx } from "#lib/testing/reports/docx.ts";
import { zipXlsx } from "#lib/testing/reports/xlsx.ts";
import { readSource } from "../read.ts";
import { readOffice } from "../readers/office.ts";
import { refusalText } from "../refusal.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string) => `<w:document ${W}><w:body>${body}</w:body></w:document>`;
const sheetOf = (rows: string) => [{ name: "甲", markup: `<sheetData>${rows}</sheetData>` }];

async function refusalOf(bytes: Uint8Array, milliseconds = 8000): Promise<string> {
  const start = performance.now();
  const memory = process.memoryUsage().arrayBuffers;
  const result = await readSource(bytes, "x.docx");
  expect(performance.now() - start).toBeLessThan(milliseconds);
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(200 * 1_048_576);
  if (result.ok) return "read";
  expect(refusalText(result.refusal).zh).toMatch(/。$/);
  expect(refusalText(result.refusal).en).toMatch(/\.$/);
  return result.refusal.code;
}

/** Sets the sizes that the directory declares for the largest file of an archive. */
function declaring(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_048_576)
      view.setUint32(at + 24, size, true);
  return bytes;
}

const sound = () => zipDocx(documentOf("<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>"));
const bomb = () => zipDocx(documentOf(" ".repeat(30 * 1_048_576)));

/** A compound file in outline: its signature, and a directory that names one stream. */
function compound(stream: string): Uint8Array {
  const bytes = Buffer.alloc(2048, 0);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write(stream, 1664, "utf16le");
  return bytes;
}

function encrypted(): Uint8Array {
  const bytes = sound();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint16(at + 6, 1, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return bytes;
}

const manyEntries = () =>
  zipSync(
    Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, strToU8("x")])),
  );
const doctype = (declaration: string) =>
  zipDocx(`<?xml version="1.0"?>${declaration}${documentOf("<w:p>&x;</w:p>")}`);
const laughs = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
);

test.each<[string, () => Uint8Array, string]>([
  ["a bomb that says its size", bomb, "reader.unsafe-archive"],
  ["a bomb that lies about its size", () => declaring(bomb(), 2000), "reader.damaged"],
  ["a bomb that claims gigabytes", () => declaring(bomb(), 0xf0000000), "reader.unsafe-archive"],
  ["thousands of entries", manyEntries, "reader.unsafe-archive"],
  ["a password", encrypted, "reader.encrypted"],
  [
    "a Word file under a password, as Word keeps it",
    () => compound("EncryptedPackage"),
    "reader.encrypted",
  ],
  ["a file of the old Word", () => compound("WordDocument"), "reader.unsupported"],
  [
    "an external entity",
    () => doctype('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "reader.doctype",
  ],
  [
    "a billion laughs",
    () => doctype(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join("")}]>`),
    "reader.doctype",
  ],
  ["an entity nobody declared", () => zipDocx(documentOf("<w:p>&x;</w:p>")), "reader.damaged"],
  ["markup that does not end", () => zipDocx(`<w:document ${W}><w:body>`), "reader.damaged"],
  ["no markup at all", () => zipDocx(""), "reader.damaged"],
  [
    "tables nested by the thousand",
    () => zipDocx(documentOf("<w:tbl><w:tr><w:tc>".repeat(5000))),
    "reader.too-complex",
  ],
  [
    "a million elements",
    () => zipDocx(documentOf("<w:p/>".repeat(1_000_000))),
    "reader.too-complex",
  ],
  [
    "an archive of Word files",
    () => zipSync({ "a.docx": sound(), "b.zip": bomb() }),
    "reader.archive",
  ],
  ["an empty archive", () => zipSync({}), "reader.archive"],
  [
    "an OpenDocument file",
    () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<x/>") }),
    "reader.unsupported",
  ],
  [
    "an OFD file",
    () => zipSync({ "OFD.xml": strToU8("<x/>"), "Doc_0/Document.xml": strToU8("<x/>") }),
    "reader.unsupported",
  ],
  ["a presentation", () => zipDocx("<p:presentation/>"), "reader.unsupported"],
  ["a Word file about something else", sound, "reader.no-report"],
  [
    "a sheet with a cell in the last corner of every row",
    () =>
      zipXlsx(
        sheetOf(
          Array.from(
            { length: 200 },
            (_, row) =>
              `<row r="${row * 5000 + 1}"><c r="A${row * 5000 + 1}"><v>1</v></c><c r="XFD${row * 5000 + 1}"><v>1</v></c></row>`,
          ).join(""),
        ),
      ),
    "reader.too-complex",
  ],
])(
  "%s is refused, soon and cheaply",
  async (_name, make, code) => {
    expect(await refusalOf(make())).toBe(code);
  },
  30_000,
);

const repeated = (row: string, count: number, text: string) =>
  zipXlsx(sheetOf(row.repeat(count)), [text]);
const ROW = '<row><c t="s"><v>0</v></c></row>';

test.each<[string, () => Uint8Array, string]>([
  ["one long text in every cell", () => repeated(ROW, 3000, "自然人".repeat(9000)), "too-complex"],
  ["headings without end", () => repeated(ROW, 190_000, "一、总体情况"), "too-complex"],
  ["more rows than a form can have", () => repeated(ROW, 20_000, "自然人"), "no-report"],
  [
    "tables in tables, side by side",
    () =>
      zipDocx(
        documentOf(
          `${"<w:tbl><w:tr><w:tc>".repeat(70)}${"</w:tc></w:tr></w:tbl>".repeat(70)}`.repeat(900),
        ),
      ),
    "no-report",
  ],
])(
  "%s: bounded time",
  async (_name, make, code) => {
    expect(await refusalOf(make(), 30_000)).toBe(`reader.${code}`);
  },
  60_000,
);

test("every cut of a Word file is refused", async () => {
  const bytes = sound();
  for (let length = 4; length < bytes.length; length += 37)
    expect(await refusalOf(bytes.subarray(0, length))).toBe("reader.damaged");
});

test("noise in a Word file never throws", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const bytes = sound();
    for (let count = 0; count < 4; count++)
      bytes[(seed * 131 + count * 977) % bytes.length] = (seed * 7 + count * 31) % 256;
    await refusalOf(bytes);
  }
});

test("tables of ten thousand columns are answered", async () => {
  const cells = "<w:tc><w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc>".repeat(10_000);
  const rows = `<w:tr>${cells}</w:tr>`.repeat(3);
  const heading = "<w:p><w:r><w:t>青溪县档案馆2023年政府信息公开工作年度报告</w:t></w:r></w:p>";
  expect(await refusalOf(zipDocx(documentOf(`${heading}<w:tbl>${rows}</w:tbl>`)))).toBe("read");
  const wide = `<row>${"<c><v>0</v></c>".repeat(10_000)}</row>`.repeat(3);
  expect(await refusalOf(zipXlsx(sheetOf(wide)))).toBe("reader.no-report");
}, 30_000);

test("merged cells over a whole sheet cost no more than the rows that are there", async () => {
  const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(3000);
  const markup = `<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells>`;
  expect(await refusalOf(zipXlsx([{ name: "甲", markup }]))).toBe("reader.no-report");
});

test("half characters are cleaned away", async () => {
  const words = "青溪县档案馆2023年政府信息公开工作年度报告&#xD83D;&#57005;";
  const read = await readOffice(
    zipDocx(documentOf(`<w:p><w:r><w:t>${words}\u0003</w:t></w:r></w:p>`)),
  );
  expect(read.ok && read.value.plain.text).toBe(
    "青溪县档案馆2023年政府信息公开工作年度报告\uFFFD\uFFFD\uFFFD\n",
  );
});
