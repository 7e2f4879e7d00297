/**
 * `npm run db:init-migration`: writes the first migration anew from schema.prisma, or, with a name
 * and the older schema (`-- NAME OLD_SCHEMA_FILE`), the SQL of the step between the two.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testCluster } from "#lib/testing/cluster.ts";
import { engineOn, filters, schemaFile } from "./engine.ts";

const [name = "20261101000000_init", oldSchema] = process.argv.slice(2);
// The engine insists on a database it can reach, although comparing two schemas needs none.
const cluster = await testCluster();
const engine = await engineOn(cluster.adminUrl);
const schema = schemaFile();
const { stdout } = await engine.diff({
  from:
    oldSchema === undefined
      ? { tag: "empty" }
      : {
          tag: "schemaDatamodel",
          files: [{ path: schema.path, content: readFileSync(oldSchema, "utf8") }],
        },
  to: { tag: "schemaDatamodel", files: [schema] },
  script: true,
  exitCode: null,
  filters,
});
const folder = join(import.meta.dirname, "migrations");
mkdirSync(join(folder, name), { recursive: true });
writeFileSync(join(folder, name, "migration.sql"), stdout ?? "");
await cluster.stop();
writeFileSync(
  join(folder, "migration_lock.toml"),
  '# Read by the prisma command; do not edit.\nprovider = "postgresql"\n',
);
console.log(`prisma/migrations/${name}/migration.sql`);
process.exit(0);
