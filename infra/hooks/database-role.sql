-- Makes the role of the function app's identity, which signs in by Entra alone. Run by an administrator in the database postgres, the only one
-- that has this function. Nothing happens when the role is there.
select pgaadauth_create_principal(:'role', false, false)
where not exists (select from pg_roles where rolname = :'role');
