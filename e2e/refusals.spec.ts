import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { db } from "#lib/platform/db.ts";
import { forgeActions, heldBack, sent } from "./support/actions.ts";
import { cell, openedDraft, PRESS, press, rawOf, SAVED } from "./support/draft-page.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { contentSaying, draftedReport, stored, submittedReport, YEAR } from "./support/reports.ts";
import { makePerson, makeWorld } from "./support/world.ts";

const visitorOf = async (browser: Browser) => (await browser.newContext()).newPage();

test.describe("somebody else's report", () => {
  test("an editor of another agency neither sees a draft nor writes into it", async ({
    browser,
  }) => {
    const world = await makeWorld({ ownReview: false });
    const victim = await draftedReport(world.agencyId, world.editor);
    const own = await draftedReport(world.otherAgencyId, world.stranger);
    const before = await stored(victim);
    const page = await signedInAs(browser, world.stranger);
    expect((await page.goto(at(`/desk/reports/${victim}`)))?.status()).toBe(404);
    await expect(page.getByText(world.agencyName)).toHaveCount(0);

    await page.goto(at(`/desk/reports/${own}`));
    await forgeActions(page, (body) => body.replaceAll(own, victim));
    await cell(page, "requests.received.company").fill("77");
    await expect(page.getByText("没有保存：您无权办理此事。")).toBeVisible();
    await page.reload();
    await press(page, PRESS.submit);
    await expect(page.getByText("您无权办理此事。")).toBeVisible();
    expect(await stored(victim)).toBe(before);
  });

  test("a moderator of another region neither sees a report nor publishes it", async ({
    browser,
  }) => {
    const world = await makeWorld({ ownReview: false });
    const victim = await submittedReport(world.agencyId, world.editor);
    const own = await submittedReport(world.otherAgencyId, world.stranger);
    const before = await stored(victim.reportId);
    const page = await signedInAs(browser, world.outsider);
    await expect(page.getByText(world.agencyName)).toHaveCount(0);
    expect((await page.goto(at(`/admin/reports/${victim.reportId}`)))?.status()).toBe(404);

    await page.goto(at(`/admin/reports/${own.reportId}`));
    await forgeActions(page, (body) =>
      body.replaceAll(own.reportId, victim.reportId).replaceAll(own.snapshotId, victim.snapshotId),
    );
    await press(page, PRESS.publish);
    await expect(page.getByText("您无权办理此事。")).toBeVisible();
    expect(await stored(victim.reportId)).toBe(before);
  });

  test("a call that publishes works for the region's moderator and for nobody else", async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const world = await makeWorld({ ownReview: false });
    const { reportId } = await submittedReport(world.agencyId, world.editor);
    const mark = randomBytes(4).toString("hex");
    const auditor = await makePerson(`auditor-${mark}`, "auditor", {});
    const insider = await makePerson(
      `insider-${mark}`,
      "moderator",
      { regionCode: world.regionCode },
      [{ role: "editor", agencyId: world.agencyId }],
    );
    const moderator = await signedInAs(browser, world.moderator);
    await moderator.goto(at(`/admin/reports/${reportId}`));
    const call = await heldBack(moderator, () => press(moderator, PRESS.publish));
    const before = await stored(reportId);

    const refusals = { ...world, auditor, insider };
    for (const role of ["editor", "reviewer", "stranger", "outsider", "auditor"] as const) {
      const page = await signedInAs(browser, refusals[role]);
      const answer = await sent(page, call);
      expect(await answer.text(), role).toContain("identity.no-role");
      expect(await stored(reportId), role).toBe(before);
    }
    await test.step("nor for a moderator who belongs to the agency", async () => {
      const page = await signedInAs(browser, insider);
      await page.goto(at(`/admin/reports/${reportId}`));
      await expect(page.getByRole("button", { name: PRESS.publish, exact: true })).toHaveCount(0);
      await expect(page.getByText("这是您所在的单位，须由其他管理员办理。")).toBeVisible();
      expect(await (await sent(page, call)).text()).toContain("identity.own-agency");
      expect(await stored(reportId)).toBe(before);
    });
    await test.step("nor without a session, nor from another site", async () => {
      const anonymous = await sent(await visitorOf(browser), call);
      expect(await anonymous.text()).toContain("identity.sign-in-required");
      const foreign = await sent(moderator, call, undefined, { origin: "https://example.org" });
      expect(foreign.status()).toBeGreaterThanOrEqual(400);
      expect(await stored(reportId)).toBe(before);
    });
    expect((await sent(moderator, call)).status()).toBe(200);
    const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
    expect(report.publication).toBe("published");
  });

  test("an editor and an auditor find nothing to decide", async ({ browser }) => {
    const world = await makeWorld({ ownReview: false });
    const { reportId } = await submittedReport(world.agencyId, world.editor);
    const auditor = await makePerson(`auditor-${randomBytes(4).toString("hex")}`, "auditor", {});
    for (const person of [world.editor, auditor]) {
      const page = await signedInAs(browser, person);
      await page.goto(at(`/admin/reports/${reportId}`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const name of ["发布", "退回单位", "定时"])
        await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
      await page.goto(at("/admin"));
      await expect(page.getByText(world.agencyName)).toHaveCount(0);
    }
  });

  test("a reviewer does not approve what they wrote last", async ({ browser }) => {
    const world = await makeWorld({ ownReview: true });
    const other = await makePerson(`reviewer-${randomBytes(4).toString("hex")}`, "reviewer", {
      agencyId: world.agencyId,
    });
    const reportId = await draftedReport(world.agencyId, world.editor);
    const page = await signedInAs(browser, world.reviewer);
    await page.goto(at(`/desk/reports/${reportId}`));
    const problems = page.getByLabel("五、存在的主要问题及改进情况（文字）");
    await problems.fill("审核员自己改写了这一段，说明仍需加强培训和更新。");
    await expect(page.getByText(SAVED)).toBeVisible();
    await press(page, PRESS.review);
    await expect(page.getByText(/现处于“本单位审核中”状态/)).toBeVisible();
    await expect(page.getByRole("button", { name: "审核通过并报送" })).toHaveCount(0);

    const second = await signedInAs(browser, other);
    await second.goto(at(`/desk/reports/${reportId}`));
    const call = await heldBack(second, () => press(second, "审核通过并报送"));
    const before = await stored(reportId);
    expect(await (await sent(page, call)).text()).toContain("identity.own-work");
    expect(await stored(reportId)).toBe(before);
    expect(await (await sent(second, call)).text()).toContain("snapshotId");
  });
});

test.describe("an anonymous visitor", () => {
  test("is asked to sign in and comes back to where they wanted to go", async ({ browser }) => {
    const world = await makeWorld({ ownReview: true });
    const reportId = await draftedReport(world.agencyId, world.editor);
    for (const path of ["/desk", "/admin", `/admin/reports/${reportId}`, "/en/desk"]) {
      const page = await visitorOf(browser);
      await page.goto(at(path));
      await expect(page).toHaveURL(/\/sign-in\?/);
      expect(new URL(page.url()).searchParams.get("callbackUrl")).toBe(path);
    }
    const page = await visitorOf(browser);
    await page.goto(at(`/desk/reports/${reportId}`));
    await expect(page.getByText(world.agencyName)).toHaveCount(0);
    await page.getByLabel("账号", { exact: true }).fill(world.editor.login);
    await page.getByLabel("口令", { exact: true }).fill(world.editor.password);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page).toHaveURL(at(`/desk/reports/${reportId}`));
    await expect(page.getByRole("heading", { level: 1, name: world.agencyName })).toBeVisible();
  });

  test("finds no word of a draft anywhere", async ({ browser }) => {
    const world = await makeWorld({ ownReview: false });
    const secret = `未公开${randomBytes(6).toString("hex")}`;
    const draft = await draftedReport(world.agencyId, world.editor, contentSaying(secret, 2022));
    const waiting = await submittedReport(
      world.agencyId,
      world.editor,
      contentSaying(`${secret}，已报送`, YEAR),
    );
    const places = [
      "/",
      `/agencies/${world.agencyId}`,
      `/agencies/${world.agencyId}/2022`,
      `/agencies/${world.agencyId}/${YEAR}`,
      `/agencies/${world.agencyId}/${YEAR}/versions`,
      `/agencies/${world.agencyId}/${YEAR}/versions/1`,
      `/reports?q=${encodeURIComponent(world.agencyName)}`,
      `/api/v1/search?q=${encodeURIComponent(world.agencyName)}`,
      "/sitemap.xml",
    ];
    const page = await visitorOf(browser);
    for (const path of places.flatMap((each) =>
      each.startsWith("/api") ? [each] : [each, `/en${each}`],
    )) {
      const answer = await page.context().request.get(at(path));
      const text = await answer.text();
      expect(text, path).not.toContain(secret);
      expect(text, path).not.toContain(draft);
      expect(text, path).not.toContain(waiting.reportId);
    }
    for (const path of ["/reports", "/en/reports", "/api/v1/search"]) {
      const found = await page.context().request.get(at(`${path}?q=${encodeURIComponent(secret)}`));
      expect(await found.text(), path).not.toContain(world.agencyId);
    }
    const { files } = await sitemap(page);
    expect(files.join("")).not.toContain(world.agencyId);
    const found = await page.context().request.get(at(`/api/v1/search?q=${secret}`));
    expect(((await found.json()) as { total: number }).total).toBe(0);
    for (const path of [`/desk/reports/${draft}`, `/admin/reports/${draft}`]) {
      const answer = await page.context().request.get(at(path), { maxRedirects: 0 });
      expect(await answer.text(), path).not.toContain(secret);
    }
    await expectSearchable(browser, world.agencyId, world.editor, secret);
  });
});

/** The same look at a word that is no secret finds it: the desk of its own editor. */
async function expectSearchable(
  browser: Browser,
  agencyId: string,
  person: { login: string; password: string },
  secret: string,
): Promise<void> {
  const page = await signedInAs(browser, person);
  const { id } = await db().report.findFirstOrThrow({ where: { agencyId, year: 2022 } });
  await page.goto(at(`/desk/reports/${id}`));
  await expect(page.getByText(secret)).toBeVisible();
}

async function sitemap(page: Page): Promise<{ files: string[] }> {
  const read = async (address: string) => {
    const answer = await page.context().request.get(address);
    expect(answer.status(), address).toBe(200);
    return answer.text();
  };
  const index = await read(at("/sitemap.xml"));
  const addresses = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc);
  return { files: await Promise.all(addresses.map(read)) };
}

test("forged input is answered with a sentence and changes nothing", async ({ browser }) => {
  const { reportId, page } = await openedDraft(browser);
  const key = "requests.received.company";
  const call = await heldBack(page, () => cell(page, key).fill("9"));
  expect(call.body).toContain(key);
  const before = await stored(reportId);
  const patch = (changes: object) => () => JSON.stringify([{ reportId, revision: 1, ...changes }]);
  const forgeries = {
    "a cell the form has not": patch({ cells: { "requests.received.martian": "1" } }),
    "a cell of the prototype": patch({ cells: JSON.parse('{"__proto__.x":"1"}') as object }),
    "a figure without end": patch({ cells: { [key]: "9".repeat(5000) } }),
    "a passage without end": patch({ sections: { overview: "长".repeat(250_000) } }),
    "a section the form has not": patch({ sections: { seventh: "x" } }),
    "a scope that is none": patch({ metadata: { scope: "galaxy" } }),
    "a date that is none": patch({ metadata: { publishedOn: "2023-02-31" } }),
    "a revision from the future": patch({ revision: 99 }),
    "no report": patch({ reportId: "not-a-uuid" }),
    "a field nobody asked for": patch({ publication: "published" }),
    "a list": () => "[[1,2,3]]",
    nothing: () => "[]",
  };
  for (const [name, forge] of Object.entries(forgeries)) {
    const answer = await sent(page, call, forge);
    expect(answer.status(), name).toBe(200);
    expect(await answer.text(), name).toMatch(/"code":"(?:input|report)\.(?:invalid|not-found)"/);
    expect(await stored(reportId), name).toBe(before);
  }
  await test.step("what is no call at all gets a refusal, not a crash", async () => {
    for (const forge of [
      () => "{",
      () => "",
      () => '["$F1"]',
      () => "x".repeat(30 * 1024 * 1024),
    ]) {
      const answer = await sent(page, call, forge).catch(() => null);
      if (answer) expect(answer.status()).toBeGreaterThanOrEqual(400);
      expect(await stored(reportId)).toBe(before);
    }
    expect((await page.context().request.get(at("/api/health"))).status()).toBe(200);
  });
  await test.step("the one who is at the screen reads why", async () => {
    await forgeActions(page, (body) => body.replace(key, "requests.received.martian"));
    await cell(page, key).fill("10");
    await expect(page.getByText(/没有保存：内容不合要求/)).toBeVisible();
  });
  expect((await sent(page, call)).status()).toBe(200);
  expect(await rawOf(reportId, [key])).toEqual(["9"]);
});

test.describe("sign-in", () => {
  test("says the same of a wrong password and of an unknown account, and locks after five failures", async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const world = await makeWorld({ ownReview: true });
    const page = await visitorOf(browser);
    const tryIn = async (login: string, password: string) => {
      await page.goto(at("/sign-in"));
      await page.getByLabel("账号", { exact: true }).fill(login);
      await page.getByLabel("口令", { exact: true }).fill(password);
      await page.getByRole("button", { name: "登录" }).click();
      await page.waitForURL((url) => !url.pathname.startsWith("/api/"));
      return ((await page.locator("main").textContent()) ?? "").replaceAll(login, "…");
    };
    const unknown = await tryIn(`nobody-${randomBytes(5).toString("hex")}`, "wrong-password");
    expect(unknown).toContain("账号或口令不正确");
    for (let failure = 0; failure < 5; failure += 1)
      expect(await tryIn(world.editor.login, "wrong-password")).toBe(unknown);
    expect(await tryIn(world.editor.login, world.editor.password)).toBe(unknown);
    await expect(page).toHaveURL(/\/sign-in/);
    await expectAccessible(page);
    const events = await db().auditEvent.count({
      where: { kind: "identity.locked", data: { path: ["login"], equals: world.editor.login } },
    });
    expect(events).toBe(1);
    await signedInAs(browser, world.reviewer);
  });
});
