-- What must hold whoever writes: rules that the schema file cannot say.

-- 1. What was published or recorded never changes. ------------------------------------------------

CREATE FUNCTION gongkai_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- A redaction (personal data found after publication) says so inside its transaction:
-- SELECT set_config('gongkai.redaction', 'on', true). It may touch the words, nothing else.
CREATE FUNCTION gongkai_only_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text[] := ARRAY['content', 'explanations', 'redactedAt'];
BEGIN
  IF current_setting('gongkai.redaction', true) IS DISTINCT FROM 'on'
     OR (to_jsonb(OLD) - words) IS DISTINCT FROM (to_jsonb(NEW) - words) THEN
    RAISE EXCEPTION '% is append-only: UPDATE refused', TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER version_only_redaction BEFORE UPDATE ON "Version"
  FOR EACH ROW EXECUTE FUNCTION gongkai_only_redaction();
CREATE TRIGGER version_stays BEFORE DELETE OR TRUNCATE ON "Version"
  FOR EACH STATEMENT EXECUTE FUNCTION gongkai_refuse_change();
CREATE TRIGGER snapshot_only_redaction BEFORE UPDATE ON "Snapshot"
  FOR EACH ROW EXECUTE FUNCTION gongkai_only_redaction();
CREATE TRIGGER snapshot_stays BEFORE DELETE OR TRUNCATE ON "Snapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION gongkai_refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION gongkai_refuse_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditCheckpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION gongkai_refuse_change();

-- ALWAYS: also where session_replication_role would switch ordinary triggers off.
ALTER TABLE "Version" ENABLE ALWAYS TRIGGER version_only_redaction;
ALTER TABLE "Version" ENABLE ALWAYS TRIGGER version_stays;
ALTER TABLE "Snapshot" ENABLE ALWAYS TRIGGER snapshot_only_redaction;
ALTER TABLE "Snapshot" ENABLE ALWAYS TRIGGER snapshot_stays;
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER audit_event_append_only;
ALTER TABLE "AuditCheckpoint" ENABLE ALWAYS TRIGGER audit_checkpoint_append_only;

-- 2. Versions are numbered 1, 2, 3 … without gaps. -----------------------------------------------

CREATE FUNCTION gongkai_next_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expected integer;
BEGIN
  SELECT coalesce(max(number), 0) + 1 INTO expected FROM "Version" WHERE "reportId" = NEW."reportId";
  IF NEW.number <> expected THEN
    RAISE EXCEPTION 'Version % of report % does not follow: % expected', NEW.number, NEW."reportId", expected
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER version_follows BEFORE INSERT ON "Version"
  FOR EACH ROW EXECUTE FUNCTION gongkai_next_version();

-- 3. Values. --------------------------------------------------------------------------------------

ALTER TABLE "Report"
  ADD CONSTRAINT report_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT report_public_revision CHECK ("publicRevision" >= 0),
  ADD CONSTRAINT report_closed_revision CHECK ("closedRevision" >= 0),
  -- A current version there is exactly once the report has been published.
  ADD CONSTRAINT report_current_version
    CHECK ((publication = 'unpublished') = ("currentVersion" IS NULL)),
  ADD CONSTRAINT report_withdrawal
    CHECK (publication <> 'withdrawn' OR ("withdrawnAt" IS NOT NULL AND "withdrawnReason" IS NOT NULL));

-- Only an archive copy comes from elsewhere or is a summary.
ALTER TABLE "Version"
  ADD CONSTRAINT version_origin CHECK (
    origin = 'archive' OR ("sourceUrl" IS NULL AND "sourceName" IS NULL AND NOT summarised));

ALTER TABLE "Draft"
  ADD CONSTRAINT draft_revision CHECK (revision > 0),
  ADD CONSTRAINT draft_based_on CHECK ("basedOn" > 0);

ALTER TABLE "Membership"
  ADD CONSTRAINT membership_scope CHECK (
    CASE
      WHEN role IN ('editor', 'reviewer') THEN "agencyId" IS NOT NULL AND "regionCode" IS NULL
      WHEN role = 'moderator' THEN "agencyId" IS NULL AND "regionCode" IS NOT NULL
      ELSE "agencyId" IS NULL AND "regionCode" IS NULL
    END);

ALTER TABLE "Agency" ADD CONSTRAINT agency_years CHECK ("activeFrom" <= "activeTo");
ALTER TABLE "AgencySuccession" ADD CONSTRAINT succession_two CHECK ("predecessorId" <> "successorId");
ALTER TABLE "User" ADD CONSTRAINT user_login_folded CHECK (login = lower(login) AND login <> '');
ALTER TABLE "Session" ADD CONSTRAINT session_span CHECK ("expiresAt" > "createdAt");
ALTER TABLE "SourceFile" ADD CONSTRAINT source_file_size CHECK (size = octet_length(bytes));
ALTER TABLE "VersionSeries"
  ADD CONSTRAINT series_counts CHECK ("checksHold" >= 0 AND "checksFail" >= 0 AND "checksUnknown" >= 0);

-- 4. Uniqueness that must not stop at a null. -----------------------------------------------------

-- The issues of a draft have no version, and nulls are distinct in the ordinary unique index.
CREATE UNIQUE INDEX report_issue_of_draft ON "ReportIssue" ("reportId", key) WHERE version IS NULL;

-- One grant of a role for one place, as long as it is not revoked.
CREATE UNIQUE INDEX membership_once ON "Membership" ("userId", role, "agencyId", "regionCode")
  NULLS NOT DISTINCT WHERE "revokedAt" IS NULL;
