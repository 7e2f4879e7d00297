"use client";

import { FaultView } from "#components/layout/fault-view.tsx";
import { DEFAULT_LOCALE, type Locale } from "#i18n/locales.ts";
import "./globals.css";

/** Stands in for the whole page where even its frame broke. */
export default function GlobalError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale: Locale = DEFAULT_LOCALE;
  return (
    <html lang={locale}>
      <body>
        <FaultView locale={locale} digest={props.error.digest ?? null} retry={props.reset} />
      </body>
    </html>
  );
}
