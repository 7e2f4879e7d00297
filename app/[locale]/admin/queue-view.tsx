import { getTranslations } from "next-intl/server";
import { type QueueAddress, queueHref } from "#components/moderation/queue-address.ts";
import { QueueTable } from "#components/moderation/queue-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { Actor } from "#lib/identity/actor.ts";
import { moderationQueue, QUEUE_PAGE } from "#lib/reports/queries-moderation.ts";

interface QueueViewProps {
  actor: Actor;
  tab: "waiting" | "scheduled";
  address: QueueAddress;
}

const STATES = { waiting: "submitted", scheduled: "scheduled" } as const;

/** What waits for a decision, or for its hour. */
export async function QueueView({ actor, tab, address }: QueueViewProps) {
  const t = await getTranslations("admin.queue");
  const { year, page } = address;
  const filters = { state: STATES[tab], page, ...(year ? { year } : {}) };
  const { lines, total } = await moderationQueue(actor, filters);
  const name = t(tab);
  if (total === 0)
    return <EmptyState title={t("empty", { tab: name })}>{t("emptyHint")}</EmptyState>;
  return (
    <>
      <p className="text-sm text-ink-2">{t("total", { count: total })}</p>
      <QueueTable lines={lines} caption={t("caption", { tab: name })} />
      <Pagination
        page={page}
        pages={Math.ceil(total / QUEUE_PAGE)}
        hrefOf={(to) => queueHref(tab, address, to)}
      />
    </>
  );
}
