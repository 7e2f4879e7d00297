"use client";

import { memo, type RefObject, useEffect, useMemo } from "react";
import type { Reading } from "#lib/reports/reading-schema.ts";
import { type Chunk, chunksOf, passageFor, type Target } from "./source-model.ts";

interface SourceTextProps {
  reading: Reading;
  target: Target | null;
  doubted: ReadonlySet<string>;
  /** The box the text scrolls in. */
  box: RefObject<HTMLElement | null>;
}

/** The text of the source, chunk by chunk; the passage lit up is brought into the middle of its box. */
export function SourceText({ reading, target: asked, doubted, box }: SourceTextProps) {
  const chunks = useMemo(() => chunksOf(reading), [reading]);
  const target = passageFor(reading, asked);
  useEffect(() => {
    if (target === null || !box.current) return;
    const find = () => center(box.current, target);
    find();
    // What was not laid out before may have been taller than it was thought to be.
    const frame = requestAnimationFrame(find);
    return () => cancelAnimationFrame(frame);
  }, [target, box]);
  return chunks.map((chunk) => (
    <SourceChunk
      key={chunk.start}
      chunk={chunk}
      target={chunk.pieces.some((piece) => piece.target === target) ? target : null}
      doubted={chunk.pieces.some((piece) => isDoubted(piece.target, doubted)) ? doubted : NONE}
    />
  ));
}

const NONE: ReadonlySet<string> = new Set();

function isDoubted(target: Target | null, doubted: ReadonlySet<string>): boolean {
  return target?.startsWith("cell:") === true && doubted.has(target.slice("cell:".length));
}

const SourceChunk = memo(function SourceChunk({
  chunk,
  target,
  doubted,
}: {
  chunk: Chunk;
  target: Target | null;
  doubted: ReadonlySet<string>;
}) {
  return (
    <div className="source-chunk">
      {chunk.pieces.map((piece) =>
        piece.target === null ? (
          piece.text
        ) : (
          <span
            key={`${piece.start} ${piece.target}`}
            data-passage={piece.target}
            className={classOf(piece.target, target, doubted)}
          >
            {piece.text}
          </span>
        ),
      )}
    </div>
  );
});

function classOf(own: Target, lit: Target | null, doubted: ReadonlySet<string>): string {
  const looks = [own.startsWith("cell:") ? "passage" : "passage head"];
  if (isDoubted(own, doubted)) looks.push("doubted");
  if (own === lit) looks.push("lit");
  return looks.join(" ");
}

/** Scrolls the box alone, never the page, so that the cell in hand stays where it is. */
function center(box: HTMLElement | null, target: Target): void {
  const passage = box?.querySelector(`[data-passage="${CSS.escape(target)}"]`);
  if (!box || !passage) return;
  const { top, height } = passage.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  const isInView = top >= frame.top + height && top + height <= frame.bottom - height;
  if (!isInView) box.scrollTop += top - frame.top - (frame.height - height) / 2;
}
