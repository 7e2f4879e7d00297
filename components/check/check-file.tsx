"use client";

import { useEffect, useRef, useState } from "react";
import { ACCEPTED_FILES } from "#components/ui/accepted-files.ts";
import { droppable, giveFile } from "#components/ui/give-source.ts";

interface CheckFileProps {
  /** `drop` and `dropNow` stand in the field, `oneOnly` below it where several files were let go. */
  words: { drop: string; dropNow: string; oneOnly: string };
}

/** The file to be checked: chosen, or dropped anywhere on the form. */
export function CheckFile({ words }: CheckFileProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [hadMore, setMore] = useState(false);
  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    return droppable(form, {
      over: setOver,
      drop: (file, others) => {
        giveFile(form, file);
        setMore(others > 0);
        field.current?.focus();
      },
    });
  }, []);
  return (
    <>
      <div className={isOver ? "drop-zone over" : "drop-zone"}>
        <input
          ref={field}
          id="check-file"
          name="file"
          type="file"
          accept={ACCEPTED_FILES}
          aria-describedby="check-file-hint"
          onChange={() => setMore(false)}
          className="w-full text-ink-2 file:me-3 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-accent file:bg-transparent file:px-4 file:text-accent"
        />
        <span className="text-sm text-ink-2" aria-hidden="true">
          {isOver ? words.dropNow : words.drop}
        </span>
      </div>
      <output className="mt-2 block text-sm font-semibold empty:mt-0">
        {hadMore ? words.oneOnly : null}
      </output>
    </>
  );
}
