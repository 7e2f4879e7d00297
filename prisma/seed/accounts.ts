import type { Grant } from "#lib/identity/actor.ts";
import { DEMO_PASSWORD } from "#lib/identity/demo.ts";

/** An account for trying the portal out. */
export interface DemoAccount {
  login: string;
  /** Shown to others as the person's name. */
  name: string;
  password: string;
  /** One line for whoever starts the demonstration. */
  describes: string;
  grant: Grant;
}

const account = (login: string, name: string, describes: string, grant: Partial<Grant>) => ({
  login,
  name: `${name}（演示）`,
  password: DEMO_PASSWORD,
  describes,
  grant: { role: "editor" as const, agencyId: null, regionCode: null, ...grant },
});

const moderator = (regionCode: string) => ({ role: "moderator" as const, regionCode });
const reviewer = (agencyId: string) => ({ role: "reviewer" as const, agencyId });

/** In the order in which they are listed. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account("yuanjiang-editor", "元江填报员", "填报员 editor: 玉溪市元江县人民政府办公室", {
    agencyId: "530428-office",
  }),
  account(
    "yuanjiang-reviewer",
    "元江审核员",
    "审核员 reviewer: 玉溪市元江县人民政府办公室",
    reviewer("530428-office"),
  ),
  account("yuxi-moderator", "玉溪管理员", "管理员 moderator: 玉溪市", moderator("530400")),
  account("liunan-editor", "柳南填报员", "填报员 editor: 柳州市柳南区人民政府", {
    agencyId: "450204-government",
  }),
  account("liuzhou-moderator", "柳州管理员", "管理员 moderator: 柳州市", moderator("450200")),
  account("yanshi-editor", "虚拟阳县府办填报员", "填报员 editor: 虚拟阳县人民政府办公室（虚构）", {
    agencyId: "990101-office",
  }),
  account(
    "yanshi-reviewer",
    "虚拟阳县府办审核员",
    "审核员 reviewer: 虚拟阳县人民政府办公室（虚构）",
    reviewer("990101-office"),
  ),
  account("yanshi-editor-2", "虚拟阳县资源局填报员", "填报员 editor: 虚拟阳县自然资源局（虚构）", {
    agencyId: "990101-natural-resources",
  }),
  account(
    "yanshi-editor-3",
    "虚拟河县住建局填报员",
    "填报员 editor: 虚拟河县住房和城乡建设局（虚构）",
    {
      agencyId: "990102-housing",
    },
  ),
  account(
    "yanshi-moderator",
    "演示省管理员",
    "管理员 moderator: 演示省（虚构）",
    moderator("990000"),
  ),
  account("admin", "系统管理员", "系统管理员 admin", { role: "admin" }),
  account("auditor", "审计员", "审计员 auditor（只读 read only）", { role: "auditor" }),
];

/** Agencies with a reviewer of their own: three reviews (三审三校) instead of two. */
export const REVIEWING_AGENCIES: ReadonlySet<string> = new Set(
  DEMO_ACCOUNTS.flatMap(({ grant }) =>
    grant.role === "reviewer" && grant.agencyId ? [grant.agencyId] : [],
  ),
);
