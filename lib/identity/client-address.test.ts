import { describe, expect, it } from "vitest";
import { parseEnv } from "#lib/platform/env.ts";
import { addressBlock, clientAddress } from "./client-address.ts";

const PROXIES = ["10.0.0.0/8", "192.0.2.7", "fd00::/8"];

describe("client address", () => {
  it.each([
    ["no header", null, PROXIES, null],
    ["nothing is trusted: the header is anybody's", "203.0.113.5", [], null],
    ["one proxy in front", "203.0.113.5", PROXIES, "203.0.113.5"],
    [
      "what the caller wrote in front is not believed",
      "1.1.1.1, 203.0.113.5",
      PROXIES,
      "203.0.113.5",
    ],
    [
      "our own second proxy is passed over",
      "203.0.113.5, 10.1.2.3, 192.0.2.7",
      PROXIES,
      "203.0.113.5",
    ],
    [
      "a caller who claims to be a proxy",
      "10.9.9.9, 203.0.113.5, 10.1.2.3",
      PROXIES,
      "203.0.113.5",
    ],
    ["only proxies", "10.1.2.3", PROXIES, null],
    ["rubbish before an address of ours", "rubbish, 10.1.2.3", PROXIES, null],
    ["a port", "203.0.113.5:4711", PROXIES, "203.0.113.5"],
    ["IPv6 in brackets", "[2001:DB8::1]:443, fd00::1", PROXIES, "2001:db8::1"],
    ["IPv4 dressed as IPv6", "203.0.113.5, ::ffff:10.1.2.3", PROXIES, "203.0.113.5"],
  ])("%s", (_, header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });
});

describe("address block", () => {
  it.each([
    ["203.0.113.5", "203.0.113.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0db8:0000::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});

describe("TRUSTED_PROXIES", () => {
  const variables = { DATABASE_URL: "postgresql://a@b/c", AUTH_SECRET: "x".repeat(32) };
  const parse = (TRUSTED_PROXIES: string) =>
    parseEnv({ ...variables, TRUSTED_PROXIES }).TRUSTED_PROXIES;

  it("is empty by default and takes addresses and networks", () => {
    expect(parse("")).toEqual([]);
    expect(parse("10.0.0.0/8, 192.0.2.7 fd00::/8")).toEqual([
      "10.0.0.0/8",
      "192.0.2.7",
      "fd00::/8",
    ]);
  });

  it.each(["1", "10.0.0.0/33", "proxy.example", "10.0.0.0/8/8", "10.0.0/8", "fd00::/129"])(
    "stops the start on %s",
    (wrong) => {
      expect(() => parse(wrong)).toThrow(/TRUSTED_PROXIES: must be addresses or networks/);
    },
  );
});
