import type { useTranslations } from "next-intl";
import type { GuardRefusal } from "#lib/identity/guard.ts";
import type { ReportRefusal } from "#lib/reports/refusal.ts";

type Translate = ReturnType<typeof useTranslations<"desk.refusals">>;

const MEGABYTE = 1024 * 1024;

/** Says in words what a command refused, and what to do about it. */
export function refusalMessage(refusal: ReportRefusal | GuardRefusal, t: Translate): string {
  switch (refusal.code) {
    case "report.not-found":
      return t("notFound");
    case "report.forbidden":
      return forbidden(refusal.facts?.denial, t);
    case "report.wrong-state":
      return t("wrongState");
    case "report.stale":
      return t("stale");
    case "report.superseded":
      return t("superseded");
    case "report.blocked":
      return t("blocked", { count: refusal.facts?.blockers.length ?? 0 });
    case "report.doubts-open":
      return t("doubtsOpen", { count: refusal.facts?.cells.length ?? 0 });
    case "report.reason-required":
      return t("reasonRequired");
    case "report.time-passed":
      return t("timePassed");
    case "report.exists":
      return t("exists");
    case "report.no-edition":
      return t("noEdition", { year: String(refusal.facts?.year ?? "") });
    case "report.other-year":
      return t("otherYear", {
        year: String(refusal.facts?.year ?? ""),
        asked: String(refusal.facts?.asked ?? ""),
      });
    case "report.nothing-published":
      return t("nothingPublished", { year: String(refusal.facts?.year ?? "") });
    case "report.too-large":
      return t("tooLarge", { limit: Math.floor((refusal.facts?.limit ?? 0) / MEGABYTE) });
    case "files.unavailable":
      return t("storeDown");
    case "report.unknown-issue":
      return t("unknownIssue");
    case "report.invalid":
      return invalid(refusal.facts?.issues.map(({ path }) => path) ?? [], t);
    case "input.invalid":
      return invalid(Object.keys(refusal.facts?.fields ?? {}), t);
    case "identity.sign-in-required":
      return t("signIn");
    case "platform.unreachable":
      return t("unreachable");
    case "platform.outdated":
      return t("outdated");
    case "platform.fault":
      return t("fault", { id: refusal.facts?.id ?? "" });
  }
}

const PARTS = ["cells", "sections", "metadata", "file", "text"] as const;

/** Names the parts of what was sent that cannot be accepted; a path of the program is no word for people. */
function invalid(paths: readonly string[], t: Translate): string {
  const parts = paths.map((path) => PARTS.find((part) => part === path.split(".")[0]) ?? "other");
  const names = [...new Set(parts)].map((part) => t(`parts.${part}`));
  return t("invalid", { detail: names.join(t("parts.separator")) });
}

function forbidden(denial: string | undefined, t: Translate): string {
  if (denial === "identity.own-work") return t("ownWork");
  if (denial === "identity.own-agency") return t("ownAgency");
  return t(denial === "identity.not-sender" ? "notSender" : "forbidden");
}
