import { defineConfig } from "prisma/config";

/** Read by the prisma command alone; the application takes its address from lib/platform/env.ts. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/gongkai" },
});
