/** `npm run migrate`: brings DATABASE_URL to the newest schema; for deployments that do not use `npm start`. */
import { env } from "#lib/platform/env.ts";
import { migrate } from "#prisma/migrate.ts";

const applied = await migrate(env().DATABASE_URL);
console.log(applied.length === 0 ? "Nothing new." : `Applied: ${applied.join(", ")}`);
