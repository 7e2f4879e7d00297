import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { FailedJob } from "#lib/search/status.queries.ts";

const TASKS = ["search.sync", "search.reconcile", "search.rebuild"] as const;

/** Jobs that failed, with the error as the engine gave it, and when they are tried again. */
export function FailureList({ failures }: { failures: readonly FailedJob[] }) {
  const t = useTranslations("admin.index.failures");
  const format = useFormatter();
  if (failures.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  return (
    <ul className="mt-3 divide-y divide-rule border-y border-rule">
      {failures.map((job) => (
        <li key={job.id} className="py-3">
          <p className="font-semibold">
            {nameOf(job.task)}
            {job.reportId ? (
              <>
                {" "}
                <Link className="link font-normal" href={`/admin/reports/${job.reportId}`}>
                  {t("report")}
                </Link>
              </>
            ) : null}
          </p>
          <p className="text-sm [overflow-wrap:anywhere]">{job.error}</p>
          <p className="text-sm text-ink-2">
            {job.nextAt
              ? t("again", {
                  attempts: job.attempts,
                  most: job.maxAttempts,
                  when: format.dateTime(job.nextAt, { dateStyle: "medium", timeStyle: "short" }),
                })
              : t("givenUp", { attempts: job.attempts })}
          </p>
        </li>
      ))}
    </ul>
  );

  function nameOf(task: string): string {
    const known = TASKS.find((name) => name === task);
    return known ? t(`tasks.${known.slice(7) as "sync" | "reconcile" | "rebuild"}`) : task;
  }
}
