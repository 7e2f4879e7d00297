import {
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  isElement,
  type Markup,
} from "../archive/markup.ts";
import { runsIn } from "./docx-runs.ts";
import { isOn } from "./office-run.ts";

/** What of the look of a run says whether it is read, and whether it is part of what it stands beside. */
const LOOKS = [
  ...["strike", "vanish", "dstrike", "vertAlign", "position"],
  ...["color", "shd", "highlight"],
];
/** Of these, a style of characters turns over what the style of the paragraph says. */
const TOGGLES: ReadonlySet<string> = new Set(["strike", "vanish"]);
const DEEPEST_STYLE = 20;

/** Gives each run of a document what the styles of its words and of its paragraph say of it, behind its own properties. */
export function dressRuns(body: Markup, styles: Markup | null): void {
  const lookOf = looksOf(styles);
  for (const paragraph of elementsIn(body)) {
    if (paragraph.name !== "p") continue;
    const style = valueIn(childOf(paragraph, "pPr"), "pStyle");
    const runs = runsIn(paragraph);
    for (const run of runs) dress(run, lookOf(valueIn(childOf(run, "rPr"), "rStyle"), style));
    levelOut(runs);
  }
}

function dress(run: Markup, look: readonly Markup[]): void {
  if (look.length === 0) return;
  const own = childOf(run, "rPr");
  const dressed = { name: "rPr", attributes: {}, children: [...(own?.children ?? []), ...look] };
  run.children = [dressed, ...run.children.filter((child) => child !== own)];
}

/** Where all of a paragraph is raised alike, nothing in it is the mark of a note. */
function levelOut(runs: readonly Markup[]): void {
  const written = runs.filter((run) => childOf(run, "t"));
  const heights = new Set(written.map((run) => valueIn(childOf(run, "rPr"), "position") ?? "0"));
  if (heights.size > 1) return;
  for (const run of written) {
    const properties = childOf(run, "rPr");
    if (properties) properties.children = properties.children.filter((one) => !isHeight(one));
  }
}

function isHeight(child: Markup | string): boolean {
  return typeof child !== "string" && child.name === "position";
}

type LookOf = (character: string | undefined, paragraph: string | undefined) => readonly Markup[];

/** What a style says itself, by the name of the property, and what it is based on. */
interface Style {
  says: ReadonlyMap<string, Markup>;
  basedOn: string;
}

function looksOf(styles: Markup | null): LookOf {
  const all = childrenOf(styles ?? undefined, "style");
  const byId = new Map(all.map((one) => [attributeOf(one, "styleId") ?? "", styleOf(one)]));
  const usual = all.find(isUsual);
  const base = childOf(childOf(styles ?? undefined, "docDefaults"), "rPrDefault");
  const known = new Map<string, readonly Markup[]>();
  return (character = "", paragraph = attributeOf(usual, "styleId") ?? "") => {
    const key = `${character}\0${paragraph}`;
    const found = known.get(key);
    if (found) return found;
    const above = chainOf(character, byId);
    const below = [...chainOf(paragraph, byId), styleOf(base)];
    const look = LOOKS.flatMap((name) => {
      const [over, under] = [firstOf(above, name), firstOf(below, name)];
      return TOGGLES.has(name) ? toggled(name, over, under) : (over ?? under ?? []);
    });
    known.set(key, look);
    return look;
  };
}

function isUsual(style: Markup): boolean {
  const isDefault = /^(?:1|true|on)$/.test(attributeOf(style, "default") ?? "");
  return isDefault && attributeOf(style, "type") === "paragraph";
}

function styleOf(style: Markup | undefined): Style {
  const own = (childOf(style, "rPr")?.children ?? []).filter(isElement).reverse();
  return {
    says: new Map(own.map((one) => [one.name, one])),
    basedOn: valueIn(style, "basedOn") ?? "",
  };
}

/** A style and those it is based on, from the nearest to the farthest. */
function chainOf(id: string, byId: ReadonlyMap<string, Style>): Style[] {
  const chain: Style[] = [];
  for (let style = byId.get(id); style && chain.length < DEEPEST_STYLE; ) {
    chain.push(style);
    style = byId.get(style.basedOn);
  }
  return chain;
}

function firstOf(styles: readonly Style[], name: string): Markup | undefined {
  return styles.find(({ says }) => says.has(name))?.says.get(name);
}

function toggled(name: string, over: Markup | undefined, under: Markup | undefined): Markup[] {
  const says = (one: Markup | undefined) =>
    one !== undefined && isOn({ name: "rPr", attributes: {}, children: [one] }, name);
  if (says(over) === says(under)) return [];
  return [over, under].filter((one) => one !== undefined).filter(says);
}

function valueIn(parent: Markup | undefined, name: string): string | undefined {
  return attributeOf(childOf(parent, name), "val");
}
