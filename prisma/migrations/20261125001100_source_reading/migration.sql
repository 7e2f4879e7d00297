-- CreateTable
CREATE TABLE "SourceReading" (
    "fileId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "passages" JSONB NOT NULL,

    CONSTRAINT "SourceReading_pkey" PRIMARY KEY ("fileId")
);

-- AddForeignKey
ALTER TABLE "SourceReading" ADD CONSTRAINT "SourceReading_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "SourceFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
