-- What the role may do in the service's database: make its tables and use them. Run by an administrator in the database fileapi; may be repeated.
revoke all on database fileapi from public;
grant connect on database fileapi to :"role";
grant usage, create on schema public to :"role";
-- Finds parts of names; the role may not make it itself.
create extension if not exists pg_trgm;
