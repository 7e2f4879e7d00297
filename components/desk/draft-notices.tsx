import { useLocale, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { localePath } from "#i18n/path.ts";
import { editionById } from "#lib/editions/registry.ts";
import { isWritable } from "#lib/reports/lifecycle.ts";
import type { DraftView } from "#lib/reports/queries-desk.ts";
import { OriginalLine } from "./original-line.tsx";
import { otherAgencies } from "./other-agency.ts";
import { ReaderNotes } from "./reader-notes.tsx";
import { RequestList } from "./request-list.tsx";
import type { StepAction } from "./step-form.tsx";

interface DraftNoticesProps {
  draft: DraftView;
  answerAction?: StepAction | undefined;
}

const fileOf = ({ reportId, source }: DraftView) =>
  `/desk/reports/${reportId}/files/${source?.fileId}`;

/** What one should know before typing: whose the file says it is, why it was returned, what it revises, why it is locked. */
export function DraftNotices({ draft, answerAction }: DraftNoticesProps) {
  const t = useTranslations("desk");
  const locale = useLocale();
  const isReturned = draft.state === "returned";
  const { source } = draft;
  const printed = {
    words: draft.content.agency,
    file: source?.version === null ? source.agency : undefined,
  };
  const others = otherAgencies(printed, { ...draft.agency, otherNames: draft.otherNames });
  return (
    <>
      {others.map(({ by, other }) => (
        <Notice key={by} tone={by === "replaced" ? "plain" : "alarm"}>
          <p>{t(`editor.otherAgency.${by}`, { other, agency: draft.agency.name })}</p>
        </Notice>
      ))}
      {isWritable(draft.state) ? null : (
        <Notice>
          <p>{t("editor.locked", { state: t(`states.${draft.state}`) })}</p>
        </Notice>
      )}
      {draft.returnReason ? (
        <Notice tone={isReturned ? "alarm" : "plain"}>
          <p className="font-bold">
            {t(isReturned ? "editor.returnedTitle" : "editor.returnedBefore")}
          </p>
          <p className="whitespace-pre-wrap">
            {t("editor.returnedBy", { reason: draft.returnReason })}
          </p>
        </Notice>
      ) : null}
      {draft.basedOn ? (
        <Notice>
          <p>
            {t("editor.basedOn", {
              number: draft.basedOn,
              publication: draft.publication,
              reason: draft.reason ?? "",
            })}
          </p>
          {draft.source?.version === draft.basedOn ? (
            <p>
              {t.rich("editor.basedOnFile", {
                name: draft.source.name,
                file: (name) => (
                  <a href={localePath(locale, fileOf(draft))} className="link">
                    {name}
                  </a>
                ),
              })}
            </p>
          ) : null}
        </Notice>
      ) : null}
      <OriginalLine draft={draft} mayEdit={answerAction !== undefined} />
      <ReaderNotes notes={draft.source?.notes ?? []} />
      <RequestList
        reportId={draft.reportId}
        edition={editionById(draft.content.edition)}
        requests={draft.requests}
        answerAction={answerAction}
      />
    </>
  );
}
