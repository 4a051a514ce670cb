-- Who someone is here: profile, consent to the privacy note, roles of staff, and what staff did.

create type public.staff_role as enum (
  'moderator', 'editor', 'analyst', 'interviewer', 'host', 'merchant', 'administrator'
);

create table public.profiles (
  resident_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null default '',
  town_code text references public.towns (code),
  locale text not null default 'zh-CN',
  wants_mail boolean not null default false,
  created_at timestamptz not null default now(),
  constraint display_name_is_short check (char_length(display_name) <= 40),
  constraint locale_is_one_of_the_site check (locale in ('zh-CN', 'en')),
  constraint display_name_is_one_line check (display_name !~ '[[:cntrl:]]')
);
comment on table public.profiles is 'What a resident chose to say of themselves; seen by them alone.';
comment on column public.profiles.display_name is 'How the site addresses the resident; empty until they choose.';
comment on column public.profiles.town_code is 'The town or street they live in; empty until they choose.';

comment on column public.profiles.locale is 'The language of the mails they are sent.';
comment on column public.profiles.wants_mail is 'Whether what arrives in their inbox also comes by mail: only for who chose it. Codes to sign in always do.';

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
  id uuid primary key default gen_random_uuid(),
  resident_id uuid not null references auth.users (id) on delete cascade,
  role public.staff_role not null,
  merchant_id uuid,
  base_id uuid,
  town_code text references public.towns (code),
  granted_by uuid references auth.users (id) on delete set null,
  granted_at timestamptz not null default now(),
  constraint role_is_held_once unique nulls not distinct (resident_id, role, merchant_id, base_id, town_code),
  constraint merchant_role_names_its_merchant check ((role = 'merchant') = (merchant_id is not null)),
  constraint only_hosts_are_limited_to_a_base check (base_id is null or role = 'host'),
  constraint only_local_roles_are_limited_to_a_town check (
    town_code is null or role in ('moderator', 'editor', 'host')
  ),
  constraint role_has_one_limit check (base_id is null or town_code is null)
);
comment on table public.staff_roles is
  'Who works here as what, and where. Written only by grant_staff_role, revoke_staff_role and private.appoint_first_administrator.';
comment on column public.staff_roles.merchant_id is 'The merchant whose vouchers a merchant may take; empty for every other role.';
comment on column public.staff_roles.base_id is 'The one education base a host works for; empty: not limited to one.';
comment on column public.staff_roles.town_code is 'The town or street a moderator, editor or host works for; empty: not limited to one.';
create index staff_roles_by_granter on public.staff_roles (granted_by);
create index staff_roles_by_town on public.staff_roles (town_code) where town_code is not null;
create unique index merchants_work_at_one_shop on public.staff_roles (resident_id) where role = 'merchant';

create table private.staff_sessions (
  session_id uuid primary key,
  resident_id uuid not null references auth.users (id) on delete cascade,
  seen_at timestamptz not null default now()
);
comment on table private.staff_sessions is
  'When a session of staff last did something. Refreshing its token is not doing something.';
create index staff_sessions_by_resident on private.staff_sessions (resident_id);

create table public.audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  act text not null,
  subject_kind text not null,
  subject_id text not null default '',
  before jsonb,
  after jsonb,
  detail jsonb not null default '{}',
  address text not null default '',
  agent text not null default ''
);
comment on table public.audit_entries is
  'Who did what to what, when and from where, with what was there before and after. Append-only; read by administrators.';
comment on column public.audit_entries.act is 'A verb and a noun: grant_staff_role, decide_action_log, …';
comment on column public.audit_entries.subject_kind is 'What it was done to: staff_role, action_log, event, …';
comment on column public.audit_entries.subject_id is 'Which one: its id, or its slug or code where it has no other.';
comment on column public.audit_entries.address is 'The network address the request came from, as the servers before us say; empty when it came from no request.';
comment on column public.audit_entries.agent is 'What the browser called itself, shortened.';
create index audit_by_actor on public.audit_entries (actor_id, id desc);
create index audit_by_act on public.audit_entries (act, id desc);
create index audit_by_subject on public.audit_entries (subject_kind, subject_id, id desc);
create index audit_by_time on public.audit_entries (at, id);
create trigger audit_is_append_only before update or delete on public.audit_entries
  for each row execute function private.refuse_change();
create trigger audit_is_never_truncated before truncate on public.audit_entries
  for each statement execute function private.refuse_change();

create function private.session_claim(p_name text) returns text
language sql stable
set search_path = ''
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> p_name $$;
comment on function private.session_claim is
  'One claim of the token the request came with, or null. Called by: the functions of staff sessions.';
revoke execute on function private.session_claim from public, anon, authenticated;

create function private.staff_session_problem() returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_settings private.settings;
  v_seen_at timestamptz;
begin
  select * into v_settings from private.settings;
  select greatest(a.created_at, s.seen_at) into v_seen_at
  from auth.sessions a left join private.staff_sessions s on s.session_id = a.id
  where a.id = private.session_claim('session_id')::uuid and a.user_id = auth.uid();
  if v_seen_at is null or v_seen_at < now() - make_interval(hours => v_settings.idle_hours) then
    return 'staff_session_ended';
  elsif v_settings.require_second_factor and private.session_claim('aal') is distinct from 'aal2' then
    return 'second_factor_needed';
  end if;
  return null;
end
$$;
comment on function private.staff_session_problem is
  'Why the roles of the caller do not work in this session: staff_session_ended, second_factor_needed, or null when they do. Definer, because sessions live in the auth schema. Called by: has_role, require_role and enter_console.';
revoke execute on function private.staff_session_problem from public, anon, authenticated;

create function private.has_role(p_role public.staff_role) returns boolean
language plpgsql stable security definer
set search_path = ''
as $$
begin
  -- The session is looked at only for those who hold the role: for everybody else this is one look-up.
  if not exists (
    select from public.staff_roles where resident_id = auth.uid() and role = p_role
  ) then
    return false;
  end if;
  return private.staff_session_problem() is null;
end
$$;
comment on function private.has_role is
  'Whether the caller holds a role, in whatever scope, in a session that works. Definer, because a policy of staff_roles asking staff_roles would never end. Called by: policies, as (select private.has_role(…)) so that it is asked once a query, and RPC bodies.';
revoke execute on function private.has_role from public, anon, authenticated;
grant execute on function private.has_role to authenticated, service_role;

create function private.holds_everywhere(p_role public.staff_role) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select private.has_role(p_role) and exists (
    select from public.staff_roles
    where resident_id = auth.uid() and role = p_role and base_id is null and town_code is null
  )
$$;
comment on function private.holds_everywhere is
  'Whether the caller holds a role that is limited to no base and no town. Definer, because a policy of staff_roles asking staff_roles would never end. Called by: policies, as (select private.holds_everywhere(…)), and RPC bodies.';
revoke execute on function private.holds_everywhere from public, anon, authenticated;
grant execute on function private.holds_everywhere to authenticated, service_role;

create function private.role_bases(p_role public.staff_role) returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(base_id), '{}') from public.staff_roles
  where resident_id = auth.uid() and role = p_role and base_id is not null and private.has_role(p_role)
$$;
comment on function private.role_bases is
  'The bases that grants of a role to the caller are limited to. Definer, because a policy of staff_roles asking staff_roles would never end. Called by: policies, as base_id = any ((select private.role_bases(…))::uuid[]), and RPC bodies.';
revoke execute on function private.role_bases from public, anon, authenticated;
grant execute on function private.role_bases to authenticated, service_role;

create function private.role_towns(p_role public.staff_role) returns text[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(town_code), '{}') from public.staff_roles
  where resident_id = auth.uid() and role = p_role and town_code is not null and private.has_role(p_role)
$$;
comment on function private.role_towns is
  'The towns that grants of a role to the caller are limited to. Definer, because a policy of staff_roles asking staff_roles would never end. Called by: policies, as town_code = any ((select private.role_towns(…))::text[]), and RPC bodies.';
revoke execute on function private.role_towns from public, anon, authenticated;
grant execute on function private.role_towns to authenticated, service_role;

create function private.mark_staff_seen() returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_session_id uuid := private.session_claim('session_id')::uuid;
begin
  -- Once a minute is enough, a call that only reads may write nothing, and of two calls at the same
  -- time one is enough: no call of staff waits for another one here.
  if current_setting('transaction_read_only') = 'on' or exists (
    select from private.staff_sessions
    where session_id = v_session_id and seen_at > now() - interval '1 minute'
  ) or not pg_try_advisory_xact_lock(hashtextextended('staff session ' || v_session_id, 0)) then
    return;
  end if;
  insert into private.staff_sessions (session_id, resident_id) values (v_session_id, auth.uid())
  on conflict (session_id) do update set seen_at = now();
end
$$;
comment on function private.mark_staff_seen is
  'Writes down that the session of the caller did something. Definer, because nobody may write sessions directly. Called by: require_role and enter_console.';
revoke execute on function private.mark_staff_seen from public, anon, authenticated;

create function private.refuse_session_problem() returns void
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_problem text := private.staff_session_problem();
begin
  if v_problem = 'staff_session_ended' then
    perform private.refuse('staff_session_ended', 401, 'This session did nothing for too long: sign in again.');
  elsif v_problem = 'second_factor_needed' then
    perform private.refuse('second_factor_needed', 401, 'Roles of staff need a second factor.');
  end if;
end
$$;
comment on function private.refuse_session_problem is
  'Refuses what staff do in a session that does not work (staff_session_ended, second_factor_needed, 401). Definer, because sessions live in the auth schema. Called by: require_role and enter_console.';
revoke execute on function private.refuse_session_problem from public, anon, authenticated;

create function private.require_role(p_role public.staff_role) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  -- The same answer as for a thing that does not exist: the console is not advertised.
  if not exists (
    select from public.staff_roles where resident_id = v_resident_id and role = p_role
  ) then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  perform private.refuse_session_problem();
  perform private.mark_staff_seen();
  return v_resident_id;
end
$$;
comment on function private.require_role is
  'The caller, if they hold the role in whatever scope; otherwise a refusal (not_found, 404; staff_session_ended or second_factor_needed, 401). Marks the session as seen. Definer, because nobody reads the roles of others. Called by: RPC bodies of the bureau and merchants, before they lock anything.';
revoke execute on function private.require_role from public, anon, authenticated;
grant execute on function private.require_role to authenticated, service_role;

create function private.require_role_at(
  p_role public.staff_role, p_base_id uuid, p_town_code text
) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_role(p_role);
  v_town_code text := p_town_code;
begin
  if p_base_id is not null and p_town_code is null then
    select town_code into v_town_code from public.bases where id = p_base_id;
  end if;
  if not exists (
    select from public.staff_roles
    where resident_id = v_resident_id and role = p_role and (
      (base_id is null and town_code is null) or base_id = p_base_id or town_code = v_town_code
    )
  ) then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  return v_resident_id;
end
$$;
comment on function private.require_role_at is
  'The caller, if they hold the role for this base or this town (a base also counts by its town); otherwise the refusals of require_role. Definer, because nobody reads the roles of others. Called by: RPC bodies of the bureau.';
revoke execute on function private.require_role_at from public, anon, authenticated;
grant execute on function private.require_role_at to authenticated, service_role;

create function private.request_header(p_name text) returns text
language sql stable
set search_path = ''
as $$ select nullif(current_setting('request.headers', true), '')::jsonb ->> p_name $$;
comment on function private.request_header is
  'One header of the request, named in small letters, or null. Called by: record_audit and limits by address.';
revoke execute on function private.request_header from public, anon, authenticated;

create function private.is_trusted_server(p_address text, p_servers inet[]) returns boolean
language plpgsql immutable
set search_path = ''
as $$
begin
  return p_address::inet <<= any (p_servers);
exception when invalid_text_representation then
  return false;
end
$$;
comment on function private.is_trusted_server is
  'Whether an address is that of a server of ours; what is no address is not. Called by: request_address.';
revoke execute on function private.is_trusted_server from public, anon, authenticated;

create function private.request_address() returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_settings private.settings;
  v_named text;
  v_address text;
  v_is_further_in boolean;
  v_hop text;
begin
  select * into v_settings from private.settings;
  v_named := regexp_replace(trim(private.request_header(v_settings.address_header)), '^::ffff:(?=\d+\.)', '', 'i');
  v_address := coalesce(v_named, '');
  v_is_further_in := v_address <> '';
  -- From the inside outwards: a server of ours is believed about who asked it, and nobody else.
  for v_hop in
    select hop from regexp_split_to_table(
      regexp_replace(coalesce(private.request_header('x-forwarded-for'), ''), '\s|::ffff:(?=\d+\.)', '', 'gi'), ','
    ) with ordinality as given (hop, place)
    where hop <> '' order by place desc
  loop
    continue when v_is_further_in and v_hop <> v_named;
    v_is_further_in := false;
    v_address := v_hop;
    exit when not private.is_trusted_server(v_address, v_settings.trusted_servers);
  end loop;
  return left(v_address, 45);
end
$$;
comment on function private.request_address is
  'The network address the request came from, as the outermost server we trust says, and never as the caller says; empty when there is none. Definer, because nobody reads the settings. Called by: record_audit and limits by address.';
revoke execute on function private.request_address from public, anon, authenticated;

create function private.record_audit(
  p_act text,
  p_subject_kind text,
  p_subject_id text,
  p_detail jsonb default '{}',
  p_before jsonb default null,
  p_after jsonb default null
) returns void
language sql
set search_path = ''
as $$
  insert into public.audit_entries
    (actor_id, act, subject_kind, subject_id, detail, before, after, address, agent)
  values (auth.uid(), p_act, p_subject_kind, p_subject_id, p_detail, p_before, p_after,
    private.request_address(), left(coalesce(private.request_header('user-agent'), ''), 200))
$$;
comment on function private.record_audit is
  'Adds one line to the audit, with where the request came from. Called by: definer bodies only.';
revoke execute on function private.record_audit from public, anon, authenticated;

create function private.refuse_newer_version(
  p_given integer, p_current integer, p_changed_at timestamptz, p_changed_by uuid
) returns void
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if p_given is distinct from p_current then
    perform private.refuse('newer_version', 409, 'A colleague has saved a newer version.', jsonb_build_object(
      'version', p_current,
      'changed_at', p_changed_at,
      'by', coalesce((select display_name from public.profiles where resident_id = p_changed_by), '')
    ));
  end if;
end
$$;
comment on function private.refuse_newer_version is
  'Refuses to write over another version than the one the form was filled with (newer_version, 409; detail: version, changed_at, by: the display name, empty for a colleague who has none). The caller holds the row''s lock and lets a save of equal content through before. Definer, because profiles are seen by their residents alone. Called by: the bodies that save.';
revoke execute on function private.refuse_newer_version from public, anon, authenticated;

create function private.open_profile() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into public.profiles (resident_id, locale, wants_mail)
  values (new.id, case when new.raw_user_meta_data ->> 'locale' = 'en' then 'en' else 'zh-CN' end,
    coalesce(new.raw_user_meta_data ->> 'wants_mail' = 'true', false))
  on conflict do nothing;
  if new.raw_user_meta_data ->> 'privacy_version' ~ '^\d{4}-\d{2}-\d{2}$' then
    insert into public.consents (resident_id, document, version)
    values (new.id, 'privacy', new.raw_user_meta_data ->> 'privacy_version')
    on conflict do nothing;
  end if;
  return new;
end
$$;
comment on function private.open_profile is
  'Gives a new account its profile, in the language it signed up in, and writes down the consent it signed up with. Definer, because the auth service has no rights here. Called by: the trigger on auth.users.';
revoke execute on function private.open_profile from public, anon, authenticated;
create trigger new_account_gets_a_profile after insert on auth.users
  for each row execute function private.open_profile();

create function private.appoint_first_administrator(p_email text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_resident_id uuid;
  v_grant public.staff_roles;
begin
  if exists (select from public.staff_roles where role = 'administrator') then
    perform private.refuse('administrator_exists', 409, 'There is an administrator already: ask them.');
  end if;
  select id into v_resident_id from auth.users where lower(email) = lower(p_email);
  if v_resident_id is null then
    perform private.refuse('account_unknown', 404, 'No account has this e-mail address.');
  end if;
  insert into public.staff_roles (resident_id, role) values (v_resident_id, 'administrator')
  returning * into v_grant;
  perform private.record_audit('appoint_first_administrator', 'staff_role', v_resident_id::text,
    '{}', null, to_jsonb(v_grant));
end
$$;
comment on function private.appoint_first_administrator is
  'Makes an account the first administrator of a new project. Called by: the project owner, in the SQL editor, once.';
revoke execute on function private.appoint_first_administrator from public, anon, authenticated;

create function private.require_scope(
  p_role public.staff_role, p_merchant_id uuid, p_base_id uuid, p_town_code text
) returns void
language plpgsql
set search_path = ''
as $$
begin
  if (p_role = 'merchant') <> (p_merchant_id is not null) then
    perform private.refuse('merchant_missing', 400, 'A merchant role names its merchant, and no other role does.');
  elsif (p_base_id is not null and p_role <> 'host')
    or (p_town_code is not null and p_role not in ('moderator', 'editor', 'host'))
    or (p_base_id is not null and p_town_code is not null)
  then
    perform private.refuse('scope_invalid', 400, 'This role cannot be limited like this.');
  elsif p_town_code is not null and not exists (select from public.towns where code = p_town_code) then
    perform private.refuse('town_unknown', 404, 'There is no such town.');
  end if;
  if p_merchant_id is not null and not exists (select from public.merchants where id = p_merchant_id) then
    perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
  end if;
  if p_base_id is not null then
    if not exists (select from public.bases where id = p_base_id) then
      perform private.refuse('base_unknown', 404, 'There is no such base.');
    end if;
  end if;
end
$$;
comment on function private.require_scope is
  'Refuses a role with a limit that it cannot have or that does not exist. Called by: grant_staff_role.';
revoke execute on function private.require_scope from public, anon, authenticated;

create function private.grant_staff_role(
  p_email text, p_role public.staff_role, p_merchant_id uuid, p_base_id uuid, p_town_code text
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
  v_resident_id uuid;
  v_before public.staff_roles;
  v_grant public.staff_roles;
begin
  select id into v_resident_id from auth.users where lower(email) = lower(trim(p_email));
  if v_resident_id is null then
    perform private.refuse('account_unknown', 404, 'No account has this e-mail address.');
  end if;
  if v_resident_id = v_administrator_id then
    perform private.refuse('own_role', 403, 'Nobody grants a role to themselves.');
  end if;
  perform private.require_scope(p_role, p_merchant_id, p_base_id, p_town_code);
  if p_role = 'merchant' then
    -- Somebody takes vouchers at one shop at a time: another one takes the place of the first.
    delete from public.staff_roles
    where resident_id = v_resident_id and role = 'merchant' and merchant_id <> p_merchant_id
    returning * into v_before;
  end if;
  insert into public.staff_roles (resident_id, role, merchant_id, base_id, town_code, granted_by)
  values (v_resident_id, p_role, p_merchant_id, p_base_id, p_town_code, v_administrator_id)
  on conflict do nothing
  returning * into v_grant;
  if not found then
    return;
  end if;
  perform private.record_audit('grant_staff_role', 'staff_role', v_resident_id::text,
    jsonb_build_object('role', p_role),
    case when v_before.id is not null then to_jsonb(v_before) end, to_jsonb(v_grant));
end
$$;
comment on function private.grant_staff_role is 'Body of public.grant_staff_role. Definer, because nobody may write roles directly.';

create function private.revoke_staff_role(p_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_grant public.staff_roles;
begin
  perform private.require_role('administrator');
  select * into v_grant from public.staff_roles where id = p_id;
  if v_grant.role = 'administrator' then
    -- One at a time, so that two administrators cannot dismiss each other in the same moment.
    perform from public.staff_roles where role = 'administrator' order by resident_id for update;
    if not exists (
      select from public.staff_roles where role = 'administrator' and resident_id <> v_grant.resident_id
    ) then
      perform private.refuse('last_administrator', 409, 'The last administrator cannot leave.');
    end if;
  end if;
  delete from public.staff_roles where id = p_id returning * into v_grant;
  if not found then
    return;
  end if;
  perform private.record_audit('revoke_staff_role', 'staff_role', v_grant.resident_id::text,
    jsonb_build_object('role', v_grant.role), to_jsonb(v_grant), null);
end
$$;
comment on function private.revoke_staff_role is 'Body of public.revoke_staff_role. Definer, because nobody may write roles directly.';

create function private.list_staff() returns table (
  id uuid, resident_id uuid, email text, role public.staff_role,
  merchant_id uuid, base_id uuid, town_code text, granted_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_role('administrator');
  return query
    select s.id, s.resident_id, u.email::text, s.role, s.merchant_id, s.base_id, s.town_code, s.granted_at
    from public.staff_roles s join auth.users u on u.id = s.resident_id
    order by s.role, u.email, s.granted_at;
end
$$;
comment on function private.list_staff is 'Body of public.list_staff. Definer, because e-mail addresses live in the auth schema.';

create function private.enter_console() returns setof public.staff_roles
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  if exists (select from public.staff_roles where resident_id = v_resident_id) then
    perform private.refuse_session_problem();
    perform private.mark_staff_seen();
  end if;
  return query select * from public.staff_roles where resident_id = v_resident_id order by role, granted_at;
end
$$;
comment on function private.enter_console is
  'Body of public.enter_console. Definer, because nobody may write sessions directly.';

create function public.grant_staff_role(
  p_email text,
  p_role public.staff_role,
  p_merchant_id uuid default null,
  p_base_id uuid default null,
  p_town_code text default null
) returns void
language sql
set search_path = ''
as $$ select private.grant_staff_role(p_email, p_role, p_merchant_id, p_base_id, p_town_code) $$;
comment on function public.grant_staff_role is
  'Gives the account with this e-mail address a role, limited to a base or a town where one is named; twice is the same as once. Errors: not_found, staff_session_ended, second_factor_needed, account_unknown, own_role, merchant_missing, merchant_unknown, scope_invalid, town_unknown, base_unknown. Called by: administrators.';

create function public.revoke_staff_role(p_id uuid) returns void
language sql
set search_path = ''
as $$ select private.revoke_staff_role(p_id) $$;
comment on function public.revoke_staff_role is
  'Takes one role in one scope away, by the id of its grant; doing it twice is the same as once. Errors: not_found, staff_session_ended, second_factor_needed, last_administrator. Called by: administrators.';

create function public.list_staff() returns table (
  id uuid, resident_id uuid, email text, role public.staff_role,
  merchant_id uuid, base_id uuid, town_code text, granted_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.list_staff() $$;
comment on function public.list_staff is 'Everyone who holds a role, where, and their e-mail address. Errors: not_found, staff_session_ended, second_factor_needed. Called by: administrators.';

create function public.enter_console() returns setof public.staff_roles
language sql
set search_path = ''
as $$ select * from private.enter_console() $$;
comment on function public.enter_console is
  'The roles of the caller, with their limits, for whoever opens a page of staff; none for a resident. Marks the session as seen. Errors: sign_in_first, staff_session_ended, second_factor_needed. Called by: residents.';

alter table public.profiles enable row level security;
create policy "residents read their own profile" on public.profiles
  for select to authenticated using (resident_id = (select auth.uid()));
create policy "residents change their own profile" on public.profiles
  for update to authenticated
  using (resident_id = (select auth.uid())) with check (resident_id = (select auth.uid()));
grant select, update (display_name, town_code, locale, wants_mail) on public.profiles to authenticated;

alter table public.consents enable row level security;
create policy "residents read their own consents" on public.consents
  for select to authenticated using (resident_id = (select auth.uid()));
create policy "residents give their own consent" on public.consents
  for insert to authenticated with check (resident_id = (select auth.uid()));
grant select, insert (document, version) on public.consents to authenticated;

alter table private.staff_sessions enable row level security;

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
revoke execute on function public.grant_staff_role from public, anon, authenticated;
grant execute on function public.grant_staff_role to authenticated;
revoke execute on function private.revoke_staff_role from public, anon, authenticated;
grant execute on function private.revoke_staff_role to authenticated;
revoke execute on function public.revoke_staff_role from public, anon, authenticated;
grant execute on function public.revoke_staff_role to authenticated;
revoke execute on function private.list_staff from public, anon, authenticated;
grant execute on function private.list_staff to authenticated;
revoke execute on function public.list_staff from public, anon, authenticated;
grant execute on function public.list_staff to authenticated;
revoke execute on function private.enter_console from public, anon, authenticated;
grant execute on function private.enter_console to authenticated;
revoke execute on function public.enter_console from public, anon, authenticated;
grant execute on function public.enter_console to authenticated;
