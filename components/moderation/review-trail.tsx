import { useFormatter, useTranslations } from "next-intl";
import type { TrailLine } from "#lib/reports/queries-moderation.ts";
import type zh from "#messages/zh-CN/admin.json";

/** What happened to a report, newest first. */
export function ReviewTrail({ trail }: { trail: readonly TrailLine[] }) {
  const t = useTranslations("admin.events");
  const format = useFormatter();
  return (
    <ol className="text-sm">
      {trail.map(({ at, kind, actorName, reason }) => (
        <li key={`${at.toISOString()} ${kind}`} className="border-t border-rule py-2">
          <span className="num text-ink-2">
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </span>{" "}
          {actorName} {t(eventOf(kind))}
          {reason ? <span className="block text-ink-2">{reason}</span> : null}
        </li>
      ))}
    </ol>
  );
}

type EventName = keyof (typeof zh)["events"];

const EVENTS = [
  "started",
  "imported",
  "revision-started",
  "sent-to-review",
  "sent-back",
  "approved",
  "submitted",
  "recalled",
  "returned",
  "answered",
  "scheduled",
  "unscheduled",
  "published",
  "withdrawn",
  "republished",
  "explained",
  "dismissed",
  "redacted",
  "discarded",
  "doubts-confirmed",
  "file-attached",
  "file-dropped",
] as const satisfies readonly EventName[];

/** The event's words, or those for one this page does not know. */
function eventOf(kind: string): EventName {
  return EVENTS.find((name) => kind === `report.${name}`) ?? "other";
}
