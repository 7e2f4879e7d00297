import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundView } from "#components/layout/not-found-view.tsx";
import { answerWith } from "#lib/platform/response-status.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title"), robots: { index: false } };
}

/** Every address that names no page: the 404 keeps its masthead, its language, and needs no script. */
export default function UnknownPage() {
  answerWith(404);
  return <NotFoundView />;
}
