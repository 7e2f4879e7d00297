import { describe, expect, test } from "vitest";
import { readSource } from "#lib/reader/read.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";

const content = soundContent(2023);
const KEYS = Object.keys(content.cells).filter((key) => key.startsWith("requests."));
const MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const GROUP = "法人或其他组织";

/** The report as text, the heads of section three in these lines instead of their own. */
function under(lines: readonly (readonly string[])[], between: string): Uint8Array {
  const text = reportAsText(content).split("\n");
  const heads = text.findIndex((line) => line.includes("申请人情况"));
  const body = text.findIndex((line) => line.startsWith("一、本年新收"));
  const own = ["申请人情况", ...lines.map((line) => line.join(between))];
  const all = [...text.slice(0, heads), ...own, ...text.slice(body)];
  return new TextEncoder().encode(all.join("\n"));
}

async function read(lines: readonly (readonly string[])[], between = " | ") {
  const found = await readSource(under(lines, between), "text");
  if (!found.ok || !found.value[0]) throw new Error("not read");
  const { content: own, issues } = found.value[0];
  const doubted = new Set(issues.flatMap(({ cells }) => cells));
  return {
    wrong: KEYS.filter((key) => own.cells[key]?.value !== content.cells[key]?.value),
    doubted: KEYS.filter((key) => doubted.has(key)).length,
  };
}

describe("heads that come in lines", () => {
  test.each([
    ["as the form prints them", [["自然人", GROUP, "总计"], MEMBERS]],
    ["their group over all seven", [[GROUP], ["自然人", ...MEMBERS, "总计"]]],
    ["each in a line of its own", [[GROUP], ["自然人"], ...MEMBERS.map((one) => [one]), ["总计"]]],
    ["without a group", [["自然人", ...MEMBERS, "总计"]]],
    [
      "the group merged over its middle alone",
      [
        ["自然人", ...MEMBERS.slice(0, 2), GROUP, "其他", "总计"],
        ["社会公益组织", "法律服务机构"],
      ],
    ],
    [
      "the group merged over all but its last",
      [["自然人", GROUP, "其他", "总计"], MEMBERS.slice(0, 4)],
    ],
  ])("%s, are read without a doubt", async (_, lines) => {
    expect(await read(lines)).toEqual({ wrong: [], doubted: 0 });
  });

  test.each([
    ["two of them under a group that stands alone", [[GROUP], ["自然人", "总计"], MEMBERS]],
    ["two of them below the others", [[GROUP], MEMBERS, ["自然人", "总计"]]],
    ["the total over all others", [["总计"], ["自然人", GROUP], MEMBERS]],
  ])("%s, leave the order open: the form's is taken and every figure doubted", async (_, lines) => {
    expect(await read(lines)).toEqual({ wrong: [], doubted: KEYS.length });
  });
});

test("a column beside a group that is called like one of its members is no member", async () => {
  const text = reportAsText(content).split("\n");
  const heads = text.findIndex((line) => line.includes("申请人情况"));
  const body = text.findIndex((line) => line.startsWith("一、本年新收"));
  const own = ["申请人情况", `自然人 | ${GROUP} | 其他 | 总计`, MEMBERS.join(" | ")];
  // The other column stands right before the total, with a figure of its own.
  const rows = text.slice(body).map((line) => {
    const cells = line.split(" | ");
    return cells.length > 7 ? cells.toSpliced(-1, 0, "77").join(" | ") : line;
  });
  const all = [...text.slice(0, heads), ...own, ...rows].join("\n");
  const found = await readSource(new TextEncoder().encode(all), "text");
  const cells = found.ok ? found.value[0]?.content.cells : undefined;
  const wrong = KEYS.filter((key) => cells?.[key]?.value !== content.cells[key]?.value);
  expect(wrong).toEqual([]);
});

describe("one character of a head is another, or lost", () => {
  const withHead = (from: string, to: string) => {
    const own = [["自然人", GROUP, "总计"], MEMBERS];
    return own.map((line) => line.map((head) => (head === from ? to : head)));
  };
  test.each([
    [GROUP, "法人或其它组织"],
    [GROUP, "法人或其他组"],
    ["法律服务机构", "法律服机构"],
    ["社会公益组织", "社会公益口织"],
    ["商业企业", "商业企亚"],
  ])("%s as %s", async (from, to) => {
    expect((await read(withHead(from, to))).wrong).toEqual([]);
  });

  test("another year's head is none of this year's", async () => {
    const { content: own } = await readTable("去年制发件数");
    expect(own.cells["proactive.regulations.made"]).toBeUndefined();
  });

  async function readTable(head: string) {
    const text = reportAsText(content).replace("本年制发件数", head);
    const found = await readSource(new TextEncoder().encode(text), "text");
    if (!found.ok || !found.value[0]) throw new Error("not read");
    return found.value[0];
  }
});
