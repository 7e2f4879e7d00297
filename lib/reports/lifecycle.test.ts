import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AUDIT_EVENTS } from "#lib/audit/events.ts";
import { POLICY } from "#lib/identity/policy.ts";
import {
  actionsFrom,
  DRAFT_STATES,
  isHandedOver,
  isWritable,
  LIFECYCLE_ACTIONS,
  type LifecycleAction,
  moved,
  type Position,
  PUBLICATIONS,
  transitionOf,
} from "./lifecycle.ts";

const POSITIONS: Position[] = [null, ...DRAFT_STATES].flatMap((draft) =>
  PUBLICATIONS.map((publication) => ({ draft, publication })),
);

/** From → to of the draft, for a published report and every action; written by hand from domain.md. */
const EXPECTED: Record<LifecycleAction, Record<string, string>> = {
  start: {},
  importArchive: {},
  replaceArchive: { none: "none" },
  save: { draft: "draft", returned: "returned" },
  confirmDoubt: { draft: "draft", returned: "returned" },
  attachFile: { draft: "draft", returned: "returned" },
  dropFile: { draft: "draft", returned: "returned" },
  explainIssue: { draft: "draft", returned: "returned" },
  answerRequest: { draft: "draft", returned: "returned" },
  sendToReview: { draft: "in_review", returned: "in_review" },
  sendBack: { in_review: "returned" },
  approve: { in_review: "submitted" },
  submit: { draft: "submitted", returned: "submitted" },
  recall: { in_review: "draft", submitted: "draft" },
  returnToAgency: { submitted: "returned", scheduled: "returned" },
  schedule: { submitted: "scheduled", scheduled: "scheduled" },
  unschedule: { scheduled: "submitted" },
  publish: { submitted: "none", scheduled: "none" },
  revise: { none: "draft" },
  discard: { draft: "none", returned: "none" },
  withdraw: Object.fromEntries(["none", ...DRAFT_STATES].map((state) => [state, state])),
  republish: {},
};

describe("the lifecycle table", () => {
  it.each(LIFECYCLE_ACTIONS)("leads %s from a published report where domain.md says", (action) => {
    const found = Object.fromEntries(
      [null, ...DRAFT_STATES].flatMap((draft) => {
        const next = moved(action, { draft, publication: "published" });
        return next ? [[draft ?? "none", next.draft ?? "none"]] : [];
      }),
    );
    expect(found).toEqual(EXPECTED[action]);
  });

  it("starts and imports only where nothing is published and no draft is open", () => {
    for (const action of ["start", "importArchive"] as const)
      expect(POSITIONS.filter((at) => moved(action, at))).toEqual([
        { draft: null, publication: "unpublished" },
      ]);
  });

  it("withdraws only what is published, republishes only what is withdrawn", () => {
    expect(POSITIONS.filter((at) => moved("withdraw", at)).map((at) => at.publication)).toEqual(
      Array(6).fill("published"),
    );
    for (const at of POSITIONS.filter((each) => moved("republish", each)))
      expect(moved("republish", at)).toEqual({ ...at, publication: "published" });
    expect(POSITIONS.filter((at) => moved("republish", at))).toHaveLength(6);
  });

  it("changes what the public has only by publishing, importing, withdrawing and republishing", () => {
    const changing = LIFECYCLE_ACTIONS.filter((action) =>
      POSITIONS.some((at) => (moved(action, at)?.publication ?? at.publication) !== at.publication),
    );
    expect(new Set(changing)).toEqual(
      new Set(["importArchive", "publish", "withdraw", "republish"]),
    );
    expect(LIFECYCLE_ACTIONS.filter((action) => transitionOf(action).isPublic)).toEqual(
      expect.arrayContaining(changing),
    );
  });

  it("demands a reason to return, to send back, to revise and to withdraw", () => {
    const asking = LIFECYCLE_ACTIONS.filter((each) =>
      transitionOf(each).requires.includes("reason"),
    );
    expect(new Set(asking)).toEqual(
      new Set(["returnToAgency", "sendBack", "revise", "withdraw", "explainIssue"]),
    );
  });

  it("names only actions of the policy and events of the trail; only the autosave has none", () => {
    for (const action of LIFECYCLE_ACTIONS) {
      const { who, event } = transitionOf(action);
      expect(Object.keys(POLICY)).toContain(who);
      if (event) expect(Object.keys(AUDIT_EVENTS)).toContain(event);
      expect(event === null).toBe(action === "save");
    }
  });

  it("offers submission or review, never both, by the agency's own review", () => {
    const at: Position = { draft: "draft", publication: "unpublished" };
    expect(actionsFrom(at, true)).toContain("sendToReview");
    expect(actionsFrom(at, true)).not.toContain("submit");
    expect(actionsFrom(at, false)).toContain("submit");
    expect(actionsFrom(at, false)).not.toContain("sendToReview");
  });

  it("gives the authority a draft only from its submission on", () => {
    expect(DRAFT_STATES.filter(isHandedOver)).toEqual(["submitted", "scheduled", "returned"]);
  });

  it("lets words change only in draft and returned", () => {
    expect(DRAFT_STATES.filter(isWritable)).toEqual(["draft", "returned"]);
  });
});

/** One run from the beginning: each choice takes one of the actions the table has from there. */
function walk(choices: readonly number[]): { path: Position[]; taken: LifecycleAction[] } {
  const path: Position[] = [{ draft: null, publication: "unpublished" }];
  const taken: LifecycleAction[] = [];
  for (const choice of choices) {
    const at = path.at(-1) as Position;
    const open = LIFECYCLE_ACTIONS.filter((action) => moved(action, at));
    const action = open[choice % open.length] as LifecycleAction;
    path.push(moved(action, at) as Position);
    taken.push(action);
  }
  return { path, taken };
}

describe("any sequence of actions", () => {
  const choices = fc.array(fc.nat(1000), { maxLength: 80 });

  it("stays in declared states and never gets stuck", () => {
    fc.assert(
      fc.property(choices, (each) => {
        for (const { draft, publication } of walk(each).path) {
          expect([null, ...DRAFT_STATES]).toContain(draft);
          expect(PUBLICATIONS).toContain(publication);
        }
      }),
    );
  });

  it("never takes a public page away but by withdrawing, and never shows one before publishing", () => {
    let published = 0;
    fc.assert(
      fc.property(choices, (each) => {
        const { path, taken } = walk(each);
        const first = taken.findIndex((action) => ["publish", "importArchive"].includes(action));
        for (const [index, action] of taken.entries()) {
          const [before, after] = [path[index], path[index + 1]];
          if (before?.publication === "published" && action !== "withdraw")
            expect(after?.publication).toBe("published");
          if (first === -1 || index < first) expect(after?.publication).toBe("unpublished");
        }
        if (first !== -1) published += 1;
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(published).toBeGreaterThan(100);
  });

  it("can always come back to a closed draft", () => {
    for (const start of POSITIONS) {
      const reached = new Set<string>();
      const open = [start];
      for (let at = open.pop(); at; at = open.pop()) {
        if (reached.has(JSON.stringify(at))) continue;
        reached.add(JSON.stringify(at));
        for (const action of LIFECYCLE_ACTIONS) {
          const next = moved(action, at);
          if (next) open.push(next);
        }
      }
      expect([...reached].some((at) => at.includes('"draft":null'))).toBe(true);
    }
  });
});
