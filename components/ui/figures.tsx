import type { ReactNode } from "react";

export interface Figure {
  key: string;
  value: ReactNode;
  label: ReactNode;
}

/** Facts that stand alone: a large figure with its name under it, not a card. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className="num my-6 grid grid-cols-[repeat(auto-fit,minmax(5.25rem,1fr))] gap-x-3 [&:lang(en)]:grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-y-4 border-y border-rule py-4">
      {items.map(({ key, value, label }) => (
        <div key={key} className="flex flex-col-reverse justify-end">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="text-figure font-semibold whitespace-nowrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
