import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

const flag = z.stringbool().default(false);
const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""));
const networks = list.refine((all) => all.every(isNetwork), "must be addresses or networks (CIDR)");
const count = (from: number, to: number, fallback: number) =>
  z.coerce.number().int().min(from).max(to).default(fallback);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    hostname: /.+/,
    error: "must look like postgresql://user:password@host:5432/name",
  }),
  DATABASE_POOL: count(1, 500, 10),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters, chosen at random"),
  HOST: z.string().default("127.0.0.1"),
  PORT: count(1, 65_535, 3000),
  SITE_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:3000"),
  /** Addresses or networks (CIDR) of the proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: networks,
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().optional(),
  GONGKAI_DEMO: flag,
  WORKER_CONCURRENCY: count(1, 64, 4),
  /** Lines of the footer, shown only when set. */
  SITE_NAME: z.string().optional(),
  SITE_ORGANISER: z.string().optional(),
  SITE_CONTACT: z.string().optional(),
  SITE_ID_CODE: z.string().optional(),
  SITE_ICP: z.string().optional(),
  SITE_POLICE: z.string().optional(),
});

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const bits = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  if (prefix === undefined) return bits > 0;
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}

/** The settings of this process, checked. */
export type Env = z.infer<typeof schema>;

/** Thrown where a setting is missing or wrong; its message lists every one of them. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Checks a set of variables (an empty one counts as unset); throws an EnvError that names all that is wrong. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${given[name] === undefined ? "is not set" : issue.message}`;
  });
  throw new EnvError(`The configuration is not usable:\n${lines.join("\n")}`);
}

const localFile = z.record(z.string(), z.string());

/** What `npm start` wrote for its own database, so that the command line finds it too. */
function localSettings(): Record<string, string> {
  if (process.env.DATABASE_URL || process.env.VITEST) return {};
  try {
    return localFile.parse(JSON.parse(readFileSync(".data/env.json", "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new EnvError(`.data/env.json cannot be read: ${String(error)}`);
  }
}

let parsed: Env | undefined;

/** The settings, read and checked at the first call; throws an EnvError that lists everything wrong. */
export function env(): Env {
  parsed ??= parseEnv({ ...localSettings(), ...process.env });
  return parsed;
}

/** How much is logged; apart from `env()`, so that a wrong configuration can still be reported. */
export function logLevel(): string {
  const level = process.env.LOG_LEVEL ?? "info";
  return /^(trace|debug|info|warn|error|fatal|silent)$/.test(level) ? level : "info";
}
