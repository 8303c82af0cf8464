-- The amendment that does not count while this one is adopted.
ALTER TABLE "Amendment" ADD COLUMN IF NOT EXISTS "replaces" TEXT;
