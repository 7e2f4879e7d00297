import { RateLimiterPostgres } from "rate-limiter-flexible";
import { db } from "./db.ts";

/** What rate-limiter-flexible asks of a PostgreSQL client, answered by Prisma's connections. */
const store = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const found = await db().$queryRawUnsafe<{ points?: number; expire?: bigint | null }[]>(
      text,
      ...values,
    );
    const rows = found.map((row) => ({
      ...row,
      expire: row.expire == null ? null : Number(row.expire),
    }));
    return { rows, rowCount: rows.length };
  },
};

/** A limit counted in the database, so that it holds across processes; durations in seconds, keys are told apart by their prefix. */
export function limiter(given: {
  keyPrefix: string;
  points: number;
  duration: number;
  blockDuration?: number;
}): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    tableName: "RateLimit",
    tableCreated: true,
    ...given,
  });
}
