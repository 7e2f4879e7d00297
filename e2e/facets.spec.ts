import { expect, type Page, test } from "@playwright/test";
import { at } from "./support/people.ts";

const searchAt = (q: string) => at(`/reports?q=${encodeURIComponent(q)}`);
const words = (page: Page) => page.getByRole("combobox", { name: "检索年报" });
const filters = (page: Page) => page.getByRole("form", { name: "筛选" });
const facet = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const choice = (page: Page, name: string, label: RegExp) =>
  facet(page, name).getByRole("checkbox", { name: label });
const apply = (page: Page) => page.getByRole("button", { name: "应用筛选" }).click();
const parameters = (page: Page) => [...new URL(page.url()).searchParams];

for (const width of [390, 1280])
  test.describe(`facets beside words that are typed, at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("a year that was typed is ticked, and stays when another facet is applied", async ({
      page,
    }) => {
      await page.goto(at("/reports"));
      await words(page).fill("2023年");
      await expect(choice(page, "年度", /^2023/)).toBeChecked();
      await choice(page, "层级", /^县级/).check();
      await apply(page);
      await expect(page).toHaveURL(/level=county/);
      expect(parameters(page)).toEqual([
        ["year", "2023"],
        ["level", "county"],
      ]);
    });

    test("a year typed over takes its tick along; a tick not yet applied stays", async ({
      page,
    }) => {
      await page.goto(searchAt("2023年 公开"));
      await expect(choice(page, "年度", /^2023/)).toBeChecked();
      await choice(page, "层级", /^县级/).check();
      await words(page).fill("2022年 公开");
      await expect(choice(page, "年度", /^2022/)).toBeChecked();
      await expect(choice(page, "年度", /^2023/)).not.toBeChecked();
      await expect(choice(page, "层级", /^县级/)).toBeChecked();
      await apply(page);
      await expect(page).toHaveURL(/level=county/);
      expect(parameters(page).sort()).toEqual([
        ["level", "county"],
        ["q", "公开"],
        ["year", "2022"],
      ]);
    });

    test("going back gives the boxes and bounds back what they were", async ({ page }) => {
      await page.goto(at("/reports"));
      await choice(page, "年度", /^2023/).check();
      await filters(page).locator("summary").last().click();
      await page
        .getByRole("textbox", { name: /，最少$/ })
        .first()
        .fill("3");
      await apply(page);
      await expect(page).toHaveURL(/year=2023/);
      await page
        .getByRole("link", { name: /去掉年度：2023/ })
        .first()
        .click();
      await expect(choice(page, "年度", /^2023/)).not.toBeChecked();
      await page.goBack();
      await expect(page).toHaveURL(/year=2023/);
      await expect(choice(page, "年度", /^2023/)).toBeChecked();
    });
  });

for (const javaScriptEnabled of [true, false])
  test.describe(`Enter in a filter, ${javaScriptEnabled ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled });

    test("in a bound applies; blanks are left out of the address", async ({ page }) => {
      await page.goto(searchAt("公开"));
      await filters(page).locator("summary").last().click();
      const bound = filters(page).locator('input[name="received.min"]');
      await bound.fill("3");
      await bound.press("Enter");
      await expect(page).toHaveURL(/received\.min=3/);
      expect(new URL(page.url()).hash).toBe("");
      expect(parameters(page)).toEqual([
        ["q", "公开"],
        ["received.min", "3"],
      ]);
    });

    test("in the search box of the regions looks there", async ({ page }) => {
      await page.goto(at("/reports"));
      const box = facet(page, "地区").getByRole("searchbox");
      await box.fill("yuanjiang");
      await box.press("Enter");
      await expect(page).toHaveURL(at("/reports?region.name=yuanjiang#facet-region"));
      const place = choice(page, "地区", /^元江/);
      await expect(place).toBeInViewport();
      await place.check();
      await place.press("Enter");
      await expect(page).toHaveURL(/region=530428/);
      expect(new URL(page.url()).hash).toBe("");
    });
  });
