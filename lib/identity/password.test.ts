import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";
import { passwordFault } from "./password-rules.ts";

describe("argon2id", () => {
  it("hashes with OWASP's parameters and a salt of its own", async () => {
    const [one, two] = await Promise.all([
      hashPassword("正确的口令 123"),
      hashPassword("正确的口令 123"),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("accepts the password in any Unicode form of itself and nothing else", async () => {
    const encoded = await hashPassword("口令ＡＢＣ é 12345");
    expect(await verifyPassword(encoded, "口令ABC é 12345")).toBe(true);
    expect(await verifyPassword(encoded, "口令ABC é 12346")).toBe(false);
  });

  it("never accepts anything where there is no account, and takes about as long", async () => {
    const encoded = await hashPassword("some long password");
    await verifyPassword(null, "warm up");
    const time = async (hash: string | null) => {
      const start = performance.now();
      for (let n = 0; n < 5; n += 1) await verifyPassword(hash, "some other password");
      return performance.now() - start;
    };
    const [known, unknown] = [await time(encoded), await time(null)];
    expect(await verifyPassword(null, "")).toBe(false);
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

describe("password rules", () => {
  const names = ["zhangsan", "张三"];

  it.each([
    ["short", "too-short"],
    ["口令口令口令", "too-short"],
    ["x1".repeat(65), "too-long"],
    ["aaaaaaaaaaaa", "common"],
    ["121212121212", "common"],
    ["Password1234", "common"],
    ["2024password!!", "common"],
    ["qwertyuiopas", "common"],
    ["adminadminadmin", "common"],
    ["1qaz2wsx3edc", "common"],
    ["政府信息公开政府信息公开", "common"],
    ["my ZhangSan 2024", "contains-name"],
  ])("%s: %s", (password, fault) => {
    expect(passwordFault(password, names)).toBe(fault);
  });

  it.each([
    "correct horse battery",
    "四季更替山河依旧风雨同舟共济",
    "kZ7-vu2.Rqt9",
    "password of my garden gnome",
  ])("%s is good", (password) => {
    expect(passwordFault(password, names)).toBeNull();
  });
});
