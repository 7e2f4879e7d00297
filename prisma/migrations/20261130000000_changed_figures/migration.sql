-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "changed" INTEGER;

-- AlterTable
ALTER TABLE "SourceReading" ADD COLUMN     "figures" JSONB;
