-- As in db/postgresql. Both directions, because H2 does not follow an index backwards.
ALTER TABLE files ADD COLUMN name_head BINARY VARYING
    GENERATED ALWAYS AS (SUBSTRING(STRINGTOUTF8(lower_case_name) FROM 1 FOR 500));
ALTER TABLE files ADD COLUMN name_tail BINARY VARYING
    GENERATED ALWAYS AS (SUBSTRING(STRINGTOUTF8(lower_case_name) FROM 501));

CREATE INDEX files_by_name ON files (organisation_id, workspace_id, listed_as, name_head);
CREATE INDEX files_by_name_descending ON files (organisation_id, workspace_id, listed_as, name_head DESC);
CREATE INDEX files_by_size ON files (organisation_id, workspace_id, listed_as, latest_size);
CREATE INDEX files_by_size_descending ON files (organisation_id, workspace_id, listed_as, latest_size DESC);
