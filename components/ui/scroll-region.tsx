import type { ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";

interface ScrollRegionProps {
  label: string;
  id?: string;
  ref?: Ref<HTMLElement>;
  className?: string;
  /** `bare`: how it looks and scrolls, its class says alone. */
  look?: "table" | "bare";
  children: ReactNode;
}

/** A box that scrolls (a table sideways) and can be reached by keyboard; `label` says what is in it. */
export function ScrollRegion({ label, id, ref, className, look, children }: ScrollRegionProps) {
  return (
    <section
      id={id}
      ref={ref}
      className={classNames(look === "bare" ? "" : "scroll my-4", className)}
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </section>
  );
}
