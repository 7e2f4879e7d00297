import { expect, type Page, test } from "@playwright/test";
import { useDatabase as connect, db } from "#lib/platform/db.ts";
import { at, expectAccessible } from "./support/people.ts";

const REPORT = "/agencies/450204-government/2023";
const PAGES = ["/", "/agencies", "/agencies/450204-government", REPORT, "/about", "/nothing-here"];
const NARROW = { width: 390, height: 844 };

/** Everything a page asks for beyond its own origin, and everything its console complains of. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(at("/")) && !url.startsWith("data:")) complaints.push(url);
  });
  page.on("console", (message) => {
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

for (const path of [...PAGES, ...PAGES.map((each) => `/en${each}`)]) {
  test(`${path} is accessible, stays on its origin and fits a phone, light and dark`, async ({
    page,
  }) => {
    const complaints = watch(page);
    await page.goto(at(path));
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(NARROW);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
  });
}

test("each answer has a policy with a nonce of its own and nothing unsafe", async ({ request }) => {
  const policies = await Promise.all(
    [REPORT, REPORT, "/nothing-here", "/api/health"].map(async (path) => {
      const answer = await request.get(at(path));
      return answer.headers()["content-security-policy"] ?? "";
    }),
  );
  expect(new Set(policies).size).toBe(policies.length);
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic';/);
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

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
    for (const path of ["/nothing-here", "/agencies/nobody/2023", `${REPORT}/versions/9`]) {
      const answer = await page.goto(at(path));
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("没有找到这个页面");
      await expect(page.getByRole("main").getByRole("link", { name: "检索年报" })).toBeVisible();
    }
  });

  test("a withdrawn report answers 410 with its reason", async ({ page }) => {
    await connect(process.env.DATABASE_URL ?? "", 2);
    const report = await db().report.findFirstOrThrow({
      where: { publication: "withdrawn", synthetic: true },
    });
    const answer = await page.goto(at(`/agencies/${report.agencyId}/${report.year}`));
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole("note")).toContainText(report.withdrawnReason ?? "?");
  });
});

test("the language switch keeps the page", async ({ page }) => {
  await page.goto(at(REPORT));
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(at(`/en${REPORT}`));
  await expect(page.getByRole("heading", { name: "III. Disclosure on request" })).toBeVisible();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(at(REPORT));
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
