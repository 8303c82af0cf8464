-- Who wrote in a section when, kept when the log's rows are merged: for each member and ten minutes the first row's time
-- and the last one's.
CREATE TABLE "SectionTrace" (
  "sectionId" TEXT NOT NULL,
  "memberId" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "slot" BIGINT NOT NULL,
  "first" TIMESTAMP(3) NOT NULL,
  "last" TIMESTAMP(3) NOT NULL,
  CONSTRAINT "SectionTrace_pkey" PRIMARY KEY ("sectionId", "memberId", "slot"),
  CONSTRAINT "SectionTrace_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "SectionTrace_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
SELECT "keep_groups"();
