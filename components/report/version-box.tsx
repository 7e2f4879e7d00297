import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";

/** 版本: which one this is, where the others are, and the hash of its content. */
export function VersionBox({ report }: { report: PublishedReport }) {
  const t = useTranslations("report.versions");
  const { version, agency, year, versions } = report;
  return (
    <div className="text-sm">
      <p>
        {t(version.isCurrent ? "lineCurrent" : "line", {
          number: version.number,
          day: shanghaiDay(version.publishedAt),
        })}
      </p>
      {versions.length > 1 ? (
        <p>
          <Link href={`/agencies/${agency.id}/${year}/versions`} className="link">
            {t("all")}
          </Link>
        </p>
      ) : null}
      <p className="text-ink-2" title={version.contentHash}>
        {t("hash")}{" "}
        <code className="[overflow-wrap:anywhere]">{version.contentHash.slice(0, 16)}</code>
      </p>
    </div>
  );
}
