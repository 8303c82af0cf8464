ALTER TABLE "SectionUpdate" ADD COLUMN "words" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "Comment" ADD COLUMN "number" BIGSERIAL NOT NULL;
ALTER TABLE "Thread" ADD COLUMN "resolvedNumber" BIGINT;

CREATE TABLE "SectionWriter" (
    "sectionId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "upto" BIGINT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "SectionWriter_pkey" PRIMARY KEY ("sectionId","memberId")
);
ALTER TABLE "SectionWriter" ADD CONSTRAINT "SectionWriter_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SectionWriter" ADD CONSTRAINT "SectionWriter_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SectionMark" (
    "memberId" TEXT NOT NULL,
    "sectionId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "upto" BIGINT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "threads" BIGINT NOT NULL DEFAULT 0,
    "readAt" TIMESTAMP(3),
    CONSTRAINT "SectionMark_pkey" PRIMARY KEY ("memberId","sectionId")
);
CREATE INDEX "SectionMark_sectionId_idx" ON "SectionMark"("sectionId");
ALTER TABLE "SectionMark" ADD CONSTRAINT "SectionMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SectionMark" ADD CONSTRAINT "SectionMark_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "AmendmentMark" (
    "memberId" TEXT NOT NULL,
    "amendmentId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "state" "AmendmentState" NOT NULL,
    "motivation" TEXT NOT NULL,
    "figures" BIGINT NOT NULL,
    "threads" BIGINT NOT NULL,
    "readAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "AmendmentMark_pkey" PRIMARY KEY ("memberId","amendmentId")
);
CREATE INDEX "AmendmentMark_amendmentId_idx" ON "AmendmentMark"("amendmentId");
ALTER TABLE "AmendmentMark" ADD CONSTRAINT "AmendmentMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "AmendmentMark" ADD CONSTRAINT "AmendmentMark_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT "keep_groups"();
