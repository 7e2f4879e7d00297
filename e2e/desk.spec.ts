import { expect, test } from "@playwright/test";
import { revise } from "#lib/reports/commands-start.ts";
import { numberCell, withCells } from "#lib/testing/content.ts";
import { reportAsText } from "#lib/testing/report-text.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { cell, openedDraft, PRESS, press, SAVED } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { actorOf, draftedReport, YEAR } from "./support/reports.ts";
import { expectNoOverflow } from "./support/watch.ts";
import { makeWorld } from "./support/world.ts";

test("on a telephone the year of a draft is in sight and leads to it", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const reportId = await draftedReport(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);
  await page.setViewportSize({ width: 390, height: 800 });
  const year = page.getByRole("link", { name: `${YEAR} 年草稿` });
  await expect(year).toBeInViewport();
  await expectNoOverflow(page);
  await expectAccessible(page);
  await year.click();
  await expect(page).toHaveURL(at(`/desk/reports/${reportId}`));
});

const LICENCES = "proactive.licences.decisions";

test("an original is replaced, shown beside a revision, and told where its figures were changed", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { world, reportId, page } = await openedDraft(browser, { ownReview: false });
  // What is written while the page's scripts still come may be written twice.
  await page.waitForLoadState("networkidle");
  const own = soundContent(YEAR).cells[LICENCES]?.raw ?? "";

  const problems = page.getByLabel("五、存在的主要问题及改进情况（文字）");
  await test.step("what was typed is saved on the way, and stays", async () => {
    const words = `${await problems.inputValue()}\n刚刚写的话，下一年继续改进。`;
    await problems.fill(words);
    await page.getByRole("button", { name: "更换或移除原件" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "原件" })).toBeVisible();
    await expectAccessible(page);
    const input = page.getByLabel("文件", { exact: true });
    const title = `${world.agencyName}${YEAR}年政府信息公开工作年度报告`;
    const other = withCells(soundContent(YEAR), { [LICENCES]: numberCell(90001) });
    const text = reportAsText({ ...other, agency: world.agencyName, title });
    const buffer = Buffer.from(text);
    await input.setInputFiles({ name: "新的.txt", mimeType: "text/plain", buffer });
    await press(page, "确认更换");
    await expect(page).toHaveURL(at(`/desk/reports/${reportId}`));
    await expect(problems).toHaveValue(words);
    await expect(cell(page, LICENCES)).toHaveValue(own);
    await expect(page.getByText(/^原件与草稿不同：/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /改用原件的 90001$/ }).click();
    await expect(cell(page, LICENCES)).toHaveValue("90001");
    await cell(page, LICENCES).fill("90002");
    await expect(page.getByText(SAVED)).toBeVisible();
  });

  await press(page, PRESS.submit);
  await expect(page.getByText(/已报送，待主管部门发布/)).toBeVisible();
  const moderator = await signedInAs(browser, world.moderator);
  await moderator.goto(at(`/admin/reports/${reportId}`));
  await press(moderator, PRESS.publish);
  await expect(moderator).toHaveURL(/\/admin$/);

  await test.step("the page says how many figures differ, in both languages", async () => {
    const path = `/agencies/${world.agencyId}/${YEAR}`;
    await page.goto(at(path));
    await expect(page.getByText("本页有 1 个数字与从原件读取的不同")).toBeVisible();
    await expectAccessible(page);
    await page.goto(at(`/en${path}`));
    await expect(page.getByText("1 figure on this page differs from the one read")).toBeVisible();
  });

  await test.step("a revision shows the original of its version, which cannot be removed from there", async () => {
    await revise(await actorOf(world.editor), { reportId, reason: "更正" }, new Date());
    await page.goto(at(`/desk/reports/${reportId}`));
    await expect(page.getByRole("heading", { name: "第 1 版的原文" })).toBeVisible();
    await cell(page, LICENCES).focus();
    await expect(page.locator(".source-text .lit")).toHaveText("90001");
    await expect(page.getByText("该版的原件：")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "添加原件" }).click();
    await expect(page.getByRole("heading", { name: "移除原件" })).toHaveCount(0);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoOverflow(page);
  });
});

test("an original is removed after being asked once more", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const reportId = await draftedReport(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);
  await page.goto(at(`/desk/reports/${reportId}/original`));
  const remove = page.getByRole("button", { name: "确认移除" });
  await expect(remove).toBeHidden();
  await page.locator("summary", { hasText: "移除原件" }).click();
  await remove.click();
  await expect(page.getByText("这份草稿没有原件。")).toBeVisible();
  const other = await signedInAs(browser, world.stranger);
  const answer = await other.goto(at(`/desk/reports/${reportId}/original`));
  expect(answer?.status()).toBe(404);
});

test("a figure typed over an amount of unknown unit says which unit it is stored in", async ({
  browser,
}) => {
  const FEES = "proactive.fees.amount";
  const world = await makeWorld({ ownReview: true });
  const unknown = { raw: "120", value: 120, state: "number" as const, unit: null };
  const content = withCells(soundContent(YEAR), { [FEES]: unknown });
  const page = await signedInAs(browser, world.editor);
  const reportId = await draftedReport(world.agencyId, world.editor, content);
  await page.goto(at(`/desk/reports/${reportId}`));
  await expect(cell(page, FEES)).toHaveAccessibleName(/单位不明/);
  await cell(page, FEES).fill("12");
  await expect(cell(page, FEES)).toHaveAccessibleName(/按表头的万元计/);
  await expect(page.getByText("按表头的万元计")).toBeVisible();
});
