-- Groups on one server are rivals: a row may hang only on a row of its own group, whatever the app would write.
CREATE FUNCTION "same_group"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  parent_group text;
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) USING NEW INTO parent;
  IF parent IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT "groupId" FROM %I WHERE "id" = $1', TG_ARGV[1]) USING parent INTO parent_group;
  IF parent_group IS DISTINCT FROM NEW."groupId" THEN
    RAISE EXCEPTION '%.% names a row of another group', TG_TABLE_NAME, TG_ARGV[0]
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;

-- Watches every reference between two tables that carry a group. A migration that adds one ends with
-- SELECT "keep_groups"();
CREATE FUNCTION "keep_groups"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  reference record;
BEGIN
  FOR reference IN
    SELECT child.relname AS child, parent.relname AS parent, field.attname AS field, c.conname AS name
    FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
    JOIN pg_attribute field ON field.attrelid = child.oid AND field.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = child.oid AND a.attname = 'groupId')
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = parent.oid AND a.attname = 'groupId')
  LOOP
    EXECUTE format(
      'CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I, "groupId" ON %I FOR EACH ROW EXECUTE FUNCTION "same_group"(%L, %L)',
      reference.name || '_group', reference.field, reference.child, reference.field, reference.parent
    );
  END LOOP;
END $$;

SELECT "keep_groups"();
