-- As in db/postgresql.
CREATE TABLE file_counts (
    organisation_id UUID NOT NULL,
    workspace_id UUID NOT NULL,
    part INTEGER NOT NULL,
    live BIGINT NOT NULL,
    deleted BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, workspace_id, part)
);

INSERT INTO file_counts
SELECT organisation_id, workspace_id, 0,
    COUNT(*) FILTER (WHERE listed_as = 'LIVE'), COUNT(*) FILTER (WHERE listed_as = 'DELETED')
FROM files WHERE listed_as IS NOT NULL
GROUP BY organisation_id, workspace_id;

CREATE TRIGGER count_files AFTER INSERT, UPDATE, DELETE ON files
    FOR EACH ROW CALL 'dev.fileapi.local.H2FileCounts';
