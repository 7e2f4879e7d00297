import { useTranslations } from "next-intl";
import { isEngineName, type RunLine } from "#lib/search/status.queries.ts";
import { ENGINE_NAMES } from "./engine-names.ts";

/** What came of a run, or how far it is. */
export function RunResult({ run }: { run: RunLine }) {
  const t = useTranslations("admin.index.runs");
  switch (run.state) {
    case "queued":
      return t("queued");
    case "running":
      return <RunProgress run={run} />;
    case "failed":
      return <span className="text-alarm">{t("failed", { error: run.error ?? "" })}</span>;
    case "interrupted":
      return <span className="text-alarm">{t("interrupted")}</span>;
    case "done":
      return run.repaired ? repairs(run.repaired) : t("rebuilt", { count: run.total ?? 0 });
  }

  function repairs(repaired: Readonly<Record<string, number>>): string {
    const some = Object.entries(repaired).filter(([, count]) => count > 0);
    if (some.length === 0) return t("agreed");
    return some
      .map(([name, count]) =>
        t("repaired", { engine: isEngineName(name) ? ENGINE_NAMES[name] : name, count }),
      )
      .join(t("separator"));
  }
}

/** How many documents are done, of how many, as a bar and in words. */
function RunProgress({ run: { done, total } }: { run: RunLine }) {
  const t = useTranslations("admin.index.runs");
  if (done === null || !total) return t("running");
  const words = t("progress", { done, total });
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <progress
        className="h-1.5 w-32 appearance-none overflow-hidden rounded-full bg-rule [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-accent"
        value={done}
        max={total}
        aria-label={words}
      />
      <span className="num">{words}</span>
    </span>
  );
}
