"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** What was just done on another page: it takes the focus, is read out, and is gone when the page is read again. */
export function Receipt({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    history.replaceState(history.state, "", location.pathname);
  }, []);
  return (
    <Notice ref={box} role="status" tabIndex={-1}>
      <p>{children}</p>
    </Notice>
  );
}
