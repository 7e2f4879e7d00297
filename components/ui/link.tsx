import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localePath } from "#i18n/path.ts";

type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string };

/** A plain anchor to a path of the portal in the reader's language; no script, no prefetching. */
export function Link({ href, ...rest }: LinkProps) {
  const locale = useLocale();
  return <a href={href.startsWith("/") ? localePath(locale, href) : href} {...rest} />;
}
