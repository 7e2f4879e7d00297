import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";

const here = import.meta.dirname;

/** No table is managed by anyone else in this schema. */
export const filters = { externalTables: [], externalEnums: [] };

/**
 * The driver with its scripts sent whole, as the native engine sends them: it would cut them at every
 * semicolon, those inside a function's body included.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }
}

/** The schema file as the engine takes it. */
export function schemaFile(): { path: string; content: string } {
  const path = join(here, "schema.prisma");
  return { path, content: readFileSync(path, "utf8") };
}

/** Prisma's own schema engine, compiled to WebAssembly, on a database; free() it afterwards. */
export async function engineOn(databaseUrl: string): Promise<SchemaEngine> {
  const { path, content } = schemaFile();
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new WholeScripts({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 }),
  );
  return SchemaEngine.new({ datamodels: [[path, content]] }, () => {}, adapter);
}
