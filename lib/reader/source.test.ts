import { expect, test } from "vitest";
import { reportContentSchema } from "#lib/reports/content-schema.ts";
import { readSource } from "./read.ts";
import { regionInName } from "./region.ts";

const BODY =
  "一、总体情况\n本年度各项工作有序开展。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n人手不足。\n六、其他需要报告的事项\n无。\n";
const TITLE = "青溪县水务局2022年政府信息公开工作年度报告";

async function contentOf(text: string) {
  const result = await readSource(new TextEncoder().encode(text), "x");
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value[0]?.content;
}

const page = (head: string) =>
  contentOf(
    `<!DOCTYPE html>${head.startsWith("<!--") ? head : ""}<html><head>${head}</head><body><p>${TITLE}</p>${BODY.replace(/^.*$/gmu, "<p>$&</p>")}</body></html>`,
  );

test.each([
  ['<link rel="canonical" href="https://www.qx.example/a.html">', "https://www.qx.example/a.html"],
  [
    '<base href="https://www.qx.example/x/"><link rel=canonical href="../a.html">',
    "https://www.qx.example/a.html",
  ],
  [
    '<meta property="og:url" content="http://qx.example/1?id=2&amp;p=3">',
    "http://qx.example/1?id=2&p=3",
  ],
  ["<!-- saved from url=(0029)https://www.qx.example/b.html -->", "https://www.qx.example/b.html"],
  ['<base href="https://www.qx.example/c/d.html">', "https://www.qx.example/c/d.html"],
  ['<base href="https://www.qx.example/">', null],
  ['<link rel="canonical" href="javascript:alert(1)">', null],
  ['<link rel="canonical" href="https://user:word@www.qx.example/a.html">', null],
  ['<link rel="canonical" href="//">', null],
  ["<!-- saved from url=(0022)file:///C:/report.html -->", null],
  ["", null],
])("the address in %s", async (head, address) => {
  const content = await page(head);
  expect(content?.sourceUrl).toBe(address);
  expect(reportContentSchema.safeParse(content).success).toBe(true);
});

test.each([
  [`来源地址：https://www.qx.example/t.html\n${TITLE}`, "https://www.qx.example/t.html"],
  [`https://www.qx.example/t.html\n${TITLE}`, "https://www.qx.example/t.html"],
  [`URL: http://www.qx.example/t.html\n\n${TITLE}`, "http://www.qx.example/t.html"],
  [`${TITLE}\n详见本局网站https://www.qx.example/t.html。`, null],
  [`ftp://www.qx.example/t.html\n${TITLE}`, null],
  [TITLE, null],
])("the address in a line: %s", async (front, address) => {
  expect((await contentOf(`${front}\n${BODY}`))?.sourceUrl).toBe(address);
});

test.each([
  ["云州市青溪县水务局", "青溪县"],
  ["青溪县市场监督管理局", "青溪县"],
  ["景德镇市城乡建设局", "景德镇市"],
  ["新乡市乡村振兴局", "新乡市"],
  ["云州市柏乡县", "柏乡县"],
  ["青溪县白石镇人民政府", "白石镇"],
  ["云州市东门街道办事处", "东门街道"],
  ["某某自治区人民政府办公厅", "某某自治区"],
  ["国家税务总局云州市税务局", "云州市"],
  ["水务局", null],
  ["我镇", null],
  ["市场监督管理局", null],
  ["城乡建设局", null],
])("the region in %s", (name, region) => {
  expect(regionInName(name)).toBe(region);
});

test("an address in the introduction is where to read more, one called the source is no publisher", async () => {
  const address = "http://www.qx.example/art/1.html";
  const body =
    "一、总体情况\n有序开展。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n";
  const read = async (front: string) => {
    const text = `青溪县水务局2022年政府信息公开工作年度报告\n${front}\n${body}`;
    const result = await readSource(new TextEncoder().encode(text), "x");
    return result.ok ? result.value[0]?.content : null;
  };
  expect((await read(`本报告可在网站\n${address}\n下载。`))?.sourceUrl).toBeNull();
  expect(await read(`来源：${address}`)).toMatchObject({ sourceUrl: address, publisher: null });
});
