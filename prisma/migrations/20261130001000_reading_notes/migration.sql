-- AlterTable
ALTER TABLE "SourceReading" ADD COLUMN     "doubts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "notes" JSONB NOT NULL DEFAULT '[]';
