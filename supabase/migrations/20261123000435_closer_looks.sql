-- Reasons to look closer (细看): a photo that was there before, one device for many accounts, a resident who logs far more
-- than the town; and the queue, which shows them. None of them decides anything: a moderator does.

create table private.evidence_marks (
  log_id uuid primary key,
  resident_id uuid not null,
  sha256 bytea,
  dhash bit(64),
  band_0 integer generated always as (substring(dhash from 1 for 16)::bit(16)::integer) stored,
  band_1 integer generated always as (substring(dhash from 17 for 16)::bit(16)::integer) stored,
  band_2 integer generated always as (substring(dhash from 33 for 16)::bit(16)::integer) stored,
  band_3 integer generated always as (substring(dhash from 49 for 16)::bit(16)::integer) stored,
  leased_until timestamptz,
  attempts smallint not null default 0,
  marked_at timestamptz,
  failed_at timestamptz,
  foreign key (resident_id, log_id) references public.action_logs (resident_id, id) on delete cascade,
  constraint marks_are_made_together check ((marked_at is null) = (sha256 is null) and (sha256 is null) = (dhash is null))
);
comment on table private.evidence_marks is
  'What each photo is recognised by: its SHA-256, and a 64-bit difference hash that stays nearly the same when the picture is scaled or compressed again. Filled by the jobs of the site; nothing of the picture can be seen in it.';
comment on column private.evidence_marks.band_0 is
  'A quarter of dhash. Of two hashes that differ in at most seven bits, one quarter differs in at most one: so near pictures are found by index.';
create index evidence_marks_by_resident on private.evidence_marks (resident_id, log_id);
create index evidence_marks_waiting on private.evidence_marks (log_id) where marked_at is null and failed_at is null;
create index evidence_marks_by_sha256 on private.evidence_marks (sha256);
create index evidence_marks_by_band_0 on private.evidence_marks (band_0);
create index evidence_marks_by_band_1 on private.evidence_marks (band_1);
create index evidence_marks_by_band_2 on private.evidence_marks (band_2);
create index evidence_marks_by_band_3 on private.evidence_marks (band_3);

create table private.similar_evidence (
  log_id uuid not null references private.evidence_marks (log_id) on delete cascade,
  other_id uuid not null references private.evidence_marks (log_id) on delete cascade,
  distance smallint not null,
  is_same boolean not null,
  primary key (log_id, other_id)
);
comment on table private.similar_evidence is 'Pairs of photos that are the same or nearly: the later one first.';
comment on column private.similar_evidence.distance is 'Bits in which the difference hashes differ, 0 to 8.';
comment on column private.similar_evidence.is_same is 'Whether the files are equal, byte for byte.';
create index similar_evidence_by_other on private.similar_evidence (other_id);

create table private.device_secret (
  is_only boolean primary key default true,
  secret bytea not null,
  constraint device_secret_is_one_row check (is_only)
);
comment on table private.device_secret is
  'The key of the hashes of devices, made at installation and known to nobody: without it, not even whoever holds a device finds its logs.';
insert into private.device_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table private.log_devices (
  log_id uuid not null,
  resident_id uuid not null,
  device bytea not null,
  logged_at timestamptz not null,
  primary key (resident_id, log_id),
  foreign key (resident_id, log_id) references public.action_logs (resident_id, id) on delete cascade
);
comment on table private.log_devices is
  'From which device a log was sent, for 30 days: a keyed hash of a random number that the browser made and keeps. It says nothing about the device but that it is the same.';
create index log_devices_by_device on private.log_devices (device, logged_at);
create index log_devices_by_time on private.log_devices (logged_at);

create table private.town_norms (
  town_code text not null,
  action_code text not null references public.green_actions (code),
  residents integer not null,
  mean double precision not null,
  deviation double precision not null,
  made_on date not null default private.shanghai_day(),
  primary key (town_code, action_code)
);
comment on table private.town_norms is
  'How often those of a town who log an action at all log it in 28 days. Rebuilt nightly; town_code is empty for residents who named none.';
create index town_norms_by_action on private.town_norms (action_code);
create index town_norms_by_day on private.town_norms (made_on);

create function private.await_marks() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into private.evidence_marks (log_id, resident_id) values (new.id, new.resident_id);
  return null;
end
$$;
comment on function private.await_marks is
  'Lets the photo of a new log wait for its marks. Definer, because nobody may write marks directly. Called by: the trigger on action_logs.';
revoke execute on function private.await_marks from public, anon, authenticated;
create trigger photos_wait_for_their_marks after insert on public.action_logs
  for each row when (new.evidence_path is not null) execute function private.await_marks();

create function private.take_unmarked_evidence(p_limit integer) returns table (log_id uuid, path text)
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Whoever took it five times has five times not come back: no sixth time.
  update private.evidence_marks m set failed_at = now(), leased_until = null
  where m.log_id in (
    select w.log_id from private.evidence_marks w
    where w.marked_at is null and w.failed_at is null and w.attempts >= 5 and w.leased_until < now()
    for update skip locked
  );
  return query
    with due as (
      select m.log_id from private.evidence_marks m
      where m.marked_at is null and m.failed_at is null
        and (m.leased_until is null or m.leased_until < now())
      order by m.log_id
      limit least(greatest(p_limit, 0), 100)
      for update skip locked
    ), taken as (
      update private.evidence_marks m set leased_until = now() + interval '2 minutes', attempts = m.attempts + 1
      from due where m.log_id = due.log_id
      returning m.resident_id, m.log_id
    )
    select t.log_id, l.evidence_path
    from taken t join public.action_logs l on l.resident_id = t.resident_id and l.id = t.log_id;
end
$$;
comment on function private.take_unmarked_evidence is
  'Body of public.take_unmarked_evidence. Definer, because marks are seen by nobody else.';
revoke execute on function private.take_unmarked_evidence from public, anon, authenticated;
grant execute on function private.take_unmarked_evidence to service_role;

create function public.take_unmarked_evidence(p_limit integer default 10) returns table (log_id uuid, path text)
language sql
set search_path = ''
as $$ select * from private.take_unmarked_evidence(p_limit) $$;
comment on function public.take_unmarked_evidence is
  'Photos that have no marks yet, for two minutes nobody else''s to mark; five times in all. Called by: the jobs of the site.';
revoke execute on function public.take_unmarked_evidence from public, anon, authenticated;
grant execute on function public.take_unmarked_evidence to service_role;

create function private.near_bands(p_band integer) returns integer[]
language sql immutable
set search_path = ''
as $$ select array_agg(p_band # (1 << bit)) || p_band from generate_series(0, 15) as bit $$;
comment on function private.near_bands is 'A band of 16 bits and the 16 that differ from it in one. Called by: find_similar_evidence.';
revoke execute on function private.near_bands from public, anon, authenticated;

create function private.find_similar_evidence(p_marks private.evidence_marks) returns void
language sql
set search_path = ''
as $$
  insert into private.similar_evidence (log_id, other_id, distance, is_same)
  select p_marks.log_id, m.log_id, bit_count(m.dhash # p_marks.dhash), m.sha256 = p_marks.sha256
  from private.evidence_marks m
  where m.log_id <> p_marks.log_id and bit_count(m.dhash # p_marks.dhash) <= 8 and (
    m.sha256 = p_marks.sha256
    or m.band_0 = any (private.near_bands(p_marks.band_0)) or m.band_1 = any (private.near_bands(p_marks.band_1))
    or m.band_2 = any (private.near_bands(p_marks.band_2)) or m.band_3 = any (private.near_bands(p_marks.band_3))
  )
  order by (m.sha256 = p_marks.sha256) desc, bit_count(m.dhash # p_marks.dhash), m.marked_at desc
  limit 5
  on conflict do nothing
$$;
comment on function private.find_similar_evidence is
  'Writes down the five marked photos nearest to a new one, if they are near. Called by: save_evidence_marks.';
revoke execute on function private.find_similar_evidence from public, anon, authenticated;

create function private.save_evidence_marks(p_log_id uuid, p_sha256 text, p_dhash text) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_marks private.evidence_marks;
begin
  if p_sha256 is null or p_dhash is null or p_sha256 !~ '^[0-9a-f]{64}$' or p_dhash !~ '^[0-9a-f]{16}$' then
    perform private.refuse('marks_invalid', 400, 'Marks are 64 and 16 hexadecimal digits.');
  end if;
  perform private.keep_residents();
  -- One at a time, so that of two equal photos at the same moment the later sees the earlier.
  perform pg_advisory_xact_lock(hashtextextended('evidence marks', 0));
  update private.evidence_marks set
    sha256 = decode(p_sha256, 'hex'), dhash = ('x' || p_dhash)::bit(64), marked_at = now(),
    leased_until = null, failed_at = null
  where log_id = p_log_id and marked_at is null
  returning * into v_marks;
  if found then
    perform private.find_similar_evidence(v_marks);
  end if;
end
$$;
comment on function private.save_evidence_marks is
  'Body of public.save_evidence_marks. Definer, because marks are seen by nobody else.';
revoke execute on function private.save_evidence_marks from public, anon, authenticated;
grant execute on function private.save_evidence_marks to service_role;

create function public.save_evidence_marks(p_log_id uuid, p_sha256 text, p_dhash text) returns void
language sql
set search_path = ''
as $$ select private.save_evidence_marks(p_log_id, p_sha256, p_dhash) $$;
comment on function public.save_evidence_marks is
  'Saves the marks of a photo, in hexadecimal, and which earlier photos it resembles; twice is the same as once. Errors: marks_invalid. Called by: the jobs of the site.';
revoke execute on function public.save_evidence_marks from public, anon, authenticated;
grant execute on function public.save_evidence_marks to service_role;

create function private.give_up_evidence(p_log_id uuid) returns void
language sql security definer
set search_path = ''
as $$
  update private.evidence_marks set failed_at = now(), leased_until = null
  where log_id = p_log_id and marked_at is null
$$;
comment on function private.give_up_evidence is
  'Body of public.give_up_evidence. Definer, because marks are seen by nobody else.';
revoke execute on function private.give_up_evidence from public, anon, authenticated;
grant execute on function private.give_up_evidence to service_role;

create function public.give_up_evidence(p_log_id uuid) returns void
language sql
set search_path = ''
as $$ select private.give_up_evidence(p_log_id) $$;
comment on function public.give_up_evidence is
  'Writes down that a photo cannot be read, so that it is not taken again; one that has its marks keeps them. Called by: the jobs of the site.';
revoke execute on function public.give_up_evidence from public, anon, authenticated;
grant execute on function public.give_up_evidence to service_role;

create function private.remember_device(p_log public.action_logs, p_device uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into private.log_devices (log_id, resident_id, device, logged_at)
  select p_log.id, p_log.resident_id, sha256(secret || uuid_send(p_device)), p_log.logged_at
  from private.device_secret;
end
$$;
comment on function private.remember_device is 'Keeps the keyed hash of a device''s random number beside a log. Called by: log_green_action.';
revoke execute on function private.remember_device from public, anon, authenticated;

create function private.forget_log_devices() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from private.log_devices where log_id in (
    select log_id from private.log_devices where logged_at < now() - interval '30 days'
    order by logged_at limit 5000 for update skip locked
  );
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.forget_log_devices is
  'Forgets from which device logs older than 30 days were sent, and gives how many. Called by: do_due_work.';
revoke execute on function private.forget_log_devices from public, anon, authenticated;

create function private.rebuild_town_norms() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  if exists (select from private.town_norms where made_on >= private.shanghai_day())
    or not pg_try_advisory_xact_lock(hashtextextended('town norms', 0))
  then
    return 0;
  end if;
  delete from private.town_norms;
  insert into private.town_norms (town_code, action_code, residents, mean, deviation)
  select town_code, action_code, count(*), avg(logs), stddev_pop(logs)
  from (
    select resident_id, action_code, coalesce(max(town_code), '') as town_code, count(*) as logs
    from public.action_logs
    where logged_at >= private.shanghai_midnight(private.shanghai_day() - 28)
      and logged_at < private.shanghai_midnight(private.shanghai_day())
    group by resident_id, action_code
  ) as per_resident
  group by town_code, action_code;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.rebuild_town_norms is
  'Works out, once a day, how often an action is logged in each town, and gives of how many towns and actions. Called by: do_due_work.';
revoke execute on function private.rebuild_town_norms from public, anon, authenticated;

create function private.similar_logs(p_log_id uuid, p_is_same boolean) returns jsonb
language plpgsql stable
set search_path = ''
as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('id', o.id, 'action_code', o.action_code, 'status', o.status,
      'logged_at', o.logged_at, 'by_same_resident', o.resident_id = m.resident_id,
      'is_open_to_caller', private.holds_everywhere('moderator')
        or coalesce(o.town_code = any (private.role_towns('moderator')), false)
    ) order by s.distance, o.logged_at)
    from (
      select other_id as id, distance from private.similar_evidence where log_id = p_log_id and is_same = p_is_same
      union
      select log_id, distance from private.similar_evidence where other_id = p_log_id and is_same = p_is_same
    ) s
    join private.evidence_marks m on m.log_id = p_log_id
    join private.evidence_marks n on n.log_id = s.id
    join public.action_logs o on o.resident_id = n.resident_id and o.id = n.log_id
  );
end
$$;
comment on function private.similar_logs is
  'Logs whose photo is the same as, or nearly that of, a log: without who made them, but whether it was the same resident. Called by: closer_looks.';
revoke execute on function private.similar_logs from public, anon, authenticated;

create function private.closer_looks(p_log public.action_logs) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_same jsonb := private.similar_logs(p_log.id, true);
  v_near jsonb := private.similar_logs(p_log.id, false);
  v_accounts integer;
  v_logs integer;
  v_norm private.town_norms;
begin
  select count(distinct o.resident_id) into v_accounts
  from private.log_devices d join private.log_devices o
    on o.device = d.device and o.logged_at between d.logged_at - interval '10 minutes' and d.logged_at + interval '10 minutes'
  where d.log_id = p_log.id;
  select * into v_norm from private.town_norms
  where town_code = coalesce(p_log.town_code, '') and action_code = p_log.action_code;
  select count(*) into v_logs from public.action_logs
  where resident_id = p_log.resident_id and action_code = p_log.action_code
    and logged_on between p_log.logged_on - 27 and p_log.logged_on;
  return (
    select coalesce(jsonb_agg(reason), '[]') from (values
      (case when v_same is not null then jsonb_build_object('kind', 'same_photo', 'logs', v_same) end),
      (case when v_near is not null then jsonb_build_object('kind', 'near_photo', 'logs', v_near) end),
      (case when v_accounts >= 2 then jsonb_build_object('kind', 'device', 'accounts', v_accounts) end),
      (case when v_logs >= 4 and v_logs > v_norm.mean + 3 * v_norm.deviation then
        jsonb_build_object('kind', 'outlier', 'count', v_logs, 'mean', round(v_norm.mean::numeric, 1)) end)
    ) as reasons (reason) where reason is not null
  );
end
$$;
comment on function private.closer_looks is
  'Why a moderator should look closer at a log: same_photo and near_photo (logs), device (accounts within ten minutes), outlier (count in 28 days, mean of the town). Called by: get_moderation_queue and get_moderation_item.';
revoke execute on function private.closer_looks from public, anon, authenticated;

create function private.earlier_decisions(p_log_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'approved', approved, 'reason', reason, 'note', note,
    'decided_at', decided_at) order by id), '[]')
  from public.moderation_decisions where log_id = p_log_id
$$;
comment on function private.earlier_decisions is 'What was decided about a log so far, without by whom. Called by: moderation_items.';
revoke execute on function private.earlier_decisions from public, anon, authenticated;

create function private.moderation_items(p_log_ids uuid[]) returns table (
  id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz, has_photo boolean,
  status public.log_status, approved integer, rejected integer, appeals integer, appeal text, earlier jsonb, closer jsonb
)
language sql stable
set search_path = ''
as $$
  select l.id, l.action_code, l.coins, l.note, l.town_code, l.logged_at, l.evidence_path is not null, l.status,
    h.approved, h.rejected,
    (select count(*) from public.log_appeals a where a.resident_id = l.resident_id)::integer,
    (select a.text from public.log_appeals a where a.resident_id = l.resident_id and a.log_id = l.id),
    private.earlier_decisions(l.id), private.closer_looks(l)
  from public.action_logs l cross join lateral (
    select (count(*) filter (where o.status = 'approved'))::integer as approved,
      (count(*) filter (where o.status = 'rejected'))::integer as rejected
    from public.action_logs o where o.resident_id = l.resident_id and o.id <> l.id
  ) h
  where l.id = any (p_log_ids)
  order by l.logged_at, l.id
$$;
comment on function private.moderation_items is
  'Logs as moderators see them: with what the resident''s other logs came to and reasons to look closer, and without the resident. Called by: get_moderation_queue, get_moderation_item and get_audit_queue.';
revoke execute on function private.moderation_items from public, anon, authenticated;

create function private.get_moderation_queue() returns table (
  id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz, has_photo boolean,
  status public.log_status, approved integer, rejected integer, appeals integer, appeal text, earlier jsonb, closer jsonb
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
begin
  return query select * from private.moderation_items(array(
    select c.log_id from private.log_claims c
    where c.moderator_id = v_moderator_id and c.claimed_until > now()
  ));
end
$$;
comment on function private.get_moderation_queue is
  'Body of public.get_moderation_queue. Definer, because nobody reads claims, marks and devices directly.';
revoke execute on function private.get_moderation_queue from public, anon, authenticated;
grant execute on function private.get_moderation_queue to authenticated;

create function public.get_moderation_queue() returns table (
  id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz, has_photo boolean,
  status public.log_status, approved integer, rejected integer, appeals integer, appeal text, earlier jsonb, closer jsonb
)
language sql
set search_path = ''
as $$ select * from private.get_moderation_queue() $$;
comment on function public.get_moderation_queue is
  'What the caller has claimed, oldest first: the log, how many of the resident''s other logs were approved and rejected, what was decided and said before, and reasons to look closer. The photo comes through read_evidence. Errors: not_found, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.get_moderation_queue from public, anon, authenticated;
grant execute on function public.get_moderation_queue to authenticated;

create function private.get_moderation_item(p_log_id uuid) returns table (
  id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz, has_photo boolean,
  status public.log_status, approved integer, rejected integer, appeals integer, appeal text, earlier jsonb, closer jsonb
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_log public.action_logs;
begin
  perform private.require_role('moderator');
  select * into v_log from public.action_logs l where l.id = p_log_id;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  return query select * from private.moderation_items(array[v_log.id]);
end
$$;
comment on function private.get_moderation_item is
  'Body of public.get_moderation_item. Definer, because nobody reads claims, marks and devices directly.';
revoke execute on function private.get_moderation_item from public, anon, authenticated;
grant execute on function private.get_moderation_item to authenticated;

create function public.get_moderation_item(p_log_id uuid) returns table (
  id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz, has_photo boolean,
  status public.log_status, approved integer, rejected integer, appeals integer, appeal text, earlier jsonb, closer jsonb
)
language sql
set search_path = ''
as $$ select * from private.get_moderation_item(p_log_id) $$;
comment on function public.get_moderation_item is
  'One log of the caller''s towns, decided or not, as get_moderation_queue shows it. Errors: not_found, log_unknown, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.get_moderation_item from public, anon, authenticated;
grant execute on function public.get_moderation_item to authenticated;

create function private.get_moderation_load() returns table (
  waiting integer, with_colleagues integer, undo_seconds integer, read_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_is_everywhere boolean := private.holds_everywhere('moderator');
  v_towns text[] := private.role_towns('moderator');
begin
  return query
    select count(*)::integer, (count(*) filter (where exists (
      select from private.log_claims c
      where c.log_id = l.id and c.moderator_id <> v_moderator_id and c.claimed_until > now()
    )))::integer, (select s.undo_seconds from private.settings s), now()
    from public.action_logs l
    where l.status = 'pending' and (v_is_everywhere or l.town_code = any (v_towns));
end
$$;
comment on function private.get_moderation_load is
  'Body of public.get_moderation_load. Definer, because nobody reads claims directly.';
revoke execute on function private.get_moderation_load from public, anon, authenticated;
grant execute on function private.get_moderation_load to authenticated;

create function public.get_moderation_load() returns table (
  waiting integer, with_colleagues integer, undo_seconds integer, read_at timestamptz
)
language sql
set search_path = ''
as $$ select * from private.get_moderation_load() $$;
comment on function public.get_moderation_load is
  'How many logs of the caller''s towns wait, how many of these colleagues have before them, and for how many seconds a decision can be taken back, and when this was read. Errors: not_found, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.get_moderation_load from public, anon, authenticated;
grant execute on function public.get_moderation_load to authenticated;

alter table private.evidence_marks enable row level security;
alter table private.similar_evidence enable row level security;
alter table private.device_secret enable row level security;
alter table private.log_devices enable row level security;
alter table private.town_norms enable row level security;
