import { createHash } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { withdraw } from "#lib/reports/commands-publication.ts";
import { startReport } from "#lib/reports/commands-start.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { cell, PRESS, press, rawOf } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { actorOf, YEAR } from "./support/reports.ts";
import { expectNoOverflow } from "./support/watch.ts";
import { makeWorld, type World } from "./support/world.ts";

const RECEIVED = "requests.received.naturalPerson";
const received = soundContent(YEAR).cells[RECEIVED]?.raw ?? "";
/** A figure that was read for sure, and is in no sum. */
const DECIDED = "proactive.licences.decisions";
const doubtful = `${received}（网上提交1件）`;

/** A row that lacks a figure, and has no digits to spare. */
const LEFT_OUT = "规章 | 7 | 8 |";

/** A web page with a script, one figure with a remark on it, and one row of the form left out. */
function page2023(agency: string): string {
  const title = `${agency}${YEAR}年政府信息公开工作年度报告`;
  const text = reportAsText({ ...soundContent(YEAR), agency, title });
  const lines = text
    .split("\n")
    .filter((line) => !line.includes("行政强制"))
    .map((line) =>
      line.startsWith("一、本年新收") ? line.replace(`| ${received} |`, `| ${doubtful} |`) : line,
    );
  const rows = lines.map((line) => `<p>${line}</p>`).join("\n");
  return `<html><head><title>${title}</title><script>document.title = "x";</script></head><body>${rows}</body></html>`;
}

const fileOf = (text: string, name = "年报 “定稿”.html") => ({
  name,
  mimeType: "text/html",
  buffer: Buffer.from(text),
});
const lit = (page: Page) => page.locator(".source-text .lit");
const progress = (page: Page) => page.locator(".doubts output");

async function begun(
  browser: Browser,
  world: World,
  change: (text: string) => string = (text) => text,
): Promise<Page> {
  const page = await signedInAs(browser, world.editor);
  await page.getByLabel("年度", { exact: true }).selectOption(String(YEAR));
  const input = page.getByLabel("文件", { exact: true });
  await input.setInputFiles(fileOf(change(page2023(world.agencyName))));
  await press(page, "开始");
  await expect(page).toHaveURL(/\/desk\/reports\//);
  return page;
}

test("from a file to its public original: side by side, doubts settled, published, withdrawn", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld({ ownReview: false });
  const page = await begun(browser, world);
  const reportId = page.url().split("/").at(-1) ?? "";
  const pane = page.getByRole("region", { name: "原文，可滚动" });

  await test.step("a cell lights up its passage, a passage leads to its cell", async () => {
    await expect(pane).toContainText("一、总体情况");
    await expect(pane).not.toContainText("document.title");
    await cell(page, RECEIVED).focus();
    await expect(lit(page)).toHaveText(doubtful);
    await expect(lit(page)).toBeInViewport();
    await expect(page.getByText(/来源：第 \d+ 行/)).toBeVisible();
    await pane.locator('[data-passage="cell:requests.carriedOut.total"]').click();
    await expect(cell(page, "requests.carriedOut.total")).toBeFocused();
    await expect(lit(page)).toHaveAttribute("data-passage", "cell:requests.carriedOut.total");
    await page.getByLabel("五、存在的主要问题及改进情况（文字）").focus();
    await expect(lit(page)).toHaveText(/^五、存在的主要问题/);
    await expectAccessible(page);
  });

  await test.step("keys lead to the source and back, and from doubt to doubt", async () => {
    await cell(page, "requests.received.total").focus();
    await page.keyboard.press("F9");
    await expect(pane).toBeFocused();
    await page.keyboard.press("F9");
    await expect(cell(page, "requests.received.total")).toBeFocused();
    await page.keyboard.press("F9");
    await page.keyboard.press("ArrowRight");
    await expect(lit(page)).toHaveAttribute(
      "data-passage",
      "cell:requests.carriedIn.naturalPerson",
    );
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect(lit(page)).toHaveAttribute(
      "data-passage",
      "cell:requests.received.otherOrganisation",
    );
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(cell(page, "requests.received.otherOrganisation")).toBeFocused();
    await page.keyboard.press("F8");
    await expect(cell(page, RECEIVED)).toBeFocused();
  });

  await test.step("the pane stays as it was left, also after a reload", async () => {
    await press(page, "收起原文");
    await expect(pane).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("button", { name: "对照原文" })).toBeVisible();
    await expect(pane).toHaveCount(0);
    await press(page, "对照原文");
    await expect(pane).toContainText("一、总体情况");
  });

  await test.step("nothing is submitted while a doubt is open", async () => {
    await expect(progress(page)).toHaveText("0 / 2 处");
    await press(page, PRESS.submit);
    await expect(page.getByText(/还有 \d+ 格读取存疑，没有核对/)).toBeVisible();
    await page.getByRole("button", { name: /^确认无误：.*本年新收/ }).click();
    await expect(progress(page)).toHaveText("1 / 2 处");
    await page.reload();
    await expect(progress(page)).toHaveText("1 / 2 处");
    await expect(page.getByText("原文中没有读到的单元格，1 处")).toBeVisible();
    await cell(page, "proactive.coercions.decisions").fill("0");
    await cell(page, DECIDED).fill("90077");
    await expect(page.getByText("读取存疑之处已全部核对")).toBeVisible();
    await expectAccessible(page);
  });

  const link = page.getByRole("link", { name: /定稿/ }).first();
  const original = await link.getAttribute("href");
  const anyone = await (await browser.newContext()).newPage();
  const stranger = await signedInAs(browser, world.stranger);
  const statusFor = async (who: Page, path: string) =>
    (await who.context().request.get(at(path))).status();

  await test.step("only the agency has the file of a draft", async () => {
    expect(original).toMatch(/^\/desk\/reports\/.*\/files\//);
    const path = original ?? "";
    expect(await statusFor(page, path)).toBe(200);
    expect(await statusFor(stranger, path)).toBe(404);
    expect(await statusFor(anyone, path)).toBe(404);
    expect(await statusFor(stranger, `/desk/reports/${reportId}/source`)).toBe(404);
    expect(await statusFor(anyone, `/desk/reports/${reportId}/source`)).toBe(404);
    const id = path.split("/").at(-1);
    expect(await statusFor(anyone, `/agencies/${world.agencyId}/${YEAR}/files/${id}`)).toBe(404);
  });

  await press(page, PRESS.submit);
  await expect(page.getByText(/已报送，待主管部门发布/)).toBeVisible();
  const moderator = await signedInAs(browser, world.moderator);
  await moderator.goto(at(`/admin/reports/${reportId}`));
  await expect(moderator.getByRole("link", { name: /定稿/ })).toHaveAttribute(
    "href",
    original ?? "",
  );
  await expectAccessible(moderator);
  await press(moderator, PRESS.publish);
  await expect(moderator).toHaveURL(/\/admin$/);

  await test.step("the public has the original, as an attachment and nothing else", async () => {
    await anyone.goto(at(`/agencies/${world.agencyId}/${YEAR}`));
    await expectAccessible(anyone);
    const mark = anyone.locator(`[id="cell-${DECIDED}"]`).getByRole("link");
    await expect(mark).toHaveAccessibleName(
      `与原件不同，原件为 ${soundContent(YEAR).cells[DECIDED]?.raw}`,
    );
    await expect(mark).toHaveText("※");
    await mark.click();
    await expect(anyone.getByText("本表有 1 个数字与从原件读取的不同")).toBeInViewport();
    await expect(anyone.getByText(/原件为“\d+”/)).toBeVisible();
    await expectAccessible(anyone);
    const link = anyone.getByRole("link", { name: /定稿/ });
    // With it, a browser shows a failed download in the place of the sentence where the store is away.
    await expect(link).not.toHaveAttribute("download");
    const answer = await anyone.context().request.get(at((await link.getAttribute("href")) ?? ""));
    expect(answer.status()).toBe(200);
    const body = await answer.body();
    expect(body.toString()).toBe(page2023(world.agencyName));
    const hash = createHash("sha256").update(body).digest("hex");
    await expect(anyone.getByText(`SHA-256 指纹 ${hash}`)).toBeVisible();
    expect(answer.headers()).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "no-cache",
      etag: `"${hash}"`,
    });
    expect(answer.headers()["content-disposition"]).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E5%B9%B4%E6%8A%A5/,
    );
    const again = { headers: { "if-none-match": `"${hash}"` } };
    const path = new URL(answer.url()).pathname;
    expect((await anyone.context().request.get(at(path), again)).status()).toBe(304);
    expect((await anyone.context().request.get(at(`/en${path}`))).status()).toBe(200);

    await withdraw(await actorOf(world.moderator), { reportId, reason: "有误" }, new Date());
    expect((await anyone.context().request.get(at(path), again)).status()).toBe(410);
  });
});

test("a way of reading is chosen and fills its cells", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const content = soundContent(YEAR);
  const a = "proactive.regulations.made";
  const b = "proactive.regulations.repealed";
  const text = "规章 | 217 |\n";
  const message = { zh: "“217”连写在一起", en: "“217” is glued together" };
  const candidates = [
    { [a]: "2", [b]: "17" },
    { [a]: "21", [b]: "7" },
  ];
  const doubts = [a, b].map((key) => ({ cell: key, rule: "read.glued", message, candidates }));
  const span: [number, number] = [5, 8];
  const end = text.indexOf(" |\n");
  const blank: [number, number] = [end, end];
  const cells = { [a]: { at: span }, [b]: { at: blank } };
  const reading = { format: "text", text, cells, sections: {} };
  const file = { name: "a.txt", mediaType: "text/plain", bytes: Buffer.from(text) };
  const from = { kind: "file", content, doubts, file, reading };
  const input = { agencyId: world.agencyId, year: YEAR, from };
  const started = await startReport(await actorOf(world.editor), input, new Date());
  if (!started.ok) throw new Error(started.refusal.code);
  const page = await signedInAs(browser, world.editor);
  await page.goto(at(`/desk/reports/${started.value.reportId}`));
  await expect(progress(page)).toHaveText("0 / 1 处");
  await cell(page, b).focus();
  await expect(lit(page)).toHaveAttribute("data-passage", `cell:${b}`);
  await expect(lit(page)).toBeVisible();
  await page.getByRole("button", { name: /采用：21 · 7$/ }).click();
  await expect(cell(page, a)).toHaveValue("21");
  await expect(cell(page, b)).toHaveValue("7");
  await expect(progress(page)).toHaveText("1 / 1 处");
  await expect(page.getByText(/^已保存 \d/)).toBeVisible();
  expect(await rawOf(started.value.reportId, [a, b])).toEqual(["21", "7"]);
  await page.reload();
  await expect(progress(page)).toHaveText("1 / 1 处");
});

test("doubts of the same words are one a row, name their figures in order, and are settled by keyboard", async ({
  browser,
}) => {
  const world = await makeWorld({ ownReview: true });
  const keysOf = (row: string) =>
    ["made", "repealed", "inForce"].map((column) => `proactive.${row}.${column}`);
  const message = { zh: "“2115”连写在一起", en: "“2115” is glued together" };
  const doubts = ["regulations", "normativeDocuments"].map(keysOf).flatMap((keys) => {
    const [a = "", b = "", c = ""] = keys;
    const candidates = [{ [a]: "2", [b]: "1", [c]: "15" }];
    return keys.map((key) => ({ cell: key, rule: "read.gluedOpen", message, candidates }));
  });
  const file = { name: "a.txt", mediaType: "text/plain", bytes: Buffer.from("规章 | 2115 |") };
  const from = { kind: "file", content: soundContent(YEAR), doubts, file };
  const input = { agencyId: world.agencyId, year: YEAR, from };
  const started = await startReport(await actorOf(world.editor), input, new Date());
  if (!started.ok) throw new Error(started.refusal.code);
  const page = await signedInAs(browser, world.editor);
  await page.goto(at(`/desk/reports/${started.value.reportId}`));
  await expect(progress(page)).toHaveText("0 / 2 处");
  const [first = ""] = keysOf("regulations");
  const [second = ""] = keysOf("normativeDocuments");
  const ways = page.getByRole("button", { name: /采用：2 · 1 · 15$/ });
  await expect(ways).toHaveCount(2);

  await page.keyboard.press("F8");
  await expect(cell(page, first)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(progress(page)).toHaveText("1 / 2 处");
  await expect(cell(page, second)).toBeFocused();

  const confirm = page.getByRole("button", { name: /^确认无误：/ });
  await confirm.focus();
  await page.keyboard.press("Enter");
  await expect(progress(page)).toHaveText("2 / 2 处");
  await expect(page.getByRole("heading", { name: /^读取存疑之处已全部核对/ })).toBeFocused();
});

test("a row that was left out is lit up from each of its cells and from its doubt, and is left blank in true words", async ({
  browser,
}) => {
  const world = await makeWorld({ ownReview: true });
  const page = await begun(browser, world, (text) => text.replace(/规章 \|[^<]*/u, LEFT_OUT));
  const row = LEFT_OUT.replace(/ \|$/u, "");
  await cell(page, "proactive.regulations.inForce").focus();
  await expect(lit(page)).toHaveText(row);
  await expect(lit(page)).toBeInViewport();
  await expect(page.getByText(/^没有读取，原文在这里：第 \d+ 行/)).toContainText(row);
  await cell(page, DECIDED).focus();
  await expect(lit(page)).toHaveAttribute("data-passage", `cell:${DECIDED}`);
  const leave = page.getByRole("button", { name: /^核对过，留空：.*规章/ });
  await leave.focus();
  await expect(lit(page)).toHaveText(row);
  await expectAccessible(page);
  await lit(page).click();
  await expect(cell(page, "proactive.regulations.made")).toBeFocused();
  await expect(progress(page)).toHaveText("0 / 3 处");
  await leave.click();
  await expect(progress(page)).toHaveText("1 / 3 处");
});

test("on a telephone the source is a sheet over the form", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const page = await begun(browser, world);
  await page.evaluate(() => localStorage.clear());
  await page.setViewportSize({ width: 390, height: 800 });
  await page.reload();
  const pane = page.getByRole("region", { name: "原文，可滚动" });
  await expect(page.getByRole("button", { name: "对照原文" })).toBeVisible();
  await expect(pane).toHaveCount(0);
  await press(page, "对照原文");
  await cell(page, RECEIVED).focus();
  await expect(lit(page)).toBeInViewport();
  await expect(cell(page, RECEIVED)).toBeInViewport();
  await expectNoOverflow(page);
  await expectAccessible(page);
});

test("of a file with several reports one is chosen; a draft without a file has no pane", async ({
  browser,
}) => {
  const world = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, world.editor);
  await page.getByLabel("年度", { exact: true }).selectOption(String(YEAR));
  const other = reportAsText({
    ...soundContent(YEAR, 77),
    agency: "另一县人民政府办公室",
    title: `另一县人民政府办公室${YEAR}年政府信息公开工作年度报告`,
  });
  const own = reportAsText({
    ...soundContent(YEAR),
    agency: world.agencyName,
    title: `${world.agencyName}${YEAR}年政府信息公开工作年度报告`,
  });
  await page.getByLabel("粘贴全文").check();
  await page.getByLabel("全文", { exact: true }).fill(`${other}\n${own}`);
  await press(page, "开始");
  await expect(page.getByText("文件里有 2 份年报，请选择一份")).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("radio", { name: new RegExp(world.agencyName) }).check();
  await press(page, "导入所选年报");
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText(/导入文件上写的是/)).toHaveCount(0);
  const wanted = soundContent(YEAR).cells["requests.received.total"]?.raw ?? "";
  await expect(cell(page, "requests.received.total")).toHaveValue(wanted);

  await page.goto(at("/desk"));
  await page.getByLabel("空白表格，逐项填写").check();
  await press(page, "开始");
  await expect(page).toHaveURL(/\/desk\/reports\//);
  await expect(page.getByText("0 / 42")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(对照|收起)原文$/ })).toHaveCount(0);
});

test("a file dropped on the form is chosen, and a report pasted beside the fields is taken", async ({
  browser,
}) => {
  const world = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, world.editor);
  await page.getByLabel("粘贴全文").check();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["年报"], "拖来的.txt", { type: "text/plain" }));
    return transfer;
  });
  await page.dispatchEvent("#start-year", "dragenter", { dataTransfer: data });
  await expect(page.locator(".drop-zone.over")).toHaveCount(1);
  await page.dispatchEvent("#start-year", "drop", { dataTransfer: data });
  const input = page.getByLabel("文件", { exact: true });
  await expect(input).toBeVisible();
  expect(await input.evaluate((field) => (field as HTMLInputElement).files?.[0]?.name)).toBe(
    "拖来的.txt",
  );
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    },
    reportAsText(soundContent(YEAR)),
  );
  await expect(page.getByLabel("全文", { exact: true })).toHaveValue(/一、总体情况/);
});
