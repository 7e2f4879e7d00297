import { SaxesParser } from "saxes";
import { done, type Result, refused } from "#lib/platform/result.ts";
import type { ReadRefusal } from "../refusal.ts";
import { MARKUP_LIMITS } from "./limits.ts";

/** An element by its local name: office files differ in their prefixes, not in their names. */
export interface Markup {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Markup | string)[];
}

/** Why parsing stopped: the code of a refusal. */
class Stop extends Error {
  readonly code: "reader.damaged" | "reader.doctype" | "reader.too-complex";

  constructor(code: Stop["code"]) {
    super(code);
    this.code = code;
  }
}

/** Reads XML strictly, without document types and so without entities of its own; answers its root. */
export function parseMarkup(bytes: Uint8Array): Result<Markup, ReadRefusal> {
  try {
    return done(new TreeBuilder().parse(decodeMarkup(bytes)));
  } catch (fault) {
    if (fault instanceof Stop) return refused(fault.code);
    throw fault;
  }
}

/** UTF-16 by its mark, else UTF-8; what no XML may hold, lone surrogates included, becomes U+FFFD. */
function decodeMarkup(bytes: Uint8Array): string {
  const is = (a: number, b: number) => bytes[0] === a && bytes[1] === b;
  const encoding = is(0xff, 0xfe) ? "utf-16le" : is(0xfe, 0xff) ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  return text
    .replace(/&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5[5-7]\d{3});/g, cleanReference)
    .replace(FORBIDDEN, "\uFFFD");
}

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function cleanReference(reference: string): string {
  const isHex = reference[2] === "x";
  const code = Number.parseInt(reference.slice(isHex ? 3 : 2), isHex ? 16 : 10);
  return code >= 0xd800 && code <= 0xdfff ? "\uFFFD" : reference;
}

class TreeBuilder {
  private readonly open: Markup[] = [];
  private root: Markup | null = null;
  private elements = 0;

  parse(text: string): Markup {
    const parser = new SaxesParser();
    parser.on("error", () => stop("reader.damaged"));
    parser.on("doctype", () => stop("reader.doctype"));
    parser.on("opentag", ({ name, attributes }) => this.enter(name, attributes));
    parser.on("closetag", () => this.open.pop());
    parser.on("text", (words) => this.addText(words));
    parser.on("cdata", (words) => this.addText(words));
    parser.write(text).close();
    return this.root ?? stop("reader.damaged");
  }

  private enter(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements++;
    const { depth, elements } = MARKUP_LIMITS;
    if (this.open.length >= depth || this.elements > elements) stop("reader.too-complex");
    const element: Markup = { name: localName(name), attributes, children: [] };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  private addText(words: string): void {
    const parent = this.open.at(-1);
    // Blanks between elements are the writer's; inside a text element they are the author's.
    if (parent && (parent.name === "t" || words.trim() !== "")) parent.children.push(words);
  }
}

function stop(code: Stop["code"]): never {
  throw new Stop(code);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute by its local name. */
export function attributeOf(element: Markup | undefined, name: string): string | undefined {
  for (const key in element?.attributes)
    if (localName(key) === name) return element?.attributes[key];
  return undefined;
}

/** The child elements of a name. */
export function childrenOf(element: Markup | undefined, name: string): Markup[] {
  return (element?.children ?? []).filter(
    (child): child is Markup => typeof child !== "string" && child.name === name,
  );
}

/** The first child element of a name. */
export function childOf(element: Markup | undefined, name: string): Markup | undefined {
  return element?.children.find(
    (child): child is Markup => typeof child !== "string" && child.name === name,
  );
}

/** The text directly inside an element. */
export function textOf(element: Markup | undefined): string {
  return (element?.children ?? []).filter((child) => typeof child === "string").join("");
}

/** Whether a child of an element is an element itself. */
export function isElement(child: Markup | string): child is Markup {
  return typeof child !== "string";
}

/** All elements inside another, in the order of the document; what a caller adds behind is walked through, too. */
export function* elementsIn(root: Markup): Generator<Markup> {
  const stack = root.children.filter(isElement).reverse();
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index--) {
      const child = element.children[index];
      if (child !== undefined && isElement(child)) stack.push(child);
    }
  }
}
