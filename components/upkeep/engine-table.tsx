import { useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { IndexStatus } from "#lib/search/status.queries.ts";
import { ENGINE_NAMES } from "./engine-names.ts";

/** Each engine: how many documents it holds beside those that are public, and which of them answers readers. */
export function EngineTable({ engines, answering, published }: IndexStatus) {
  const t = useTranslations("admin.index.engines");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="table">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("engine")}</th>
            <th scope="col" className="num">
              {t("documents")}
            </th>
            <th scope="col" className="num">
              {t("published")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {engines.map(({ name, documents, fault }) => (
            <tr key={name}>
              <th scope="row" className="whitespace-nowrap">
                {ENGINE_NAMES[name]} {name === answering ? <Tag>{t("answering")}</Tag> : null}
              </th>
              <td className="num">{documents === null ? "—" : t("count", { count: documents })}</td>
              <td className="num">{t("count", { count: published })}</td>
              <td className={fault ? "font-semibold text-alarm" : undefined}>
                {fault ? t(`faults.${fault}`) : agreement(documents ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function agreement(documents: number): string {
    if (documents === published) return t("whole");
    const count = Math.abs(published - documents);
    return documents < published ? t("lacks", { count }) : t("spare", { count });
  }
}
