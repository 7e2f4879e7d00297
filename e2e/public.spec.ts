import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/platform/db.ts";
import { withdraw } from "#lib/reports/commands-publication.ts";
import { at, expectAccessible } from "./support/people.ts";
import { actorOf, contentSaying, publishedReport } from "./support/reports.ts";
import { expectNoOverflow, watch } from "./support/watch.ts";
import { makeWorld } from "./support/world.ts";

/** Reports of the demonstration: one with a sum that fails, one of the earlier form, one from years of a made-up agency. */
const FAILING = "/agencies/530428-office/2023";
const PAGES = {
  home: "/",
  search: "/reports",
  "search for words": `/reports?q=${encodeURIComponent("公开 2023")}&size=40`,
  "search with bad parameters": "/reports?year=20x3&sort=best&page=0",
  "search that finds nothing": "/reports?q=zzzzqqqq",
  directory: "/agencies",
  agency: "/agencies/530428-office",
  report: FAILING,
  "report of 2019's form": "/agencies/350504-government/2020",
  versions: `${FAILING}/versions`,
  "one version": `${FAILING}/versions/1`,
  about: "/about",
  glossary: "/glossary",
  accessibility: "/accessibility",
  "check a file": "/check",
  "the rules": "/checks",
  "sign-in": "/sign-in",
} as const;
const HELPS = {
  "no such page": "/nowhere/at/all",
  "no such agency": "/agencies/nobody",
  "no such year": "/agencies/530428-office/1999",
  "a year that is none": "/agencies/530428-office/soon",
  "no such version": `${FAILING}/versions/99`,
} as const;
const LOOKS = [
  { width: 1280, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;

for (const [language, prefix, lang] of [
  ["Chinese", "", "zh-CN"],
  ["English", "/en", "en"],
] as const) {
  const pathOf = (path: string) => (path === "/" ? prefix || "/" : `${prefix}${path}`);

  for (const [name, path] of Object.entries(PAGES))
    test(`${name} in ${language} is whole and quiet, wide and light, narrow and dark`, async ({
      page,
    }) => {
      const seen = watch(page);
      for (const { width, colorScheme } of LOOKS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const answer = await page.goto(at(pathOf(path)));
        expect(answer?.status()).toBe(200);
        await expectSound(page, lang);
      }
      expect(seen.errors).toEqual([]);
      expect(seen.foreign).toEqual([]);
    });

  for (const [name, path] of Object.entries(HELPS))
    test(`${name} in ${language} answers 404 and leads on`, async ({ page }) => {
      const answer = await page.goto(at(pathOf(path)));
      expect(answer?.status()).toBe(404);
      await expectSound(page, lang);
      await expect(page).toHaveTitle(/.+/);
      const ways = page.locator("main a");
      expect(await ways.count()).toBeGreaterThan(0);
      await ways.first().click();
      await expect(page).toHaveURL(new RegExp(`${prefix}/(reports|agencies)`));
    });
}

async function expectSound(page: Page, lang: string): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expectNoOverflow(page);
  await expectAccessible(page);
}

test("every link of the public pages leads somewhere", async ({ page }) => {
  test.setTimeout(120_000);
  const addresses = new Set<string>();
  for (const path of [...Object.values(PAGES), "/en", `/en${FAILING}`]) {
    await page.goto(at(path));
    const found = await page
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of found) addresses.add(href.split("#")[0] ?? "");
  }
  // Agencies that other tests make and withdraw meanwhile (support/world.ts) are none of this one's business.
  const own = [...addresses].filter(
    (href) => href.startsWith(at("/")) && !/\/e2[ex][0-9a-f]{8}-/.test(href),
  );
  expect(own.length).toBeGreaterThan(40);
  const broken: string[] = [];
  for (const href of own.slice(0, 250)) {
    const { status } = await fetch(href, { redirect: "manual" });
    if (status >= 400) broken.push(`${status} ${href}`);
  }
  expect(broken).toEqual([]);
});

test("scripts run by nonce alone, a new one each time", async ({ request }) => {
  const policies = new Set<string>();
  for (const path of ["/", "/reports", FAILING, "/nowhere", "/en", "/sign-in"]) {
    const answer = await request.get(at(path));
    const policy = answer.headers()["content-security-policy"] ?? "";
    policies.add(policy);
    const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src")) ?? "";
    const nonce = /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(scripts)?.[1];
    expect(scripts, path).not.toContain("unsafe");
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    const html = await answer.text();
    const tags = html.match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length, path).toBeGreaterThan(0);
    expect(
      tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    expect(html, path).not.toMatch(/<[^>]+\son[a-z]+="/);
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers()["x-powered-by"]).toBeUndefined();
  }
  expect(policies.size).toBe(6);
});

test("a script that carries no nonce does not run", async ({ page }) => {
  await page.goto(at("/"));
  const ran = await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="/none.png" onerror="window.pwned = 1">';
    document.body.append(script);
    return new Promise((resolve) => setTimeout(() => resolve("pwned" in window), 500));
  });
  expect(ran).toBe(false);
});

test("a withdrawn report answers 410 with its reason, in both languages and every version", async ({
  page,
}) => {
  const world = await makeWorld({ ownReview: false });
  const secret = "撤回以后不应再看到的一句话";
  const path = await publishedReport(world, contentSaying(secret));
  expect((await page.goto(at(path)))?.status()).toBe(200);
  await expect(page.getByText(secret)).toBeVisible();
  const { id } = await db().report.findFirstOrThrow({ where: { agencyId: world.agencyId } });
  const reason = "数字有误，待核实后重新公开。";
  const done = await withdraw(await actorOf(world.moderator), { reportId: id, reason }, new Date());
  expect(done.ok).toBe(true);
  for (const address of [path, `/en${path}`, `${path}/versions/1`, `${path}/versions`]) {
    const answer = await page.goto(at(address));
    expect(answer?.status(), address).toBe(410);
    await expect(page.getByText(reason)).toBeVisible();
    await expect(page.getByText(secret)).toHaveCount(0);
    await expect(page.locator("h1")).toHaveCount(1);
    await expectAccessible(page);
  }
});

test("the language switch keeps the page and its parameters", async ({ page }) => {
  await page.goto(at("/reports?q=%E5%85%AC%E5%BC%80&year=2023"));
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL(at("/en/reports?q=%E5%85%AC%E5%BC%80&year=2023"));
  await page.getByRole("link", { name: "中文", exact: true }).click();
  await expect(page).toHaveURL(at("/reports?q=%E5%85%AC%E5%BC%80&year=2023"));
  await page.goto(at(FAILING));
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL(at(`/en${FAILING}`));
  await page.goto(at("/zh-CN/reports"));
  await expect(page).toHaveURL(at("/reports"));
});

test("robots.txt and the sitemap name the public pages and nothing else", async ({ request }) => {
  const robots = await (await request.get(at("/robots.txt"))).text();
  for (const closed of ["/desk", "/admin", "/en/admin", "/sign-in"])
    expect(robots).toContain(`Disallow: ${closed}`);
  expect(robots).toContain(`Sitemap: ${at("/sitemap.xml")}`);
  const read = async (address: string) => {
    const answer = await request.get(address);
    expect(answer.headers()["content-type"]).toContain("xml");
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc);
  };
  const pages = (await Promise.all((await read(at("/sitemap.xml"))).map(read))).flat();
  expect(pages).toContain(at(FAILING));
  expect(pages.filter((page) => /\/(desk|admin|sign-in|api)\b/.test(page))).toEqual([]);
  expect(pages.length).toBeGreaterThan(1000);
  expect(new Set(pages).size).toBe(pages.length);
});

test("the tables of a report have heads, and the mark of a failing sum leads to its sentence", async ({
  page,
}) => {
  await page.goto(at(FAILING));
  const requests = page.locator("table").filter({ has: page.locator('[id^="cell-requests."]') });
  await expect(requests).toHaveCount(1);
  await expect(requests.locator("caption")).not.toBeEmpty();
  await expect(requests.locator('td[id^="cell-"]')).toHaveCount(175);
  await expect(requests.locator('th[scope="row"]')).toHaveCount(25);
  await expect(requests.locator("thead th").first()).toBeVisible();
  await expect(
    page.getByRole("rowheader", { name: "一、本年新收政府信息公开申请数量" }),
  ).toHaveCount(1);
  expect(await page.locator("td:empty").count()).toBe(0);

  const mark = page.locator('[id="cell-remedies.litigationAfterReconsideration.total"] a').first();
  await expect(mark).toBeVisible();
  await expect(mark).toHaveAccessibleName(/见校验说明 1/);
  await mark.click();
  await expect(page).toHaveURL(/#issue-1$/);
  const sentence = page.locator("#issue-1");
  await expect(sentence).toBeInViewport();
  await expect(sentence).toContainText("0 + 0 + 0 + 0 ≠ 1");
});

/** The design asks for 115 kB; Next's own runtime is 132 of what is loaded here, so this bounds what we add. */
const MOST_SCRIPT = 140_000;
const MOST_HTML = 150_000;

test("pages are light: script of home and search, HTML of forty results", async ({ page }) => {
  for (const path of ["/", `/reports?q=${encodeURIComponent("公开")}&size=40`]) {
    await page.goto("about:blank");
    const seen = watch(page);
    await page.goto(at(path), { waitUntil: "networkidle" });
    await seen.settled();
    const bytes = [...seen.scripts.values()].reduce((sum, each) => sum + each, 0);
    test.info().annotations.push({ type: "script bytes, gzip", description: `${path} ${bytes}` });
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(MOST_SCRIPT);
  }
  await expect(page.locator("main li h2")).toHaveCount(40);
  const html = await (await page.context().request.get(page.url())).body();
  test.info().annotations.push({ type: "HTML bytes", description: String(html.length) });
  expect(html.length).toBeLessThanOrEqual(MOST_HTML);
});

test.describe("search without script", () => {
  test.use({ javaScriptEnabled: false });
  const total = async (page: Page) =>
    Number(((await page.locator("main [aria-live] b").textContent()) ?? "").replaceAll(",", ""));

  test("finds, narrows, takes back, sorts and turns pages", async ({ page }) => {
    await page.goto(at("/"));
    await page.getByRole("searchbox").first().fill("公开");
    await page.getByRole("button", { name: "检索", exact: true }).first().click();
    await expect(page).toHaveURL(/\/reports\?q=/);
    const all = await total(page);
    expect(all).toBeGreaterThan(100);
    await expect(page.locator("main mark").first()).toHaveText("公开");

    const form = page.getByRole("form", { name: "筛选" });
    const box = form.getByRole("checkbox", { name: /^2023/ });
    const label = form
      .locator("label")
      .filter({ has: page.getByRole("checkbox", { name: /^2023/ }) });
    const count = Number(((await label.locator("b").textContent()) ?? "").replace(",", ""));
    await box.check();
    await form.getByRole("button", { name: "应用筛选" }).click();
    await expect(page).toHaveURL(/year=2023/);
    expect(await total(page)).toBe(count);
    expect(count).toBeLessThan(all);

    await form.getByRole("checkbox", { name: /有不成立/ }).check();
    await form.getByRole("button", { name: "应用筛选" }).click();
    const failing = await total(page);
    expect(failing).toBeGreaterThan(0);
    expect(failing).toBeLessThan(count);
    await expect(page.getByText(/项勾稽不成立/)).toHaveCount(Math.min(20, failing));

    await page.getByRole("link", { name: /去掉勾稽校验/ }).click();
    expect(await total(page)).toBe(count);
    await page.getByRole("link", { name: /去掉年度/ }).click();
    expect(await total(page)).toBe(all);
    await expect(page).toHaveURL(at(`/reports?q=${encodeURIComponent("公开")}`));

    await page.getByRole("link", { name: "新收申请", exact: true }).click();
    await expect(page).toHaveURL(/sort=received/);
    const received = (await page.getByText(/^新收 [\d,]+ 件$/).allInnerTexts()).map((text) =>
      Number(text.replace(/\D/g, "")),
    );
    expect(received.length).toBeGreaterThan(5);
    expect(received).toEqual(received.toSorted((a, b) => b - a));

    const titles = () => page.locator("main li h2").allInnerTexts();
    const first = await titles();
    await page.getByRole("link", { name: "下一页" }).click();
    await expect(page).toHaveURL(/page=2/);
    const second = await page
      .locator("main li h2 a")
      .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
    expect(second).toHaveLength(20);
    await page.getByRole("link", { name: "上一页" }).click();
    expect(await titles()).toEqual(first);
  });

  test("says what to do where nothing is found, and names what it did not understand", async ({
    page,
  }) => {
    await page.goto(at(`/reports?q=${encodeURIComponent("绝无此词zzq")}&year=2023`));
    await expect(page.getByText("没有符合全部条件的年报")).toBeVisible();
    const drop = page.getByRole("link", { name: "去掉“检索词”" });
    await drop.click();
    expect(await total(page)).toBeGreaterThan(0);
    await expect(page).toHaveURL(at("/reports?year=2023"));

    await page.goto(at("/reports?year=20x3&sort=best&page=9999&level=galaxy"));
    for (const parameter of ["year", "sort", "page", "level"])
      await expect(page.getByText(new RegExp(`参数 ${parameter} 的值`))).toBeVisible();
    await page.goto(at("/reports?q=%3Cscript%3Ealert(1)%3C/script%3E"));
    await expect(page.getByRole("searchbox", { name: "检索年报" })).toHaveValue(
      "<script>alert(1)</script>",
    );
  });

  test("leads from a result to the whole report", async ({ page }) => {
    await page.goto(at(`/reports?q=${encodeURIComponent("元江")}&year=2023`));
    await page.locator("main li h2 a").first().click();
    await expect(page).toHaveURL(/\/agencies\/530428/);
    await expect(page.locator('td[id^="cell-"]').first()).toBeVisible();
  });
});
