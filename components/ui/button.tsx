import type { ComponentProps } from "react";
import { LOOKS, type Look, SHAPE } from "./button-look.ts";
import { classNames } from "./class-names.ts";

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  /** Whether what it does is being done: it keeps the focus, and its form takes no second press. */
  isBusy?: boolean;
}

/** What a person presses to act; one primary button a view. */
export function Button({
  look = "primary",
  className,
  type = "submit",
  isBusy = false,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(SHAPE, LOOKS[look], className)}
      aria-disabled={isBusy || undefined}
      {...rest}
    />
  );
}
