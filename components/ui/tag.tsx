import type { ReactNode } from "react";

/** A word about a thing, in a frame; colour is never its only sign. */
export function Tag({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "alarm";
  children: ReactNode;
}) {
  const hue = tone === "alarm" ? "border-alarm text-alarm" : "border-rule-2 text-ink-2";
  return (
    <span className={`inline-block rounded-sm border px-1.5 text-xs whitespace-nowrap ${hue}`}>
      {children}
    </span>
  );
}
