-- Who someone is here: profile, consent to the privacy note, roles of staff, and what staff did.

create type public.staff_role as enum (
  'moderator', 'editor', 'analyst', 'host', 'merchant', 'administrator'
);

create table public.profiles (
  resident_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null default '',
  town_code text references public.towns (code),
  created_at timestamptz not null default now(),
  constraint display_name_is_short check (char_length(display_name) <= 40),
  constraint display_name_is_one_line check (display_name !~ '[[:cntrl:]]')
);
comment on table public.profiles is 'What a resident chose to say of themselves; seen by them alone.';
comment on column public.profiles.display_name is 'How the site addresses the resident; empty until they choose.';
comment on column public.profiles.town_code is 'The town or street they live in; empty until they choose.';

create table public.consents (
  resident_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  document text not null,
  version text not null,
  given_at timestamptz not null default now(),
  primary key (resident_id, document, version),
  constraint consent_is_to_a_known_document check (document in ('privacy')),
  constraint consent_names_a_dated_version check (version ~ '^\d{4}-\d{2}-\d{2}$')
);
comment on table public.consents is
  'Which version of the privacy note a resident agreed to, and when. Append-only for the resident.';

create table public.staff_roles (
  resident_id uuid not null references auth.users (id) on delete cascade,
  role public.staff_role not null,
  merchant_id uuid,
  granted_by uuid references auth.users (id) on delete set null,
  granted_at timestamptz not null default now(),
  primary key (resident_id, role),
  constraint merchant_role_names_its_merchant check ((role = 'merchant') = (merchant_id is not null))
);
comment on table public.staff_roles is
  'Who works here as what. Written only by grant_staff_role, revoke_staff_role and private.appoint_first_administrator.';
comment on column public.staff_roles.merchant_id is 'The merchant whose vouchers a merchant may take; empty for every other role.';
create index staff_roles_by_granter on public.staff_roles (granted_by);

create table public.audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  act text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
comment on table public.audit_entries is 'Who did what to what, when. Append-only; read by administrators.';
comment on column public.audit_entries.act is 'A verb and a noun: grant_staff_role, decide_action_log, …';
create trigger audit_is_append_only before update or delete on public.audit_entries
  for each row execute function private.refuse_change();
create trigger audit_is_never_truncated before truncate on public.audit_entries
  for each statement execute function private.refuse_change();

create function private.has_role(p_role public.staff_role) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from public.staff_roles where resident_id = auth.uid() and role = p_role
  )
$$;
comment on function private.has_role is
  'Whether the caller holds a role. Definer, because a policy of staff_roles asking staff_roles would never end. Called by: policies and RPC bodies.';
revoke execute on function private.has_role from public, anon, authenticated;
grant execute on function private.has_role to authenticated, service_role;

create function private.require_role(p_role public.staff_role) returns uuid
language plpgsql stable
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  -- The same answer as for a thing that does not exist: the console is not advertised.
  if not private.has_role(p_role) then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  return v_resident_id;
end
$$;
comment on function private.require_role is
  'The caller, if they hold the role; otherwise a refusal (not_found, 404). Called by: RPC bodies of the bureau and merchants.';
revoke execute on function private.require_role from public, anon, authenticated;
grant execute on function private.require_role to authenticated, service_role;

create function private.record_audit(p_act text, p_subject text, p_detail jsonb default '{}') returns void
language sql
set search_path = ''
as $$
  insert into public.audit_entries (actor_id, act, subject, detail)
  values (auth.uid(), p_act, p_subject, p_detail)
$$;
comment on function private.record_audit is 'Adds one line to the audit. Called by: definer bodies only.';
revoke execute on function private.record_audit from public, anon, authenticated;

create function private.open_profile() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.profiles (resident_id) values (new.id) on conflict do nothing;
  if new.raw_user_meta_data ->> 'privacy_version' ~ '^\d{4}-\d{2}-\d{2}$' then
    insert into public.consents (resident_id, document, version)
    values (new.id, 'privacy', new.raw_user_meta_data ->> 'privacy_version')
    on conflict do nothing;
  end if;
  return new;
end
$$;
comment on function private.open_profile is
  'Gives a new account its profile and writes down the consent it signed up with. Definer, because the auth service has no rights here. Called by: the trigger on auth.users.';
revoke execute on function private.open_profile from public, anon, authenticated;
create trigger new_account_gets_a_profile after insert on auth.users
  for each row execute function private.open_profile();

create function private.appoint_first_administrator(p_email text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_resident_id uuid;
begin
  if exists (select from public.staff_roles where role = 'administrator') then
    perform private.refuse('administrator_exists', 409, 'There is an administrator already: ask them.');
  end if;
  select id into v_resident_id from auth.users where lower(email) = lower(p_email);
  if v_resident_id is null then
    perform private.refuse('account_unknown', 404, 'No account has this e-mail address.');
  end if;
  insert into public.staff_roles (resident_id, role) values (v_resident_id, 'administrator');
  perform private.record_audit('appoint_first_administrator', v_resident_id::text);
end
$$;
comment on function private.appoint_first_administrator is
  'Makes an account the first administrator of a new project. Called by: the project owner, in the SQL editor, once.';
revoke execute on function private.appoint_first_administrator from public, anon, authenticated;

create function private.grant_staff_role(
  p_email text, p_role public.staff_role, p_merchant_id uuid default null
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
  v_resident_id uuid;
begin
  select id into v_resident_id from auth.users where lower(email) = lower(trim(p_email));
  if v_resident_id is null then
    perform private.refuse('account_unknown', 404, 'No account has this e-mail address.');
  end if;
  if v_resident_id = v_administrator_id then
    perform private.refuse('own_role', 403, 'Nobody grants a role to themselves.');
  end if;
  if (p_role = 'merchant') <> (p_merchant_id is not null) then
    perform private.refuse('merchant_missing', 400, 'A merchant role names its merchant, and no other role does.');
  end if;
  if p_merchant_id is not null and not exists (select from public.merchants where id = p_merchant_id) then
    perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
  end if;
  insert into public.staff_roles (resident_id, role, merchant_id, granted_by)
  values (v_resident_id, p_role, p_merchant_id, v_administrator_id)
  on conflict (resident_id, role) do update
    set merchant_id = excluded.merchant_id, granted_by = excluded.granted_by, granted_at = now();
  perform private.record_audit('grant_staff_role', v_resident_id::text,
    jsonb_build_object('role', p_role, 'merchant_id', p_merchant_id));
end
$$;
comment on function private.grant_staff_role is 'Body of public.grant_staff_role. Definer, because nobody may write roles directly.';

create function private.revoke_staff_role(p_resident_id uuid, p_role public.staff_role) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
begin
  if p_role = 'administrator' then
    -- One at a time, so that two administrators cannot dismiss each other in the same moment.
    perform from public.staff_roles where role = 'administrator' order by resident_id for update;
    if not exists (
      select from public.staff_roles where role = 'administrator' and resident_id <> p_resident_id
    ) then
      perform private.refuse('last_administrator', 409, 'The last administrator cannot leave.');
    end if;
  end if;
  delete from public.staff_roles where resident_id = p_resident_id and role = p_role;
  if not found then
    return;
  end if;
  perform private.record_audit('revoke_staff_role', p_resident_id::text,
    jsonb_build_object('role', p_role, 'by', v_administrator_id));
end
$$;
comment on function private.revoke_staff_role is 'Body of public.revoke_staff_role. Definer, because nobody may write roles directly.';

create function private.list_staff() returns table (
  resident_id uuid, email text, role public.staff_role, merchant_id uuid, granted_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_role('administrator');
  return query
    select s.resident_id, u.email::text, s.role, s.merchant_id, s.granted_at
    from public.staff_roles s join auth.users u on u.id = s.resident_id
    order by s.role, u.email;
end
$$;
comment on function private.list_staff is 'Body of public.list_staff. Definer, because e-mail addresses live in the auth schema.';

create function public.grant_staff_role(
  p_email text, p_role public.staff_role, p_merchant_id uuid default null
) returns void
language sql
set search_path = ''
as $$ select private.grant_staff_role(p_email, p_role, p_merchant_id) $$;
comment on function public.grant_staff_role is
  'Gives the account with this e-mail address a role. Errors: not_found, account_unknown, own_role, merchant_missing, merchant_unknown. Called by: administrators.';

create function public.revoke_staff_role(p_resident_id uuid, p_role public.staff_role) returns void
language sql
set search_path = ''
as $$ select private.revoke_staff_role(p_resident_id, p_role) $$;
comment on function public.revoke_staff_role is
  'Takes a role away; doing it twice is the same as once. Errors: not_found, last_administrator. Called by: administrators.';

create function public.list_staff() returns table (
  resident_id uuid, email text, role public.staff_role, merchant_id uuid, granted_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.list_staff() $$;
comment on function public.list_staff is 'Everyone who holds a role, with their e-mail address. Errors: not_found. Called by: administrators.';

alter table public.profiles enable row level security;
create policy "residents read their own profile" on public.profiles
  for select to authenticated using (resident_id = (select auth.uid()));
create policy "residents change their own profile" on public.profiles
  for update to authenticated
  using (resident_id = (select auth.uid())) with check (resident_id = (select auth.uid()));
grant select, update (display_name, town_code) on public.profiles to authenticated;

alter table public.consents enable row level security;
create policy "residents read their own consents" on public.consents
  for select to authenticated using (resident_id = (select auth.uid()));
create policy "residents give their own consent" on public.consents
  for insert to authenticated with check (resident_id = (select auth.uid()));
grant select, insert (document, version) on public.consents to authenticated;

alter table public.staff_roles enable row level security;
create policy "staff read their own roles" on public.staff_roles
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on public.staff_roles to authenticated;

alter table public.audit_entries enable row level security;
create policy "administrators read the audit" on public.audit_entries
  for select to authenticated using ((select private.has_role('administrator')));
grant select on public.audit_entries to authenticated;

revoke execute on function private.grant_staff_role from public, anon, authenticated;
grant execute on function private.grant_staff_role to authenticated;
revoke execute on function private.revoke_staff_role from public, anon, authenticated;
grant execute on function private.revoke_staff_role to authenticated;
revoke execute on function private.list_staff from public, anon, authenticated;
grant execute on function private.list_staff to authenticated;
revoke execute on function public.grant_staff_role from public, anon, authenticated;
grant execute on function public.grant_staff_role to authenticated;
revoke execute on function public.revoke_staff_role from public, anon, authenticated;
grant execute on function public.revoke_staff_role to authenticated;
revoke execute on function public.list_staff from public, anon, authenticated;
grant execute on function public.list_staff to authenticated;
