import { expect, type Page, test } from "@playwright/test";
import { systemActor } from "#lib/identity/actor.ts";
import { disableUser } from "#lib/identity/users.commands.ts";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { makeWorld, type Person } from "./support/world.ts";

async function signIn(page: Page, { login, password }: Person): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(login);
  await page.getByLabel("口令", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

test("the keyboard alone is enough to sign in and out", async ({ page }) => {
  const { editor } = await makeWorld({ ownReview: true });
  await page.goto(at("/sign-in"));
  await expectAccessible(page);
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      const said = await focused.evaluate((element) => {
        const { labels } = element as HTMLInputElement;
        return labels?.[0]?.textContent ?? element.textContent ?? "";
      });
      if (said.trim() === name) return focused;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  const skip = await tabTo("跳到正文");
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  const login = await tabTo("账号");
  const outline = await login.evaluate((input) => getComputedStyle(input).outlineStyle);
  expect(outline).not.toBe("none");
  await page.keyboard.type(editor.login);
  await tabTo("口令");
  await page.keyboard.type(editor.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/desk"));
  await tabTo("退出登录");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/"));
  await page.goto(at("/desk"));
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a session ends on the server too when one signs out", async ({ browser }) => {
  const { editor } = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, editor);
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(at("/"));
  expect((await page.context().cookies()).some(({ name }) => name.endsWith("session"))).toBe(false);
  await page.context().addCookies(cookies);
  await page.goto(at("/desk"));
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the cookie of a session is out of reach for scripts and other sites", async ({ browser }) => {
  const { editor } = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, editor);
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith("session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
});

test("a disabled account is out at once", async ({ browser }) => {
  const { editor } = await makeWorld({ ownReview: true });
  const page = await signedInAs(browser, editor);
  await page.reload();
  await expect(page).toHaveURL(at("/desk"));
  const gone = await disableUser(editor.login, systemActor("e2e"), new Date());
  expect(gone).toEqual({ ok: true, value: { sessionsRevoked: 1 } });
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, editor);
  await expect(page.getByText(/账号或口令不正确/)).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("one signs in, reads the desk and signs out", async ({ page }) => {
    const { editor, agencyName } = await makeWorld({ ownReview: true });
    await page.goto(at("/desk"));
    await expect(page).toHaveURL(/\/sign-in/);
    await signIn(page, { ...editor, password: "wrong" });
    await expect(page.getByText(/账号或口令不正确/)).toBeVisible();
    await signIn(page, editor);
    await expect(page).toHaveURL(at("/desk"));
    await expect(page.getByText(agencyName).first()).toBeVisible();
    await page.getByRole("button", { name: "退出登录" }).click();
    await expect(page).toHaveURL(at("/"));
    await page.goto(at("/desk"));
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("sign-in leads to no other site", async ({ browser }) => {
  const { editor } = await makeWorld({ ownReview: true });
  const lures = [
    "https://example.org/",
    "//example.org/",
    "/\\example.org",
    "/%09/example.org",
    "javascript:alert(1)",
    "/api/auth/signout",
  ];
  const context = await browser.newContext();
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== at("")) elsewhere.push(request.url());
  });
  for (const lure of lures) {
    await context.clearCookies();
    await page.goto(at(`/sign-in?callbackUrl=${encodeURIComponent(lure)}`));
    await signIn(page, editor);
    await expect(
      page.getByRole("button", { name: "退出登录" }).or(page.locator("h1")),
    ).not.toHaveCount(0);
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    expect(new URL(page.url()).origin, lure).toBe(at(""));
    expect(new URL(page.url()).pathname, lure).not.toMatch(/^\/api/);
  }
  expect(elsewhere).toEqual([]);
});

test("a form of another site cannot sign anybody in", async ({ request }) => {
  const { editor } = await makeWorld({ ownReview: true });
  const answer = await request.post(at("/api/auth/callback/credentials?locale=zh-CN"), {
    form: { ...editor, csrfToken: "0".repeat(64) },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toContain("error=expired");
  expect(answer.headers()["set-cookie"] ?? "").not.toContain("gongkai.session=ey");
});
