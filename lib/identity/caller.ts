import { env } from "#lib/platform/env.ts";
import { addressBlock, clientAddress } from "./client-address.ts";

/** Whom a request is counted as: an address or its block; null where it is not known. */
export function callerOf(request: Request): string | null {
  const address = clientAddress(request.headers.get("x-forwarded-for"), env().TRUSTED_PROXIES);
  return address === null ? null : addressBlock(address);
}
