-- Versions that the app froze by itself, and a sum of each version's content without its name and date: what is frozen
-- already is not frozen again.
ALTER TABLE "Version" ADD COLUMN "automatic" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Version" ADD COLUMN "contentHash" TEXT NOT NULL DEFAULT '';
CREATE INDEX "Version_proposalId_contentHash_idx" ON "Version"("proposalId", "contentHash");
