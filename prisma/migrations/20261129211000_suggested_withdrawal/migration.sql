-- Who suggests that an adopted amendment is withdrawn; it counts until that is decided.
ALTER TABLE "Amendment" ADD COLUMN "withdrawalById" TEXT;
