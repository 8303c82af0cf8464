-- Whether another's proposal was typed in here: until now the ones without a base of their own. A typed one may get one
-- too, when ours is moved to a newer edition.
ALTER TABLE "Rival" ADD COLUMN "typed" BOOLEAN NOT NULL DEFAULT true;
UPDATE "Rival" SET "typed" = ("framework" IS NULL);
ALTER TABLE "Rival" ALTER COLUMN "typed" DROP DEFAULT;
