import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

/** Exchanges with a real Meilisearch server, kept so that its contract can be run where there is none. */
const record = z.object({
  server: z.string(),
  exchanges: z.array(z.object({ request: z.string(), status: z.number(), answer: z.unknown() })),
});
type Exchange = z.infer<typeof record>["exchanges"][number];

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

interface Asked {
  method: string;
  path: string;
  body: string;
}

const isPolling = (request: string) => request.startsWith("GET /tasks/");

/** Method, address and a digest of the body: requests with one name are answered in the order in which they came. */
function nameOf({ method, path, body }: Asked): string {
  const digest =
    body === "" ? "" : ` ${createHash("sha256").update(body).digest("hex").slice(0, 16)}`;
  return `${method} ${path}${digest}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function serve(answer: (asked: Asked) => Promise<Omit<Exchange, "request">>): Promise<Proxy> {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      body: await bodyOf(request),
    };
    const { status, answer: body } = await answer(asked);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(502, { "content-type": "text/plain" }).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Numbers of tasks begin at 1 in a record, whatever the server had done before. */
class TaskNumbers {
  readonly #known = new Map<number, number>();
  recorded(actual: number): number {
    const number = this.#known.get(actual) ?? this.#known.size + 1;
    this.#known.set(actual, number);
    return number;
  }
  actual(recorded: number): number {
    return [...this.#known].find(([, number]) => number === recorded)?.[0] ?? recorded;
  }
}

/** What differs from run to run (times, numbers of tasks and batches) made the same. */
function steady(value: unknown, numbers: TaskNumbers): unknown {
  if (Array.isArray(value)) return value.map((each) => steady(each, numbers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if ((key === "taskUid" || key === "uid") && typeof inner === "number")
        return [key, numbers.recorded(inner)];
      if (key === "batchUid") return [key, 0];
      if (key === "processingTimeMs") return [key, 0];
      if (key === "duration") return [key, null];
      if (key === "requestUid") return [key, "00000000-0000-7000-8000-000000000000"];
      if (/(?:At|databaseSize|DbSize|avgDocumentSize)$/iu.test(key) && inner !== null)
        return [key, 0];
      return [key, steady(inner, numbers)];
    }),
  );
}

/** A way to a real server that keeps what is asked and answered; `save` writes the record. */
export async function recording(
  url: string,
  key: string | undefined,
  file: string,
): Promise<Proxy & { save(): void }> {
  const numbers = new TaskNumbers();
  const kept: Exchange[] = [];
  const headers = {
    "content-type": "application/json",
    "accept-encoding": "identity",
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  };
  const version = z
    .object({ pkgVersion: z.string() })
    .parse(await (await fetch(`${url}/version`, { headers })).json());
  const proxy = await serve(async (asked) => {
    const path = asked.path.replace(
      /^\/tasks\/(\d+)/u,
      (_, number: string) => `/tasks/${numbers.actual(Number(number))}`,
    );
    const body = asked.body === "" ? null : asked.body;
    const response = await fetch(`${url}${path}`, { method: asked.method, headers, body });
    const exchange = {
      request: nameOf(asked),
      status: response.status,
      answer: steady(await response.json(), numbers),
    };
    const before = isPolling(exchange.request)
      ? kept.findIndex(({ request }) => request === exchange.request)
      : -1;
    if (before >= 0) kept[before] = exchange;
    else kept.push(exchange);
    return exchange;
  });
  const save = () => {
    const lines = kept.map((each) => JSON.stringify(each)).join(",\n");
    writeFileSync(file, `{"server":"${version.pkgVersion}","exchanges":[\n${lines}\n]}\n`);
  };
  return { ...proxy, save };
}

/** Answers from a record alone; what is not in it fails with the command that makes it. */
export async function replaying(file: string, command: string): Promise<Proxy> {
  const { exchanges } = record.parse(JSON.parse(readFileSync(file, "utf8")));
  const waiting = new Map<string, Exchange[]>();
  for (const each of exchanges)
    waiting.set(each.request, [...(waiting.get(each.request) ?? []), each]);
  return serve(async (asked) => {
    const request = nameOf(asked);
    const queue = waiting.get(request);
    const exchange = isPolling(request) ? queue?.[0] : queue?.shift();
    if (exchange) return exchange;
    const message = `not in the record: ${request}. Record it with: ${command}`;
    return { status: 501, answer: { message, code: "not_recorded", type: "internal", link: "" } };
  });
}
