-- Who changed a section's title or place, a goal or an indicator.
CREATE TABLE "Touch" (
  "id" BIGSERIAL PRIMARY KEY,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "memberId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "does" TEXT NOT NULL,
  "at" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Touch_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Touch_groupId_proposalId_id_idx" ON "Touch"("groupId", "proposalId", "id");

SELECT "keep_groups"();
