import { expect, test } from "@playwright/test";
import { recall, submit } from "#lib/reports/commands-review.ts";
import { cell, contentOf, openedDraft, PRESS, press, rawOf, SAVED } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { actorOf, draftedReport, stored, submittedReport } from "./support/reports.ts";
import { makeWorld } from "./support/world.ts";

test.describe("a stale form", () => {
  test("shows both values of a cell two people changed, and merges what they did apart", async ({
    browser,
  }) => {
    const world = await makeWorld({ ownReview: true });
    const reportId = await draftedReport(world.agencyId, world.editor);
    const first = await signedInAs(browser, world.editor);
    const second = await signedInAs(browser, world.reviewer);
    for (const page of [first, second]) await page.goto(at(`/desk/reports/${reportId}`));
    const [shared, mine, yours] = [
      "requests.received.company",
      "requests.received.research",
      "requests.carriedIn.research",
    ];
    await cell(first, shared).fill("501");
    await cell(first, mine).fill("502");
    await expect(first.getByText(SAVED)).toBeVisible();

    await cell(second, yours).fill("503");
    await expect(second.getByText(SAVED)).toBeVisible();
    await expect(cell(second, mine)).toHaveValue("502");
    await expect(cell(second, shared)).toHaveValue("501");

    await cell(first, yours).fill("601");
    await cell(first, mine).fill("602");
    const notice = first.getByRole("alert").filter({ hasText: "刚刚也改了这 1 处" });
    await expect(notice).toBeVisible();
    await expect(notice.getByText("601")).toBeVisible();
    await expect(notice.getByText("503")).toBeVisible();
    await expect(notice.getByText(world.reviewer.login)).toBeVisible();
    await expectAccessible(first);
    expect(JSON.stringify(await contentOf(reportId))).not.toContain('"601"');

    await notice.getByRole("button", { name: /用我填的/ }).click();
    await expect(first.getByText(SAVED)).toBeVisible();
    await expect.poll(() => rawOf(reportId, [shared, mine, yours])).toEqual(["501", "602", "601"]);

    await cell(second, yours).fill("701");
    await second.getByRole("button", { name: /用已保存的/ }).click();
    await expect(cell(second, yours)).toHaveValue("601");
    await expect(cell(second, mine)).toHaveValue("602");
    await expect.poll(() => rawOf(reportId, [shared, mine, yours])).toEqual(["501", "602", "601"]);
  });

  test("a decision on a snapshot that was replaced is refused with a sentence", async ({
    browser,
  }) => {
    const world = await makeWorld({ ownReview: false });
    const { reportId } = await submittedReport(world.agencyId, world.editor);
    const page = await signedInAs(browser, world.moderator);
    await page.goto(at(`/admin/reports/${reportId}`));
    const editor = await actorOf(world.editor);
    expect((await recall(editor, { reportId }, new Date())).ok).toBe(true);
    expect((await submit(editor, { reportId, revision: 1 }, new Date())).ok).toBe(true);
    const before = await stored(reportId);
    await press(page, PRESS.publish);
    await expect(page.getByText("内容在您打开之后又有改动，请刷新后再办。")).toBeVisible();
    expect(await stored(reportId)).toBe(before);
    await page.reload();
    await press(page, PRESS.publish);
    await expect(page).toHaveURL(/\/admin$/);
  });

  test("a session that ended while typing says so, and nothing typed is lost", async ({
    browser,
  }) => {
    const { reportId, page } = await openedDraft(browser);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await cell(page, "requests.received.company").fill("808");
    await expect(page.getByText(/登录已失效，请重新登录/)).toBeVisible();
    await expect(cell(page, "requests.received.company")).toHaveValue("808");
    await page.context().addCookies(cookies);
    await expect(page.getByText(SAVED)).toBeVisible();
    expect(await rawOf(reportId, ["requests.received.company"])).toEqual(["808"]);
  });

  test("a page older than the site says to reload, and what it could not save comes along", async ({
    browser,
  }) => {
    const { reportId, page } = await openedDraft(browser);
    // After an upgrade the server knows none of the actions of the pages before.
    await page.route("**", (route) => {
      const headers = route.request().headers();
      if (!("next-action" in headers)) return route.fallback();
      return route.continue({ headers: { ...headers, "next-action": "0".repeat(42) } });
    });
    const [first, second] = ["requests.received.company", "requests.received.research"];
    await cell(page, first).fill("811");
    await expect(page.getByText(/本站刚刚更新过，请刷新本页；没有保存的内容会保留/)).toBeVisible();
    await cell(page, second).fill("812");
    await expectAccessible(page);
    await page.unroute("**");
    await page.getByRole("button", { name: "刷新本页" }).click();
    await expect(page.getByText(SAVED)).toBeVisible();
    await expect(cell(page, first)).toHaveValue("811");
    await expect.poll(() => rawOf(reportId, [first, second])).toEqual(["811", "812"]);
    await page.reload();
    await expect(cell(page, second)).toHaveValue("812");
    await expect(page.getByText("未作改动")).toBeVisible();
  });
});
