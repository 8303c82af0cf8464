-- CreateTable
CREATE TABLE "FrameworkUpload" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FrameworkUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrameworkFile" (
    "id" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "FrameworkFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportMemory" (
    "groupId" TEXT NOT NULL,
    "municipalityId" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "remembered" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportMemory_pkey" PRIMARY KEY ("groupId","municipalityId")
);

-- CreateTable
CREATE TABLE "FrameworkCorrection" (
    "id" BIGSERIAL NOT NULL,
    "groupId" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "FrameworkCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FrameworkUpload_groupId_idx" ON "FrameworkUpload"("groupId");

-- CreateIndex
CREATE INDEX "FrameworkFile_uploadId_idx" ON "FrameworkFile"("uploadId");

-- CreateIndex
CREATE INDEX "FrameworkCorrection_groupId_proposalId_id_idx" ON "FrameworkCorrection"("groupId", "proposalId", "id");

-- AddForeignKey
ALTER TABLE "FrameworkUpload" ADD CONSTRAINT "FrameworkUpload_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrameworkFile" ADD CONSTRAINT "FrameworkFile_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "FrameworkUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMemory" ADD CONSTRAINT "ImportMemory_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrameworkCorrection" ADD CONSTRAINT "FrameworkCorrection_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
