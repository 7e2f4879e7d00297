import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { at } from "./people.ts";

/** What a page did besides showing itself. */
export interface Watched {
  /** Errors it wrote to the console or threw. */
  errors: string[];
  /** Requests to anywhere but the portal. */
  foreign: string[];
  /** Bytes of each script it loaded, as gzip sends it. */
  scripts: Map<string, number>;
  /** Waits until every answer has been looked at. */
  settled: () => Promise<unknown>;
}

/** Watches a page from before it is opened; the note of the browser that the page itself is an error (404, 410) is none. */
export function watch(page: Page): Watched {
  const reading: Promise<unknown>[] = [];
  const scripts = new Map<string, number>();
  const watched = { errors: [] as string[], foreign: [] as string[] };
  page.on("console", (message) => {
    const isOwnStatus = message.location().url === page.url() && /status of 4/.test(message.text());
    if (message.type() === "error" && !isOwnStatus) watched.errors.push(message.text());
  });
  page.on("pageerror", (error) => watched.errors.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== at("")) watched.foreign.push(request.url());
  });
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const read = response.body().then((body) => scripts.set(response.url(), gzipSync(body).length));
    reading.push(read);
  });
  return { ...watched, scripts, settled: () => Promise.all(reading) };
}

/** Fails where the page can be scrolled sideways as a whole. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(wide, "pixels the page is wider than its window").toBeLessThanOrEqual(0);
}
