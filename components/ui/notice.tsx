import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A passage set apart: `alarm` for what is wrong, `plain` for what one should know. */
export function Notice({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"div"> & { tone?: "plain" | "alarm" }) {
  const hue = tone === "alarm" ? "border-alarm bg-alarm-wash" : "border-accent bg-accent-wash";
  return (
    <div
      className={classNames(
        "my-4 max-w-note border-s-[3px] px-4 py-3 [&>p:last-child]:mb-0 [&>p]:mb-2",
        hue,
        className,
      )}
      {...rest}
    />
  );
}
