-- What a member has read of the threads on a line, goal, indicator or clause: the place is a name, as in "Thread".
CREATE TABLE "PlaceMark" (
  "memberId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "kind" "ThreadKind" NOT NULL,
  "place" TEXT NOT NULL,
  "threads" BIGINT NOT NULL,
  "readAt" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "PlaceMark_pkey" PRIMARY KEY ("memberId", "proposalId", "kind", "place"),
  CONSTRAINT "PlaceMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "PlaceMark_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "PlaceMark_proposalId_idx" ON "PlaceMark"("proposalId");
-- A thread that is opened again without a word is news as well.
ALTER TABLE "Thread" ADD COLUMN "reopenedById" TEXT;
ALTER TABLE "Thread" ADD COLUMN "reopenedNumber" BIGINT;
SELECT "keep_groups"();
