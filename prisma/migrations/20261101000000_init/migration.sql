-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('national', 'province', 'city', 'county', 'township');

-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('government', 'office', 'department', 'township', 'other');

-- CreateEnum
CREATE TYPE "Scope" AS ENUM ('organ', 'government', 'area');

-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('submitted', 'archive');

-- CreateEnum
CREATE TYPE "Publication" AS ENUM ('unpublished', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('draft', 'in_review', 'submitted', 'scheduled', 'returned');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('editor', 'reviewer', 'moderator', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "SuccessionKind" AS ENUM ('merged', 'split', 'renamed');

-- CreateEnum
CREATE TYPE "CheckOutcome" AS ENUM ('pass', 'warn', 'fail', 'unknown');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('explained', 'dismissed', 'confirmed');

-- CreateEnum
CREATE TYPE "RequestTarget" AS ENUM ('cell', 'section', 'issue', 'report');

-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "level" "Level" NOT NULL,
    "parentCode" TEXT,
    "path" TEXT[],
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT,
    "aliases" TEXT[],
    "nameEn" TEXT,
    "kind" "AgencyKind" NOT NULL,
    "level" "Level" NOT NULL,
    "regionCode" TEXT NOT NULL,
    "parentId" TEXT,
    "usualScope" "Scope" NOT NULL DEFAULT 'organ',
    "siteCode" TEXT,
    "activeFrom" INTEGER,
    "activeTo" INTEGER,
    "ownReview" BOOLEAN NOT NULL DEFAULT true,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencySuccession" (
    "id" UUID NOT NULL,
    "predecessorId" TEXT NOT NULL,
    "successorId" TEXT NOT NULL,
    "kind" "SuccessionKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "AgencySuccession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "totpSecret" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "passwordChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "agencyId" TEXT,
    "regionCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "agencyId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "scope" "Scope" NOT NULL,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "publication" "Publication" NOT NULL DEFAULT 'unpublished',
    "currentVersion" INTEGER,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publicRevision" INTEGER NOT NULL DEFAULT 0,
    "closedRevision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "state" "DraftState" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "basedOn" INTEGER,
    "reason" TEXT,
    "doubts" JSONB NOT NULL DEFAULT '[]',
    "touched" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID NOT NULL,
    "editedById" UUID NOT NULL,
    "sentById" UUID,
    "snapshotId" UUID,
    "scheduledFor" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "edition" TEXT,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "sourceUrl" TEXT,
    "sourceName" TEXT,
    "summarised" BOOLEAN NOT NULL DEFAULT false,
    "explanations" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VersionSeries" (
    "versionId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "edition" TEXT,
    "received" INTEGER,
    "carriedIn" INTEGER,
    "granted" INTEGER,
    "partlyGranted" INTEGER,
    "refused" INTEGER,
    "unavailable" INTEGER,
    "notProcessed" INTEGER,
    "otherHandling" INTEGER,
    "handled" INTEGER,
    "carriedOut" INTEGER,
    "reconsideration" INTEGER,
    "litigation" INTEGER,
    "normativeMade" INTEGER,
    "normativeInForce" INTEGER,
    "checksHold" INTEGER NOT NULL,
    "checksFail" INTEGER NOT NULL,
    "checksUnknown" INTEGER NOT NULL,
    "checkOutcome" "CheckOutcome" NOT NULL,

    CONSTRAINT "VersionSeries_pkey" PRIMARY KEY ("versionId")
);

-- CreateTable
CREATE TABLE "ReportIssue" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "cells" TEXT[],
    "section" TEXT,
    "formula" TEXT,
    "message" JSONB NOT NULL,
    "hint" JSONB,

    CONSTRAINT "ReportIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IssueDecision" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "issueKey" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "note" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IssueDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnRequest" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "target" "RequestTarget" NOT NULL,
    "targetKey" TEXT,
    "message" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReturnRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceFile" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploadedById" UUID,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditCheckpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "reportId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "plain" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "indexedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("reportId")
);

-- CreateTable
CREATE TABLE "SearchText" (
    "generation" INTEGER NOT NULL,
    "reportId" UUID NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "SearchText_pkey" PRIMARY KEY ("generation","reportId")
);

-- CreateTable
CREATE TABLE "SearchFacet" (
    "generation" INTEGER NOT NULL,
    "reportId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "regionPath" TEXT[],
    "year" INTEGER NOT NULL,
    "level" "Level" NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "scope" "Scope" NOT NULL,
    "edition" TEXT,
    "checkOutcome" "CheckOutcome" NOT NULL,
    "received" INTEGER,
    "granted" INTEGER,
    "refused" INTEGER,
    "reconsideration" INTEGER,
    "litigation" INTEGER,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "standing" INTEGER NOT NULL,

    CONSTRAINT "SearchFacet_pkey" PRIMARY KEY ("generation","reportId")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Region_parentCode_idx" ON "Region"("parentCode");

-- CreateIndex
CREATE INDEX "Region_path_idx" ON "Region" USING GIN ("path");

-- CreateIndex
CREATE INDEX "Region_level_idx" ON "Region"("level");

-- CreateIndex
CREATE INDEX "Region_name_idx" ON "Region"("name");

-- CreateIndex
CREATE INDEX "Region_stem_idx" ON "Region"("stem");

-- CreateIndex
CREATE INDEX "Agency_regionCode_idx" ON "Agency"("regionCode");

-- CreateIndex
CREATE INDEX "Agency_parentId_idx" ON "Agency"("parentId");

-- CreateIndex
CREATE INDEX "Agency_name_idx" ON "Agency"("name");

-- CreateIndex
CREATE INDEX "AgencySuccession_successorId_idx" ON "AgencySuccession"("successorId");

-- CreateIndex
CREATE UNIQUE INDEX "AgencySuccession_predecessorId_successorId_year_key" ON "AgencySuccession"("predecessorId", "successorId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_agencyId_idx" ON "Membership"("agencyId");

-- CreateIndex
CREATE INDEX "Membership_regionCode_idx" ON "Membership"("regionCode");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "Report_year_publication_idx" ON "Report"("year", "publication");

-- CreateIndex
CREATE UNIQUE INDEX "Report_agencyId_year_key" ON "Report"("agencyId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_reportId_key" ON "Draft"("reportId");

-- CreateIndex
CREATE INDEX "Draft_state_idx" ON "Draft"("state");

-- CreateIndex
CREATE INDEX "Snapshot_reportId_idx" ON "Snapshot"("reportId");

-- CreateIndex
CREATE INDEX "Version_publishedAt_idx" ON "Version"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Version_reportId_number_key" ON "Version"("reportId", "number");

-- CreateIndex
CREATE INDEX "VersionSeries_reportId_number_idx" ON "VersionSeries"("reportId", "number");

-- CreateIndex
CREATE INDEX "ReportIssue_reportId_version_idx" ON "ReportIssue"("reportId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ReportIssue_reportId_version_key_key" ON "ReportIssue"("reportId", "version", "key");

-- CreateIndex
CREATE UNIQUE INDEX "IssueDecision_reportId_issueKey_key" ON "IssueDecision"("reportId", "issueKey");

-- CreateIndex
CREATE INDEX "ReturnRequest_reportId_idx" ON "ReturnRequest"("reportId");

-- CreateIndex
CREATE INDEX "SourceFile_reportId_idx" ON "SourceFile"("reportId");

-- CreateIndex
CREATE INDEX "SourceFile_sha256_idx" ON "SourceFile"("sha256");

-- CreateIndex
CREATE INDEX "AuditEvent_targetType_targetId_idx" ON "AuditEvent"("targetType", "targetId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_chain_seq_key" ON "AuditEvent"("chain", "seq");

-- CreateIndex
CREATE INDEX "SearchDocument_indexedAt_idx" ON "SearchDocument"("indexedAt");

-- CreateIndex
CREATE INDEX "SearchText_tokens_idx" ON "SearchText" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "SearchFacet_generation_year_standing_reportId_idx" ON "SearchFacet"("generation", "year" DESC, "standing", "reportId");

-- CreateIndex
CREATE INDEX "SearchFacet_regionPath_idx" ON "SearchFacet" USING GIN ("regionPath");

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencySuccession" ADD CONSTRAINT "AgencySuccession_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionSeries" ADD CONSTRAINT "VersionSeries_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionSeries" ADD CONSTRAINT "VersionSeries_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportIssue" ADD CONSTRAINT "ReportIssue_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssueDecision" ADD CONSTRAINT "IssueDecision_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnRequest" ADD CONSTRAINT "ReturnRequest_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFile" ADD CONSTRAINT "SourceFile_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
