-- Threads on lines of the budget page, goals, indicators and clauses. None of these keeps a row of its own for good (a
-- newer edition of the framework drops a line, a figure takes a clause away), so the place is a name and no reference.
ALTER TYPE "ThreadKind" ADD VALUE 'line';
ALTER TYPE "ThreadKind" ADD VALUE 'goal';
ALTER TYPE "ThreadKind" ADD VALUE 'indicator';
ALTER TYPE "ThreadKind" ADD VALUE 'clause';
ALTER TABLE "Thread" ADD COLUMN "place" TEXT;
CREATE INDEX "Thread_sectionId_idx" ON "Thread"("sectionId");
