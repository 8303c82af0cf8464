-- Who put a section into the bin.
ALTER TABLE "Section" ADD COLUMN "removedById" TEXT;

-- As before, and nothing is written into a section that lies in the bin.
CREATE OR REPLACE FUNCTION "append_section_updates"(groups TEXT[], sections TEXT[], members TEXT[], updates BYTEA[], open TEXT[])
RETURNS SETOF INTEGER LANGUAGE plpgsql AS $$
DECLARE proposal TEXT;
BEGIN
  FOR proposal IN SELECT DISTINCT "proposalId" FROM "Section" WHERE "id" = ANY(sections) ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(proposal, 1));
  END LOOP;
  RETURN QUERY
    WITH allowed AS (
      SELECT r.* FROM unnest(groups, sections, members, updates) WITH ORDINALITY
        AS r("groupId", "sectionId", "memberId", "update", "at")
      JOIN "Section" s ON s."id" = r."sectionId"
      JOIN "Proposal" p ON p."id" = s."proposalId"
      WHERE p."status"::TEXT = ANY(open) AND s."removedAt" IS NULL
    ), stored AS (
      INSERT INTO "SectionUpdate" ("groupId", "sectionId", "memberId", "update")
      SELECT "groupId", "sectionId", "memberId", "update" FROM allowed ORDER BY "at"
    )
    SELECT "at"::INTEGER FROM allowed ORDER BY "at";
END $$;
