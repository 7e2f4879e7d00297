import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OriginalForm } from "#components/desk/original-form.tsx";
import { StepForm } from "#components/desk/step-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { attachFileAction, dropFileAction } from "../../../original-actions.ts";
import { draftMetadata, draftOf } from "../draft-of.ts";

interface Props {
  params: Promise<{ reportId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("desk.original");
  return draftMetadata((await params).reportId, t("title"));
}

/** The original of a draft: put another in its place, or take it away; what was typed stays. */
export default async function OriginalPage({ params }: Props) {
  const { reportId } = await params;
  const found = await draftOf(reportId);
  if (!found.ok) notFound();
  const { agency, year, source } = found.value;
  const [t, locale] = [await getTranslations("desk"), await getLocale()];
  const own = source?.version === null ? source : null;
  const draft = `/desk/reports/${reportId}`;
  // The draft says where it stands now, and why nothing can be changed.
  if (!found.value.actions.includes("attachFile")) redirect(localePath(locale, draft));
  return (
    <Page>
      <Breadcrumbs
        trail={[
          { label: t("crumb"), href: "/desk" },
          { label: t("editor.crumb", { year: String(year) }), href: draft },
          { label: t("original.title") },
        ]}
      />
      <h1>{t("original.title")}</h1>
      <p className="mt-2 mb-6 text-ink-2">
        {t("original.lead", { agency: agency.name, year: String(year) })}
      </p>
      <section aria-labelledby="replace" className="mb-9">
        <h2 id="replace" className="mb-2 text-xl">
          {t(own ? "original.replace" : "original.add")}
        </h2>
        <p className="mb-4 max-w-prose">
          {own ? t("original.replaceHint", { name: own.name }) : t("original.addHint")}
        </p>
        <OriginalForm
          {...{ reportId, year }}
          seen={own?.fileId ?? ""}
          action={attachFileAction}
          next={`${localePath(locale, draft)}?original=${own ? "replaced" : "added"}`}
        />
      </section>
      {own ? (
        <section aria-labelledby="drop">
          <h2 id="drop" className="mb-2 text-xl">
            {t("original.drop")}
          </h2>
          <p className="mb-4 max-w-prose">{t("original.dropHint", { name: own.name })}</p>
          <StepForm
            action={dropFileAction}
            label={t("original.drop")}
            fields={{ reportId, seen: own.fileId }}
            confirm={{ hint: t("original.dropSure"), label: t("original.dropConfirm") }}
            look="alarm"
            next={`${localePath(locale, draft)}?original=removed`}
          />
        </section>
      ) : null}
    </Page>
  );
}
