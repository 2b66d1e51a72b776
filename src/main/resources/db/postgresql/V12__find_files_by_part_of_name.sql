-- A part of a name is found by the groups of three characters that are in it ("pg_trgm", PostgreSQL documentation, appendix F). Where the
-- server does not have the extension, or does not let this role make it, a list by part of a name reads the names as before; docs/deploy.md
-- tells how to make the index later.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE EXTENSION pg_trgm;
    END IF;
EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'pg_trgm is not used: %', SQLERRM;
END
$$;

-- The extension may be in any schema. New entries are not left in a list that every search would read to its end.
DO $$
DECLARE
    operators TEXT;
BEGIN
    SELECT format('%I.gin_trgm_ops', space.nspname) INTO operators
    FROM pg_extension AS extension
        JOIN pg_namespace AS space ON space.oid = extension.extnamespace
    WHERE extension.extname = 'pg_trgm' AND has_schema_privilege(space.oid, 'USAGE');
    IF operators IS NOT NULL THEN
        EXECUTE 'CREATE INDEX files_by_part_of_name ON files USING GIN (lower_case_name ' || operators
            || ') WITH (fastupdate = off) WHERE listed_as IS NOT NULL';
    END IF;
END
$$;
