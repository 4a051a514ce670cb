-- What /healthz reports of the database.

create function private.migration_version() returns text
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (select max(version) from supabase_migrations.schema_migrations);
end
$$;
comment on function private.migration_version is
  'Body of public.get_migration_version. Definer, because the history of migrations is not public, its newest number is.';
revoke execute on function private.migration_version from public, anon, authenticated;
grant execute on function private.migration_version to anon, authenticated;

create function public.get_migration_version() returns text
language sql stable
set search_path = ''
as $$ select private.migration_version() $$;
comment on function public.get_migration_version is 'The number of the newest applied migration. Called by: /healthz.';
revoke execute on function public.get_migration_version from public, anon, authenticated;
grant execute on function public.get_migration_version to anon, authenticated;
