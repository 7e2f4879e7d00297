import { fold } from "#lib/chinese/fold.ts";
import type { Block, Draft, Injury } from "../draft.ts";
import type { TrueFacts } from "../truth.ts";

type Hurt = Injury["hurt"];

const front = (
  name: string,
  part: string,
  hurt: Hurt,
  reading: Injury["reading"] = "same",
): Injury => ({
  name,
  part,
  reading,
  on: "page",
  hurt,
});

function setFact<Key extends keyof TrueFacts>(
  { truth }: Draft,
  key: Key,
  fact: TrueFacts[Key],
): void {
  truth.facts = { ...truth.facts, [key]: fact };
}

function eachKind(draft: Draft, kind: Block["kind"], change: (block: Block) => Block[]): void {
  draft.blocks = draft.blocks.flatMap((block) => (block.kind === kind ? change(block) : [block]));
}

const DIGITS = "〇一二三四五六七八九";
const spelled = (digits: string) => digits.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? "");

function spelledDate(text: string): string {
  const numeral = (value: number) => {
    const tens = Math.floor(value / 10);
    const ones = value % 10 === 0 && tens > 0 ? "" : (DIGITS[value % 10] ?? "");
    return tens === 0 ? ones : `${tens > 1 ? DIGITS[tens] : ""}十${ones}`;
  };
  return text.replace(
    /(\d{4})年(\d+)月(\d+)日/u,
    (_all, year, month, day) =>
      `${spelled(year)}年${numeral(Number(month))}月${numeral(Number(day))}日`,
  );
}

/** Without a title the year and the agency must come from elsewhere, as far as something says them. */
function withoutTitle(draft: Draft): void {
  setFact(draft, "title", null);
  draft.blocks = draft.blocks.filter(({ kind }) => kind !== "title");
  for (const name of ["agency", "year"] as const) draft.mayMiss.add(name);
}

/** What happens to titles, signatures and dates. */
export const FRONT_INJURIES: readonly Injury[] = [
  front("title over two lines", "title", (draft) => {
    const { title } = draft.truth.facts;
    const { name } = draft.truth.who;
    if (!title?.startsWith(name)) return false;
    eachKind(draft, "title", (block) => [
      { kind: "title", text: name },
      { ...block, kind: "title", text: title.slice(name.length) },
    ]);
  }),
  front("no title", "title", withoutTitle),
  front(
    "a scrambled title",
    "title",
    (draft) => {
      const { year, who } = draft.truth;
      const text = `政府信息公开${year}年工作年度报告${who.name}`;
      setFact(draft, "title", text);
      eachKind(draft, "title", () => [{ kind: "title", text }]);
      for (const name of ["title", "agency", "year"] as const) draft.mayMiss.add(name);
    },
    "doubt",
  ),
  front(
    "last year's year in the title",
    "title",
    (draft) => {
      const { year, facts } = draft.truth;
      if (!facts.title) return false;
      const text = facts.title.replace(String(year), String(year - 1));
      setFact(draft, "title", text);
      draft.mayMiss.add("year");
      eachKind(draft, "title", () => [{ kind: "title", text }]);
    },
    "doubt",
  ),
  front("the year in the title in Chinese numerals", "title", (draft) => {
    const text = draft.truth.facts.title?.replace(/\d{4}/u, spelled) ?? null;
    setFact(draft, "title", text);
    eachKind(draft, "title", () => [{ kind: "title", text: text ?? "" }]);
  }),
  front("a title in a bracket of the site", "title", (draft) => {
    eachKind(draft, "title", (block) => [
      { kind: "title", text: `《${"text" in block ? block.text : ""}》` },
    ]);
  }),
  front(
    "advertisement in the title",
    "title",
    (draft) => {
      const spam = "（免费下载棋牌大厅）";
      eachKind(draft, "title", (block) => [
        { kind: "title", text: `${"text" in block ? block.text : ""}${spam}` },
      ]);
      setFact(draft, "title", `${draft.truth.facts.title}${spam}`);
      draft.mayMiss.add("title");
    },
    "doubt",
  ),
  front("the agency only in its signature", "title", (draft) => {
    if (draft.truth.facts.signedOn === null) return false;
    const text = `${draft.truth.year}年政府信息公开工作年度报告`;
    setFact(draft, "title", text);
    draft.mayMiss.add("title");
    draft.mayMiss.add("agency");
    eachKind(draft, "title", () => [{ kind: "title", text }]);
    draft.blocks = draft.blocks.filter(({ kind }) => kind !== "entry");
    for (const name of ["indexNumber", "documentNumber", "publisher", "publishedOn"] as const)
      setFact(draft, name, null);
  }),
  front(
    "the agency only as 我镇",
    "title",
    (draft) => {
      const { year, who } = draft.truth;
      // A name that another injury has spelled otherwise cannot be taken out.
      const isNamed = (block: Block) => "text" in block && block.text.includes(who.name);
      const isRespelled = (block: Block) =>
        "text" in block && !isNamed(block) && fold(block.text).includes(who.name);
      if (!draft.blocks.some(isNamed) || draft.blocks.some(isRespelled)) return false;
      const text = `${who.self}${year}年政府信息公开工作年度报告`;
      const strip = (words: string) => words.replaceAll(who.name, who.self);
      draft.blocks = draft.blocks
        .filter(({ kind }) => kind !== "name" && kind !== "entry")
        .map(
          (block): Block =>
            block.kind === "table" || block.kind === "entry"
              ? block
              : { ...block, text: strip(block.text) },
        );
      for (const section of draft.truth.sections.values())
        section.paragraphs = section.paragraphs.map(strip);
      for (const name of ["indexNumber", "documentNumber", "publisher", "publishedOn"] as const)
        setFact(draft, name, null);
      setFact(draft, "title", text);
      setFact(draft, "agency", null);
      for (const name of ["title", "year"] as const) draft.mayMiss.add(name);
      eachKind(draft, "title", () => [{ kind: "title", text }]);
    },
    "doubt",
  ),
  front("a date in Chinese numerals", "signature", (draft) =>
    eachKind(draft, "date", (block) => [
      { kind: "date", text: spelledDate("text" in block ? block.text : "") },
    ]),
  ),
  front("a signature before the year ended", "signature", (draft) => {
    const { signedOn } = draft.truth.facts;
    if (signedOn === null) return false;
    setFact(draft, "signedOn", `${draft.truth.year}-12-20`);
    eachKind(draft, "date", () => [{ kind: "date", text: `${draft.truth.year}年12月20日` }]);
  }),
  front("signature in one line", "signature", (draft) => {
    const name = draft.blocks.find(({ kind }) => kind === "name");
    if (!name || !("text" in name)) return false;
    draft.blocks = draft.blocks.filter(({ kind }) => kind !== "name");
    eachKind(draft, "date", (block) => [
      { kind: "date", text: `${name.text} ${"text" in block ? block.text : ""}` },
    ]);
  }),
  front(
    "a date of publication in 1970",
    "published",
    (draft) => {
      if (draft.truth.facts.publishedOn === null) return false;
      draft.mayMiss.add("publishedOn");
      setFact(draft, "publishedOn", "1970-01-01");
      eachKind(draft, "entry", (block) =>
        block.kind === "entry" && /日期|时间/u.test(block.label)
          ? [{ ...block, text: "1970-01-01 08:00:00" }]
          : [block],
      );
    },
    "doubt",
  ),
  front("dates of publication with their time", "published", (draft) =>
    eachKind(draft, "entry", (block) =>
      block.kind === "entry" && /日期|时间/u.test(block.label)
        ? [{ ...block, text: `${block.text} 10:32` }]
        : [block],
    ),
  ),
  front(
    "a covering letter before the report",
    "front",
    (draft) => {
      const { year, who, facts } = draft.truth;
      draft.blocks.unshift(
        { kind: "line", text: `关于报送${year}年政府信息公开工作年度报告的函` },
        { kind: "line", text: "县政务公开办公室：" },
        {
          kind: "line",
          text: `现将${facts.agency ?? who.self}${year}年政府信息公开工作年度报告随函报上，请查收。`,
        },
      );
      for (const name of ["title", "agency", "signedOn"] as const) draft.mayMiss.add(name);
    },
    "doubt",
  ),
  front("an address with a date in it", "front", (draft) => {
    const { blocks, truth } = draft;
    blocks.unshift({
      kind: "line",
      text: `http://www.example.test/zwgk/${truth.year + 1}0115/t${truth.year + 1}0115_88231.html`,
    });
    if (truth.facts.publishedOn === null) setFact(draft, "publishedOn", `${truth.year + 1}-01-15`);
  }),
];
