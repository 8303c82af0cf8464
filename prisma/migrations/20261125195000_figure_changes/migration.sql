-- CreateTable
CREATE TABLE "FigureChange" (
    "id" BIGSERIAL NOT NULL,
    "groupId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "amendmentId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "dropped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FigureChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FigureChange_proposalId_memberId_id_idx" ON "FigureChange"("proposalId", "memberId", "id");

-- CreateIndex
CREATE INDEX "FigureChange_groupId_idx" ON "FigureChange"("groupId");

-- AddForeignKey
ALTER TABLE "FigureChange" ADD CONSTRAINT "FigureChange_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT "keep_groups"();
