-- What is switched on or off beside an amendment's own state; one that is in neither list follows its state.
CREATE TABLE "Alternative" (
  "id" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "on" TEXT[] NOT NULL,
  "off" TEXT[] NOT NULL,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMP(3) NOT NULL,
  "updatedById" TEXT NOT NULL,
  "updatedAt" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Alternative_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Alternative_groupId_proposalId_idx" ON "Alternative"("groupId", "proposalId");
ALTER TABLE "Alternative" ADD CONSTRAINT "Alternative_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT "keep_groups"();
