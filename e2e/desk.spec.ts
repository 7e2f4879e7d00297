import { expect, test } from "@playwright/test";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { draftedReport, YEAR } from "./support/reports.ts";
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
