"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ACCEPTED_FILES, acceptedFormats, ENUMERATION } from "#components/ui/accepted-files.ts";
import { FieldFrame, TextArea } from "#components/ui/field.tsx";
import { droppable, giveFile, pasteWhole } from "#components/ui/give-source.ts";

/** The file or the text a report is read from: chosen, dropped anywhere on the form, or pasted. */
export function SourceFields({ change }: { change: () => void }) {
  const t = useTranslations("desk.start");
  const named = useTranslations("common.formats");
  const format = useFormatter();
  const formats = (which: "packed" | "text") =>
    format.list(
      acceptedFormats(which).map((key) => named(key)),
      ENUMERATION,
    );
  const frame = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const [left, setLeft] = useState<{ name: string; count: number } | null>(null);
  const changed = useRef(change);
  changed.current = change;
  useEffect(() => {
    const form = frame.current?.closest("form");
    if (!form) return;
    const stops = [
      droppable(form, {
        over: setOver,
        drop: (file, count) => {
          giveFile(form, file);
          setLeft(count > 0 ? { name: file.name, count } : null);
        },
      }),
      pasteWhole(form),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    // Shown by the style sheet, so that a choice made before the scripts run counts too.
    <div ref={frame}>
      <div className="hidden group-has-[input[value=file]:checked]:block">
        <FieldFrame
          id="start-file"
          label={t("fileLabel")}
          hint={t("fileHint", { packed: formats("packed"), text: formats("text") })}
        >
          <div className={isOver ? "drop-zone over" : "drop-zone"}>
            <input
              id="start-file"
              name="file"
              type="file"
              accept={ACCEPTED_FILES}
              aria-describedby="start-file-hint"
              onChange={() => {
                setLeft(null);
                changed.current();
              }}
              className="w-full text-ink-2 file:me-3 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-accent file:bg-transparent file:px-4 file:text-accent"
            />
            <span className="text-sm text-ink-2" aria-hidden="true">
              {t(isOver ? "dropNow" : "drop")}
            </span>
          </div>
          <output className="block text-sm font-semibold">{left ? t("oneOf", left) : null}</output>
        </FieldFrame>
      </div>
      <div className="hidden group-has-[input[value=paste]:checked]:block">
        <TextArea
          id="start-text"
          name="text"
          label={t("pasteLabel")}
          hint={t("pasteHint")}
          rows={10}
          onChange={() => changed.current()}
        />
      </div>
    </div>
  );
}
