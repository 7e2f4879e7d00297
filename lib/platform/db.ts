import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#generated/prisma/client.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { retrying } from "./retry.ts";

declare const insideTransaction: unique symbol;

/** Anything that can be asked: the client, or a transaction. */
export type Db = Prisma.TransactionClient;

/** A running transaction; only `transaction()` makes one, so a write that needs one cannot be had without. */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

interface Held {
  url: string;
  client: PrismaClient;
  state: { isClosing: boolean };
}

/** One client a process, however often a bundler loads this file. */
const store: { [key: symbol]: Held | undefined } = globalThis as never;
const KEY = Symbol.for("gongkai.db");
const limits: { [key: symbol]: number | undefined } = globalThis as never;
const LIMIT = Symbol.for("gongkai.db.limit");

/** Has every connection opened from now on cancel statements that take longer: for processes that people wait for. */
export function limitStatements(ms: number): void {
  limits[LIMIT] = ms;
}

function open(url: string, max: number): Held {
  const limit = limits[LIMIT];
  const state = { isClosing: false };
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max,
      connectionTimeoutMillis: 5_000,
      application_name: "gongkai",
      ...(limit === undefined ? {} : { statement_timeout: limit }),
    },
    {
      // A connection that is being closed may still be told that its database goes away.
      onPoolError: (error) => {
        if (!state.isClosing) log.warn({ err: error }, "an idle database connection failed");
      },
      onConnectionError: (error) => log.warn({ err: error }, "a database connection failed"),
    },
  );
  return { url, client: new PrismaClient({ adapter }), state };
}

/** The client of this process; connects at its first query. */
export function db(): PrismaClient {
  const held = store[KEY] ?? open(env().DATABASE_URL, env().DATABASE_POOL);
  store[KEY] = held;
  return held.client;
}

/** Points this process at another database than DATABASE_URL (tests and tools), closing what was open. */
export async function useDatabase(url: string, pool = 10): Promise<PrismaClient> {
  await closeDatabase();
  const held = open(url, pool);
  store[KEY] = held;
  return held.client;
}

/** Closes every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const held = store[KEY];
  store[KEY] = undefined;
  if (!held) return;
  held.state.isClosing = true;
  await held.client.$disconnect();
}

/**
 * Runs `fn` in one transaction (read committed unless asked otherwise); a deadlock or serialization
 * failure runs it again, so it must do nothing outside the database. A throw rolls everything back.
 */
export async function transaction<T>(
  fn: (tx: Tx) => Promise<T>,
  isolationLevel: Prisma.TransactionIsolationLevel = "ReadCommitted",
): Promise<T> {
  return retrying(() =>
    db().$transaction((tx) => fn(tx as Tx), { isolationLevel, maxWait: 5_000, timeout: 60_000 }),
  );
}
