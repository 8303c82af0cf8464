-- What was last said of a section's words, and who answers for it.
CREATE TYPE "Readiness" AS ENUM ('draft', 'ready', 'approved');
ALTER TABLE "Section" ADD COLUMN "readiness" "Readiness" NOT NULL DEFAULT 'draft';
ALTER TABLE "Section" ADD COLUMN "readinessById" TEXT;
ALTER TABLE "Section" ADD COLUMN "readinessAt" TIMESTAMP(3);
ALTER TABLE "Section" ADD COLUMN "readinessOf" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Section" ADD COLUMN "responsibleId" TEXT;
