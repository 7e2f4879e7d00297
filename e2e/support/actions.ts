import type { APIResponse, Page } from "@playwright/test";

/** A call of a server action as the browser would have sent it. */
export interface Call {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const CARRIED = ["next-action", "next-router-state-tree", "content-type", "accept"];

/** Does what calls a server action, and hands its request out instead of letting it reach the server. */
export async function heldBack(page: Page, act: () => Promise<void>): Promise<Call> {
  const { promise, resolve } = Promise.withResolvers<Call>();
  await page.route("**", async (route) => {
    const request = route.request();
    if (!("next-action" in request.headers())) return route.fallback();
    resolve({
      url: request.url(),
      headers: await request.allHeaders(),
      body: request.postDataBuffer()?.toString("utf8") ?? "",
    });
    return route.abort();
  });
  await act();
  const call = await promise;
  await page.unroute("**");
  return call;
}

/** Sends a call with whatever session this page's browser has; `forge` may change its body. */
export async function sent(
  page: Page,
  call: Call,
  forge: (body: string) => string = (body) => body,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const carried = Object.fromEntries(
    CARRIED.flatMap((name) => (call.headers[name] ? [[name, call.headers[name]]] : [])),
  );
  return page.context().request.post(call.url, {
    headers: { ...carried, origin: new URL(call.url).origin, ...headers },
    data: Buffer.from(forge(call.body), "utf8"),
    maxRedirects: 0,
  });
}

/** From now on, changes the body of every server action this page calls. */
export async function forgeActions(page: Page, forge: (body: string) => string): Promise<void> {
  await page.route("**", (route) => {
    const request = route.request();
    if (!("next-action" in request.headers())) return route.fallback();
    const body = request.postDataBuffer()?.toString("utf8") ?? "";
    return route.continue({ postData: Buffer.from(forge(body), "utf8") });
  });
}
