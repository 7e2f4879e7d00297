import { SECTION_KEYS } from "#lib/editions/content.ts";
import type { Chance } from "./chance.ts";
import type { Block, Draft, Grid } from "./draft.ts";
import type { Truth } from "./truth.ts";

/** Puts a report on the page: title, what the page says about itself, sections, signature. */
export function pageOf(truth: Truth, grids: Draft["grids"], chance: Chance): Block[] {
  const { facts } = truth;
  const title: Block[] = facts.title === null ? [] : [{ kind: "title", text: facts.title }];
  const entries = entriesOf(truth, chance);
  const front = chance.maybe(0.5) ? [...title, ...entries] : [...entries, ...title];
  const introduction: Block[] =
    truth.introduction === "" ? [] : [{ kind: "paragraph", text: truth.introduction }];
  return [
    ...front,
    ...introduction,
    ...SECTION_KEYS.flatMap((key) => sectionOf(truth, grids, key)),
    ...signature(truth),
  ];
}

function sectionOf(
  truth: Truth,
  grids: Draft["grids"],
  key: (typeof SECTION_KEYS)[number],
): Block[] {
  const section = truth.sections.get(key);
  if (!section) return [];
  const table = truth.form.tables.find((one) => one.section === key);
  const rows = table ? grids.get(table.key) : undefined;
  return [
    { kind: "heading", text: section.heading, section: key },
    ...section.paragraphs.map((text): Block => ({ kind: "paragraph", text, section: key })),
    ...(table && rows ? [tableBlock(table.key, rows)] : []),
  ];
}

function tableBlock(key: Extract<Block, { kind: "table" }>["key"], rows: Grid): Block {
  return { kind: "table", key, rows };
}

/** The entries of the block above or below a title; empty ones are left out. */
function entriesOf({ facts }: Truth, chance: Chance): Block[] {
  const entries: [string, string | null][] = [
    ["索引号", facts.indexNumber],
    ["文号", facts.documentNumber],
    [chance.pick(["发布机构", "来源", "公开单位"]), facts.publisher],
    [chance.pick(["发布日期", "发布时间", "公开日期"]), facts.publishedOn],
  ];
  return entries.flatMap(([label, text]): Block[] =>
    text === null ? [] : [{ kind: "entry", label, text }],
  );
}

function signature({ facts, who }: Truth): Block[] {
  if (facts.signedOn === null) return [];
  const [year, month, day] = facts.signedOn.split("-").map(Number);
  return [
    { kind: "name", text: who.name },
    { kind: "date", text: `${year}年${month}月${day}日` },
  ];
}

/** The same page with every text on it changed. */
export function mapTexts(blocks: readonly Block[], change: (text: string) => string): Block[] {
  return blocks.map((block) => {
    if (block.kind === "table")
      return {
        ...block,
        rows: block.rows.map((row) => row.map((ink) => ({ ...ink, text: change(ink.text) }))),
      };
    if (block.kind === "entry")
      return { ...block, label: change(block.label), text: change(block.text) };
    return { ...block, text: change(block.text) };
  });
}
