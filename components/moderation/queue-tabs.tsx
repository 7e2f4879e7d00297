import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

/** Ways to look at what an authority has before it. */
export const TABS = ["waiting", "scheduled", "published", "withdrawn"] as const;
export type Tab = (typeof TABS)[number];

/** The tab an address asks for, or the first. */
export function tabOf(value: string | string[] | undefined): Tab {
  return TABS.find((tab) => tab === value) ?? "waiting";
}

/** Links between the queue's views. */
export function QueueTabs({ tab }: { tab: Tab }) {
  const t = useTranslations("admin.queue");
  return (
    <nav aria-label={t("tabs")} className="my-4 border-b border-rule">
      <ul className="flex flex-wrap gap-x-6">
        {TABS.map((each) => (
          <li key={each}>
            <Link
              href={`/admin?tab=${each}`}
              aria-current={each === tab ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center border-b-2 border-transparent text-ink no-underline hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold"
            >
              {t(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
