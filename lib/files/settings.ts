import { type Env, env } from "#lib/platform/env.ts";

/** Where an S3-compatible store is and how it knows us. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
  isPathStyle: boolean;
}

/** Where bytes are kept and how many of one file. */
export interface FileSettings {
  store: "database" | "s3";
  limit: number;
  /** Null where no object store is configured. */
  s3: S3Settings | null;
}

/** The settings of the file store out of the configuration of this process. */
export function fileSettings(settings: Env = env()): FileSettings {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_KEY, S3_SECRET, S3_PATH_STYLE } = settings;
  const isComplete = S3_ENDPOINT && S3_BUCKET && S3_KEY && S3_SECRET;
  const s3 = isComplete
    ? {
        endpoint: S3_ENDPOINT,
        bucket: S3_BUCKET,
        region: S3_REGION,
        key: S3_KEY,
        secret: S3_SECRET,
        isPathStyle: S3_PATH_STYLE,
      }
    : null;
  return { store: settings.FILE_STORE, limit: settings.FILE_LIMIT_MB * 1024 * 1024, s3 };
}
