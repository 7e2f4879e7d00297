-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('imported', 'stored', 'already_there', 'conflict', 'needs_attention', 'refused');

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "sha256" TEXT,
    "outcome" "ImportOutcome" NOT NULL,
    "line" JSONB NOT NULL,
    "agencyId" TEXT,
    "year" INTEGER,
    "reportId" UUID,
    "version" INTEGER,
    "contentKey" TEXT,
    "waiting" JSONB,
    "fileHash" TEXT,
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ImportBatch_key_idx" ON "ImportBatch"("key");

-- CreateIndex
CREATE INDEX "ImportBatch_startedAt_idx" ON "ImportBatch"("startedAt");

-- CreateIndex
CREATE INDEX "ImportItem_sha256_idx" ON "ImportItem"("sha256");

-- CreateIndex
CREATE INDEX "ImportItem_fileHash_idx" ON "ImportItem"("fileHash");

-- CreateIndex
CREATE INDEX "ImportItem_reportId_idx" ON "ImportItem"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportItem_batchId_file_part_sha256_key" ON "ImportItem"("batchId", "file", "part", "sha256");

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_fileHash_fkey" FOREIGN KEY ("fileHash") REFERENCES "StoredFile"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- The same bytes are imported once, and one copy of an agency's year waits, whatever runs at the same time.
CREATE UNIQUE INDEX import_item_bytes_once ON "ImportItem" ("sha256", "part")
  WHERE "outcome" IN ('imported', 'stored') AND "undoneAt" IS NULL;
CREATE UNIQUE INDEX import_item_waits_once ON "ImportItem" ("agencyId", "year")
  WHERE "outcome" = 'stored' AND "undoneAt" IS NULL;
-- What was imported is a version; what waits has its words and figures.
ALTER TABLE "ImportItem"
  ADD CONSTRAINT import_item_outcome CHECK (
    ("outcome" <> 'imported' OR ("reportId" IS NOT NULL AND "version" IS NOT NULL))
    AND ("outcome" <> 'stored' OR "undoneAt" IS NOT NULL OR "waiting" IS NOT NULL));
