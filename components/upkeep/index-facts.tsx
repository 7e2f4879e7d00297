import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "#components/ui/facts.tsx";
import type { IndexStatus } from "#lib/search/status.queries.ts";
import { RunResult } from "./run-result.tsx";

/** How fresh the indexes are: the last change, what waits, the last comparison and the last rebuild. */
export function IndexFacts({ status, now }: { status: IndexStatus; now: Date }) {
  const t = useTranslations("admin.index.facts");
  const format = useFormatter();
  const { indexedAt, waiting, last } = status;
  const at = (moment: Date) => format.dateTime(moment, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Facts
      items={[
        { key: "indexed", name: t("indexedAt"), value: indexedAt ? at(indexedAt) : t("never") },
        { key: "waiting", name: t("waiting"), value: backlog() },
        { key: "reconcile", name: t("reconcile"), value: runOf("reconcile") },
        { key: "rebuild", name: t("rebuild"), value: runOf("rebuild") },
      ]}
    />
  );

  function backlog() {
    if (!waiting.since || waiting.count === 0) return t("nothing");
    const seconds = Math.max(0, Math.round((now.getTime() - waiting.since.getTime()) / 1000));
    return t("backlog", { count: waiting.count, seconds });
  }

  function runOf(kind: "reconcile" | "rebuild") {
    const run = last[kind];
    if (!run) return t("never");
    return (
      <>
        {at(run.finishedAt ?? run.startedAt ?? run.askedAt)} <RunResult run={run} />
      </>
    );
  }
}
