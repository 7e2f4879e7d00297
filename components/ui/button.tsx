import type { ComponentProps } from "react";
import { LOOKS, type Look, SHAPE } from "./button-look.ts";
import { classNames } from "./class-names.ts";

/** What a person presses to act; one primary button a view. */
export function Button({
  look = "primary",
  className,
  type = "submit",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type={type} className={classNames(SHAPE, LOOKS[look], className)} {...rest} />;
}
