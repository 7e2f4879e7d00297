import { AwsClient } from "aws4fetch";
import type { S3Settings } from "./settings.ts";

/** An object store has so long for one file; then it counts as down. */
const TIMEOUT_MS = 20_000;
const RETRIES = 2;

/** Thrown where the object store does not answer or refuses; never says more than its status. */
export class S3Failure extends Error {
  override name = "S3Failure";
}

/** Objects named by the hash of their bytes, in one bucket of an S3-compatible store. */
export interface S3 {
  put(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Null where there is no such object. */
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Also where there is none. */
  remove(sha256: string): Promise<void>;
}

/** The bucket these settings name; nothing is asked before the first call. */
export function s3Bucket(settings: S3Settings): S3 {
  const client = new AwsClient({
    accessKeyId: settings.key,
    secretAccessKey: settings.secret,
    region: settings.region,
    service: "s3",
    retries: RETRIES,
  });
  const ask = async (sha256: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await client.fetch(addressOf(settings, sha256), { ...init, signal });
    } catch (error) {
      throw new S3Failure("the object store does not answer", { cause: error });
    }
  };
  return {
    put: async (sha256, bytes) => {
      // The store refuses bytes that are not those of the hash.
      const headers = {
        "x-amz-content-sha256": sha256,
        "content-type": "application/octet-stream",
      };
      const answer = await ask(sha256, { method: "PUT", body: bytes, headers });
      await finish(answer, [200]);
    },
    get: async (sha256) => {
      const answer = await ask(sha256, { method: "GET" });
      if (answer.status === 200) return bytesOf(answer);
      // A bucket that is not there is a wrong setting, no missing file.
      const isFile = !(await answer.clone().text()).includes("NoSuchBucket");
      await finish(answer, isFile ? [404] : []);
      return null;
    },
    remove: async (sha256) => {
      const answer = await ask(sha256, { method: "DELETE" });
      await finish(answer, [200, 204, 404]);
    },
  };
}

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    throw new S3Failure("the object store broke off", { cause: error });
  }
}

async function finish(answer: Response, expected: readonly number[]): Promise<void> {
  await answer.body?.cancel();
  if (!expected.includes(answer.status))
    throw new S3Failure(`the object store answered ${answer.status}`);
}

function addressOf({ endpoint, bucket, isPathStyle }: S3Settings, sha256: string): string {
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/$/, "");
  const key = `files/${sha256.slice(0, 2)}/${sha256}`;
  if (isPathStyle) url.pathname = `${base}/${bucket}/${key}`;
  else {
    url.hostname = `${bucket}.${url.hostname}`;
    url.pathname = `${base}/${key}`;
  }
  return url.href;
}
