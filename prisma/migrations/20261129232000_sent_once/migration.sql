-- What the page called a comment when it sent it: sent twice, it is saved once.
ALTER TABLE "Comment" ADD COLUMN "sent" TEXT;
CREATE UNIQUE INDEX "Comment_authorId_sent_key" ON "Comment"("authorId", "sent");
