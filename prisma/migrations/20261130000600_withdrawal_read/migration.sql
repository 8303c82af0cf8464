-- When a withdrawal was suggested, and whose suggestion a member has read of: it is news until then.
ALTER TABLE "Amendment" ADD COLUMN "withdrawalAt" TIMESTAMP(3);
ALTER TABLE "AmendmentMark" ADD COLUMN "withdrawalById" TEXT;
