import type { ReactNode } from "react";

/** Running text: lines of 38 characters, a line's space between paragraphs. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-prose [&_h2]:mt-9 [&_h2]:mb-2 [&_h3]:mt-6 [&_h3]:mb-1 [&_li]:mb-1 [&_ol]:list-decimal [&_ol]:ps-6 [&_p]:mb-4 [&_ul]:mb-4 [&_ul]:list-disc [&_ul]:ps-6">
      {children}
    </div>
  );
}
