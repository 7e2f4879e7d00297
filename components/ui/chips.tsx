import type { ReactNode } from "react";
import { Link } from "./link.tsx";

/** A choice in force that a click takes back; `removeLabel` says so to those who do not see the cross. */
export function Chip(props: {
  href: string;
  kind?: string;
  label: ReactNode;
  removeLabel: string;
}) {
  return (
    <Link
      href={props.href}
      className="inline-flex min-h-9 items-center gap-x-1.5 rounded-sm bg-accent-wash px-2.5 py-0.5 text-md text-ink no-underline hover:underline"
      aria-label={props.removeLabel}
    >
      {props.kind ? <span className="text-ink-2">{props.kind}</span> : null}
      <span>{props.label}</span>
      <span aria-hidden="true">×</span>
    </Link>
  );
}

/** The row in which chips stand. */
export function Chips({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 py-3">{children}</div>;
}
