import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** A box that scrolls sideways and can be reached by keyboard; `label` says what is in it. */
export function ScrollRegion(props: { label: string; className?: string; children: ReactNode }) {
  return (
    <section
      className={classNames("scroll my-4", props.className)}
      aria-label={props.label}
      tabIndex={0}
    >
      {props.children}
    </section>
  );
}
