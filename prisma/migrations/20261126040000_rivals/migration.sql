-- Other parties' proposals beside ours: base (ours where none is stored) and amendments as in the snapshot's format.
CREATE TABLE "Rival" (
  "id" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "proposalId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "datedOn" TEXT,
  "framework" JSONB,
  "amendments" JSONB NOT NULL,
  "revision" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMP(3) NOT NULL,
  "updatedById" TEXT NOT NULL,
  "updatedAt" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "Rival_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Rival_groupId_proposalId_idx" ON "Rival"("groupId", "proposalId");
ALTER TABLE "Rival" ADD CONSTRAINT "Rival_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT "keep_groups"();
