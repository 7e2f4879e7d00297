import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { slipBetween } from "#lib/agencies/match-typo.ts";
import { EDITION_2021 } from "#lib/editions/2021.ts";
import { consistentContent, numberCell, withCells } from "#lib/testing/content.ts";
import { agencyMapIn, mapped } from "./agency-map.ts";
import { contentKey, differingCells } from "./content-key.ts";
import { ordered } from "./ordered.ts";
import { sidecarOf } from "./sidecar.ts";

describe("a mapping", () => {
  const map = (csv: string) => {
    const parsed = agencyMapIn(csv);
    return parsed.ok ? parsed.value : parsed.refusal;
  };

  it("names a file by its path or its name, or an agency as it is printed", () => {
    const found = agencyMapIn(
      '\uFEFFfile,agency\r\na/b.html,one\n"某局, 本级",two\r\n c.txt , three \n',
    );
    if (!found.ok) throw new Error("refused");
    expect(mapped(found.value, "a/b.html", null)).toBe("one");
    expect(mapped(found.value, "x/c.txt", null)).toBe("three");
    expect(mapped(found.value, "y.txt", "某局,本级")).toBe("two");
    expect(mapped(found.value, "y.txt", "别的局")).toBeNull();
  });

  it.each([["a"], ["a,"], [",b"], ["a,b,c"]])("%j is no line of it", (line) => {
    expect(map(`x,y\n${line}`)).toMatchObject({ code: "import.bad-map", facts: { line: 2 } });
  });
});

describe("what stands beside a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-sidecar-"));
  const path = (name: string) => Buffer.from(join(folder, name));
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  write("a.html.url", "https://example.org/a\n");
  write("b.json", '{"url":"https://example.org/b","agencyId":"x"}');
  write("c.txt.url", "[InternetShortcut]\r\nURL=http://example.org/c?x=1\r\n");
  write("d.txt.url", "javascript:alert(1)");
  write("e.txt.json", "{broken");

  it.each([
    ["a.html", "https://example.org/a", null],
    ["b.docx", "https://example.org/b", "x"],
    ["c.txt", "http://example.org/c?x=1", null],
    ["d.txt", null, null],
    ["e.txt", null, null],
    ["f.txt", null, null],
  ])("%s came from %s", async (name, sourceUrl, agencyId) => {
    expect(await sidecarOf(path(name))).toEqual({ sourceUrl, agencyId });
  });
});

describe("what a report says", () => {
  const content = consistentContent(EDITION_2021, 5);
  const key = "requests.received.company";

  it("is the same where only its places, blanks and spelling differ", () => {
    const other = {
      ...content,
      title: "另一个标题",
      cells: Object.fromEntries(
        Object.entries(content.cells).map(([name, cell]) => [
          name,
          { ...cell, raw: ` ${cell.raw}`, where: { page: 3 } },
        ]),
      ),
      sections: content.sections.map((section) => ({ ...section, text: ` ${section.text}\n` })),
    };
    expect(contentKey(other)).toBe(contentKey(content));
    expect(differingCells(other, content)).toBe(0);
  });

  it("is another where a figure or a word differs, or a figure is absent", () => {
    const changed = withCells(content, { [key]: numberCell(987_654) });
    const absent = withCells(content, { [key]: null });
    const [first, ...rest] = content.sections;
    if (!first) throw new Error("no section");
    const reworded = { ...content, sections: [{ ...first, text: `${first.text}改` }, ...rest] };
    const keys = [content, changed, absent, reworded].map(contentKey);
    expect(new Set(keys).size).toBe(4);
    expect([changed, absent].map((each) => differingCells(content, each))).toEqual([1, 1]);
  });
});

test("work is done several at once, answered in order, and never more than so many at a time", async () => {
  let running = 0;
  let most = 0;
  const items = async function* () {
    for (let item = 0; item < 30; item += 1) yield item;
  };
  const answers: number[] = [];
  const work = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    running -= 1;
    return item;
  };
  for await (const answer of ordered(items(), 4, work)) answers.push(answer);
  expect(answers).toEqual(Array.from({ length: 30 }, (_, item) => item));
  expect(most).toBeLessThanOrEqual(4);
});

describe("a slip of one character", () => {
  it.each([
    ["人民政府办工室", "人民政府办公室", "harmless"],
    ["人民政府公室", "人民政府办公室", "harmless"],
    ["民证局", "民政局", null],
    ["市民证局", "市民政局", "harmless"],
    ["柳州体育局", "柳州教育局", "doubtful"],
    ["东城区人民政府", "西城区人民政府", "doubtful"],
    ["财政局", "民政局", null],
    ["教育局", "教育体育局", null],
    ["市场监督管理局", "市场监督管理局", null],
  ])("%s for %s is %s", (printed, known, slip) => expect(slipBetween(printed, known)).toBe(slip));
});
