/** How a button looks: one primary button a view. */
export type Look = "primary" | "plain" | "alarm";

export const SHAPE =
  "inline-flex min-h-11 items-center justify-center rounded-sm border px-[1.1rem] py-[.55rem] leading-snug no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-60";
export const LOOKS: Readonly<Record<Look, string>> = {
  primary: "border-accent bg-accent text-on-accent hover:underline",
  plain: "border-accent bg-transparent text-accent hover:bg-accent-wash",
  alarm: "border-alarm bg-transparent text-alarm hover:bg-alarm-wash",
};
