-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "changedFrom" JSONB NOT NULL DEFAULT '{}';
