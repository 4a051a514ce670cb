-- The ground every capability stands on: private schemas, settings, the day in Shanghai, refusals, versions, towns.

create schema private;
comment on schema private is
  'Bodies of the RPCs and helpers of the policies. The API does not expose it.';
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

create function private.shanghai_day(p_at timestamptz default now()) returns date
language plpgsql stable
set search_path = ''
as $$
begin
  return (p_at at time zone 'Asia/Shanghai')::date;
end
$$;
comment on function private.shanghai_day is
  'The calendar day in Asia/Shanghai of a moment. The only place where a day is computed. Called by: every capability.';
revoke execute on function private.shanghai_day from public, anon, authenticated;
grant execute on function private.shanghai_day to anon, authenticated, service_role;

create function private.shanghai_midnight(p_day date) returns timestamptz
language sql stable
set search_path = ''
as $$ select p_day::timestamp at time zone 'Asia/Shanghai' $$;
comment on function private.shanghai_midnight is
  'The moment at which a day begins in Asia/Shanghai. Called by: the caps of green actions.';
revoke execute on function private.shanghai_midnight from public, anon, authenticated;
grant execute on function private.shanghai_midnight to anon, authenticated, service_role;

create function private.refuse(
  p_code text, p_status integer, p_message text, p_detail jsonb default '{}'
) returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || p_status,
    message = p_message,
    hint = p_code,
    detail = p_detail::text;
end
$$;
comment on function private.refuse is
  'Ends the call with an HTTP status, a stable code (hint) the site turns into a sentence, and a JSON detail. Called by: every RPC body.';
revoke execute on function private.refuse from public, anon, authenticated;
grant execute on function private.refuse to anon, authenticated, service_role;

create function private.keep_residents() returns void
language sql
set search_path = ''
as $$ select pg_advisory_xact_lock_shared(hashtextextended('a resident leaves', 0)) $$;
comment on function private.keep_residents is
  'Lets nobody''s account be deleted until the transaction ends: deleting one touches what others have locked, in an order of its own. Called by: do_due_work, before anything is locked, and in its own words require_resident.';
revoke execute on function private.keep_residents from public, anon, authenticated;
grant execute on function private.keep_residents to authenticated, service_role;

create function private.let_residents_leave() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('a resident leaves', 0));
  return null;
end
$$;
comment on function private.let_residents_leave is
  'Deletes accounts while nothing else is under way. Called by: the trigger on auth.users, once a statement, before a row is locked.';
revoke execute on function private.let_residents_leave from public, anon, authenticated;
create trigger accounts_go_while_nothing_else_is_under_way before delete on auth.users
  for each statement execute function private.let_residents_leave();

create function private.require_resident() returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_resident_id uuid := auth.uid();
  -- private.keep_residents, as a value and not a statement: every call of a resident comes here.
  v_kept constant text := pg_advisory_xact_lock_shared(hashtextextended('a resident leaves', 0))::text;
begin
  if v_resident_id is null then
    perform private.refuse('sign_in_first', 401, 'Sign in first.');
  end if;
  return v_resident_id;
end
$$;
comment on function private.require_resident is
  'The signed-in resident, or a refusal (sign_in_first, 401). Identity comes from here and never from a parameter. Called by: every RPC body.';
revoke execute on function private.require_resident from public, anon, authenticated;
grant execute on function private.require_resident to authenticated, service_role;

create function private.refuse_change() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT403',
    message = format('%I.%I is append-only.', tg_table_schema, tg_table_name),
    hint = 'append_only';
end
$$;
comment on function private.refuse_change is
  'Trigger of append-only tables: refuses update, delete and truncate to everyone, the owner included.';
revoke execute on function private.refuse_change from public, anon, authenticated;

create table private.settings (
  is_the_only_row boolean primary key default true,
  idle_hours integer not null default 8,
  require_second_factor boolean not null default false,
  feedback_per_account_day integer not null default 5,
  feedback_per_address_day integer not null default 20,
  offer_hours integer not null default 24,
  coins_per_year bigint not null default 2000,
  voucher_days integer not null default 30,
  undo_seconds integer not null default 60,
  claim_minutes integer not null default 10,
  audit_sample integer not null default 60,
  address_header text not null default 'cf-connecting-ip',
  trusted_servers inet[] not null default '{127.0.0.0/8,::1}',
  constraint settings_are_one_row check (is_the_only_row),
  constraint limits_are_positive check (
    least(idle_hours, feedback_per_account_day, feedback_per_address_day, offer_hours,
      coins_per_year, voucher_days, undo_seconds, claim_minutes, audit_sample) >= 1
  )
);
comment on table private.settings is
  'What the bureau may set without a new version of the software: one row. Changed by the project owner, in the SQL editor.';
comment on column private.settings.idle_hours is 'Hours after which a session of staff that did nothing has ended.';
comment on column private.settings.require_second_factor is
  'Whether roles of staff work only in sessions with a second factor (aal2). Only where the platform offers one.';
comment on column private.settings.feedback_per_account_day is 'Reports an account may send in a day of Asia/Shanghai.';
comment on column private.settings.feedback_per_address_day is 'The same for a network address.';
comment on column private.settings.address_header is
  'The header in which the servers before the database name who asked them, whatever the caller sent: Cloudflare''s, which stands before hosted Supabase. Empty where no server overwrites it.';
comment on column private.settings.trusted_servers is
  'Servers and networks of ours, such as the one of the site: what they say of who asked them (x-forwarded-for) is believed.';
comment on column private.settings.offer_hours is 'Hours in which a place offered from the waiting list has to be confirmed.';
comment on column private.settings.coins_per_year is 'Coins a resident may earn in a year of Asia/Shanghai, over all actions.';
comment on column private.settings.voucher_days is 'Days a voucher lives.';
comment on column private.settings.undo_seconds is 'Seconds in which a moderator may take a decision back.';
comment on column private.settings.claim_minutes is 'Minutes in which a log claimed by a moderator is nobody else''s to judge.';
comment on column private.settings.audit_sample is 'Approved logs judged a second time each month.';
insert into private.settings default values;
alter table private.settings enable row level security;

create function private.raise_version() returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_aside text[] := array['version', 'changed_at', 'changed_by'] || coalesce(tg_argv::text[], '{}');
begin
  new.version := old.version;
  new.changed_at := old.changed_at;
  new.changed_by := old.changed_by;
  if (to_jsonb(new) - v_aside) is distinct from (to_jsonb(old) - v_aside) then
    new.version := old.version + 1;
    new.changed_at := now();
    new.changed_by := auth.uid();
  end if;
  return new;
end
$$;
comment on function private.raise_version is
  'Trigger before update of editable tables with version, changed_at and changed_by: each change of content is a new version, by whoever makes it. Arguments of the trigger name columns that are no content, such as counters. Called by: the triggers of editable tables.';
revoke execute on function private.raise_version from public, anon, authenticated;

create table public.towns (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  constraint town_is_street_or_town check (kind in ('street', 'town'))
);
comment on table public.towns is
  'The 8 streets and 6 towns of Yiwu. Source: plan §二（一）2. Rows come from seed/reference.sql.';
alter table public.towns enable row level security;
create policy "everyone reads towns" on public.towns
  for select to anon, authenticated using (true);
grant select on public.towns to anon, authenticated;
