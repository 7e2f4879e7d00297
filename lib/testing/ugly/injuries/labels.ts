import type { Table } from "#lib/editions/edition.ts";
import type { Chance } from "../chance.ts";
import type { Draft, Grid, Injury, Ink } from "../draft.ts";
import { cellsOfRow, cellsOfTable } from "../grids.ts";

type Relabel = (text: string, chance: Chance) => string | null;

interface Place {
  table: Table["key"];
  row: number;
  column: number;
  ink: Ink;
}

function placesOf(draft: Draft, kinds: readonly Ink["kind"][]): Place[] {
  return [...draft.grids].flatMap(([table, grid]) =>
    grid.flatMap((inks, row) =>
      inks.flatMap((ink, column) =>
        kinds.includes(ink.kind) ? [{ table, row, column, ink }] : [],
      ),
    ),
  );
}

function put(
  grids: Map<Table["key"], Grid>,
  { table, row, column, ink }: Place,
  text: string,
): void {
  const line = grids.get(table)?.[row];
  if (line) line[column] = { ...ink, text };
}

/** Changes every label that can be changed so. */
function everyLabel(
  name: string,
  kinds: readonly Ink["kind"][],
  change: Relabel,
  more: Partial<Injury> = {},
): Injury {
  return {
    name,
    part: "labels",
    reading: "same",
    on: "grids",
    ...more,
    hurt(draft, chance) {
      let count = 0;
      for (const place of placesOf(draft, kinds)) {
        const text = change(place.ink.text, chance);
        if (text === null || text === place.ink.text) continue;
        put(draft.grids, place, text);
        count++;
      }
      return count > 0;
    },
  };
}

/** Changes some labels of rows or heads beyond what reading can be asked to know; the figures under them may be doubted. */
function someLabels(name: string, kinds: readonly Ink["kind"][], change: Relabel): Injury {
  return {
    name,
    part: "labels",
    reading: "doubt",
    on: "grids",
    hurt(draft, chance) {
      const places = placesOf(draft, kinds).filter(({ ink }) => ink.kind !== "label" || ink.row);
      for (const place of chance.some(places, 1 + chance.below(4))) {
        const text = change(place.ink.text, chance);
        if (text === null) continue;
        put(draft.grids, place, text);
        const { table, ink } = place;
        const hurt = ink.row ? cellsOfRow(draft, table, ink.row) : cellsOfTable(draft, table);
        for (const key of hurt) draft.mayDoubt.add(key);
      }
    },
  };
}

const NUMBER = /^(\d)\./u;
const TYPOS = ["栽", "已", "末", "曰", "间", "公"];

function typo(text: string, chance: Chance): string | null {
  const characters = Array.from(text);
  if (characters.length < 3) return null;
  characters[1 + chance.below(characters.length - 1)] = chance.pick(TYPOS);
  return characters.join("");
}

function broken(text: string, chance: Chance): string | null {
  const characters = Array.from(text);
  if (characters.length < 4 || chance.maybe(0.4)) return null;
  const cut = 2 + chance.below(characters.length - 3);
  return `${characters.slice(0, cut).join("")}\n${characters.slice(cut).join("")}`;
}

/** What reports do to the words of their tables. */
export const LABEL_INJURIES: readonly Injury[] = [
  everyLabel("labels numbered 1、", ["label"], (text) => text.replace(NUMBER, "$1、")),
  everyLabel("labels numbered （1）", ["label"], (text) => text.replace(NUMBER, "（$1）")),
  everyLabel("labels numbered ①", ["label"], (text) =>
    text.replace(NUMBER, (_all, digit) => String.fromCharCode(0x245f + Number(digit))),
  ),
  everyLabel("labels numbered １．", ["label"], (text) =>
    text.replace(NUMBER, (_all, digit) => `${String.fromCharCode(0xff10 + Number(digit))}．`),
  ),
  everyLabel("labels without numbers", ["label"], (text) =>
    text === "3.其他" ? null : text.replace(NUMBER, ""),
  ),
  everyLabel("labels spaced out", ["label", "head"], (text) =>
    text.length > 6 ? null : Array.from(text).join(" "),
  ),
  everyLabel("labels with ideographic blanks", ["label", "head"], (text) =>
    text.length > 4 ? null : Array.from(text).join("\u3000"),
  ),
  everyLabel("labels broken over lines", ["label"], broken),
  everyLabel("heads broken over lines", ["head"], broken),
  everyLabel("half-width brackets in labels", ["label", "head", "article"], (text) =>
    text.replaceAll("（", "(").replaceAll("）", ")"),
  ),
  everyLabel("quotes of another kind", ["label"], (text) =>
    text.replace("“三安全一稳定”", "＂三安全一稳定＂"),
  ),
  everyLabel(
    "group labels from top to bottom",
    ["label"],
    (text) => (/^（[三四五六]）|^三、/u.test(text) ? Array.from(text).join("\n") : null),
    { fits: ({ layout }) => !layout.hasCellLines },
  ),
  everyLabel("articles without marks", ["article"], (text) => text.replace(/[（）]/gu, "")),
  someLabels("typos in row labels", ["label"], typo),
  someLabels("typos in heads", ["head"], typo),
  someLabels("row labels cut", ["label"], (text, chance) => text.slice(0, 3 + chance.below(4))),
  someLabels("heads cut", ["head"], (text) => (text.length > 3 ? text.slice(0, 3) : null)),
  someLabels("row labels lost", ["label"], () => ""),
  someLabels("heads lost", ["head"], () => ""),
  someLabels("row labels in other words", ["label"], (text) => OTHER_WORDS.get(text) ?? null),
];

const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ["行政规范性文件", "规范性文件"],
  ["规范性文件", "行政规范性文件"],
  ["一、本年新收政府信息公开申请数量", "一、本年新收申请"],
  ["二、上年结转政府信息公开申请数量", "二、上年度结转数"],
  ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"],
  ["3.危及“三安全一稳定”", "3.危及国家安全、公共安全、经济安全和社会稳定"],
  ["4.无正当理由大量反复申请", "4.大量反复申请"],
  ["（七）总计", "（七）合计"],
  ["四、结转下年度继续办理", "四、结转下年"],
]);
