"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalMessage } from "#components/desk/refusal-message.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextArea } from "#components/ui/field.tsx";
import type { GuardedAction } from "#lib/identity/guarded-action.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";

/** Something a request can be pinned to. */
export interface ReturnTarget {
  target: "cell" | "section" | "issue" | "report";
  key: string | null;
  label: string;
}

interface ReturnFormProps {
  reportId: string;
  snapshotId: string;
  targets: readonly ReturnTarget[];
  action: GuardedAction<unknown, ReportRefusal>;
}

interface Item {
  id: number;
  at: number;
  message: string;
}

/** Gives a report back: one reason for the whole, and requests pinned to what they are about. */
export function ReturnForm({ reportId, snapshotId, targets, action }: ReturnFormProps) {
  const t = useTranslations("admin.return");
  const tRefusal = useTranslations("desk.refusals");
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [items, setItems] = useState<readonly Item[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (id: number, part: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const send = async () => {
    if (isBusy) return;
    setBusy(true);
    const requests = items.flatMap(({ at, message }) => {
      const pinned = targets[at];
      return pinned ? [{ target: pinned.target, key: pinned.key, message }] : [];
    });
    const answer = await action({ reportId, snapshotId, reason, requests }).catch(() => null);
    setBusy(false);
    if (answer?.ok) router.refresh();
    else setError(answer ? refusalMessage(answer.refusal, tRefusal) : t("lost"));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        id="return-reason"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        maxLength={2000}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {items.map((item, index) => (
        <fieldset key={item.id} className="mb-4 border-s-2 border-rule-2 ps-3">
          <legend className="text-sm font-semibold">{t("item", { number: index + 1 })}</legend>
          <SelectField
            id={`return-target-${item.id}`}
            label={t("about")}
            value={String(item.at)}
            onChange={(event) => change(item.id, { at: Number(event.currentTarget.value) })}
          >
            {targets.map((target, at) => (
              <option key={`${target.target}-${target.key}`} value={at}>
                {target.label}
              </option>
            ))}
          </SelectField>
          <TextArea
            id={`return-message-${item.id}`}
            label={t("message")}
            required
            maxLength={2000}
            rows={2}
            value={item.message}
            onChange={(event) => change(item.id, { message: event.currentTarget.value })}
          />
          <button
            type="button"
            className="link min-h-11 text-sm"
            onClick={() => setItems((all) => all.filter(({ id }) => id !== item.id))}
          >
            {t("remove", { number: index + 1 })}
          </button>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          type="button"
          look="plain"
          onClick={() =>
            setItems((all) => [...all, { id: (all.at(-1)?.id ?? 0) + 1, at: 0, message: "" }])
          }
        >
          {t("add")}
        </Button>
        <Button look="alarm" isBusy={isBusy}>
          {t("send")}
        </Button>
      </div>
      {error ? (
        <p role="alert" className="mt-2 font-semibold text-alarm">
          {error}
        </p>
      ) : null}
    </form>
  );
}
