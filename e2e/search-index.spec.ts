import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { makePerson, makeWorld } from "./support/world.ts";

const PATH = "/admin/search";
const admin = () => makePerson(`admin-${randomBytes(4).toString("hex")}`, "admin", {});
const runRow = (page: Page, kind: string) =>
  page
    .getByRole("table", { name: "最近的核对与重建" })
    .getByRole("row")
    .filter({
      has: page.getByRole("rowheader", { name: kind, exact: true }),
    });

async function adminAt(browser: Browser): Promise<Page> {
  const page = await signedInAs(browser, await admin());
  await page.getByRole("link", { name: "检索索引" }).click();
  await expect(page).toHaveURL(new RegExp(`${PATH}$`));
  return page;
}

test("an admin sees how the index stands, compares it and rebuilds it", async ({ browser }) => {
  const page = await adminAt(browser);
  const engines = page.getByRole("table", { name: "各检索引擎的状态" });
  await expect(engines.getByRole("rowheader", { name: /PostgreSQL/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "核对并修复" }).click();
  await expect(runRow(page, "核对").first()).toContainText(/一致，无须修复|修复 \d+ 份/, {
    timeout: 30_000,
  });
  await page.getByRole("button", { name: "重建索引" }).click();
  await expect(runRow(page, "重建").first()).toContainText("已重建，共", { timeout: 60_000 });
  await expect(engines.getByText("与数据库一致")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test("without script the button does the same, and the page says so when it is read again", async ({
  browser,
}) => {
  const signedIn = await adminAt(browser);
  const cookies = await signedIn.context().cookies();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(at(PATH));
  await page.getByRole("button", { name: "核对并修复" }).click();
  await expect(async () => {
    await page.goto(at(PATH));
    await expect(runRow(page, "核对").first()).toContainText(/一致，无须修复|修复 \d+ 份/);
  }).toPass({ timeout: 30_000 });
});

test("nobody else sees the page nor the way to it", async ({ browser }) => {
  const world = await makeWorld({ ownReview: true });
  const anonymous = await (await browser.newContext()).newPage();
  await anonymous.goto(at(PATH));
  await expect(anonymous).toHaveURL(/\/sign-in/);
  for (const person of [world.editor, world.reviewer, world.moderator]) {
    const page = await signedInAs(browser, person);
    expect((await page.goto(at(PATH)))?.status()).toBe(404);
    await page.goto(at("/admin"));
    await expect(page.getByRole("link", { name: "检索索引" })).toHaveCount(0);
  }
});
