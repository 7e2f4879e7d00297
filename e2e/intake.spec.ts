import { type Browser, expect, type Page, test } from "@playwright/test";
import { db } from "#lib/platform/db.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { openedDraft } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { draftedReport, YEAR } from "./support/reports.ts";
import { makeWorld } from "./support/world.ts";

const SAVED = /^已保存 \d/;
const ALERT = '[role="alert"]:not(#__next-route-announcer__)';

const reportText = (agency: string, year = YEAR) =>
  reportAsText({
    ...soundContent(year),
    agency,
    title: `${agency}${year}年政府信息公开工作年度报告`,
  });

async function desk(browser: Browser) {
  const world = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, world.editor);
  await page.getByLabel("年度", { exact: true }).selectOption(String(YEAR));
  return { world, page };
}

const begin = (page: Page) => page.getByRole("button", { name: "开始", exact: true }).click();
const cell = (page: Page, key: string) => page.locator(`[id="cell-requests.${key}"]`);

test.describe("files that are no report", () => {
  const files: Record<string, { name: string; buffer: () => Buffer; says: RegExp | string }> = {
    "an empty file": { name: "空.txt", buffer: () => Buffer.alloc(0), says: /文件是空的/ },
    "a binary file": {
      name: "图.txt",
      buffer: () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      says: /这不是文本文件，无法读取/,
    },
    "a broken file of Word": {
      name: "年报.docx",
      buffer: () => Buffer.from("PK\u0003\u0004\u0014\u0000[Content_Types].xml word/document.xml"),
      says: /^没能读出这份文件：/,
    },
    "a page that is no report": {
      name: "天气.html",
      buffer: () => Buffer.from("<html><body><h1>天气预报</h1><p>明天多云转晴。</p></body></html>"),
      says: /这像是普通网页，里面没有政府信息公开工作年度报告/,
    },
    "a file of 21 MB": {
      name: "大.txt",
      buffer: () => Buffer.alloc(21 * 1024 * 1024, "字"),
      says: /文件过大，上限 20 MB/,
    },
    "a report for another year": {
      name: "2022.txt",
      buffer: () => Buffer.from(reportText("试验县人民政府办公室", 2022)),
      says: "文件是 2022 年的年报，这里办理的是 2023 年的。请换一份文件；如果选错了年度，请改选年度。",
    },
  };
  for (const [name, { name: file, buffer, says }] of Object.entries(files))
    test(`${name}: a sentence, and the form keeps what it has`, async ({ browser }) => {
      const { world, page } = await desk(browser);
      const mimeType = file.endsWith("html") ? "text/html" : "text/plain";
      const input = page.getByLabel("文件", { exact: true });
      await input.setInputFiles({ name: file, mimeType, buffer: buffer() });
      await begin(page);
      await expect(page.locator(ALERT)).toHaveText(says, { timeout: 20_000 });
      await expect(page).toHaveURL(at("/desk"));
      await expect(page.getByLabel("年度", { exact: true })).toHaveValue(String(YEAR));
      expect(await input.evaluate((field) => (field as HTMLInputElement).files?.[0]?.name)).toBe(
        file,
      );
      await expectAccessible(page);
      expect(await db().report.count({ where: { agencyId: world.agencyId } })).toBe(0);
    });

  test("no file at all: a sentence", async ({ browser }) => {
    const { page } = await desk(browser);
    await begin(page);
    await expect(page.locator(ALERT)).toHaveText("请选择文件，或粘贴全文。");
  });

  test("a paste that is no report stays in its field", async ({ browser }) => {
    const { page } = await desk(browser);
    await page.getByLabel("粘贴全文").check();
    const text = page.getByLabel("全文", { exact: true });
    await text.fill("这不是年报，只是一段话。");
    await begin(page);
    await expect(page.locator(ALERT)).toHaveText(/没有找到政府信息公开工作年度报告/);
    await expect(text).toHaveValue("这不是年报，只是一段话。");
  });
});

test("a button pressed before the page's scripts have come is not lost", async ({ browser }) => {
  const { page } = await desk(browser);
  const late = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.goto(at("/desk"), { waitUntil: "commit" });
  await page.getByLabel("年度", { exact: true }).selectOption(String(YEAR));
  await begin(page);
  await expect(page).toHaveURL(at("/desk"));
  late.resolve();
  await expect(page.locator(ALERT)).toHaveText("请选择文件，或粘贴全文。");
  await expect(page).toHaveURL(at("/desk"));
});

test("a file of several megabytes is read", async ({ browser }) => {
  const { world, page } = await desk(browser);
  const padding = `<!-- ${"x".repeat(6 * 1024 * 1024)} -->`;
  const rows = reportText(world.agencyName)
    .split("\n")
    .map((line) => `<p>${line}</p>`);
  const buffer = Buffer.from(`<html><body>${padding}${rows.join("\n")}</body></html>`);
  await page
    .getByLabel("文件", { exact: true })
    .setInputFiles({ name: "大.html", mimeType: "text/html", buffer });
  await begin(page);
  await expect(page).toHaveURL(/\/desk\/reports\//, { timeout: 20_000 });
});

test("what the reader noted about a file is shown before the draft, and whose report it says it is in it", async ({
  browser,
}) => {
  const { page } = await desk(browser);
  const text = reportText("元江县人民政府办公室").replace("\n二、", "\n公开信息??????条。\n二、");
  await page.getByLabel("粘贴全文").check();
  await page.getByLabel("全文", { exact: true }).fill(text);
  await begin(page);
  const notes = page.getByRole("region", { name: "读取提示" });
  await expect(notes.getByRole("heading")).toBeFocused();
  await expect(notes.getByRole("listitem")).toHaveText(/^一、总体情况：有 1 处字符在来源中已丢失/);
  await expect(page).toHaveURL(at("/desk"));
  await expectAccessible(page);
  await notes.getByRole("link", { name: "打开草稿" }).click();
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText("导入文件上写的是“元江县人民政府办公室”的年报")).toBeVisible();
  await page.reload();
  await page.getByText("读取提示，1 条").click();
  await expect(page.getByText(/^一、总体情况：有 1 处字符在来源中已丢失/)).toBeVisible();
  await expectAccessible(page);
});

test("a report in GBK is read as it stands", async ({ browser }) => {
  const { world, page } = await desk(browser);
  const text = reportText(world.agencyName);
  const buffer = gbk(text);
  expect(buffer.includes(Buffer.from("年度报告"))).toBe(false);
  await page
    .getByLabel("文件", { exact: true })
    .setInputFiles({ name: "gbk.txt", mimeType: "text/plain", buffer });
  await begin(page);
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText(/导入文件上写的是/)).toHaveCount(0);
  await expect(page.getByText("42 / 42")).toBeVisible();
  const wanted = soundContent(YEAR).cells["requests.received.total"]?.raw ?? "";
  await expect(cell(page, "received.total")).toHaveValue(wanted);
  const overview = soundContent(YEAR).sections[0]?.text ?? "";
  await expect(page.getByLabel("一、总体情况（文字）")).toHaveValue(
    new RegExp(overview.slice(0, 12)),
  );
});

test("a report older than the forms is no choice, and a forged year gets a sentence", async ({
  browser,
}) => {
  const { world, page } = await desk(browser);
  const years = page.getByLabel("年度", { exact: true }).locator("option");
  expect((await years.allTextContents()).every((year) => Number(year) >= 2019)).toBe(true);
  await page.getByLabel("年度", { exact: true }).evaluate((field) => {
    const select = field as HTMLSelectElement;
    select.append(new Option("2017", "2017", true, true));
  });
  await page.getByLabel("空白表格，逐项填写").check();
  await page.getByLabel("年度", { exact: true }).selectOption("2017");
  await begin(page);
  await expect(page.locator(ALERT)).toHaveText("2017 年没有可用的格式版本。");
  expect(await db().report.count({ where: { agencyId: world.agencyId } })).toBe(0);
});

test("a report for a year before 2019 shows no invented figures", async ({ browser }) => {
  const { world, page } = await desk(browser);
  const old = `${world.agencyName}2017年政府信息公开工作年度报告\n一、概述\n2017年共收到信息公开申请35件。\n二、主动公开情况\n主动公开政府信息1200条。\n三、依申请公开情况\n收到申请35件，办结35件。\n`;
  await page.getByLabel("粘贴全文").check();
  await page.getByLabel("全文", { exact: true }).fill(old);
  await begin(page);
  await expect(page.locator(ALERT)).toHaveText(/^文件是 2017 年的年报/);
  await expect(page.getByLabel("全文", { exact: true })).toHaveValue(old);
  expect(await db().draft.count({ where: { report: { agencyId: world.agencyId } } })).toBe(0);
});

test("a pasted report becomes a draft, and a second one for the year is refused", async ({
  browser,
}) => {
  const { world, page } = await desk(browser);
  const rival = await page.context().newPage();
  await rival.goto(at("/desk"));
  await rival.getByLabel("年度", { exact: true }).selectOption(String(YEAR));
  await rival.getByLabel("空白表格，逐项填写").check();
  await page.getByLabel("粘贴全文").check();
  await page.getByLabel("全文", { exact: true }).fill(reportText(world.agencyName));
  await begin(page);
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText("42 / 42")).toBeVisible();
  await begin(rival);
  await expect(rival.locator(ALERT)).toHaveText("本单位该年度已有年报，请在上表中打开或修订。");
});

test("a blank form is filled by keyboard alone, added up as one types, and kept", async ({
  browser,
}) => {
  const { page } = await desk(browser);
  await page.getByLabel("空白表格，逐项填写").focus();
  await page.keyboard.press("Space");
  await begin(page);
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText("0 / 42")).toBeVisible();
  await expectAccessible(page);

  const first = cell(page, "received.naturalPerson");
  await first.focus();
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  await expect(cell(page, "received.company")).toBeFocused();
  await page.keyboard.type("4");
  for (const value of ["0", "0", "0", "1"]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(value);
  }
  const line = page.getByRole("row").filter({ has: first });
  await expect(line.locator("td.computed")).toHaveText("8");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "received.total")).toBeFocused();
  await page.keyboard.type("9");
  await expect(cell(page, "received.total")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("8");
  await expect(cell(page, "received.total")).toHaveValue("8");
  await expect(cell(page, "received.total")).not.toHaveAttribute("aria-invalid");
  await expect(page.getByText("1 / 42")).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(cell(page, "carriedIn.total")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, "received.total")).toBeFocused();
  await page.keyboard.press("Shift+Enter");
  await expect(cell(page, "received.total")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowLeft");
  await expect(cell(page, "carriedIn.naturalPerson")).toBeFocused();

  await paste(page, "11\t12\t13\r\n21\t22\t若干\r\n");
  await expect(cell(page, "carriedIn.naturalPerson")).toHaveValue("11");
  await expect(cell(page, "carriedIn.research")).toHaveValue("13");
  await expect(cell(page, "granted.naturalPerson")).toHaveValue("21");
  await expect(cell(page, "granted.company")).toHaveValue("22");
  await expect(cell(page, "granted.research")).toHaveValue("若干");
  await expect(cell(page, "granted.research")).toHaveAttribute("aria-invalid", "true");
  await expect(cell(page, "carriedIn.publicInterest")).toHaveValue("");
  await expect(page.getByText(SAVED)).toBeVisible();
  await expectAccessible(page);

  const problems = page.getByLabel("五、存在的主要问题及改进情况（文字）");
  await problems.fill("问题一。\n\n问题二。");
  await expect(page.getByText("正在输入…")).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(cell(page, "received.total")).toHaveValue("8");
  await expect(cell(page, "granted.research")).toHaveValue("若干");
  await expect(cell(page, "carriedIn.publicInterest")).toHaveValue("");
  await expect(problems).toHaveValue("问题一。\n\n问题二。");
  await expect(page.getByText("未作改动")).toBeVisible();
});

test("the grid can be filled on a telephone", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const reportId = await draftedReport(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(at(`/desk/reports/${reportId}`));
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  await cell(page, "carriedOut.total").fill("17");
  await expect(page.getByText(SAVED)).toBeVisible();
  await expectAccessible(page);
});

test("a server that cannot be reached loses nothing, and saving goes on by itself", async ({
  browser,
}) => {
  const { reportId, page } = await openedDraft(browser);
  const rawOf = async (row: string) => {
    const draft = await db().draft.findUniqueOrThrow({ where: { reportId } });
    const { cells } = draft.content as { cells: Record<string, { raw: string }> };
    return cells[`requests.${row}`]?.raw;
  };
  await page.route("**/desk/reports/**", (route) =>
    route.request().method() === "POST" ? route.abort("connectionrefused") : route.fallback(),
  );
  await cell(page, "received.company").fill("4711");
  await expect(page.getByText("没有保存上，正在重试；内容仍在本页，请勿关闭。")).toBeVisible();
  await cell(page, "received.research").fill("4712");
  await expect(cell(page, "received.company")).toHaveValue("4711");
  expect(await rawOf("received.company")).not.toBe("4711");
  await page.unroute("**/desk/reports/**");
  await expect(page.getByText(SAVED)).toBeVisible({ timeout: 15_000 });
  expect(await rawOf("received.company")).toBe("4711");
  expect(await rawOf("received.research")).toBe("4712");

  await test.step("an answer that was lost on its way is no conflict", async () => {
    await page.route("**/desk/reports/**", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      await route.abort("connectionreset");
    });
    await cell(page, "received.company").fill("4713");
    await expect(page.getByText(/没有保存上，正在重试/)).toBeVisible();
    expect(await rawOf("received.company")).toBe("4713");
    await page.unroute("**/desk/reports/**");
    await expect(page.getByText(SAVED)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(/刚刚也改了/)).toHaveCount(0);
    await expect(cell(page, "received.company")).toHaveValue("4713");
  });
});

test("what was typed right before signing out is saved first", async ({ browser }) => {
  const { reportId, page } = await openedDraft(browser);
  await cell(page, "received.company").fill("4714");
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).not.toHaveURL(/\/desk/);
  const draft = await db().draft.findUniqueOrThrow({ where: { reportId } });
  const { cells } = draft.content as { cells: Record<string, { raw: string }> };
  expect(cells["requests.received.company"]?.raw).toBe("4714");
});

/** Pastes as people do: what stands on the clipboard, by the keyboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((data) => navigator.clipboard.writeText(data), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/** Writes a text in GBK by turning the decoder round: every pair of bytes it knows, by the sign it stands for. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder("gbk");
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if ([...sign].length === 1 && sign !== "\ufffd") bytesOf.set(sign, [lead, trail]);
    }
  return Buffer.from(
    [...text].flatMap((sign) =>
      sign < "\u0080" ? [sign.charCodeAt(0)] : (bytesOf.get(sign) ?? [0x3f]),
    ),
  );
}
