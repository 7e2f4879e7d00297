import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { shanghaiDay } from "#lib/platform/clock.ts";
import type { PublishedReport, VersionLine } from "#lib/reports/queries-public.ts";

/** Every published version of a report, the newest first, each with the reason it was made. */
export function VersionList({ report }: { report: PublishedReport }) {
  const t = useTranslations("report.versions");
  const { agency, year, versions, currentVersion } = report;
  const address = `/agencies/${agency.id}/${year}`;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-6 text-ink-2">
        {agency.name} · {year}
      </p>
      <ol className="max-w-note border-t border-rule">
        {versions.map((line) => (
          <VersionItem
            key={line.number}
            line={line}
            address={address}
            isCurrent={line.number === currentVersion}
          />
        ))}
      </ol>
      {versions.length === 1 ? <p className="mt-4 text-ink-2">{t("only")}</p> : null}
    </>
  );
}

function VersionItem(props: { line: VersionLine; address: string; isCurrent: boolean }) {
  const t = useTranslations("report.versions");
  const tr = useTranslations("report");
  const { line, address, isCurrent } = props;
  const own = isCurrent ? address : `${address}/versions/${line.number}`;
  return (
    <li className="border-b border-rule py-4">
      <h2 className="num text-lg">
        {t("line", { number: line.number, day: shanghaiDay(line.publishedAt) })}{" "}
        {isCurrent ? <Tag>{t("current")}</Tag> : null}
      </h2>
      <p>{line.reason ? t("reason", { reason: line.reason }) : t("first")}</p>
      {line.redactedAt ? <p className="text-sm text-ink-2">{tr("redacted")}</p> : null}
      <p className="flex flex-wrap gap-x-4">
        <Link href={own} className="link inline-flex min-h-11 items-center">
          {t("see")}
        </Link>
        {isCurrent ? null : (
          <Link href={`${own}#changes`} className="link inline-flex min-h-11 items-center">
            {t("compare")}
          </Link>
        )}
      </p>
    </li>
  );
}
