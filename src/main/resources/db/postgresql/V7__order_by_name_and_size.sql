-- Names are ordered by code point on every store, whatever the database's locale: as UTF-8 bytes, and split as the path is in V1. The
-- database makes them of the folded name itself, so that releases which do not know them can still write.
ALTER TABLE files
    ADD COLUMN name_head BYTEA
        GENERATED ALWAYS AS (substring(decode(replace(lower_case_name, '\', '\\'), 'escape') FROM 1 FOR 500)) STORED,
    ADD COLUMN name_tail BYTEA
        GENERATED ALWAYS AS (substring(decode(replace(lower_case_name, '\', '\\'), 'escape') FROM 501)) STORED;

CREATE INDEX files_by_name ON files (organisation_id, workspace_id, listed_as, name_head);
CREATE INDEX files_by_size ON files (organisation_id, workspace_id, listed_as, latest_size);
