import { useLocale, useTranslations } from "next-intl";
import { localePath } from "#i18n/path.ts";
import type { PublishedReport } from "#lib/reports/queries-public.ts";
import { fileKind, fileSize } from "./file-words.ts";

/** 原件: the files a version was read from, each to be downloaded, with its size and the hash that proves it. */
export function OriginalFiles({ report }: { report: PublishedReport }) {
  const t = useTranslations("report.source");
  const locale = useLocale();
  const folder = `/agencies/${encodeURIComponent(report.agency.id)}/${report.year}/files`;
  return report.files.map(({ id, name, size, sha256, changed, changedFrom }) => (
    <span key={id} className="block">
      {/* A file is no page: the router must not fetch it. With `download`, a sentence in its place would not be seen. */}
      <a href={localePath(locale, `${folder}/${id}`)} className="link" rel="nofollow">
        {name}
      </a>
      <span className="block text-sm text-ink-2">
        {t("fileFacts", { type: t(`fileTypes.${fileKind(name)}`), size: fileSize(size, locale) })}
      </span>
      {changed ? (
        <span className="block text-sm">{t("fileChanged", { count: changed })}</span>
      ) : null}
      {Object.keys(changedFrom).length > 0 ? (
        <span className="block text-sm">{t("fileMarked")}</span>
      ) : null}
      <span className="block text-xs text-ink-2">{t("fileHash", { hash: sha256 })}</span>
    </span>
  ));
}
