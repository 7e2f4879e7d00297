import { writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { RULES } from "#lib/checks/catalogue.ts";
import { at, expectAccessible } from "./support/people.ts";
import { reportFile } from "./support/report-file.ts";

const COUNTY = "校验县人民政府办公室";
const report = reportFile(COUNTY);
const text = report.buffer.toString("utf8");
const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

/** Sends the form; the answer is a page with the result in it. */
async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "开始校验" }).click();
  await expect(page.locator("#result")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a file is answered with its checks, passages and marked tables", async ({ page }) => {
      await page.goto(at("/check"));
      await page.getByLabel("文件", { exact: true }).setInputFiles(report);
      await check(page);
      await expect(page.getByText("文件：2023.txt")).toBeVisible();
      await expect(page.getByRole("heading", { name: new RegExp(COUNTY) })).toBeVisible();
      await expect(page.getByText("41 / 42", { exact: true })).toBeVisible();
      const note = page.locator("#issue-1");
      await expect(note).toContainText("0 + 0 + 0 + 0 ≠ 1");
      await expect(note.getByRole("link", { name: "规则 R04" })).toHaveAttribute(
        "href",
        "/checks#R04",
      );
      await expect(note.locator("mark")).toHaveText("1");
      const cell = page.locator('[id="cell-remedies.litigationAfterReconsideration.total"]');
      await expect(cell).toHaveClass(/fails/);
      await page.locator("summary", { hasText: "R02" }).click();
      await expect(page.getByText("自然人列：8 + 0 = 8 + 0")).toBeVisible();
    });

    test("a pasted text is answered and stands in its field again", async ({ page }) => {
      await page.goto(at("/check"));
      await page.getByLabel("或者粘贴全文").fill(text);
      await check(page);
      await expect(page.getByText("粘贴的文字")).toBeVisible();
      await expect(page.getByText("41 / 42", { exact: true })).toBeVisible();
      await expect(page.getByLabel("或者粘贴全文")).toHaveValue(text);
    });

    test("what is no report is refused in a sentence, and kept", async ({ page }) => {
      await page.goto(at("/check"));
      await page.getByLabel("或者粘贴全文").fill("今天天气很好。");
      await check(page);
      await expect(page.locator("#result")).toContainText("没有找到政府信息公开工作年度报告");
      await expect(page.getByLabel("或者粘贴全文")).toHaveValue("今天天气很好。");
    });

    test("a file of 50 MB is refused in a sentence", async ({ page }) => {
      await page.goto(at("/check"));
      const large = test.info().outputPath("large.txt");
      writeFileSync(large, Buffer.alloc(50 * 1_048_576, 0x61));
      await page.getByLabel("文件", { exact: true }).setInputFiles(large);
      await page.getByRole("button", { name: "开始校验" }).click();
      await expect(page.getByText(/内容超过 4 MB 的上限/)).toBeVisible();
    });
  });
}

test("a file let go anywhere on the form is checked, and of several the first", async ({
  page,
}) => {
  await page.goto(at("/check"));
  const drop = (names: readonly string[]) =>
    page.getByLabel("或者粘贴全文").evaluate(
      (field, given) => {
        const dataTransfer = new DataTransfer();
        for (const name of given.names)
          dataTransfer.items.add(new File([given.text], name, { type: "text/plain" }));
        for (const type of ["dragenter", "dragover", "drop"])
          field.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true }));
      },
      { names, text },
    );
  await drop(["第一份.txt", "第二份.txt"]);
  await expect(page.getByText("一次只校验一份文件，已取第一份。")).toBeVisible();
  await expect(page.getByLabel("文件", { exact: true })).toBeFocused();
  await check(page);
  await expect(page.getByText("文件：第一份.txt")).toBeVisible();
});

test("a form that is too large is answered with 413 and its sentence", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const [size, status] of [
    [6, 413],
    [12, 413],
  ] as const) {
    await page.goto(at("/check"));
    const large = file("large.txt", Buffer.alloc(size * 1_048_576, 0x61));
    await page.getByLabel("文件", { exact: true }).setInputFiles(large);
    const [answer] = await Promise.all([
      page.waitForResponse((given) => given.status() !== 303),
      page.getByRole("button", { name: "开始校验" }).click(),
    ]);
    expect(answer.status()).toBe(status);
    await expect(page.getByText(/内容超过 4 MB 的上限/)).toBeVisible();
  }
});

const REFUSED = [
  ["nothing at all", null, 400, "没有收到内容"],
  ["an empty file", file("empty.txt", ""), 400, "文件是空的"],
  ["bytes", file("a.bin", Buffer.alloc(4096, 7)), 415, "不是文本文件"],
  ["a broken PDF", file("a.pdf", "%PDF-1.7"), 422, "文件已损坏或不完整"],
  ["another text", file("a.txt", "今天天气很好。"), 422, "没有找到政府信息公开工作年度报告"],
] as const;

for (const [what, given, status, sentence] of REFUSED)
  test(`${what} is answered with ${status} and a sentence`, async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(at("/check"));
    if (given) await page.getByLabel("文件", { exact: true }).setInputFiles(given);
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await check(page);
    expect((await answered).status()).toBe(status);
    await expect(page.locator("#result")).toContainText(sentence);
  });

test("a report before 2019 keeps its words and says why there are no figures", async ({ page }) => {
  await page.goto(at("/check"));
  const words =
    "一、概述\n本报告由示例县人民政府编制。政府信息公开工作有序推进。\n二、主动公开情况\n主动公开信息100条。\n三、依申请公开情况\n收到申请2件。\n四、存在的问题\n队伍力量不足。\n";
  await page
    .getByLabel("或者粘贴全文")
    .fill(`示例县人民政府2016年政府信息公开工作年度报告\n${words}`);
  await check(page);
  await expect(page.locator("#result")).toContainText("2019 年以前的格式");
  await expect(page.getByText("没有可以校验的数字")).toBeVisible();
  await expectAccessible(page);
});

test("several reports of one file stand one after another, their issues numbered through", async ({
  page,
}) => {
  const other = text
    .replaceAll(COUNTY, "另一县人民政府")
    .replace("我办收到", "全县办理情况如下：收到");
  await page.goto(at("/check"));
  await page.getByLabel("或者粘贴全文").fill(`${text}\n${other}`);
  await check(page);
  await expect(page.getByText("共 2 份年报")).toBeVisible();
  await expect(page.getByRole("heading", { name: /另一县人民政府/ })).toBeVisible();
  await expect(page.getByText("41 / 42", { exact: true })).toHaveCount(2);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual([...new Set(ids)]);
  const links = page.getByRole("navigation", { name: "文件中的年报" }).getByRole("link");
  await expect(links).toHaveCount(2);
  await links.last().click();
  await expect(page.getByRole("heading", { name: /另一县人民政府/ })).toBeInViewport();
  const regions = await page
    .locator("section[aria-label]")
    .evaluateAll((all) => all.map((region) => region.getAttribute("aria-label")));
  expect(regions).toEqual([...new Set(regions)]);
  await expectAccessible(page);
});

test("check page and catalogue are accessible and complete in both languages", async ({ page }) => {
  for (const [prefix, level] of [
    ["", "错误"],
    ["/en", "Error"],
  ]) {
    await page.goto(at(`${prefix}/check`));
    await expectAccessible(page);
    await page.locator("#check-file").setInputFiles(report);
    await page.locator("#form button").click();
    await expect(page.locator("#result")).toBeFocused();
    // The result is shown from its beginning, however high it is.
    await expect
      .poll(() => page.locator("#result").evaluate((all) => all.getBoundingClientRect().top))
      .toBeLessThan(40);
    expect(
      await page.locator("#result").evaluate((all) => all.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
    await expectAccessible(page);
    await page.goto(at(`${prefix}/checks`));
    await expectAccessible(page);
    for (const { id } of RULES) {
      const rule = page.locator(`#${id}`);
      await expect(rule.getByRole("heading")).toContainText(id);
      await expect(rule.getByText(/[✗]/)).toBeVisible();
      await expect(rule.getByText(/[✓]/)).toBeVisible();
    }
    await expect(page.locator("#R02").getByText(level ?? "")).toBeVisible();
  }
});

test("the interface answers what the page shows", async ({ request }) => {
  const answer = await request.post(at("/api/v1/check"), {
    headers: { "content-type": "text/plain" },
    data: report.buffer,
  });
  expect(answer.status()).toBe(200);
  const body = await answer.json();
  expect(body).toMatchObject({ ok: true, agency: COUNTY, checks: { holds: 41, fails: 1 } });
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
});
