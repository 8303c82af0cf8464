-- When a proposal was last changed, and up to where the app itself has frozen what was changed: the revision, and the
-- last row of its texts' logs.
ALTER TABLE "Proposal" ADD COLUMN "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "Proposal" ADD COLUMN "frozenRevision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Proposal" ADD COLUMN "frozenText" BIGINT NOT NULL DEFAULT 0;

-- An automatic version that is kept for good: it was exported, or is what was locked.
ALTER TABLE "Version" ADD COLUMN "lasting" BOOLEAN NOT NULL DEFAULT false;
