import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { groupCount } from "#components/desk/doubt-groups.ts";
import { DraftDesk } from "#components/desk/draft-desk.tsx";
import { DraftNotices } from "#components/desk/draft-notices.tsx";
import { OriginalReceipt } from "#components/desk/original-receipt.tsx";
import { StepBar } from "#components/desk/step-bar.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { isWritable } from "#lib/reports/lifecycle.ts";
import { signedIn } from "../../../signed-in.ts";
import {
  answerRequestAction,
  confirmDoubtAction,
  explainIssueAction,
  saveDraftAction,
} from "../../actions.ts";
import { draftMetadata, draftOf } from "./draft-of.ts";
import { stepsOf } from "./steps.ts";

interface Props {
  params: Promise<{ reportId: string }>;
  /** What was just done to the original. */
  searchParams: Promise<{ original?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return draftMetadata((await params).reportId);
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { reportId } = await params;
  const found = await draftOf(reportId);
  if (!found.ok) notFound();
  const draft = found.value;
  const [t, locale, actor] = [await getTranslations("desk"), await getLocale(), await signedIn()];
  const mayEdit = isWritable(draft.state) && draft.actions.includes("save");
  const year = String(draft.year);
  const file = draft.source?.version === null ? draft.source.fileId : null;
  return (
    <Page>
      <Breadcrumbs
        trail={[
          { label: t("crumb"), href: "/desk" },
          { label: draft.agency.name },
          { label: t("editor.crumb", { year }) },
        ]}
      />
      <h1>{t("editor.title", { agency: draft.agency.name, year })}</h1>
      <OriginalReceipt change={(await searchParams).original} draft={draft} />
      <DraftDesk
        key={`${draft.state}-${mayEdit ? "" : draft.revision}`}
        reportId={reportId}
        userId={actor.userId}
        file={file}
        content={draft.content}
        revision={draft.revision}
        doubts={draft.doubts}
        doubtTotal={groupCount(draft.source?.doubts ?? [])}
        source={draft.source?.hasReading ? draft.source : null}
        answers={draft.decisions}
        dueOn={draft.dueOn}
        isReadOnly={!mayEdit}
        saveAction={saveDraftAction}
        confirmAction={confirmDoubtAction}
        explainAction={explainIssueAction}
        actions={
          <StepBar
            reportId={reportId}
            revision={draft.revision}
            file={file}
            steps={stepsOf(draft.actions)}
            home={localePath(locale, "/desk")}
          />
        }
      >
        <DraftNotices draft={draft} answerAction={mayEdit ? answerRequestAction : undefined} />
      </DraftDesk>
    </Page>
  );
}
