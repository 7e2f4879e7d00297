import { cache } from "react";
import { agencyIdIn } from "#lib/agencies/address.ts";
import { now } from "#lib/platform/clock.ts";
import { publicReport } from "#lib/reports/queries-public.ts";

const WHOLE_NUMBER = /^[1-9]\d{0,3}$/;

/** A number in an address, or null: the page then says that there is nothing here. */
export function numberIn(text: string): number | null {
  return WHOLE_NUMBER.test(text) ? Number(text) : null;
}

/** The public report at an address, read once for the head and the body of a page. */
export const reportAt = cache(async (segment: string, year: string, version?: string) => {
  const id = agencyIdIn(segment);
  const [asked, number] = [numberIn(year), version === undefined ? undefined : numberIn(version)];
  if (id === null || asked === null || number === null) return null;
  return publicReport(id, asked, now(), number);
});
