import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id as OWASP's password storage cheat sheet asks: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let nobody: Promise<string> | undefined;

/** The encoded argon2id hash of a password, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), PARAMETERS);
}

/** Whether the password fits; a null hash (no such account) costs the same time and never fits. */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString("hex"));
  const unusable = await nobody;
  const fits = await verify(encoded ?? unusable, password.normalize("NFKC"));
  return fits && encoded !== null;
}
