import { pino } from "pino";
import { logLevel } from "./env.ts";

/** The process's log: one JSON object a line on stdout; secrets are struck out. */
export const log = pino({
  level: logLevel(),
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "*.password", "passwordHash", "*.passwordHash", "cookie", "*.cookie"],
    censor: "[removed]",
  },
});
