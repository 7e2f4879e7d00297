import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import type { Person } from "./world.ts";

/** The address of a page of the portal under test. */
export function at(path: string): string {
  return `${process.env.E2E_SITE}${path}`;
}

/** A browser of this person's own, signed in. */
export async function signedInAs(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(at("/sign-in"));
  await page.getByLabel("账号", { exact: true }).fill(person.login);
  await page.getByLabel("口令", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(/\/(desk|admin)$/);
  return page;
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with every rule of WCAG 2.2 AA that axe sees broken on the page as it stands. The portal has
 * no frames of other origins: axe needs no second page to gather what it saw ("legacy"), which halves
 * its time, and what is in order need not be listed.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG_22_AA)
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" · ")}`),
  ).toEqual([]);
}
