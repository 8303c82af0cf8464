-- An upload may be a newer edition of the framework for a proposal that there is already.
ALTER TABLE "FrameworkUpload" ADD COLUMN "proposalId" TEXT;
CREATE INDEX "FrameworkUpload_proposalId_idx" ON "FrameworkUpload"("proposalId");
ALTER TABLE "FrameworkUpload" ADD CONSTRAINT "FrameworkUpload_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT "keep_groups"();
