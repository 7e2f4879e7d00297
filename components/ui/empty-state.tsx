import type { ReactNode } from "react";

/** What stands where nothing is: a sentence that says why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-6 max-w-prose border-y border-rule py-9">
      <p className="font-serif text-xl font-bold">{title}</p>
      {children ? <div className="mt-2 text-ink-2">{children}</div> : null}
    </div>
  );
}
