import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type StepAction, StepForm } from "#components/desk/step-form.tsx";
import type { ReviewView } from "#lib/reports/queries-moderation.ts";
import { ReturnForm } from "./return-form.tsx";
import { returnTargets } from "./return-targets.ts";
import { ScheduleForm } from "./schedule-form.tsx";

interface DecisionsProps {
  review: ReviewView;
  actions: Readonly<Record<"publish" | "schedule" | "unschedule" | "return", StepAction>>;
  /** Where to go when it is decided. */
  home: string;
}

/** What the authority may do with what was submitted: publish now or later, or return it. */
export function Decisions({ review, actions, home }: DecisionsProps) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const locale = useLocale();
  const { reportId, snapshotId, scheduledFor } = review;
  const may = new Set(review.actions);
  const isOwnAgency = snapshotId && review.barred === "identity.own-agency";
  if (!snapshotId || !may.has("publish"))
    return <p className="text-ink-2">{t(`review.${isOwnAgency ? "ownAgency" : "nothing"}`)}</p>;
  const targets = returnTargets(review, locale, {
    whole: t("return.whole"),
    issue: (message) => t("return.issue", { message }),
    cell: (name) => t("return.cell", { name }),
  });
  const next = (review.basedOn ?? 0) + 1;
  return (
    <div className="grid gap-6">
      <div>
        <p className="mb-2 text-sm text-ink-2">{t("review.publishHint", { number: next })}</p>
        <StepForm
          action={actions.publish}
          label={t("review.publish")}
          fields={{ reportId, snapshotId }}
          next={home}
        />
      </div>
      {scheduledFor && may.has("unschedule") ? (
        <div>
          <p className="mb-2">
            {t("schedule.set", {
              time: format.dateTime(scheduledFor, { dateStyle: "long", timeStyle: "short" }),
            })}
          </p>
          <StepForm
            action={actions.unschedule}
            label={t("schedule.cancel")}
            look="plain"
            fields={{ reportId }}
          />
        </div>
      ) : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{t("schedule.title")}</summary>
          <ScheduleForm reportId={reportId} snapshotId={snapshotId} action={actions.schedule} />
        </details>
      )}
      <details>
        <summary className="min-h-11 cursor-pointer py-2">{t("return.title")}</summary>
        <ReturnForm
          reportId={reportId}
          snapshotId={snapshotId}
          targets={targets}
          action={actions.return}
        />
      </details>
    </div>
  );
}
