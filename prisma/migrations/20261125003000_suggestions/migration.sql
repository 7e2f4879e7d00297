-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('agency', 'region');

-- AlterTable
ALTER TABLE "SearchDocument" ADD COLUMN     "numberKey" TEXT;

-- CreateTable
CREATE TABLE "SearchName" (
    "kind" "NameKind" NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "forms" TEXT NOT NULL,
    "tokens" tsvector NOT NULL,
    "standing" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SearchName_pkey" PRIMARY KEY ("kind","key")
);

-- CreateIndex
CREATE INDEX "SearchName_tokens_idx" ON "SearchName" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "SearchDocument_numberKey_idx" ON "SearchDocument"("numberKey");

-- What is there already gets its number.
UPDATE "SearchDocument"
SET "numberKey" = nullif(lower(regexp_replace(document->>'indexNumber', '[^0-9A-Za-z]', '', 'g')), '');
