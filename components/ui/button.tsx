import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

type Look = "primary" | "plain" | "alarm";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center rounded-sm border px-[1.1rem] py-[.55rem] leading-snug no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60";
const LOOKS: Readonly<Record<Look, string>> = {
  primary: "border-accent bg-accent text-on-accent hover:underline",
  plain: "border-accent bg-transparent text-accent hover:bg-accent-wash",
  alarm: "border-alarm bg-transparent text-alarm hover:bg-alarm-wash",
};

/** What a person presses to act; one primary button a view. */
export function Button({
  look = "primary",
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={classNames(SHAPE, LOOKS[look], className)} {...rest} />;
}

/** A link that stands where a button would. */
export function LinkButton({
  look = "plain",
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={classNames(SHAPE, LOOKS[look], className)} {...rest} />;
}
