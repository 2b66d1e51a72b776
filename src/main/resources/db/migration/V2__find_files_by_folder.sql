-- A list of one level finds a folder's files without walking along those of its subfolders.
CREATE INDEX files_by_folder ON files (organisation_id, workspace_id, listed_as, depth, path_head);
