import { addressBlock } from "#lib/identity/client-address.ts";
import { type Allowance, admission } from "#lib/platform/admission.commands.ts";
import { type Result, refused } from "#lib/platform/result.ts";
import { ADDRESS_LIMIT, COMMON_LIMIT, UNKNOWN_LIMIT } from "./limits.ts";
import type { CheckRefusal } from "./refusal.ts";

const admit = admission("check", {
  address: ADDRESS_LIMIT,
  unknown: UNKNOWN_LIMIT,
  everybody: COMMON_LIMIT,
});

/** Counts one check of a caller (null: address not known) before a byte of it is read; refuses the one too many. */
export async function admitCheck(address: string | null): Promise<Result<Allowance, CheckRefusal>> {
  const admitted = await admit(address === null ? null : addressBlock(address));
  if (admitted.ok) return admitted;
  return refused("check.too-often", { seconds: admitted.refusal.facts?.seconds ?? 1 });
}
