import { deflateSync } from "node:zlib";

/** How the characters of a PDF are coded; neither way embeds a font. */
export type PdfCoding = "predefined" | "to-unicode";

/** A text on a page; `x` and `y` (its baseline) are counted in points from the top left corner. */
export interface PdfText {
  x: number;
  y: number;
  size: number;
  text: string;
  isInvisible?: boolean;
  /** A figure of a form. */
  isFigure?: boolean;
}

/** A line or a thin bar from one point to another. */
export interface PdfRule {
  from: readonly [number, number];
  to: readonly [number, number];
}

export interface PdfPage {
  texts: PdfText[];
  rules: PdfRule[];
}

export interface PdfLook {
  coding: PdfCoding;
  /** Rules drawn as lines, or as thin bars that are filled, as office software does. */
  rules: "lines" | "bars";
  /** Pages that say they are to be turned, or text that is turned on its page. */
  turned: "no" | "page" | "text";
  /** Short pages with a running head and a page number, so that tables break. */
  isPaged: boolean;
  /** Every text painted twice, a little apart. */
  isBold: boolean;
  /** Figures typed over older ones that were covered, typed over the page as notes, or filled into the fields of a form. */
  figures?: "covered" | "notes" | "fields";
  /** Text that is there but not painted, as scanners lay it over a picture. */
  isRecognised?: boolean;
}

/** Size of a page in points: A4, or a short one on which little finds room. */
export const PAGE = { width: 595, height: 842, short: 500 } as const;

/** An object of a PDF: its dictionary, and a stream where it has one. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array };

/** Writes numbered objects (the first is the catalogue) with their table as a PDF file. */
export function writeObjects(objects: readonly PdfObject[], trailer = ""): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === "string") add(Buffer.from(object, "latin1"));
    else {
      add(Buffer.from(`<<${object.dictionary}/Length ${object.stream.length}>>\nstream\n`));
      add(Buffer.from(object.stream));
      add(Buffer.from("\nendstream"));
    }
    add(Buffer.from("\nendobj\n"));
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const start = length;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}`));
  add(Buffer.from(`trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream as PDF programs write it. */
export function deflated(text: string, dictionary = ""): PdfObject {
  const stream = deflateSync(Buffer.from(text, "latin1"), { level: 1 });
  return { dictionary: `${dictionary}/Filter/FlateDecode`, stream };
}

const FIRST_PAGE = 7;

/** Writes pages of texts and rules as a PDF file. */
export function writePages(pages: readonly PdfPage[], look: PdfLook): Uint8Array<ArrayBuffer> {
  const kids = pages.map((_, index) => `${FIRST_PAGE + index * 2} 0 R`).join(" ");
  const turned = look.turned === "page";
  const own = heightOf(look);
  const [width, height] = turned ? [own, PAGE.width] : [PAGE.width, own];
  const box = `/MediaBox[0 0 ${width} ${height}]${turned ? "/Rotate 90" : ""}`;
  const objects: PdfObject[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]${box}/Resources<</Font<</F1 3 0 R>>>>>>`,
    ...fontObjects(look.coding),
    ...pages.flatMap((page, index) => [
      `<</Type/Page/Parent 2 0 R/Contents ${FIRST_PAGE + index * 2 + 1} 0 R${notesOf(page, look)}>>`,
      deflated(contentOf(page, look)),
    ]),
  ];
  return writeObjects(objects);
}

function fontObjects(coding: PdfCoding): PdfObject[] {
  const isPredefined = coding === "predefined";
  const collection = isPredefined ? "GB1" : "Identity";
  const widths = isPredefined ? "1 95 500" : "32 126 500";
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${isPredefined ? "UniGB-UTF16-H" : "Identity-H/ToUnicode 6 0 R"}/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${collection})/Supplement ${isPredefined ? 4 : 0}>>/DW 1000/W[${widths}]/FontDescriptor 5 0 R>>`,
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 737/StemV 58>>",
    deflated(toUnicode()),
  ];
}

/** Codes are the characters themselves, block by block. */
function toUnicode(): string {
  const blocks = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, "0");
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const ranges = [0, 100, 200].map((from) => {
    const some = blocks.slice(from, from + 100);
    return `${some.length} beginbfrange\n${some.join("\n")}\nendbfrange`;
  });
  return `/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/Own def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${ranges.join("\n")}\nendcmap end end`;
}

/** How high a page is. */
export function heightOf({ isPaged }: Pick<PdfLook, "isPaged">): number {
  return isPaged ? PAGE.short : PAGE.height;
}

function contentOf({ texts, rules }: PdfPage, look: PdfLook): string {
  const height = heightOf(look);
  const lines = rules.map((rule) =>
    look.rules === "lines" ? stroke(rule, height) : bar(rule, height),
  );
  const words = texts.flatMap((one) => {
    const text = look.isRecognised ? { ...one, isInvisible: true } : one;
    if (text.isFigure && look.figures)
      return look.figures === "covered" ? covered(text, height) : [];
    const once = show(text, height);
    return look.isBold ? [once, show({ ...text, x: text.x + 0.3 }, height)] : [once];
  });
  return `q ${turn(look)}\n0.5 w\n${lines.join("\n")}\n${words.join("\n")}\nQ`;
}

function turn(look: PdfLook): string {
  const height = heightOf(look);
  if (look.turned === "page") return `0 1 -1 0 ${height} 0 cm`;
  if (look.turned === "no") return "";
  // The same page, lying on its side and made smaller so that it fits.
  const scale = (PAGE.width / PAGE.height).toFixed(4);
  return `0 ${scale} -${scale} 0 ${PAGE.width} 0 cm`;
}

/** An older figure, the paper's white over it, and the figure. */
function covered(text: PdfText, height: number): string[] {
  const { x, y, size } = text;
  const box = `${at(x - 1, y + 1, height)} ${widthOf(text.text, size) + 2} ${size}`;
  return [show({ ...text, text: "8" }, height), `q 1 g ${box} re f Q`, show(text, height)];
}

/** The figures of a page as notes over it or as fields, without drawings of their own. */
function notesOf({ texts }: PdfPage, look: PdfLook): string {
  if (!look.figures || look.figures === "covered") return "";
  const notes = texts
    .filter(({ isFigure }) => isFigure)
    .map((text) => {
      const { x, y, size } = text;
      const [right, height] = [x + widthOf(text.text, size), heightOf(look)];
      const box = `/Rect[${at(x, y + 2, height)} ${at(right, y - size, height)}]/DA(/F1 ${size} Tf 0 g)`;
      const codes = `<feff${codesOf(text.text)}>`;
      return look.figures === "notes"
        ? `<</Type/Annot/Subtype/FreeText/F 4${box}/Contents ${codes}>>`
        : `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/F 4${box}/V ${codes}>>`;
    });
  return `/Annots[${notes.join("")}]`;
}

const codesOf = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");

const at = (x: number, y: number, height: number) => `${x.toFixed(2)} ${(height - y).toFixed(2)}`;

function stroke({ from, to }: PdfRule, height: number): string {
  return `${at(...from, height)} m ${at(...to, height)} l S`;
}

function bar({ from: [left, top], to: [right, bottom] }: PdfRule, height: number): string {
  const wide = Math.max(0.5, right - left).toFixed(2);
  const high = Math.max(0.5, bottom - top).toFixed(2);
  return `${at(left, bottom, height)} ${wide} ${high} re f`;
}

function show({ x, y, size, text, isInvisible }: PdfText, height: number): string {
  const mode = isInvisible ? 3 : 0;
  return `BT /F1 ${size} Tf ${mode} Tr 1 0 0 1 ${at(x, y, height)} Tm <${codesOf(text)}> Tj ET`;
}

/** The width of a text in points. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character >= " " && character <= "~" ? 0.5 : 1;
  return width * size;
}
