-- The day by which the group means to reach each status: they remind, and never lock.
ALTER TABLE "Proposal"
  ADD COLUMN "reviewOn" TEXT,
  ADD COLUMN "lockedOn" TEXT,
  ADD COLUMN "submittedOn" TEXT;

-- The order that the leader takes the suggested amendments in.
ALTER TABLE "Amendment" ADD COLUMN "place" INTEGER;

-- Every change of status: who, when, and why where a reason is asked for.
CREATE TABLE "StatusChange" (
  "id" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "from" "Status" NOT NULL,
  "to" "Status" NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "byId" TEXT NOT NULL,
  "at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "StatusChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StatusChange_groupId_proposalId_idx" ON "StatusChange"("groupId", "proposalId");
ALTER TABLE "StatusChange" ADD CONSTRAINT "StatusChange_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The leader's written reasons against a check.
CREATE TABLE "Override" (
  "id" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "check" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "ground" TEXT,
  "reason" TEXT NOT NULL,
  "byId" TEXT NOT NULL,
  "at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Override_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Override_proposalId_check_place_key" ON "Override"("proposalId", "check", "place");
CREATE INDEX "Override_groupId_idx" ON "Override"("groupId");
ALTER TABLE "Override" ADD CONSTRAINT "Override_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What one meeting decided, as it was decided.
CREATE TABLE "Decision" (
  "id" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "content" JSONB NOT NULL,
  "byId" TEXT NOT NULL,
  "at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Decision_proposalId_number_key" ON "Decision"("proposalId", "number");
CREATE INDEX "Decision_groupId_idx" ON "Decision"("groupId");
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Stores updates of live text, and tells which: only of proposals whose status is one of `open`. Whoever changes the status takes the
-- same lock alone, so that what is checked at a locking is all there is. Each statement here sees what was committed
-- before it, which one statement that first waits for the lock would not.
CREATE FUNCTION "append_section_updates"(groups TEXT[], sections TEXT[], members TEXT[], updates BYTEA[], open TEXT[])
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
      WHERE p."status"::TEXT = ANY(open)
    ), stored AS (
      INSERT INTO "SectionUpdate" ("groupId", "sectionId", "memberId", "update")
      SELECT "groupId", "sectionId", "memberId", "update" FROM allowed ORDER BY "at"
    )
    SELECT "at"::INTEGER FROM allowed ORDER BY "at";
END $$;
