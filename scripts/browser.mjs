/** Finds a Chromium for the browser tests. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function ownOfPlaywright() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

/** The path of a Chromium (PLAYWRIGHT_CHROMIUM, the system's, Playwright's own), or how to get one. */
export async function browserOrHint() {
  const given = process.env.PLAYWRIGHT_CHROMIUM;
  if (given && !isProgram(given)) {
    return { hint: `PLAYWRIGHT_CHROMIUM names ${given}, which is no program.` };
  }
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const system = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [given, ...system, await ownOfPlaywright()].find((file) => file && isProgram(file));
  if (path !== undefined) return { path };
  return {
    hint: "No Chromium was found, so the browser tests were skipped; get one with: apt-get install -y chromium fonts-noto-cjk (or: npx playwright install chromium)",
  };
}
