"use client";

import { usePathname } from "next/navigation";
import { FaultView } from "#components/layout/fault-view.tsx";
import { localeOf } from "#i18n/path.ts";

export default function ErrorPage(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <FaultView
      locale={localeOf(usePathname())}
      digest={props.error.digest ?? null}
      retry={props.reset}
    />
  );
}
