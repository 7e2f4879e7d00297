-- AlterTable
ALTER TABLE "SourceReading" ADD COLUMN     "agency" TEXT;
