import { type RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressBlock } from "#lib/identity/client-address.ts";
import { limiter } from "#lib/platform/rate-limit.commands.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { ADDRESS_LIMIT, COMMON_LIMIT, UNKNOWN_LIMIT } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

const MINUTE = 60;
const addresses = limiter({
  keyPrefix: "check-address",
  points: ADDRESS_LIMIT,
  duration: MINUTE,
});
const unknown = limiter({ keyPrefix: "check-unknown", points: UNKNOWN_LIMIT, duration: MINUTE });
const everybody = limiter({ keyPrefix: "check-all", points: COMMON_LIMIT, duration: MINUTE });

/** What a caller has left of this minute. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the count begins anew. */
  resetSeconds: number;
}

/** Counts one check of a caller (null: address not known) before a byte of it is read; refuses the one too many. */
export async function admitCheck(address: string | null): Promise<Result<Allowance, CheckRefusal>> {
  const own = address === null ? unknown : addresses;
  const counted = await consume(own, address === null ? "all" : addressBlock(address));
  if (!counted.ok) return counted;
  const common = await consume(everybody, "all");
  return common.ok ? counted : common;
}

async function consume(
  limit: RateLimiterPostgres,
  key: string,
): Promise<Result<Allowance, CheckRefusal>> {
  try {
    const { remainingPoints, msBeforeNext } = await limit.consume(key);
    const resetSeconds = Math.ceil(msBeforeNext / 1000);
    return done({ limit: limit.points, remaining: remainingPoints, resetSeconds });
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refused("check.too-often", { seconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}
