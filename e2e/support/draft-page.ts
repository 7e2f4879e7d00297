import type { Browser, Page } from "@playwright/test";
import { db } from "#lib/platform/db.ts";
import { at, signedInAs } from "./people.ts";
import { draftedReport } from "./reports.ts";
import { makeWorld } from "./world.ts";

/** What the bar says when everything typed has reached the server. */
export const SAVED = /^已保存 \d/;
/** The buttons that move a draft on. */
export const PRESS = { publish: "发布", submit: "报送主管部门", review: "送本单位审核" };

/** Presses a button without waiting for what it leads to. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).click({ noWaitAfter: true });
}

/** A draft of a world of its own, as its editor has it open. */
export async function openedDraft(
  browser: Browser,
  { ownReview }: { ownReview: boolean } = { ownReview: true },
) {
  const world = await makeWorld({ ownReview });
  const reportId = await draftedReport(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);
  await page.goto(at(`/desk/reports/${reportId}`));
  return { world, reportId, page };
}

/** The input of one figure. */
export function cell(page: Page, key: string) {
  return page.locator(`[id="cell-${key}"]`);
}

/** A draft's content as the database has it. */
export async function contentOf(
  reportId: string,
): Promise<{ cells: Record<string, { raw: string }> }> {
  const draft = await db().draft.findUniqueOrThrow({ where: { reportId } });
  return draft.content as { cells: Record<string, { raw: string }> };
}

/** What stands in some cells of a draft, as it was typed. */
export async function rawOf(
  reportId: string,
  keys: readonly string[],
): Promise<(string | undefined)[]> {
  const { cells } = await contentOf(reportId);
  return keys.map((key) => cells[key]?.raw);
}
