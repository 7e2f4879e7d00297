import { join } from "node:path";
import { z } from "zod";
import { StartRefusal } from "#lib/platform/embedded/account.ts";

const schema = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, hostname: /.+/ }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  GONGKAI_DEMO: z.stringbool().default(false),
});

/** What the start was asked to do. */
export type Options = z.infer<typeof schema> & { dev: boolean };

/** What a child process sees. */
export type Variables = Record<string, string | undefined>;

/** The project's folder, and the one that everything this start makes is kept in. */
export const ROOT = join(import.meta.dirname, "../..");
export const DATA = join(ROOT, ".data");

const MEANING: Record<string, string> = {
  DATABASE_URL: "must look like postgresql://user:password@host:5432/name",
  PORT: "must be a number from 1 to 65535",
  AUTH_SECRET: "must have at least 32 characters",
  GONGKAI_DEMO: "must be 1 or 0",
};

/** Reads the environment and the arguments; throws a StartRefusal that names each wrong variable. */
export function readOptions(variables: Variables, args: readonly string[]): Options {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown !== undefined) throw new StartRefusal(`Unknown option ${unknown}: there is --dev.`);
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return { ...parsed.data, dev: args.includes("--dev") };
  const wrong = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `${name} ${MEANING[name] ?? "must be an address such as http://host:port"}`;
  });
  throw new StartRefusal(`The configuration is not usable: ${wrong.join("; ")}.`);
}
