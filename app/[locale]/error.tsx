"use client";

import { FaultView } from "#components/layout/fault-view.tsx";
import type { Locale } from "#i18n/locales.ts";

/** Reads the language off the page that broke: every page carries this script, so it is kept small. */
export default function ErrorPage(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  const locale: Locale = isEnglish ? "en" : "zh-CN";
  return <FaultView locale={locale} digest={props.error.digest ?? null} retry={props.reset} />;
}
