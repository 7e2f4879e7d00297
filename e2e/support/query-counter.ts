import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** PostgreSQL's first messages carry no letter: the wish for TLS, and the start itself. */
const TLS_WISH = 80_877_103;
const SIMPLE = 0x51;
const EXECUTE = 0x45;
const PARSE = 0x50;
const BIND = 0x42;
/** The edges of a transaction ask for nothing. */
const EDGES = /^(?:BEGIN|COMMIT|ROLLBACK)\b/i;

/** Stands between a server and its database, and counts what is asked. */
export interface QueryCounter {
  /** The database's address by way of the counter. */
  url: string;
  /** The statements that were run since the last reset, those that only open or close a transaction left out. */
  statements: () => string[];
  reset: () => void;
  close: () => void;
}

/** Opens a counter before the database at this address. */
export async function queryCounter(databaseUrl: string): Promise<QueryCounter> {
  const target = new URL(databaseUrl);
  let seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => [client, database].map((each) => each.destroy()));
    }
    const read = messageReader(
      statementReader((sql) => {
        if (!EDGES.test(sql.trim())) seen.push(sql);
      }),
    );
    client.on("data", (data: Buffer) => read(data));
    client.pipe(database);
    database.pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    statements: () => [...seen],
    reset: () => {
      seen = [];
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Tells which statement each run of one connection is of, prepared under a name or not. */
function statementReader(onRun: (sql: string) => void): (type: number, body: Buffer) => void {
  const prepared = new Map<string, string>();
  let bound = "";
  return (type, body) => {
    const [first = "", second = ""] = body.toString("latin1").split("\0", 2);
    if (type === PARSE) prepared.set(first, second);
    if (type === BIND) bound = second;
    if (type === EXECUTE) onRun(prepared.get(bound) ?? "");
    if (type === SIMPLE) onRun(first);
  };
}

/** Cuts what a client sends into the messages of PostgreSQL's protocol. */
function messageReader(onMessage: (type: number, body: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (isStarted) onMessage(rest[0] ?? 0, rest.subarray(5, end));
      else isStarted = rest.readInt32BE(4) !== TLS_WISH;
      rest = rest.subarray(end);
    }
  };
}
