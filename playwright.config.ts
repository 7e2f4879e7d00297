import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** The browser of the system where there is one, else Playwright's own. */
const chromium = [
  process.env.PLAYWRIGHT_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A busy machine needs longer for the pages with many tables; one that is slow twice has failed.
  timeout: 120_000,
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  globalSetup: "./e2e/support/stack.ts",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    // A trace of every test takes a good part of its time: where a failed one is tried again, that try is traced.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
