import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { done, refused } from "#lib/platform/result.ts";
import { systemActor } from "./actor.ts";
import { formFields, runGuarded } from "./guard.ts";

const schema = z.object({ year: z.coerce.number().int(), reason: z.string().min(3) });
const now = new Date("2024-01-31T00:00:00Z");
const me = systemActor("me");
const request = (raw: unknown) => ({ actor: async () => me, raw, now });
const good = { year: 2023, reason: "更正数据" };

function form(entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("the guard", () => {
  it("hands the parsed input, the actor and the moment to the handler", async () => {
    const handler = vi.fn(async () => done("ok"));
    const answer = await runGuarded(schema, handler, request({ ...good, year: "2023", more: 1 }));
    expect(answer).toEqual({ ok: true, value: "ok" });
    expect(handler).toHaveBeenCalledExactlyOnceWith({ actor: me, input: good, now });
  });

  it("takes a form, without the framework's fields", async () => {
    const sent = form([
      ["$ACTION_ID_1", ""],
      ["year", "2023"],
      ["reason", "更正数据"],
    ]);
    const answer = await runGuarded(schema, async ({ input }) => done(input), request(sent));
    expect(answer).toEqual({ ok: true, value: good });
  });

  it("refuses the anonymous before it looks at what they sent", async () => {
    const handler = vi.fn(async () => done(1));
    const answer = await runGuarded(schema, handler, {
      ...request("rubbish"),
      actor: async () => null,
    });
    expect(answer).toEqual(refused("identity.sign-in-required"));
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    ["rubbish"],
    [null],
    [undefined],
    [{}],
    [{ year: 1.5, reason: "" }],
    [{ ...good, year: {} }],
  ])("answers beside the field and does not call the handler: %j", async (raw) => {
    const handler = vi.fn(async () => done(1));
    const answer = await runGuarded(schema, handler, request(raw));
    expect(answer).toMatchObject({ ok: false, refusal: { code: "input.invalid" } });
    expect(handler).not.toHaveBeenCalled();
  });

  it("names every field that is wrong", async () => {
    const answer = await runGuarded(
      schema,
      async () => done(1),
      request({ year: "x", reason: "" }),
    );
    expect(answer).toMatchObject({
      refusal: { facts: { fields: { year: [expect.any(String)], reason: [expect.any(String)] } } },
    });
  });

  it("passes a handler's refusal on", async () => {
    const stale = refused("report.stale", { revision: 3 });
    expect(await runGuarded(schema, async () => stale, request(good))).toEqual(stale);
  });

  it("answers a fault with an id and none of its words", async () => {
    const failing = async () => {
      throw new Error("password of the database is hunter2");
    };
    const answer = await runGuarded(schema, failing, request(good));
    expect(answer).toMatchObject({ refusal: { code: "platform.fault" } });
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });

  it("lets a redirect through", async () => {
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), {
      digest: "NEXT_REDIRECT;replace;/desk;307;",
    });
    const going = async () => {
      throw redirect;
    };
    await expect(runGuarded(schema, going, request(good))).rejects.toBe(redirect);
  });
});

it("a field that is sent several times is a list", () => {
  expect(
    formFields(
      form([
        ["a", "1"],
        ["b", "2"],
        ["b", "3"],
      ]),
    ),
  ).toEqual({ a: "1", b: ["2", "3"] });
});
