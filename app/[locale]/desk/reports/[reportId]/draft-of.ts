import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { now } from "#lib/platform/clock.ts";
import { draftForEditing } from "#lib/reports/queries-desk.ts";
import { signedIn } from "../../../signed-in.ts";

/** The draft at an address, read once for the head and the body of a page. */
export const draftOf = cache(async (reportId: string) =>
  draftForEditing(await signedIn(), reportId, now()),
);

/** The head of a page of a draft: whose report it is, and of which year; `part` says which page. */
export async function draftMetadata(reportId: string, part?: string): Promise<Metadata> {
  const t = await getTranslations("desk");
  const found = await draftOf(reportId);
  if (!found.ok) return { title: t("title"), robots: { index: false } };
  const { agency, year } = found.value;
  const title = t("editor.title", { agency: agency.name, year: String(year) });
  return { title: part ? `${part} · ${title}` : title, robots: { index: false } };
}
