import { createHash } from "node:crypto";
import { type RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { limiter } from "#lib/platform/rate-limit.commands.ts";
import { addressBlock } from "./client-address.ts";

const QUARTER_HOUR = 15 * 60;

/** Failures a quarter of an hour for one account; the next attempt locks it for another quarter. */
export const ACCOUNT_LIMIT = 5;
/** The same for one address: whole offices share one. */
export const ADDRESS_LIMIT = 30;
/** Attempts a minute from everybody whose address is not known. */
export const UNKNOWN_LIMIT = 120;

const accounts = limiter({
  keyPrefix: "account",
  points: ACCOUNT_LIMIT,
  duration: QUARTER_HOUR,
  blockDuration: QUARTER_HOUR,
});
const addresses = limiter({ keyPrefix: "address", points: ADDRESS_LIMIT, duration: QUARTER_HOUR });
const unknown = limiter({ keyPrefix: "unknown", points: UNKNOWN_LIMIT, duration: 60 });

/** Whether an attempt may go on, and whether it was the last one before the lock. */
export interface Admission {
  admitted: boolean;
  isLast: boolean;
}

/** Counts an attempt on an account, known or not, before its password is looked at, so that parallel guesses count too. */
export function admitToAccount(login: string): Promise<Admission> {
  return consume(accounts, accountKey(login));
}

/** Counts an attempt from an address, or from everybody whose address is unknown. */
export function admitAddress(address: string | null): Promise<Admission> {
  return address === null ? consume(unknown, "all") : consume(addresses, addressBlock(address));
}

/** After a success: the account's failures are forgotten and the address gets its attempt back. */
export async function forgive(login: string, address: string | null): Promise<void> {
  await accounts.delete(accountKey(login));
  if (address !== null) await addresses.reward(addressBlock(address));
}

/** Lifts the lock of an account (a new password was set for it). */
export async function unlockAccount(login: string): Promise<void> {
  await accounts.delete(accountKey(login));
}

/** Hashed: people type their password where the login belongs. */
function accountKey(login: string): string {
  return createHash("sha256").update(login, "utf8").digest("hex");
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<Admission> {
  try {
    const { remainingPoints } = await limiter.consume(key);
    return { admitted: true, isLast: remainingPoints === 0 };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { admitted: false, isLast: false };
    throw refusal;
  }
}
