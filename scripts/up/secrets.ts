import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const schema = z.object({
  auth: z.string(),
  database: z.string(),
  meili: z.string(),
});

/** Made once and kept: losing them would lock people out of the database and sign everyone out. */
export type Secrets = z.infer<typeof schema>;

/** Writes a file only its owner may read, whole or not at all. */
export function writePrivate(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The secrets of this folder, generated at its first start. */
export function keepSecrets(file: string): Secrets {
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  const fresh = () => randomBytes(32).toString("base64url");
  const secrets = { auth: fresh(), database: fresh(), meili: fresh() };
  writePrivate(file, secrets);
  return secrets;
}
