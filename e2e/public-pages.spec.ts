import { expect, test } from "@playwright/test";
import { at } from "./support/people.ts";

const REPORT = "/agencies/450204-government/2023";
const NARROW = { width: 390, height: 844 };

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a report is whole: figures, failing sums in words, source", async ({ page }) => {
    const answer = await page.goto(at(REPORT));
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("region", { name: "勾稽校验" })).toContainText("40 / 42");
    await expect(page.locator("[id='cell-requests.received.naturalPerson']")).toHaveText("9①");
    await expect(page.locator("#issue-1")).toContainText("9 + 0 ≠ 8 + 0");
    await expect(page.getByText("不是官方原件").first()).toBeVisible();
  });

  test("an address that names nothing answers 404 and helps", async ({ page }) => {
    const odd = ["/agencies/%25", "/agencies/%00/2023"];
    for (const path of ["/nothing-here", "/agencies/nobody/2023", `${REPORT}/versions/9`, ...odd]) {
      const answer = await page.goto(at(path));
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这个页面");
      await expect(page.getByRole("main").getByRole("link", { name: "检索年报" })).toBeVisible();
    }
  });
});

test("on a phone the row heads stay while the figures scroll", async ({ page }) => {
  await page.setViewportSize(NARROW);
  await page.goto(at(REPORT));
  const region = page.getByRole("region", { name: "收到和处理政府信息公开申请情况表" });
  const head = region.getByRole("rowheader", { name: "一、本年新收" });
  await head.scrollIntoViewIfNeeded();
  const before = await head.boundingBox();
  await region.evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  const total = page.locator("[id='cell-requests.received.total']");
  await expect(total).toBeInViewport();
  const after = await head.boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 99))).toBeLessThanOrEqual(1);
});
