import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

const flag = z.stringbool({ error: "must be 1 or 0" });
const web = z.url({ protocol: /^https?$/, error: "must be an address such as http://host:port" });
const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""));
const bucket = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "must be a bucket's name: a-z, 0-9, dots and hyphens",
  );
const networks = list.refine((all) => all.every(isNetwork), "must be addresses or networks (CIDR)");
const count = (from: number, to: number, fallback: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .refine(
      (value) => Number.isInteger(value) && value >= from && value <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .default(fallback);

const schema = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], { error: "must be production or development" })
    .default("production"),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    hostname: /.+/,
    error: "must look like postgresql://user:password@host:5432/name",
  }),
  DATABASE_POOL: count(1, 500, 10),
  /** How long the web server lets a statement run; the worker and the command line have no limit. */
  STATEMENT_TIMEOUT_MS: count(100, 600_000, 5_000),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters, chosen at random"),
  HOST: z.string().default("127.0.0.1"),
  PORT: count(1, 65_535, 3000),
  /** The public address; where the server listens, unless it is set. */
  SITE_URL: web.optional(),
  /** Addresses or networks (CIDR) of the proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: networks,
  MEILI_URL: web.optional(),
  MEILI_KEY: z.string().optional(),
  GONGKAI_DEMO: flag.default(false),
  WORKER_CONCURRENCY: count(1, 64, 4),
  /** Where original files are kept, and how large one may be. */
  FILE_STORE: z.enum(["database", "s3"], { error: "must be database or s3" }).default("database"),
  FILE_LIMIT_MB: count(1, 20, 20),
  S3_ENDPOINT: web.optional(),
  S3_BUCKET: bucket.optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_KEY: z.string().optional(),
  S3_SECRET: z.string().optional(),
  /** 1 where the bucket stands in the path (most servers of one's own), 0 where it stands before the host. */
  S3_PATH_STYLE: flag.default(true),
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

/** What `npm start` is given: it brings a database and a secret of its own where none is named. */
const startSchema = schema
  .partial({ DATABASE_URL: true, AUTH_SECRET: true })
  .extend({ GONGKAI_DEMO: flag.optional() });

/** What the object store needs where files are kept there. */
const S3_NEEDS = ["S3_ENDPOINT", "S3_BUCKET", "S3_KEY", "S3_SECRET"] as const;

/** The settings of this process, checked. */
export type Env = z.infer<typeof schema> & { SITE_URL: string };

/** The settings of `npm start`, checked. */
export type StartEnv = z.infer<typeof startSchema> & { SITE_URL: string };

/** Thrown where a setting is missing or wrong; its message lists every one of them. */
export class EnvError extends Error {
  override name = "EnvError";
}

/** Where a server that listens on this host is asked from the same machine. */
export function reachedAt(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** A set of variables; an empty one counts as unset. */
type Variables = Record<string, string | undefined>;

function check<T extends { HOST: string; PORT: number; SITE_URL?: string | undefined }>(
  shape: z.ZodType<T>,
  variables: Variables,
): T & { SITE_URL: string } {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { data, error } = shape.safeParse(given);
  const lines = (error?.issues ?? []).map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${given[name] === undefined ? "is not set" : issue.message}`;
  });
  if (given.FILE_STORE === "s3")
    for (const name of S3_NEEDS) if (!given[name]) lines.push(`  ${name}: is not set`);
  if (!data || lines.length > 0)
    throw new EnvError(`The configuration is not usable:\n${lines.join("\n")}`);
  return { ...data, SITE_URL: data.SITE_URL ?? reachedAt(data.HOST, data.PORT) };
}

/** Checks the variables of a process; throws an EnvError that names all that is wrong. */
export function parseEnv(variables: Variables): Env {
  return check(schema, variables);
}

/** Checks the variables that `npm start` was given; throws an EnvError that names all that is wrong. */
export function parseStartEnv(variables: Variables): StartEnv {
  return check(startSchema, variables);
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
