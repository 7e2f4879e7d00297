/** The first line of every XML file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Characters that no XML document may hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text without the characters that no XML document may hold. */
export function cleanForXml(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, "");
}

/** Text as it stands in an element or an attribute. */
export function escaped(text: string): string {
  return cleanForXml(text).replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
