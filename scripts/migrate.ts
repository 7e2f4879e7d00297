/** `npm run migrate`: brings DATABASE_URL to the newest schema; for deployments that do not use `npm start`. */
import { EnvError, env } from "#lib/platform/env.ts";
import { MigrationError, migrate } from "#prisma/migrate.ts";

try {
  const applied = await migrate(env().DATABASE_URL);
  console.log(applied.length === 0 ? "Nothing new." : `Applied: ${applied.join(", ")}`);
} catch (error) {
  if (!(error instanceof MigrationError || error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
