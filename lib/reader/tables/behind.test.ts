import { expect, test } from "vitest";
import { editionById } from "#lib/editions/registry.ts";
import { readSource } from "../read.ts";

const edition = editionById("2021") ?? expect.unreachable("no edition 2021");
const HEADS = "| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |";

async function requestsOf(received: string) {
  const text = [
    "2022年政府信息公开工作年度报告",
    edition.sections.requests.zh,
    HEADS,
    "|---|---|---|---|---|---|---|---|---|---|",
    `| 一、本年新收政府信息公开申请数量 | ${received} |`,
    "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | | |",
    "| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | | |",
  ].join("\n");
  const read = await readSource(new TextEncoder().encode(text), "x.md");
  const report = read.ok ? read.value[0] : undefined;
  const cells = Object.entries(report?.content.cells ?? {}).filter(([key]) =>
    key.startsWith("requests.received."),
  );
  const told = report?.issues.flatMap(({ cells: keys }) => keys) ?? [];
  return { figures: cells.map(([, { raw }]) => raw), told };
}

test.each(["一 | 一", "若干 | 若干"])(
  "blanks with the words %s behind them in their line are no figures left blank",
  async (words) => {
    const { figures, told } = await requestsOf(`| | | | | | | ${words}`);
    expect(figures).toEqual([]);
    expect(told).toContain("requests.received.total");
  },
);

test("a remark behind figures that are all there leaves them alone", async () => {
  const { figures, told } = await requestsOf("1 | 0 | 0 | 0 | 0 | 0 | 1 | 已办结 | ");
  expect(figures).toEqual(["1", "0", "0", "0", "0", "0", "1"]);
  expect(told).not.toContain("requests.received.total");
});
