import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RequestList } from "#components/desk/request-list.tsx";
import { Decisions } from "#components/moderation/decisions.tsx";
import { OriginalBox } from "#components/moderation/original-box.tsx";
import { ReviewContent } from "#components/moderation/review-content.tsx";
import { ReviewTrail } from "#components/moderation/review-trail.tsx";
import { CheckBadge } from "#components/report/check-badge.tsx";
import { numberIssues } from "#components/report/issue-marks.ts";
import { VersionChanges } from "#components/report/version-changes.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Page } from "#components/ui/page.tsx";
import { localePath } from "#i18n/path.ts";
import { editionById } from "#lib/editions/registry.ts";
import { now } from "#lib/platform/clock.ts";
import { reviewScreen } from "#lib/reports/queries-moderation.ts";
import { signedIn } from "../../../signed-in.ts";
import { publishAction, returnAction, scheduleAction, unscheduleAction } from "../../actions.ts";

interface Props {
  params: Promise<{ reportId: string }>;
}

const ACTIONS = {
  publish: publishAction,
  schedule: scheduleAction,
  unschedule: unscheduleAction,
  return: returnAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("title"), robots: { index: false } };
}

export default async function ReviewPage({ params }: Props) {
  const { reportId } = await params;
  const found = await reviewScreen(await signedIn(), reportId, now());
  if (!found.ok) notFound();
  const review = found.value;
  const [t, tDesk, locale] = [
    await getTranslations("admin"),
    await getTranslations("desk"),
    await getLocale(),
  ];
  const year = String(review.year);
  const edition = editionById(review.content.edition);
  const { basedOn, summary } = review;
  return (
    <Page>
      <Breadcrumbs
        trail={[
          { label: t("crumb"), href: "/admin" },
          { label: review.agency.name },
          { label: t("review.crumb", { year }) },
        ]}
      />
      <h1>{tDesk("editor.title", { agency: review.agency.name, year })}</h1>
      <p className="mt-2 text-ink-2">
        {t("review.state", { state: tDesk(`states.${review.state}`) })}
      </p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-x-9 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0">
          <h2 className="text-xl">{t(review.snapshotId ? "review.content" : "review.draft")}</h2>
          <ReviewContent review={review} />
          {review.diff && basedOn ? (
            <VersionChanges
              edition={review.content.edition}
              before={{ number: basedOn }}
              after={{ number: basedOn + 1 }}
              diff={review.diff}
            />
          ) : null}
        </article>
        <aside className="grid gap-6 lg:sticky lg:top-6">
          <CheckBadge
            counts={summary}
            numbered={numberIssues(review.issues, edition)}
            edition={edition}
          />
          <OriginalBox review={review} />
          <section aria-labelledby="decide">
            <h2 id="decide" className="text-lg">
              {t("review.decide")}
            </h2>
            <Decisions review={review} actions={ACTIONS} home={localePath(locale, "/admin")} />
          </section>
          <RequestList reportId={reportId} edition={edition} requests={review.requests} />
          <section aria-labelledby="trail">
            <h2 id="trail" className="text-lg">
              {t("review.trail")}
            </h2>
            <ReviewTrail trail={review.trail} />
          </section>
        </aside>
      </div>
    </Page>
  );
}
