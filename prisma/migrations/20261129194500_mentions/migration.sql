-- Whom a comment names. Its words hold the member's id too, where the name stands; this is for finding it again.
CREATE TABLE "Mention" (
  "commentId" TEXT NOT NULL,
  "memberId" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId", "memberId"),
  CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "Mention_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "Mention_memberId_idx" ON "Mention"("memberId");
SELECT "keep_groups"();
