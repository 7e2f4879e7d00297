import type { Actor } from "./actor.ts";

/** Where someone lands after sign-in: those who decide at /admin, those who write at /desk. */
export function homeOf(actor: Actor): "/admin" | "/desk" {
  const decides = actor.grants.some(({ role }) => role !== "editor" && role !== "reviewer");
  return decides ? "/admin" : "/desk";
}
