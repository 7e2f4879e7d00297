import { describe, expect, test } from "vitest";
import { EnvError, parseEnv, parseStartEnv, reachedAt } from "./env.ts";

const NEEDED = {
  DATABASE_URL: "postgresql://user:p%40ss@db.example:5432/gongkai",
  AUTH_SECRET: "x".repeat(32),
};

/** What a set of variables is refused with. */
function refusal(variables: Record<string, string>): string {
  try {
    parseEnv(variables);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
}

test("two settings suffice; every other has a value of its own", () => {
  expect(parseEnv(NEEDED)).toEqual({
    ...NEEDED,
    NODE_ENV: "production",
    DATABASE_POOL: 10,
    STATEMENT_TIMEOUT_MS: 5000,
    HOST: "127.0.0.1",
    PORT: 3000,
    SITE_URL: "http://127.0.0.1:3000",
    TRUSTED_PROXIES: [],
    GONGKAI_DEMO: false,
    WORKER_CONCURRENCY: 4,
    FILE_STORE: "database",
    FILE_LIMIT_MB: 20,
    S3_REGION: "us-east-1",
    S3_PATH_STYLE: true,
  });
});

test("files in an object store need all that leads there, and every setting that is missing is named", () => {
  const found = refusal({ ...NEEDED, FILE_STORE: "s3", S3_BUCKET: "Not A Bucket", S3_KEY: "key" });
  expect(found).toContain("S3_ENDPOINT: is not set");
  expect(found).toContain("S3_SECRET: is not set");
  expect(found).toContain("S3_BUCKET: must be a bucket's name");
  expect(found).not.toContain("S3_KEY");
  const whole = {
    ...NEEDED,
    FILE_STORE: "s3",
    S3_ENDPOINT: "http://10.0.0.5:9000",
    S3_BUCKET: "gongkai",
    S3_KEY: "key",
    S3_SECRET: "secret",
  };
  expect(parseEnv(whole)).toMatchObject({ S3_BUCKET: "gongkai", S3_PATH_STYLE: true });
});

test("an empty setting counts as unset", () => {
  expect(parseEnv({ ...NEEDED, PORT: "", MEILI_URL: "" })).toEqual(parseEnv(NEEDED));
});

test.each([
  ["DATABASE_POOL", "25", 25],
  ["PORT", "65535", 65_535],
  ["SITE_URL", "https://gk.example.gov.cn", "https://gk.example.gov.cn"],
  ["TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8 192.0.2.7", ["10.0.0.0/8", "fd00::/8", "192.0.2.7"]],
  ["MEILI_URL", "http://10.0.0.9:7700", "http://10.0.0.9:7700"],
  ["GONGKAI_DEMO", "1", true],
  ["GONGKAI_DEMO", "false", false],
  ["WORKER_CONCURRENCY", "64", 64],
])("%s=%s is read", (name, value, read) => {
  expect(parseEnv({ ...NEEDED, [name]: value })).toHaveProperty(name, read);
});

test.each([
  ["NODE_ENV", "staging", "must be production or development"],
  ["DATABASE_URL", "mysql://db/gongkai", "must look like postgresql://"],
  ["DATABASE_URL", "postgresql:///gongkai", "must look like postgresql://"],
  ["DATABASE_POOL", "0", "must be a whole number from 1 to 500"],
  ["AUTH_SECRET", "short", "must have at least 32 characters"],
  ["PORT", "abc", "must be a whole number from 1 to 65535"],
  ["PORT", "65536", "must be a whole number from 1 to 65535"],
  ["PORT", "80.5", "must be a whole number from 1 to 65535"],
  ["SITE_URL", "gk.example.gov.cn", "must be an address such as http://host:port"],
  ["SITE_URL", "javascript:alert(1)", "must be an address such as http://host:port"],
  ["TRUSTED_PROXIES", "everyone", "must be addresses or networks (CIDR)"],
  ["TRUSTED_PROXIES", "10.0.0.0/33", "must be addresses or networks (CIDR)"],
  ["MEILI_URL", "ftp://10.0.0.9", "must be an address such as http://host:port"],
  ["GONGKAI_DEMO", "maybe", "must be 1 or 0"],
  ["WORKER_CONCURRENCY", "65", "must be a whole number from 1 to 64"],
])("%s=%s: %s", (name, value, words) => {
  const line = refusal({ ...NEEDED, [name]: value })
    .split("\n")
    .at(1);
  expect(line).toContain(`  ${name}: ${words}`);
});

describe("what is missing", () => {
  test("is said for every setting at once, with what is wrong", () => {
    expect(refusal({ PORT: "abc" })).toBe(
      [
        "The configuration is not usable:",
        "  DATABASE_URL: is not set",
        "  AUTH_SECRET: is not set",
        "  PORT: must be a whole number from 1 to 65535",
      ].join("\n"),
    );
  });

  test("`npm start` brings the database and the secret itself", () => {
    const { DATABASE_URL, AUTH_SECRET, GONGKAI_DEMO, SITE_URL } = parseStartEnv({ PORT: "3100" });
    expect([DATABASE_URL, AUTH_SECRET, GONGKAI_DEMO]).toEqual([undefined, undefined, undefined]);
    expect(SITE_URL).toBe("http://127.0.0.1:3100");
  });

  test("`npm start` refuses a wrong one all the same, and knows a demonstration that was declined", () => {
    expect(() => parseStartEnv({ AUTH_SECRET: "short" })).toThrow("AUTH_SECRET: must have");
    expect(() => parseStartEnv({ TRUSTED_PROXIES: "x" })).toThrow("TRUSTED_PROXIES: must be");
    expect(parseStartEnv({ GONGKAI_DEMO: "0" }).GONGKAI_DEMO).toBe(false);
  });
});

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["portal.example", "http://portal.example:3000"],
])("a server on %s is asked at %s", (host, address) => {
  expect(reachedAt(host, 3000)).toBe(address);
});
