/** Brings node_modules into step with package-lock.json; needs nothing but Node and npm. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** A start that cannot succeed, told in one sentence. */
export class Refusal extends Error {}

const MEGABYTE = 1024 * 1024;

/** The Node that the package `node` brings. */
export const ownNode = (root) => join(root, "node_modules/.bin/node");

/** Refuses where the disk has less room than is needed (in megabytes). */
export function requireSpace(root, needed) {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < needed) {
    throw new Refusal(
      `The disk is full: ${free} MB are free at ${root}, ${needed} MB are needed; make room and start again.`,
    );
  }
}

/** Refuses a Node or npm that is too old to install the packages. */
export function requireTools() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    throw new Refusal(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  }
  const npm = spawnSync("npm", ["--version"], { encoding: "utf8", shell: false });
  if (npm.status !== 0) throw new Refusal("npm is not on the PATH: install it beside Node.");
  if (Number(npm.stdout.split(".")[0]) < 8) {
    throw new Refusal(`npm ${npm.stdout.trim()} is too old: install npm 8 or newer.`);
  }
}

function packagesOf(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** Whether every package the lock names is there in just that version (those of other systems apart). */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules/.package-lock.json"));
  const differs = Object.entries(wanted).some(
    ([path, entry]) =>
      path !== "" && !entry.optional && present[path]?.version !== entry.version && !entry.link,
  );
  return !differs && existsSync(ownNode(root));
}

function run(command, args, cwd, report) {
  return new Promise((resolve, reject) => {
    // Where npm runs Prisma's install script, this keeps it from fetching an engine that nothing here uses.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" };
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const stop = () => {
      child.kill("SIGTERM");
      process.exit(1);
    };
    process.once("SIGTERM", stop);
    const listen = (chunk) => {
      said += chunk;
      const line = String(chunk).trim().split("\n").at(-1) ?? "";
      if (!/^npm (warn|error)/.test(line)) report(line.slice(0, 70));
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("exit", () => process.off("SIGTERM", stop));
    child.once("exit", (code) =>
      code === 0 ? resolve(said) : reject(refusal(`${command} ${args[0]}`, said)),
    );
  });
}

function sentence(what, said) {
  if (/ENOSPC|no space left/i.test(said)) {
    return "The disk is full: the packages could not be installed; make room and start again.";
  }
  const lines = said.split("\n").filter((line) => /npm error (?!code |A complete)\S/.test(line));
  return `\`${what}\` failed: ${(lines[0] ?? said.trim().split("\n").at(-1) ?? "").trim()}`;
}

function refusal(what, said) {
  return Object.assign(new Refusal(sentence(what, said)), { said });
}

/**
 * Installs exactly what the lock names. A registry that lacks the builds for other systems makes
 * `npm ci` call the lock incomplete; `npm install --no-save` takes the same versions from it.
 */
export async function install(root, report) {
  const quiet = ["--no-audit", "--no-fund"];
  try {
    await run("npm", ["ci", ...quiet], root, report);
  } catch (error) {
    if (!/from lock file/.test(error.said ?? "")) throw error;
    await run("npm", ["install", "--no-save", ...quiet], root, report);
  }
  const { status, stdout } = spawnSync(ownNode(root), ["--version"], { encoding: "utf8" });
  if (status !== 0 || !stdout.startsWith("v24.")) {
    throw new Refusal(
      "The package `node` could not set itself up: npm must be allowed to run install scripts (npm config get ignore-scripts).",
    );
  }
}
