import type { ReactNode } from "react";

export interface Fact {
  key: string;
  name: ReactNode;
  value: ReactNode;
}

/** Names and values in two columns (索引号, 发布日期 …). */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {items.map(({ key, name, value }) => (
        <div key={key} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
