import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A strict little object store in memory: it works out every request's signature for itself and refuses a wrong one. */
export interface S3Server {
  endpoint: string;
  bucket: string;
  key: string;
  secret: string;
  objects: Map<string, Buffer>;
  /** What each request was answered with. */
  answers: number[];
  /** While set, every request is answered with this status. */
  failWith: number | null;
  close(): Promise<void>;
}

const KEY = "test-key";
const SECRET = "test-secret";
const BUCKET = "gongkai-test";

/** Starts the store on a free port of this machine. */
export async function s3Server(): Promise<S3Server> {
  const state = { objects: new Map<string, Buffer>(), answers: [] as number[] };
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const status = store.failWith ?? statusOf(request, body, state.objects);
    state.answers.push(status);
    answer(response, status, state.objects.get(pathOf(request)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const store: S3Server = {
    ...state,
    endpoint: `http://127.0.0.1:${port}`,
    bucket: BUCKET,
    key: KEY,
    secret: SECRET,
    failWith: null,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return store;
}

function answer(response: ServerResponse, status: number, object: Buffer | undefined): void {
  response.statusCode = status;
  response.end(status === 200 && response.req.method === "GET" ? object : undefined);
}

const pathOf = ({ url = "/" }: IncomingMessage) => new URL(url, "http://store").pathname;

function statusOf(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): number {
  if (!isSigned(request)) return 403;
  const path = pathOf(request);
  if (!path.startsWith(`/${BUCKET}/`)) return 404;
  switch (request.method) {
    case "PUT":
      if (request.headers["x-amz-content-sha256"] !== sha256(body)) return 400;
      objects.set(path, body);
      return 200;
    case "GET":
      return objects.has(path) ? 200 : 404;
    case "DELETE":
      objects.delete(path);
      return 204;
    default:
      return 405;
  }
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) =>
  createHmac("sha256", key).update(data).digest();

/** Signature Version 4, written down from its description, by headers. */
function isSigned(request: IncomingMessage): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      request.headers.authorization ?? "",
    );
  const [, credential = "", signedHeaders = "", signature] = given ?? [];
  const [key, day = "", region = "", service = "", end = ""] = credential.split("/");
  const at = String(request.headers["x-amz-date"]);
  const payload = String(request.headers["x-amz-content-sha256"]);
  const names = signedHeaders.split(";");
  if (key !== KEY || end !== "aws4_request" || !at.startsWith(day) || !names.includes("host"))
    return false;
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join("");
  const canonical = [request.method, pathOf(request), "", headers, signedHeaders, payload];
  const scope = `${day}/${region}/${service}/${end}`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical.join("\n"))].join("\n");
  const secret = [region, service, end].reduce<Buffer>(hmac, hmac(`AWS4${SECRET}`, day));
  return hmac(secret, toSign).toString("hex") === signature;
}
