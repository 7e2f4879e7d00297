import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible } from "./support/people.ts";
import { expectNoOverflow, watch } from "./support/watch.ts";

const searchAt = (q: string, more = "") => at(`/reports?q=${encodeURIComponent(q)}${more}`);
const box = (page: Page) => page.getByRole("combobox", { name: "检索年报" });
const count = (page: Page) => page.locator("main [aria-live] b");
const titles = (page: Page) => page.locator("main li h2");

for (const width of [390, 1280])
  test.describe(`the search page at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("results follow what is typed, and the caret stays", async ({ page }) => {
      const seen = watch(page);
      await page.goto(searchAt("公开", "&year=2023"));
      const before = await count(page).textContent();
      const entries = await page.evaluate(() => history.length);
      await box(page).focus();
      await box(page).press("Home");
      await page.keyboard.type("元江 ", { delay: 30 });
      await expect(page).toHaveURL(/q=%E5%85%83%E6%B1%9F\+%E5%85%AC%E5%BC%80&year=2023/);
      await expect(count(page)).not.toHaveText(before ?? "");
      await expect(titles(page).first()).toContainText("元江");
      await expect(page.getByRole("link", { name: "去掉地区：元江" }).first()).toBeVisible();
      await expect(box(page)).toBeFocused();
      await expect(box(page)).toHaveValue("元江 公开");
      expect(await box(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(3);
      expect(await page.evaluate(() => history.length)).toBe(entries);
      const other = page.getByRole("link", { name: "English", exact: true });
      await expect(other).toHaveAttribute("href", /\/en\/reports\?q=.+&year=2023$/);
      expect(seen.errors).toEqual([]);
    });

    test("a late answer to what stood there before is not shown", async ({ page }) => {
      await page.goto(at("/reports"));
      let held = 0;
      await page.route(/\/reports\?.*q=zz(&|$)/, async (route) => {
        held += 1;
        await new Promise((resume) => setTimeout(resume, 1500));
        await route.continue().catch(() => undefined);
      });
      await box(page).fill("zz");
      await expect.poll(() => held).toBe(1);
      await box(page).fill("元江");
      await expect(titles(page).first()).toContainText("元江");
      await page.waitForTimeout(1800);
      await expect(titles(page).first()).toContainText("元江");
      await expect(page).toHaveURL(searchAt("元江"));
    });

    test("back and forward restore question, page, scroll and focus", async ({ page }) => {
      await page.goto(searchAt("公开", "&sort=year"));
      const first = await titles(page).allInnerTexts();
      await page.getByRole("link", { name: "下一页" }).click();
      await expect(page).toHaveURL(/page=2/);
      const second = await titles(page).allInnerTexts();
      await box(page).fill("元江");
      await expect(page).toHaveURL(/q=%E5%85%83%E6%B1%9F&sort=year$/);
      await box(page).press("Enter");
      // The entry typed over has its address back until the new one is there; a click before that would take its place.
      await expect(page).toHaveURL(/q=%E5%85%83%E6%B1%9F&sort=year$/);
      await expect(titles(page).first()).toContainText("元江");
      const found = await titles(page).allInnerTexts();
      const last = titles(page).last().getByRole("link");
      await last.scrollIntoViewIfNeeded();
      const scroll = await page.evaluate(() => window.scrollY);
      await last.click();
      await expect(page).toHaveURL(/\/agencies\//);

      await page.goBack();
      await expect(titles(page)).toHaveText(found);
      await expect(box(page)).toHaveValue("元江");
      await expect(titles(page).last().getByRole("link")).toBeFocused();
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scroll);
      await page.goBack();
      await expect(page).toHaveURL(/page=2/);
      await expect(titles(page)).toHaveText(second);
      await expect(box(page)).toHaveValue("公开");
      await page.goBack();
      await expect(titles(page)).toHaveText(first);
      await page.goForward();
      await expect(titles(page)).toHaveText(second);
      await page.goForward();
      await expect(titles(page)).toHaveText(found);
      await expect(box(page)).toHaveValue("元江");
    });

    test("the keyboard alone is enough", async ({ page }) => {
      await page.goto(at("/reports"));
      await expect(box(page)).toBeVisible();
      await page.keyboard.press("/");
      await expect(box(page)).toBeFocused();
      await page.keyboard.type("元江");
      const list = page.getByRole("listbox");
      await expect(list).toBeVisible();
      await expect(box(page)).toHaveAttribute("aria-expanded", "true");
      await expect(titles(page).first()).toContainText("元江");
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(list).toBeHidden();
      await expect(box(page)).toHaveValue("元江");
      await page.keyboard.type("县");
      await expect(list).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      const active = await box(page).getAttribute("aria-activedescendant");
      await expect(page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/agencies\/530428/);
    });
  });

test("a number is looked up when it is sent, not while it is typed", async ({ page }) => {
  await page.goto(at("/reports"));
  await box(page).fill("000014349/2023-00001");
  await page.waitForTimeout(600);
  await expect(page).toHaveURL(at("/reports"));
  await box(page).press("Enter");
  await expect(page).toHaveURL(/q=000014349/);
});

for (const width of [390, 1280])
  test.describe(`facets without script at ${width} px`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const facet = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

    test("a place is found by its pinyin, ticked, and stands first in the tree", async ({
      page,
    }) => {
      await page.goto(at("/reports?year=2023"));
      await facet(page, "地区")
        .getByRole("searchbox", { name: "按名称查找地区" })
        .fill("yuanjiang");
      await facet(page, "地区").getByRole("button", { name: "查找" }).click();
      await expect(page).toHaveURL(/year=2023.*region\.name=yuanjiang|region\.name=yuanjiang/);
      const place = facet(page, "地区").getByRole("checkbox", { name: /^元江/ });
      await expect(place).toBeInViewport();
      await expectNoOverflow(page);
      await place.check();
      await page.getByRole("button", { name: "应用筛选" }).click();
      await expect(page).toHaveURL(/region=530428/);
      await page.getByRole("link", { name: "回到全部地区" }).click();
      await expect(page).not.toHaveURL(/region\.name/);
      const names = await facet(page, "地区").locator("label span").allInnerTexts();
      expect(names.slice(0, 3).map((each) => each.trim())).toEqual([
        "云南省",
        "玉溪市",
        "元江哈尼族彝族傣族自治县",
      ]);
      await expect(place).toBeChecked();
      await expect(facet(page, "年度").locator("label").first()).toContainText("2023");
    });
  });

test("no state of the page has anything axe objects to", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const prefix of ["", "/en"]) {
      await page.goto(at(`${prefix}/reports?region.name=%E6%BC%94%E7%A4%BA&received.min=x`));
      await page.locator("#filters details summary").first().click();
      await expectAccessible(page);
      await page.goto(at(`${prefix}/reports?q=%E5%9B%AD%E6%B1%9F%E5%8E%BF&region.name=zzqq`));
      await expectAccessible(page);
    }
  }
});

for (const [language, prefix, lead] of [
  ["Chinese", "", "您要找的可能是："],
  ["English", "/en", "You may have meant:"],
] as const)
  for (const width of [390, 1280])
    test.describe(`nothing found, in ${language} at ${width} px`, () => {
      test.use({ javaScriptEnabled: false, viewport: { width, height: 800 } });

      test("says what may have been meant, and each way on gives what it says", async ({
        page,
      }) => {
        const asked = at(`${prefix}/reports?q=${encodeURIComponent("园江县民政府办公室")}`);
        await page.goto(at(`${prefix}/reports?q=${encodeURIComponent("园江县")}`));
        await expect(page.getByText(lead)).toBeVisible();
        await expectNoOverflow(page);
        const meant = page.locator("main li").filter({ hasText: "元江县" }).first();
        const count = ((await meant.locator(".num").textContent()) ?? "").replace(/\D/g, "");
        await meant.getByRole("link").click();
        await expect(page).toHaveURL(at(`${prefix}/reports?q=${encodeURIComponent("元江县")}`));
        await expect(page.locator("main [aria-live] b")).toHaveText(count);
        await expect(titles(page).first()).toContainText("元江");

        await page.goto(asked);
        await page.locator("main li a").filter({ hasText: "元江县人民政府办公室" }).click();
        await expect(page).toHaveURL(/\/agencies\/530428-office$/);
      });
    });
