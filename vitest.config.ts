import { defineConfig } from "vitest/config";

/** What `env()` sees in tests; a test that needs a database gets its own (lib/testing/database.ts). */
const env = {
  AUTH_SECRET: "a secret that only the tests know, of some length",
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  SITE_URL: "http://127.0.0.1:3000",
  LOG_LEVEL: "silent",
};
const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          env,
          setupFiles: ["lib/testing/property-seed.ts"],
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          // Rules hold no state and no test replaces a module: loading them anew for each file was half the time.
          isolate: false,
          // Left to itself, one of two cores would stand still.
          maxWorkers: "100%",
          // Some start a process for each case, which takes long on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          env,
          setupFiles: ["lib/testing/property-seed.ts"],
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["lib/testing/database-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
