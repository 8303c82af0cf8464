-- The question to the finance office that an amendment holds, with its answer.
ALTER TABLE "Amendment" ADD COLUMN "question" JSONB;
