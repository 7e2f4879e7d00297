import { useTranslations } from "next-intl";
import { Link } from "./link.tsx";

export interface Crumb {
  label: string;
  /** Absent on the page one is on. */
  href?: string;
}

/** 当前位置: the way down to this page. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  const t = useTranslations("common.breadcrumbs");
  return (
    <nav aria-label={t("label")} className="py-3 text-sm text-ink-2">
      <ol className="flex flex-wrap items-baseline gap-x-1.5">
        <li>{t("lead")}</li>
        {trail.map(({ label, href }, index) => (
          <li key={`${href}${label}`} className="flex items-baseline gap-x-1.5">
            {href ? (
              <Link href={href} className="link inline-block py-0.5">
                {label}
              </Link>
            ) : (
              <span aria-current={index === trail.length - 1 ? "page" : undefined}>{label}</span>
            )}
            {index < trail.length - 1 ? <span aria-hidden="true">›</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
