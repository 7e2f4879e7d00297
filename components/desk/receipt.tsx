"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";

/** What was just done on another page: it takes the focus, is read out, and is gone when the page is read again. */
export function Receipt({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    // Once the router listens, so that the page is without it when it is read again.
    const frame = requestAnimationFrame(() => history.replaceState(null, "", location.pathname));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Notice ref={box} role="status" tabIndex={-1}>
      <p>{children}</p>
    </Notice>
  );
}
