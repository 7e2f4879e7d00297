/** Encodings of two bytes a character, by their names for `TextDecoder`. */
type DoubleByte = "gb18030" | "big5";

/** Writes a text in GBK, the everyday part of GB18030; throws where it has no two-byte code. */
export function encodeGbk(text: string): Uint8Array {
  return encodeDoubleByte(text, "gb18030");
}

/** Writes a text in Big5; throws where it has no code. */
export function encodeBig5(text: string): Uint8Array {
  return encodeDoubleByte(text, "big5");
}

function encodeDoubleByte(text: string, encoding: DoubleByte): Uint8Array {
  const codes = codesOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const code = unit < 0x80 ? unit : codes.get(character);
    if (code === undefined) throw new Error(`${encoding} has no ${character}`);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

const known = new Map<DoubleByte, Map<string, number>>();

function codesOf(encoding: DoubleByte): Map<string, number> {
  const found = known.get(encoding);
  if (found) return found;
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f)
        codes.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
  known.set(encoding, codes);
  return codes;
}

/** Writes a text in UTF-16, with its byte order mark or without. */
export function encodeUtf16(text: string, order: "le" | "be", hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index++)
    view.setUint16(index * 2, marked.charCodeAt(index), order === "le");
  return bytes;
}
