import { useTranslations } from "next-intl";
import { SECTION_KEYS } from "#lib/editions/content.ts";

/** The six sections of the form; beside the text on a wide page, a row that scrolls on a narrow one. */
export function ReportToc() {
  const t = useTranslations("report.toc");
  return (
    <nav aria-label={t("label")} className="min-w-0 lg:sticky lg:top-4">
      <ol className="flex gap-x-1 overflow-x-auto border-b border-rule text-md lg:block lg:border-b-0">
        {SECTION_KEYS.map((key) => (
          <li key={key} className="shrink-0">
            <a
              href={`#${key}`}
              className="block px-2 py-2.5 whitespace-nowrap text-ink-2 no-underline hover:text-ink hover:underline lg:border-s-2 lg:border-rule lg:py-1.5 lg:ps-3 lg:whitespace-normal lg:hover:border-accent"
            >
              {t(key)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
