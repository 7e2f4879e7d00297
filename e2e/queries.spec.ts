import { expect, test } from "@playwright/test";
import { freePort } from "#lib/platform/embedded/port.ts";
import { ended, startWeb, untilReady } from "./support/process.ts";
import { queryCounter } from "./support/query-counter.ts";

const MOST = 6;
/** Where nothing was found the page asks what would give something: each way on is counted. */
const MOST_FOR_NOTHING = 20;
const PAGES = {
  home: "/",
  search: `/reports?q=${encodeURIComponent("公开")}&year=2023&size=40`,
  "search in a place": `/reports?q=${encodeURIComponent("元江")}&check=fail`,
  report: "/agencies/530428-office/2023",
  agency: "/agencies/530428-office",
};
const NOTHING = "search that finds nothing";
const ALL = { ...PAGES, [NOTHING]: `/reports?q=${encodeURIComponent("园江县")}&received.min=1` };

test(`a public page asks the database at most ${MOST} times`, async () => {
  const counter = await queryCounter(process.env.DATABASE_URL ?? "");
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: counter.url, SITE_URL: site, NEXTAUTH_URL: site, PORT: String(port) };
  const web = startWeb("web-counted", port, { ...process.env, NODE_ENV: "production", ...env });
  try {
    await untilReady(`${site}/api/ready`);
    for (const [name, path] of Object.entries(ALL))
      await test.step(name, async () => {
        await (await fetch(`${site}${path}`)).text();
        counter.reset();
        const answer = await fetch(`${site}${path}`);
        expect(answer.status).toBe(200);
        await answer.text();
        const asked = counter.statements();
        const description = `${name} ${asked.length}`;
        test.info().annotations.push({ type: "queries", description });
        expect(asked.length, name).toBeGreaterThan(0);
        const said = `${name}:\n${asked.map((sql) => sql.slice(0, 160)).join("\n")}`;
        const most = name === NOTHING ? MOST_FOR_NOTHING : MOST;
        expect.soft(asked.length, said).toBeLessThanOrEqual(most);
      });
  } finally {
    await ended(web);
    counter.close();
  }
});
