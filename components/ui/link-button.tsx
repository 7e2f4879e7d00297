import type { ComponentProps } from "react";
import { LOOKS, type Look, SHAPE } from "./button-look.ts";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";

/** A link that stands where a button would. */
export function LinkButton({
  look = "plain",
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={classNames(SHAPE, LOOKS[look], className)} {...rest} />;
}
