-- AlterTable
ALTER TABLE "SearchFacet" ADD COLUMN     "grantedShare" INTEGER;
