import type { Piece } from "#lib/search/passages.ts";

/** A text with the words that were searched marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, isHit }) => {
    at += text.length;
    return isHit ? <mark key={at}>{text}</mark> : text;
  });
}
