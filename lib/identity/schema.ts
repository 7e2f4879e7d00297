import { z } from "zod";
import { ROLES } from "./actor.ts";

/** A login as stored and compared: one Unicode form, lower case, no space around it. */
export function foldLogin(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

/** What the sign-in form sends; lengths are bounded before anything is hashed. */
export const credentialsSchema = z.object({
  login: z.string().max(200).transform(foldLogin),
  password: z.string().max(1024),
});

const login = z
  .string()
  .transform(foldLogin)
  .pipe(z.string().regex(/^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\d._@-]{1,63}$/u));

/** A role and where it holds, as given to a new account; the database refuses what does not go together. */
export const grantSchema = z
  .object({
    role: z.enum(ROLES),
    agencyId: z.string().nullable().default(null),
    regionCode: z.string().nullable().default(null),
  })
  .refine(({ role, agencyId, regionCode }) => {
    const wantsAgency = role === "editor" || role === "reviewer";
    return (agencyId !== null) === wantsAgency && (regionCode !== null) === (role === "moderator");
  }, "an editor or reviewer needs an agency, a moderator a region, the others neither");

/** A new account. */
export const newUserSchema = z.object({
  login,
  name: z.string().trim().min(1).max(100),
  password: z.string(),
  demo: z.boolean().default(false),
  grant: grantSchema,
});

export type NewUser = z.infer<typeof newUserSchema>;
