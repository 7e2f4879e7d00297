import { execFileSync, spawnSync } from "node:child_process";

/** Whom the database runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/** A start that cannot succeed, told in one sentence for the person at the terminal. */
export class StartRefusal extends Error {
  override name = "StartRefusal";
}

function idOf(flag: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function createAccount(): void {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  } catch (error) {
    throw new StartRefusal(
      "PostgreSQL does not run as root and no account named postgres could be made: start as an ordinary user, or set DATABASE_URL.",
      { cause: error },
    );
  }
}

/** PostgreSQL refuses root: answers (and makes) the account `postgres` there, undefined for anyone else. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (idOf("-u") === undefined) createAccount();
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === undefined || gid === undefined) {
    throw new StartRefusal("The account postgres cannot be looked up: is `id` installed?");
  }
  return { uid, gid };
}

/** Walks up, so that the last one found closed is the one that closes the others. */
const ENTER = `path=$1 closed=
[ -x "$1" ] || closed=$1
while [ "$path" != / ]; do
  path=$(dirname "$path"); [ -x "$path" ] || closed=$path
done
[ -z "$closed" ] || { echo "$closed"; exit 1; }`;

/** Tries, as the database's account, to enter each folder, and says which one it may not. */
export function refuseClosedFolders(
  folders: readonly string[],
  account: Account | undefined,
): void {
  for (const folder of folders) {
    const { status, stdout } = spawnSync("/bin/sh", ["-c", ENTER, "enter", folder], {
      cwd: "/",
      encoding: "utf8",
      ...(account ?? {}),
    });
    if (status === 0) continue;
    const closed = stdout.trim() || folder;
    throw new StartRefusal(
      `The database's account${account === undefined ? "" : " (postgres)"} may not enter ${closed}: move the portal to a folder everyone may enter (such as /srv), start it as that folder's ordinary owner, or set DATABASE_URL.`,
    );
  }
}
