import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Small facts in one line under a heading; give them as `span`s. */
export function MetaLine({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classNames("flex flex-wrap gap-x-4 text-sm text-ink-2", className)}>
      {children}
    </div>
  );
}
