import { describe, expect, it } from "vitest";
import { type Actor, type Grant, ROLES, type Role, systemActor } from "./actor.ts";
import { type Action, can, denial, POLICY, type Target } from "./policy.ts";

const ME = "00000000-0000-7000-8000-000000000001";
const OTHER = "00000000-0000-7000-8000-000000000002";
const ACTIONS = Object.keys(POLICY) as Action[];

/** Liunan district in Liuzhou, Guangxi; and a township elsewhere. */
const OWN: Target = { agencyId: "own", regionPath: ["45", "4502", "450204"] };
const PLACES: Record<string, Target> = {
  "own agency": OWN,
  "another agency of the same region": { agencyId: "sibling", regionPath: OWN.regionPath },
  "an agency below": { agencyId: "town", regionPath: [...OWN.regionPath, "450204001"] },
  "the agency above": { agencyId: "city", regionPath: ["45", "4502"] },
  "another province": { agencyId: "far", regionPath: ["62", "6201"] },
  "no agency": { agencyId: null, regionPath: [] },
};

const GRANTS: Record<Role, Grant> = {
  editor: { role: "editor", agencyId: "own", regionCode: null },
  reviewer: { role: "reviewer", agencyId: "own", regionCode: null },
  moderator: { role: "moderator", agencyId: null, regionCode: "450204" },
  admin: { role: "admin", agencyId: null, regionCode: null },
  auditor: { role: "auditor", agencyId: null, regionCode: null },
};

/** The words of domain.md "People", written down a second time: a letter for each role that may. */
const EXPECTED: Record<Action, string> = {
  "report.read-draft": "ER MA ",
  "report.read-versions": "ER MAU",
  "report.start": "ER  A ",
  "report.edit": "ER  A ",
  "report.send-to-review": "ER  A ",
  "report.approve": " R  A ",
  "report.send-back": " R  A ",
  "report.submit": "ER  A ",
  "report.recall": "ER  A ",
  "report.explain": "ER  A ",
  "report.return": "   MA ",
  "report.publish": "   MA ",
  "report.schedule": "   MA ",
  "report.withdraw": "   MA ",
  "report.republish": "   MA ",
  "report.redact": "    A ",
  "agency.manage": "   MA ",
  "user.manage": "   MA ",
  "audit.read": "    AU",
  "search.manage": "    A ",
  "settings.manage": "    A ",
};
const LETTER: Record<Role, string> = {
  editor: "E",
  reviewer: "R",
  moderator: "M",
  admin: "A",
  auditor: "U",
};

/** Which places each role reaches. */
const REACH: Record<Role, readonly string[]> = {
  editor: ["own agency"],
  reviewer: ["own agency"],
  moderator: ["own agency", "another agency of the same region", "an agency below"],
  admin: Object.keys(PLACES),
  auditor: Object.keys(PLACES),
};

const actor = (...grants: Grant[]): Actor => ({ userId: ME, name: "我", grants });

const CASES = ACTIONS.flatMap((action) =>
  ROLES.flatMap((role) => Object.keys(PLACES).map((place) => ({ action, role, place }))),
);

describe("every action × role × place", () => {
  it.each(CASES)("$action · $role · $place", ({ action, role, place }) => {
    const target = { ...(PLACES[place] ?? OWN), editedById: OTHER, sentById: ME };
    const expected = EXPECTED[action].includes(LETTER[role]) && REACH[role].includes(place);
    expect(can(actor(GRANTS[role]), action, target)).toBe(expected);
  });

  it.each(ACTIONS)("%s is refused without a grant", (action) => {
    expect(denial(actor(), action, { ...OWN, sentById: ME })).toBe("identity.no-role");
  });

  it.each(["editor", "reviewer", "moderator"] as const)(
    "a %s whose grant names no place reaches nothing",
    (role) => {
      const lost = actor({ role, agencyId: null, regionCode: null });
      for (const action of ACTIONS) {
        for (const target of Object.values(PLACES)) expect(can(lost, action, target)).toBe(false);
      }
    },
  );
});

describe("nobody approves what they wrote last", () => {
  const mine = { ...OWN, editedById: ME };

  it.each(["reviewer", "admin"] as const)("%s", (role) => {
    expect(denial(actor(GRANTS[role]), "report.approve", mine)).toBe("identity.own-work");
    expect(can(actor(GRANTS[role]), "report.send-back", mine)).toBe(true);
  });

  it.each(["report.publish", "report.schedule"] as const)("nor does the admin %s", (action) => {
    expect(denial(actor(GRANTS.admin), action, mine)).toBe("identity.own-work");
  });
});

describe("a moderator does not decide on an agency they belong to", () => {
  const DECISIONS: readonly Action[] = [
    "report.return",
    "report.publish",
    "report.schedule",
    "report.withdraw",
    "report.republish",
  ];

  it.each(DECISIONS)("%s", (action) => {
    for (const role of ["editor", "reviewer"] as const) {
      const both = actor(GRANTS.moderator, GRANTS[role]);
      expect(denial(both, action, OWN)).toBe("identity.own-agency");
      expect(can(both, action, { agencyId: "sibling", regionPath: OWN.regionPath })).toBe(true);
    }
    expect(denial(actor(GRANTS.admin, GRANTS.editor), action, OWN)).toBe("identity.own-agency");
  });
});

it("only the sender recalls", () => {
  expect(can(actor(GRANTS.editor), "report.recall", { ...OWN, sentById: ME })).toBe(true);
  for (const sentById of [OTHER, null]) {
    expect(denial(actor(GRANTS.editor), "report.recall", { ...OWN, sentById })).toBe(
      "identity.not-sender",
    );
  }
});

it.each(ACTIONS)("the command line and the worker may %s, their own work included", (action) => {
  const system = systemActor("gongkai");
  expect(can(system, action, { ...OWN, editedById: system.userId, sentById: OTHER })).toBe(true);
});
