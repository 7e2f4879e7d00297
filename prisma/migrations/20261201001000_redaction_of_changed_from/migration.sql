-- What a file says otherwise than its version is printed beside the version's figures: a redaction takes it out too.
CREATE FUNCTION gongkai_redaction_of_changed_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SourceFile" SET "changedFrom" = '{}'
    WHERE "reportId" = NEW."reportId" AND "version" = NEW."number" AND "changedFrom" <> '{}';
  RETURN NULL;
END $$;

-- A version is updated by a redaction alone: see version_only_redaction.
CREATE TRIGGER version_redacts_changed_from AFTER UPDATE ON "Version"
  FOR EACH ROW EXECUTE FUNCTION gongkai_redaction_of_changed_from();
ALTER TABLE "Version" ENABLE ALWAYS TRIGGER version_redacts_changed_from;

-- What was redacted before.
DO $$ BEGIN
  PERFORM set_config('gongkai.redaction', 'on', true);
  UPDATE "SourceFile" f SET "changedFrom" = '{}'
    FROM "Version" v
    WHERE v."reportId" = f."reportId" AND v."number" = f."version"
      AND v."redactedAt" IS NOT NULL AND f."changedFrom" <> '{}';
  PERFORM set_config('gongkai.redaction', '', true);
END $$;
