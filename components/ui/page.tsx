import type { ReactNode } from "react";

/** The width and the margins of every page. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-page px-[clamp(1rem,3vw,2rem)] pb-14">{children}</div>
  );
}
