-- The group leader, and the states that an amendment passes on its way to being adopted.
ALTER TYPE "Role" ADD VALUE 'leader' BEFORE 'admin';
ALTER TYPE "AmendmentState" ADD VALUE 'suggested' BEFORE 'adopted';
ALTER TYPE "AmendmentState" ADD VALUE 'deferred';
