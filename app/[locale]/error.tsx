"use client";

import { FaultView } from "#components/layout/fault-view.tsx";
import { localeOf } from "#i18n/path.ts";

/** Reads the address itself: the router's hooks would cost every page some kilobytes of script. */
export default function ErrorPage(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const path = typeof window === "undefined" ? "/" : window.location.pathname;
  const digest = props.error.digest ?? null;
  return <FaultView locale={localeOf(path)} digest={digest} retry={props.reset} />;
}
