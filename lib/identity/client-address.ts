import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * The caller's address by X-Forwarded-For, or null where nothing can be believed. The server's own neighbour is not
 * visible here, so the header counts only where TRUSTED_PROXIES names our proxies (which says that nothing else
 * reaches the port): it is read from the right, our proxies are passed over, and the first other address is the caller.
 */
export function clientAddress(
  forwardedFor: string | null | undefined,
  trustedProxies: readonly string[],
): string | null {
  if (trustedProxies.length === 0 || !forwardedFor) return null;
  const ours = blockListOf(trustedProxies);
  for (const part of forwardedFor.split(",").reverse()) {
    const address = plainAddress(part);
    if (address === null) return null;
    if (!ours.check(address, isIPv6(address) ? "ipv6" : "ipv4")) return address;
  }
  return null;
}

/** What is counted as one caller: an IPv4 address, or the /64 that an IPv6 household has. */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address;
  return `${expandIPv6(address).slice(0, 4).join(":")}::/64`;
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", prefix] = network.split("/");
    const family = isIPv6(base) ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(base, family);
    else list.addSubnet(base, Number(prefix), family);
  }
  return list;
}

/** An address without port and brackets, IPv4 as IPv4; null where it is none. */
function plainAddress(part: string): string | null {
  const text = part.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, "$1");
  const address = bare.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, "");
  return isIP(address) === 0 ? null : address;
}

function expandIPv6(address: string): string[] {
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
