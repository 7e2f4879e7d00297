import { useFormatter, useTranslations } from "next-intl";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { RunLine } from "#lib/search/status.queries.ts";
import { RunResult } from "./run-result.tsx";

/** The last runs: who asked, how far they are, how they ended. */
export function RunTable({ runs }: { runs: readonly RunLine[] }) {
  const t = useTranslations("admin.index.runs");
  const format = useFormatter();
  const at = (moment: Date) =>
    format.dateTime(moment, { dateStyle: "medium", timeStyle: "medium" });
  return (
    <ScrollRegion label={t("caption")}>
      <table className="table [&_tbody_:is(th,td)]:align-baseline">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("result")}</th>
            <th scope="col">{t("askedAt")}</th>
            <th scope="col">{t("askedBy")}</th>
            <th scope="col">{t("took")}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row" className="whitespace-nowrap">
                {t(`kinds.${run.kind}`)}
              </th>
              <td className="min-w-44">
                <RunResult run={run} />
              </td>
              <td className="whitespace-nowrap">{at(run.askedAt)}</td>
              <td className="whitespace-nowrap">{run.askedBy ?? t("itself")}</td>
              <td className="whitespace-nowrap">{took(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function took({ startedAt, finishedAt, state }: RunLine): string {
    if (!startedAt || !finishedAt || state === "interrupted") return "—";
    const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000;
    return t("seconds", { seconds });
  }
}
