import { useLocale, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { inLocale } from "#i18n/locales.ts";
import { placeName } from "#lib/checks/place-name.ts";
import { SECTION_KEYS } from "#lib/editions/content.ts";
import type { Edition } from "#lib/editions/edition.ts";
import type { ReturnRequestView } from "#lib/reports/queries-desk.ts";
import { AnswerForm } from "./answer-form.tsx";
import { cellName } from "./names.ts";
import type { StepAction } from "./step-form.tsx";

interface RequestListProps {
  reportId: string;
  edition: Edition | null;
  requests: readonly ReturnRequestView[];
  /** Absent where this person may not answer now. */
  answerAction?: StepAction | undefined;
}

/** What was asked for when the report was returned, item by item, with the agency's answers. */
export function RequestList({ reportId, edition, requests, answerAction }: RequestListProps) {
  const t = useTranslations("desk.requests");
  const name = useTargetName(edition);
  if (requests.length === 0) return null;
  return (
    <Notice>
      <p className="font-bold">{t("title")}</p>
      <ol>
        {requests.map((request) => (
          <li key={request.id} className="border-t border-rule py-2">
            <p className="mb-1 text-sm text-ink-2">{t("about", { target: name(request) })}</p>
            <p className="mb-1 whitespace-pre-wrap">{request.message}</p>
            {request.answer ? (
              <p className="mb-1 border-s-2 border-accent ps-2 text-sm whitespace-pre-wrap">
                {t("answered", { answer: request.answer })}
              </p>
            ) : null}
            {answerAction ? (
              <AnswerForm
                reportId={reportId}
                requestId={request.id}
                answer={request.answer}
                action={answerAction}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </Notice>
  );
}

function useTargetName(edition: Edition | null) {
  const t = useTranslations("desk.requests");
  const locale = useLocale();
  return ({ target, targetKey }: ReturnRequestView): string => {
    if (target === "cell" && edition && targetKey) return cellName(edition, targetKey, locale);
    const section = SECTION_KEYS.find((key) => key === targetKey);
    if (target === "section" && edition && section)
      return inLocale(edition.sections[section], locale);
    // An issue's key begins with its instance: the rule and the place it is about.
    const instance = target === "issue" ? targetKey?.split(":")[0] : undefined;
    if (edition && instance) return inLocale(placeName(edition, instance), locale);
    return t("whole");
  };
}
