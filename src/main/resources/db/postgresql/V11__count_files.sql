-- How many files a workspace lists, so that the total of a list of all its files is not counted file by file. Kept by the database, so that
-- releases which do not know it can still write, and in up to 16 rows that are added up, so that writers seldom wait for one another.
CREATE TABLE file_counts (
    organisation_id UUID NOT NULL,
    workspace_id UUID NOT NULL,
    part INTEGER NOT NULL,
    live BIGINT NOT NULL,
    deleted BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, workspace_id, part)
) WITH (fillfactor = 50);

-- Live and deleted files in one row: a file that goes from one to the other locks no second one.
CREATE FUNCTION count_file() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO file_counts AS counts
    VALUES (
        COALESCE(NEW.organisation_id, OLD.organisation_id),
        COALESCE(NEW.workspace_id, OLD.workspace_id),
        pg_backend_pid() % 16,
        (NEW.listed_as IS NOT DISTINCT FROM 'LIVE')::INT - (OLD.listed_as IS NOT DISTINCT FROM 'LIVE')::INT,
        (NEW.listed_as IS NOT DISTINCT FROM 'DELETED')::INT - (OLD.listed_as IS NOT DISTINCT FROM 'DELETED')::INT)
    ON CONFLICT (organisation_id, workspace_id, part)
        DO UPDATE SET live = counts.live + EXCLUDED.live, deleted = counts.deleted + EXCLUDED.deleted;
    RETURN NULL;
END
$$;

-- These lock the table against writers until the files that are there have been counted.
CREATE TRIGGER count_created AFTER INSERT ON files
    FOR EACH ROW WHEN (NEW.listed_as IS NOT NULL) EXECUTE FUNCTION count_file();
CREATE TRIGGER count_changed AFTER UPDATE ON files
    FOR EACH ROW WHEN (NEW.listed_as IS DISTINCT FROM OLD.listed_as) EXECUTE FUNCTION count_file();
CREATE TRIGGER count_removed AFTER DELETE ON files
    FOR EACH ROW WHEN (OLD.listed_as IS NOT NULL) EXECUTE FUNCTION count_file();

INSERT INTO file_counts
SELECT organisation_id, workspace_id, 0,
    COUNT(*) FILTER (WHERE listed_as = 'LIVE'), COUNT(*) FILTER (WHERE listed_as = 'DELETED')
FROM files WHERE listed_as IS NOT NULL
GROUP BY organisation_id, workspace_id;
