import { getTranslations } from "next-intl/server";
import { PublicTable } from "#components/moderation/public-table.tsx";
import { type QueueAddress, queueHref } from "#components/moderation/queue-address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { Actor } from "#lib/identity/actor.ts";
import { PUBLIC_PAGE, publicInRegions } from "#lib/reports/queries-moderation-public.ts";
import { republishAction, withdrawAction } from "./actions.ts";

interface PublicViewProps {
  actor: Actor;
  publication: "published" | "withdrawn";
  address: QueueAddress;
}

/** What is public in the moderator's regions, or was withdrawn. */
export async function PublicView({ actor, publication, address }: PublicViewProps) {
  const t = await getTranslations("admin.queue");
  const { lines, total } = await publicInRegions(actor, { publication, ...address });
  const name = t(publication);
  if (total === 0) return <EmptyState title={t("empty", { tab: name })} />;
  return (
    <>
      <p className="text-sm text-ink-2">{t("total", { count: total })}</p>
      <PublicTable
        lines={lines}
        caption={t("caption", { tab: name })}
        withdrawAction={withdrawAction}
        republishAction={republishAction}
      />
      <Pagination
        page={address.page}
        pages={Math.ceil(total / PUBLIC_PAGE)}
        hrefOf={(page) => queueHref(publication, address, page)}
      />
    </>
  );
}
