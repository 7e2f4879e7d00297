import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { inLocale } from "#i18n/locales.ts";
import type { Rule } from "#lib/checks/rule.ts";

/** All rules in a table, each leading to its entry. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const t = useTranslations("check.rules");
  const tSeverity = useTranslations("check.severity");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("list")}>
      <table className="table">
        <caption className="sr-only">{t("list")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("id")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("severity")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, name, severity }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`#${id}`} className="num link">
                  {id}
                </a>
              </th>
              <td>{inLocale(name, locale)}</td>
              <td className="whitespace-nowrap">{tSeverity(severity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
