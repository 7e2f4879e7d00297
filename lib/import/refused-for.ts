/** Why nothing was imported of a report or a file that was refused. */
export const REFUSED_FOR = ["unread", "no-permission", "forbidden", "not-stored"] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number];

const OTHER: Readonly<Record<string, RefusedFor>> = {
  "import.no-permission": "no-permission",
  "import.forbidden": "forbidden",
  "import.not-stored": "not-stored",
  "import.unstorable": "not-stored",
  "files.unavailable": "not-stored",
};

/** The reason a line's code belongs to: a file that may not be opened is something else than one that says nothing. */
export function refusedFor(code: string | null): RefusedFor {
  return OTHER[code ?? ""] ?? "unread";
}
