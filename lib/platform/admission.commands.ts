import { type RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { limiter } from "./rate-limit.commands.ts";
import { done, type Refusal, type Result, refused } from "./result.ts";

const MINUTE = 60;

/** What a caller has left of this minute. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  resetSeconds: number;
}

export type TooOften = Refusal<"too-often", { seconds: number }>;

/** Calls a minute: from one address, from all whose address is not known, and from everybody (null: not counted). */
export interface Limits {
  address: number;
  unknown: number;
  everybody: number | null;
}

/** Counts a call of an address (null: not known) before any work is done for it, across all processes; refuses the one too many. */
export type Admit = (address: string | null) => Promise<Result<Allowance, TooOften>>;

/** Makes the counter of one kind of call; `name` tells its keys from those of other kinds. */
export function admission(name: string, limits: Limits): Admit {
  const counter = (who: string, points: number) =>
    limiter({ keyPrefix: `${name}-${who}`, points, duration: MINUTE });
  const addresses = counter("address", limits.address);
  const unknown = counter("unknown", limits.unknown);
  const everybody = limits.everybody === null ? null : counter("all", limits.everybody);
  return async (address) => {
    const counted = await (address === null
      ? consume(unknown, "all")
      : consume(addresses, address));
    if (!counted.ok || everybody === null) return counted;
    const common = await consume(everybody, "all");
    return common.ok ? counted : common;
  };
}

async function consume(
  limit: RateLimiterPostgres,
  key: string,
): Promise<Result<Allowance, TooOften>> {
  try {
    const { remainingPoints, msBeforeNext } = await limit.consume(key);
    const resetSeconds = Math.ceil(msBeforeNext / 1000);
    return done({ limit: limit.points, remaining: remainingPoints, resetSeconds });
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refused("too-often", { seconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/** An answer with what the caller has left, where nobody keeps it: a shared cache would tell one visitor's count to all. */
export function withAllowance(response: Response, admitted: Result<Allowance>): Response {
  if (!response.headers.get("cache-control")?.includes("no-store")) return response;
  for (const [name, value] of Object.entries(allowanceHeaders(admitted)))
    response.headers.set(name, value);
  return response;
}

/** What an answer says of the limit, refused or not. */
export function allowanceHeaders(admitted: Result<Allowance>): Record<string, string> {
  if (!admitted.ok) return { "RateLimit-Remaining": "0" };
  const { limit, remaining, resetSeconds } = admitted.value;
  return {
    "RateLimit-Limit": String(limit),
    "RateLimit-Remaining": String(remaining),
    "RateLimit-Reset": String(resetSeconds),
  };
}
