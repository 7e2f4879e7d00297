import { expect, type Page, test } from "@playwright/test";
import { startReport } from "#lib/reports/commands-start.ts";
import { soundContent } from "#lib/testing/report-world.ts";
import { cell } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { actorOf, YEAR } from "./support/reports.ts";
import { expectNoOverflow } from "./support/watch.ts";
import { makeWorld, type Person } from "./support/world.ts";

const NAME = `${"经办公室核稿、局长签发、保密审查后的年度报告".repeat(3)}_final_version_v3.txt`;
const MISSING = "proactive.coercions.decisions";
const DOUBTED = Array.from({ length: 9 }, (_, at) => at).flatMap((at) => {
  const cells = Object.keys(soundContent(YEAR).cells).filter((key) => key.endsWith(".company"));
  return cells[at] ?? [];
});

/** A draft from a file with a long name, nine figures in doubt and one row that was not found in it. */
async function begun(agencyId: string, editor: Person): Promise<string> {
  const sound = soundContent(YEAR);
  const { [MISSING]: _absent, ...cells } = sound.cells;
  const text = "行政许可 | 0 |\n";
  const doubts = [
    ...DOUBTED.map((key) => ({
      cell: key,
      rule: "read.loneFigure",
      message: { zh: `“${key}”存疑，请核对。`, en: `“${key}” is doubted.` },
    })),
    { cell: MISSING, rule: "read.missing", message: { zh: "没有读到。", en: "Not found." } },
  ];
  const file = { name: NAME, mediaType: "text/plain", bytes: Buffer.from(text) };
  const reading = { format: "text", text, cells: {}, sections: {} };
  const from = { kind: "file", content: { ...sound, cells }, doubts, file, reading };
  const started = await startReport(
    await actorOf(editor),
    { agencyId, year: YEAR, from },
    new Date(),
  );
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.reportId;
}

const heightOf = (page: Page, of: string) =>
  page.locator(of).evaluate((box) => box.getBoundingClientRect().height);

/** Boxes of the form's tables that hide something at their side. */
const cutTables = (page: Page) =>
  page
    .locator(".form .scroll")
    .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length);

test("the desk has room: two rows of buttons on a telephone, whole tables beside the source", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld({ ownReview: true });
  const reportId = await begun(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);

  await test.step("beside the source at 1280 pixels", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const language of ["", "/en"]) {
      await page.goto(at(`${language}/desk/reports/${reportId}`));
      await expect(page.locator(".source-text")).toBeVisible();
      expect(await cutTables(page)).toBe(0);
      const [head, link] = [".source-pane > header", ".source-pane > header a"];
      expect(await heightOf(page, head)).toBeLessThan(64);
      await expect(page.locator(link)).toHaveAttribute("title", NAME);
      await expectNoOverflow(page);
    }
    await expectAccessible(page);
  });

  await test.step("on a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const language of ["", "/en"]) {
      await page.goto(at(`${language}/desk/reports/${reportId}`));
      await expect(cell(page, MISSING)).toBeAttached();
      expect(await heightOf(page, ".desk-bar")).toBeLessThan(112);
      await expectNoOverflow(page);
    }
    await expectAccessible(page);
  });

  await test.step("enlarged, the bar leaves the window to the form", async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await cell(page, MISSING).scrollIntoViewIfNeeded();
    await expect(page.locator(".desk-bar")).not.toBeInViewport();
  });
});

test("a row that was not found is said once: a doubt first, and when it is confirmed, a check", async ({
  browser,
}) => {
  const world = await makeWorld({ ownReview: true });
  const reportId = await begun(world.agencyId, world.editor);
  const page = await signedInAs(browser, world.editor);
  await page.goto(at(`/desk/reports/${reportId}`));
  const check = page.locator(".issues").getByText(/第二部分有 1 格未列出或没有读出/);
  const doubt = page.locator(`[data-doubt*="read.missing"]`);
  await page.getByText("原文中没有读到的单元格，1 处").click();
  await expect(doubt).toContainText("行政强制");
  await expect(doubt).not.toContainText("没有读到");
  await expect(check).toHaveCount(0);
  await doubt.getByRole("button", { name: /^确认原文没有/ }).click();
  await expect(doubt).toHaveCount(0);
  await expect(check).toBeVisible();
  await expectAccessible(page);
});
