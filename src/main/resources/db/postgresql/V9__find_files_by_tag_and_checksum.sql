-- A file's tags, each with its workspace, so that one index of all workspaces finds those of one; a key has no colon.
CREATE FUNCTION file_tags(workspace_id UUID, tags VARCHAR) RETURNS TEXT[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT array_agg(workspace_id::TEXT || ':' || key || ':' || value) FROM jsonb_each_text(tags::JSONB) $$;

-- Put in its place by the planner, which then finds the index.
CREATE FUNCTION file_has_tag(workspace_id UUID, tags VARCHAR, tag VARCHAR) RETURNS BOOLEAN
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT file_tags(workspace_id, tags) @> ARRAY[tag::TEXT] $$;

-- Files without tags do not weigh on it. New entries are not left in a list that every search would read to its end.
CREATE INDEX files_by_tag ON files USING GIN (file_tags(workspace_id, latest_tags)) WITH (fastupdate = off)
    WHERE latest_tags IS NOT NULL;

-- How often each tag is there, from which the planner tells whether to go by tag or by path: it keeps nothing of a partial index.
CREATE STATISTICS files_tags ON (file_tags(workspace_id, latest_tags)) FROM files;

CREATE INDEX files_by_sha256 ON files (organisation_id, workspace_id, listed_as, latest_sha256) WHERE latest_sha256 IS NOT NULL;
CREATE INDEX files_by_md5 ON files (organisation_id, workspace_id, listed_as, latest_md5) WHERE latest_md5 IS NOT NULL;
CREATE INDEX files_by_crc64nvme ON files (organisation_id, workspace_id, listed_as, latest_crc64nvme)
    WHERE latest_crc64nvme IS NOT NULL;
