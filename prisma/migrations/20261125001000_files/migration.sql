-- CreateEnum
CREATE TYPE "FileStore" AS ENUM ('database', 's3');

-- CreateTable
CREATE TABLE "StoredFile" (
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "store" "FileStore" NOT NULL,
    "putAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "FileBytes" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FileBytes_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "StoredFile_putAt_idx" ON "StoredFile"("putAt");

-- AddForeignKey
ALTER TABLE "FileBytes" ADD CONSTRAINT "FileBytes_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "StoredFile"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was kept beside its report moves under its hash.
INSERT INTO "StoredFile" ("sha256", "size", "store", "putAt")
  SELECT DISTINCT ON ("sha256") "sha256", "size", 'database', "uploadedAt" FROM "SourceFile" ORDER BY "sha256", "uploadedAt" DESC;
INSERT INTO "FileBytes" ("sha256", "bytes")
  SELECT DISTINCT ON ("sha256") "sha256", "bytes" FROM "SourceFile" ORDER BY "sha256", "uploadedAt" DESC;

-- Until now nothing said which version a file had become: the first one published after it came.
UPDATE "SourceFile" f SET "version" = (
  SELECT min(v.number) FROM "Version" v WHERE v."reportId" = f."reportId" AND v."publishedAt" >= f."uploadedAt"
) WHERE f."version" IS NULL;

-- AlterTable
ALTER TABLE "SourceFile" DROP CONSTRAINT source_file_size;
ALTER TABLE "SourceFile" DROP COLUMN "bytes";

-- AddForeignKey
ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Bytes never change under their hash, and are what the row says.
ALTER TABLE "StoredFile" ADD CONSTRAINT stored_file_hash CHECK ("sha256" ~ '^[0-9a-f]{64}$' AND "size" >= 0);
ALTER TABLE "FileBytes" ADD CONSTRAINT file_bytes_hash CHECK ("sha256" = encode(sha256("bytes"), 'hex'));

-- The file a published version was read from stays with it, unless a redaction says that it must go.
CREATE FUNCTION gongkai_file_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."version" IS NOT NULL AND current_setting('gongkai.redaction', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'the file of a published version stays: % refused', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER source_file_stays BEFORE UPDATE OR DELETE ON "SourceFile"
  FOR EACH ROW EXECUTE FUNCTION gongkai_file_stays();
ALTER TABLE "SourceFile" ENABLE ALWAYS TRIGGER source_file_stays;
