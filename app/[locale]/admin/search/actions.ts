"use server";

import { z } from "zod";
import { guarded } from "#lib/identity/guarded-action.ts";
import { askRun } from "#lib/upkeep/runs.commands.ts";

const runSchema = z.object({ kind: z.enum(["reconcile", "rebuild"]) });

export const runAction = guarded(runSchema, ({ actor, input, now }) =>
  askRun(actor, input.kind, now),
);
