-- CreateEnum
CREATE TYPE "SearchRunKind" AS ENUM ('reconcile', 'rebuild');

-- CreateEnum
CREATE TYPE "SearchRunState" AS ENUM ('queued', 'running', 'done', 'failed', 'interrupted');

-- CreateTable
CREATE TABLE "SearchRun" (
    "id" UUID NOT NULL,
    "kind" "SearchRunKind" NOT NULL,
    "state" "SearchRunState" NOT NULL,
    "askedBy" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "beatAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "done" INTEGER,
    "total" INTEGER,
    "repaired" JSONB,
    "error" TEXT,

    CONSTRAINT "SearchRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchRun_kind_askedAt_idx" ON "SearchRun"("kind", "askedAt" DESC);

-- Two rebuilds, or two comparisons, never run at once.
CREATE UNIQUE INDEX "SearchRun_one_at_a_time" ON "SearchRun"("kind") WHERE "state" IN ('queued', 'running');
