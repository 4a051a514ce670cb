-- Education bases (教育基地), their events and sessions (场次), and the calendar everybody reads.

create type public.base_kind as enum ('village', 'river', 'farm', 'museum', 'plant', 'park', 'school');
create type public.event_kind as enum ('visit', 'course', 'volunteering', 'open_day', 'talk', 'hearing');
create type public.event_status as enum ('draft', 'submitted', 'published', 'cancelled');
create type public.event_theme as enum (
  'environment_day', 'ecology_day', 'biodiversity_day', 'open_day', 'none'
);
create type public.session_status as enum ('scheduled', 'cancelled');
create type public.event_change_kind as enum ('changed', 'cancelled', 'notice', 'minutes');

create table private.site_revisions (
  is_only boolean primary key default true,
  revision bigint not null default 1,
  raised_by xid8,
  constraint there_is_one_revision check (is_only)
);
comment on table private.site_revisions is
  'How often something public has changed: one row. The page cache of the site drops what is older.';
comment on column private.site_revisions.raised_by is 'The transaction that raised it last, so that each raises it once.';
insert into private.site_revisions default values;
alter table private.site_revisions enable row level security;

create table public.bases (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name_zh text not null,
  name_en text not null,
  kind public.base_kind not null,
  town_code text not null references public.towns (code),
  summary_zh text not null default '',
  summary_en text not null default '',
  courses_zh text not null default '',
  courses_en text not null default '',
  opening_zh text not null default '',
  opening_en text not null default '',
  directions_zh text not null default '',
  directions_en text not null default '',
  accessibility_zh text not null default '',
  accessibility_en text not null default '',
  host_zh text not null default '',
  host_en text not null default '',
  source_section text,
  is_provincial boolean not null default false,
  is_demo boolean not null default false,
  is_public boolean not null default false,
  creation_key uuid unique,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint base_slug_is_a_slug check (slug ~ '^[a-z0-9-]{3,60}$')
);
comment on table public.bases is 'Education bases. What the plan or the public record does not say stays empty.';
comment on column public.bases.courses_zh is 'One course a line.';
comment on column public.bases.source_section is 'The section of the plan that names it; empty for a base the plan does not name.';
comment on column public.bases.is_provincial is 'Counts towards the plan''s eight provincial bases.';
comment on column public.bases.creation_key is 'The key of the save that made it, so that the same save sent twice is one.';
create index bases_by_town on public.bases (town_code);
create trigger bases_count_their_versions before update on public.bases
  for each row execute function private.raise_version();

alter table public.staff_roles
  add constraint host_role_is_at_a_base
  foreign key (base_id) references public.bases (id) on delete cascade;
create index staff_roles_by_base on public.staff_roles (base_id);

create table public.events (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  base_id uuid not null references public.bases (id),
  kind public.event_kind not null,
  theme public.event_theme not null default 'none',
  title_zh text not null,
  title_en text not null,
  summary_zh text not null default '',
  summary_en text not null default '',
  programme_zh text not null default '',
  programme_en text not null default '',
  audience_zh text not null default '',
  audience_en text not null default '',
  languages text[] not null default '{zh-CN}',
  minimum_age smallint,
  maximum_age smallint,
  guardian_below smallint,
  accessibility_zh text not null default '',
  accessibility_en text not null default '',
  cover text not null default 'river',
  coins bigint not null default 0,
  questions jsonb not null default '[]',
  recurrence text not null default '',
  except_on date[] not null default '{}',
  status public.event_status not null default 'draft',
  cancel_reason_zh text not null default '',
  cancel_reason_en text not null default '',
  minutes_zh text not null default '',
  minutes_en text not null default '',
  minutes_published_at timestamptz,
  published_at timestamptz,
  created_by uuid,
  creation_key uuid unique,
  session_edits integer not null default 0,
  is_demo boolean not null default false,
  search_text text not null generated always as (
    lower(title_zh || ' ' || title_en || ' ' || summary_zh || ' ' || summary_en)
  ) stored,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint event_slug_is_a_slug check (slug ~ '^[a-z0-9-]{3,60}$'),
  constraint event_speaks_known_languages check (
    languages <@ array['zh-CN', 'en', 'yiwu'] and cardinality(languages) between 1 and 3
  ),
  constraint ages_are_in_order check (
    coalesce(minimum_age, 0) between 0 and 120 and coalesce(maximum_age, 120) between 0 and 120
    and coalesce(minimum_age, 0) <= coalesce(maximum_age, 120)
    and coalesce(guardian_below, 0) between 0 and 18
  ),
  constraint event_cover_is_a_name check (cover ~ '^[a-z][a-z0-9-]{0,39}$'),
  constraint attending_pays_something_modest check (coins between 0 and 100),
  constraint event_asks_at_most_three_questions check (
    jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 3
  ),
  constraint published_events_say_when check (status <> 'published' or published_at is not null),
  constraint only_hearings_have_minutes check (minutes_published_at is null or kind = 'hearing')
);
comment on table public.events is 'What bases offer. Hosts draft, editors publish; once published an event stays to be read, cancelled or not.';
comment on column public.events.programme_zh is 'One item a line.';
comment on column public.events.guardian_below is 'Children younger than this come with an adult.';
comment on column public.events.cover is 'Name of a drawing of the kit.';
comment on column public.events.coins is 'Coins for attending one session.';
comment on column public.events.questions is 'Asked at registration: [{key, label_zh, label_en, required}], at most three.';
comment on column public.events.recurrence is 'RFC 5545 RRULE the sessions were made by, for the form; empty without one.';
comment on column public.events.session_edits is 'How often its sessions were edited: so a change of theirs is a new version of the event.';
comment on column public.events.published_at is 'When it was first published: from then on everyone may read it.';
create index events_by_base on public.events (base_id);
create index events_by_status on public.events (status, changed_at);
-- A generated column has no value yet when the trigger compares.
create trigger events_count_their_versions before update on public.events
  for each row execute function private.raise_version('search_text');

create table public.event_sessions (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place_zh text not null,
  place_en text not null,
  capacity integer not null,
  waitlist_limit integer not null default 0,
  opens_at timestamptz not null default now(),
  closes_at timestamptz not null,
  status public.session_status not null default 'scheduled',
  cancel_reason_zh text not null default '',
  cancel_reason_en text not null default '',
  seats_taken integer not null default 0,
  waiting integer not null default 0,
  sequence integer not null default 0,
  changed_at timestamptz not null default now(),
  constraint session_ends_after_it_starts check (ends_at > starts_at and ends_at <= starts_at + interval '15 days'),
  constraint session_takes_a_sane_number check (capacity between 1 and 5000),
  constraint waiting_list_is_of_sane_length check (waitlist_limit between 0 and 500),
  constraint registration_opens_before_it_closes check (opens_at < closes_at and closes_at <= ends_at),
  constraint seats_never_exceed_capacity check (seats_taken between 0 and capacity),
  constraint waiting_is_never_negative check (waiting >= 0)
);
comment on table public.event_sessions is 'The dates of an event, each with its own places, window of registration and waiting list.';
comment on column public.event_sessions.seats_taken is 'Seats of confirmed and offered registrations. Moved only under the lock of this row.';
comment on column public.event_sessions.waiting is 'Registrations on the waiting list.';
comment on column public.event_sessions.sequence is 'SEQUENCE of RFC 5545: raised by each change of time, place or status.';
create index event_sessions_by_event on public.event_sessions (event_id, starts_at);
create index event_sessions_by_time on public.event_sessions (starts_at, id);

create table private.session_secrets (
  session_id uuid primary key references public.event_sessions (id) on delete cascade,
  secret bytea not null default
    pg_catalog.sha256(pg_catalog.uuid_send(gen_random_uuid()) || pg_catalog.uuid_send(gen_random_uuid()))
);
comment on table private.session_secrets is 'From what the changing code of a session is made; the host''s phone gets it with the list.';
alter table private.session_secrets enable row level security;

create table public.event_changes (
  id bigint generated always as identity primary key,
  event_id uuid not null references public.events (id),
  session_id uuid,
  kind public.event_change_kind not null,
  text_zh text not null,
  text_en text not null,
  at timestamptz not null default now(),
  constraint change_is_told_in_both_languages check (
    char_length(text_zh) between 1 and 600 and char_length(text_en) between 1 and 600
  )
);
comment on table public.event_changes is 'What was announced of an event after it was published. Append-only.';
comment on column public.event_changes.session_id is 'The session it is about; empty when it is about the whole event.';
create index event_changes_by_event on public.event_changes (event_id, id);
create trigger event_changes_are_append_only before update or delete on public.event_changes
  for each row execute function private.refuse_change();
create trigger event_changes_are_never_truncated before truncate on public.event_changes
  for each statement execute function private.refuse_change();

create function private.raise_site_revision() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  update private.site_revisions set revision = revision + 1, raised_by = pg_current_xact_id()
  where raised_by is distinct from pg_current_xact_id();
  return null;
end
$$;
comment on function private.raise_site_revision is
  'Raises the revision of the site once a transaction. Definer, because nobody may write it directly. Called by: deferred triggers of what the site shows to everyone, so that its row is locked last and shortest.';
revoke execute on function private.raise_site_revision from public, anon, authenticated;

create constraint trigger bases_raise_the_site_revision
  after insert or update or delete on public.bases deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger published_events_raise_the_site_revision
  after update on public.events deferrable initially deferred
  for each row when (new.published_at is not null) execute function private.raise_site_revision();
create constraint trigger new_events_raise_the_site_revision
  after insert on public.events deferrable initially deferred
  for each row when (new.published_at is not null) execute function private.raise_site_revision();
-- Seats move with every registration and are not among these columns.
create constraint trigger sessions_raise_the_site_revision
  after insert or delete or update of starts_at, ends_at, place_zh, place_en, capacity, status
  on public.event_sessions deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger event_changes_raise_the_site_revision
  after insert on public.event_changes deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger actions_raise_the_site_revision
  after insert or update or delete on public.green_actions deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger prices_raise_the_site_revision
  after insert or delete on public.action_prices deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger rewards_raise_the_site_revision
  after insert or delete or update of name_zh, name_en, detail_zh, detail_en, price, is_open
  on public.rewards deferrable initially deferred
  for each row execute function private.raise_site_revision();

create function private.site_revision() returns bigint
language sql stable security definer
set search_path = ''
as $$ select revision from private.site_revisions $$;
comment on function private.site_revision is
  'Body of public.site_revision. Definer, because the row is not a client''s to read.';
revoke execute on function private.site_revision from public, anon, authenticated;
grant execute on function private.site_revision to anon, authenticated;

create function public.site_revision() returns bigint
language sql stable
set search_path = ''
as $$ select private.site_revision() $$;
comment on function public.site_revision is
  'A number that rises with every publication: bases, events, sessions, announcements, rewards, prices. Called by: everyone.';
revoke execute on function public.site_revision from public, anon, authenticated;
grant execute on function public.site_revision to anon, authenticated;

create function private.give_session_secret() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into private.session_secrets (session_id) values (new.id);
  return null;
end
$$;
comment on function private.give_session_secret is
  'Gives a new session its secret. Definer, because nobody may write secrets directly. Called by: the trigger on event_sessions.';
revoke execute on function private.give_session_secret from public, anon, authenticated;
create trigger new_session_gets_a_secret after insert on public.event_sessions
  for each row execute function private.give_session_secret();

create function private.bases_in_reach() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  with mine as materialized (
    select
      private.holds_everywhere('host') or private.holds_everywhere('editor') as everywhere,
      private.role_bases('host') as bases,
      private.role_towns('host') || private.role_towns('editor') as towns
  )
  select coalesce(array_agg(b.id), '{}') from mine, public.bases b
  where mine.everywhere or b.id = any (mine.bases) or b.town_code = any (mine.towns)
$$;
comment on function private.bases_in_reach is
  'The bases the caller is host or editor of, hidden ones too. Definer, because a policy of bases asking bases would never end. Called by: policies, as base_id = any ((select private.bases_in_reach())::uuid[]).';
revoke execute on function private.bases_in_reach from public, anon, authenticated;
grant execute on function private.bases_in_reach to authenticated;

create function private.require_event_staff(p_base_id uuid) returns public.staff_role
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from public.staff_roles
    where resident_id = auth.uid() and role = 'editor'
      and (town_code is null or town_code = (select b.town_code from public.bases b where b.id = p_base_id))
  ) then
    perform private.require_role_at('editor', p_base_id, null);
    return 'editor';
  end if;
  perform private.require_role_at('host', p_base_id, null);
  return 'host';
end
$$;
comment on function private.require_event_staff is
  'What the caller is at a base, editor before host; otherwise the refusals of require_role_at. Called by: save_event and submit_event.';
revoke execute on function private.require_event_staff from public, anon, authenticated;

create view public.event_calendar with (security_invoker = on) as
  select
    s.id as session_id, s.starts_at, s.ends_at, s.place_zh, s.place_en, s.capacity,
    s.capacity - s.seats_taken as seats_free, s.waiting, s.waitlist_limit,
    s.opens_at, s.closes_at, s.status as session_status, s.sequence,
    greatest(s.changed_at, e.changed_at) as changed_at,
    case when e.status = 'cancelled' then e.cancel_reason_zh else s.cancel_reason_zh end as cancel_reason_zh,
    case when e.status = 'cancelled' then e.cancel_reason_en else s.cancel_reason_en end as cancel_reason_en,
    e.id as event_id, e.slug, e.kind, e.theme, e.title_zh, e.title_en, e.summary_zh, e.summary_en,
    e.languages, e.minimum_age, e.maximum_age, e.guardian_below, e.cover, e.coins,
    e.status as event_status, e.published_at, e.is_demo, e.search_text,
    b.id as base_id, b.slug as base_slug, b.name_zh as base_name_zh, b.name_en as base_name_en,
    b.kind as base_kind, b.town_code
  from public.event_sessions s
    join public.events e on e.id = s.event_id
    join public.bases b on b.id = e.base_id
  where e.published_at is not null and b.is_public;
comment on view public.event_calendar is
  'Sessions of published events with their event, base and town: one row a session, cancelled ones too. Page by (starts_at, session_id).';
comment on column public.event_calendar.seats_free is 'Seats nobody holds; people on the waiting list come first.';
grant select on public.event_calendar to anon, authenticated;

alter table public.bases enable row level security;
create policy "visitors read public bases" on public.bases
  for select to anon using (is_public);
create policy "residents read public bases, hosts and editors theirs" on public.bases
  for select to authenticated
  using (is_public or id = any ((select private.bases_in_reach())::uuid[]));
grant select (id, slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, courses_zh,
  courses_en, opening_zh, opening_en, directions_zh, directions_en, accessibility_zh,
  accessibility_en, host_zh, host_en, source_section, is_provincial, is_demo, is_public, version,
  changed_at) on public.bases to anon, authenticated;

alter table public.events enable row level security;
create policy "visitors read published events" on public.events
  for select to anon using (published_at is not null);
create policy "residents read published events, hosts and editors theirs" on public.events
  for select to authenticated
  using (published_at is not null or base_id = any ((select private.bases_in_reach())::uuid[]));
grant select (id, slug, base_id, kind, theme, title_zh, title_en, summary_zh, summary_en,
  programme_zh, programme_en, audience_zh, audience_en, languages, minimum_age, maximum_age,
  guardian_below, accessibility_zh, accessibility_en, cover, coins, questions, recurrence,
  except_on, status, cancel_reason_zh, cancel_reason_en, minutes_zh, minutes_en,
  minutes_published_at, published_at, is_demo, search_text, version, changed_at)
  on public.events to anon, authenticated;

alter table public.event_sessions enable row level security;
create policy "whoever reads an event reads its sessions" on public.event_sessions
  for select to anon, authenticated using (event_id in (select e.id from public.events e));
grant select on public.event_sessions to anon, authenticated;

alter table public.event_changes enable row level security;
create policy "whoever reads an event reads what was announced of it" on public.event_changes
  for select to anon, authenticated using (event_id in (select e.id from public.events e));
grant select on public.event_changes to anon, authenticated;
