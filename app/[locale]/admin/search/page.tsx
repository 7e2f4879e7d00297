import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { EngineTable } from "#components/upkeep/engine-table.tsx";
import { FailureList } from "#components/upkeep/failure-list.tsx";
import { IndexFacts } from "#components/upkeep/index-facts.tsx";
import { KeepFresh } from "#components/upkeep/keep-fresh.tsx";
import { RunForm } from "#components/upkeep/run-form.tsx";
import { RunResult } from "#components/upkeep/run-result.tsx";
import { RunTable } from "#components/upkeep/run-table.tsx";
import { now as clock } from "#lib/platform/clock.ts";
import { indexStatus } from "#lib/search/status.queries.ts";
import { mayKeepIndex } from "#lib/upkeep/runs.commands.ts";
import { signedIn } from "../../signed-in.ts";
import { runAction } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.index");
  return { title: t("title"), robots: { index: false } };
}

/** The search indexes: how they stand, what failed, and two buttons. */
export default async function SearchIndexPage() {
  if (!mayKeepIndex(await signedIn())) notFound();
  const t = await getTranslations("admin.index");
  const format = await getFormatter();
  const now = clock();
  const status = await indexStatus(now);
  const { silentSince } = status;
  const underWay = status.runs.find(({ state }) => state === "queued" || state === "running");
  return (
    <Page>
      <h1 className="mt-9">{t("title")}</h1>
      <p className="mt-2 max-w-prose text-ink-2">{t("lead")}</p>
      {silentSince === null ? null : (
        <Notice tone="alarm" role="status">
          <p>
            {silentSince === "ever"
              ? t("noWorker")
              : t("silent", {
                  when: format.dateTime(silentSince, { dateStyle: "medium", timeStyle: "short" }),
                })}
          </p>
        </Notice>
      )}
      <section aria-labelledby="engines" className="mt-6">
        <h2 id="engines">{t("engines.title")}</h2>
        <EngineTable {...status} />
        <div className="mt-4">
          <IndexFacts status={status} now={now} />
        </div>
      </section>
      <section aria-labelledby="runs" className="mt-9">
        <h2 id="runs">{t("runs.title")}</h2>
        <div className="my-4 grid gap-5 sm:grid-cols-2">
          {(["reconcile", "rebuild"] as const).map((kind) => (
            <div key={kind}>
              <RunForm action={runAction} kind={kind} />
              <p className="mt-2 max-w-prose text-sm text-ink-2">{t(`run.hints.${kind}`)}</p>
            </div>
          ))}
        </div>
        <div role="status" className="sr-only">
          {underWay ? <RunResult run={underWay} /> : null}
        </div>
        {underWay ? <KeepFresh /> : null}
        {status.runs.length > 0 ? <RunTable runs={status.runs} /> : null}
      </section>
      <section aria-labelledby="failures" className="mt-9">
        <h2 id="failures">{t("failures.title")}</h2>
        <FailureList failures={status.failures} />
      </section>
    </Page>
  );
}
