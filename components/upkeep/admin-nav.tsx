"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

const PAGES = [
  { key: "queue", path: "/admin" },
  { key: "search", path: "/admin/search" },
] as const;

/** The pages of the administration, for those who have more than one. */
export function AdminNav() {
  const t = useTranslations("admin.nav");
  const here = usePathname();
  return (
    <nav aria-label={t("label")}>
      <ul className="flex flex-wrap gap-x-5">
        {PAGES.map(({ key, path }) => (
          <li key={key}>
            <Link
              href={path}
              aria-current={here.endsWith(path) ? "page" : undefined}
              className="link flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
