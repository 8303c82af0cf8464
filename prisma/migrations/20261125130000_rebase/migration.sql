-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN "nextFrameworkId" TEXT;

-- CreateTable
CREATE TABLE "Rebase" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "fromFrameworkId" TEXT NOT NULL,
    "toFrameworkId" TEXT NOT NULL,
    "decisions" JSONB NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Rebase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Rebase_groupId_proposalId_idx" ON "Rebase"("groupId", "proposalId");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_nextFrameworkId_fkey" FOREIGN KEY ("nextFrameworkId") REFERENCES "Framework"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rebase" ADD CONSTRAINT "Rebase_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
