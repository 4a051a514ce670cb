-- Check-ins (签到), the coins for attending, and what follows: certificates, answers, reports, totals.
-- A check-in is a fact that is only appended. Who attended is what the facts add up to, in whatever order they came.

create type public.check_in_kind as enum ('arrive', 'undo');
create type public.check_in_how as enum ('scan', 'typed', 'code', 'walk_in');

create table public.check_ins (
  nonce uuid primary key,
  number bigint not null generated always as identity unique,
  session_id uuid not null references public.event_sessions (id),
  registration_id uuid,
  resident_id uuid,
  kind public.check_in_kind not null,
  undoes uuid,
  people smallint not null default 1,
  how public.check_in_how not null,
  device text not null default '',
  scanned_at timestamptz not null,
  received_at timestamptz not null default now(),
  recorded_by uuid,
  constraint check_in_counts_a_party check (people between 1 and 5),
  constraint only_undos_name_what_they_undo check ((kind = 'undo') = (undoes is not null)),
  constraint walk_ins_have_no_registration check (how <> 'walk_in' or registration_id is null),
  constraint device_name_is_short check (char_length(device) <= 60)
);
comment on table public.check_ins is
  'Every scan that arrived, once per nonce. Append-only; no key to the account, because the count stays when a resident leaves.';
comment on column public.check_ins.number is 'The order in which they were received.';
comment on column public.check_ins.undoes is 'The nonce of the arrival an undo takes back; it may come before that arrival.';
comment on column public.check_ins.scanned_at is 'When the phone says it was; phones without network send later.';
create index check_ins_by_session on public.check_ins (session_id);
create index check_ins_by_registration on public.check_ins (registration_id) where registration_id is not null;
create index check_ins_by_resident on public.check_ins (resident_id) where resident_id is not null;
create index undos_by_arrival on public.check_ins (undoes) where undoes is not null;
create trigger check_ins_are_append_only before update or delete on public.check_ins
  for each row execute function private.refuse_change();
create trigger check_ins_are_never_truncated before truncate on public.check_ins
  for each statement execute function private.refuse_change();

create table public.certificates (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null,
  registration_id uuid not null,
  code text not null unique,
  name text not null,
  issued_at timestamptz not null default now(),
  primary key (resident_id, id),
  constraint certificate_is_of_a_registration foreign key (resident_id, registration_id)
    references public.registrations (resident_id, id) on delete cascade,
  constraint certificate_is_issued_once unique (resident_id, registration_id),
  constraint certificate_name_is_short check (char_length(name) between 1 and 40)
);
comment on table public.certificates is 'Certificates of attendance. Keyed by resident, so that it can be distributed.';
comment on column public.certificates.code is 'Eleven random characters and a check character, for whoever verifies it.';

create table public.event_answers (
  resident_id uuid not null,
  registration_id uuid not null,
  session_id uuid not null references public.event_sessions (id),
  worth smallint not null,
  learnt smallint not null,
  words text not null default '',
  answered_on date not null default private.shanghai_day(),
  primary key (resident_id, registration_id),
  constraint answer_is_of_a_registration foreign key (resident_id, registration_id)
    references public.registrations (resident_id, id) on delete cascade,
  constraint answers_are_one_to_five check (worth between 1 and 5 and learnt between 1 and 5),
  constraint answer_words_are_few check (char_length(words) <= 500)
);
comment on table public.event_answers is 'Three questions after a session: was it worth the time, did you learn something, in your words.';
create index event_answers_by_session on public.event_answers (session_id);

create function private.is_undone(p_check_in public.check_ins) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from public.check_ins u
    where u.undoes = p_check_in.nonce and u.kind = 'undo' and u.session_id = p_check_in.session_id
  )
$$;
comment on function private.is_undone is 'Whether an undo of the same session names this arrival. Called by: everything that counts arrivals.';
revoke execute on function private.is_undone from public, anon, authenticated;

create function private.pay_attendance(p_registration public.registrations, p_coins bigint, p_actor_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_reference text := 'registration:' || p_registration.id;
  v_turn bigint;
  v_award ledger.transfers;
begin
  select count(*) into v_turn from ledger.transfers
  where resident_id = p_registration.resident_id and reference = v_reference and kind = 'reverse';
  v_award := ledger.award(p_registration.resident_id, 'education-event', p_coins, v_reference,
    'award:attend:' || p_registration.id || case when v_turn > 0 then ':' || v_turn else '' end, p_actor_id);
  update public.registrations set coins = coalesce(v_award.amount, 0)
  where resident_id = p_registration.resident_id and id = p_registration.id;
exception when sqlstate 'PT409' then
  -- An empty envelope keeps nobody from being checked in.
  perform private.record_audit('withhold_attendance_coins', 'registration', p_registration.id::text,
    jsonb_build_object('coins', p_coins));
end
$$;
comment on function private.pay_attendance is
  'Posts the coins of an attended registration from the envelope of education-event; after a reversal under a further key. An empty envelope pays nothing and the audit says so. Called by: settle_attendance.';
revoke execute on function private.pay_attendance from public, anon, authenticated;

create function private.take_attendance_back(p_registration public.registrations, p_actor_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_reference text := 'registration:' || p_registration.id;
  v_award ledger.transfers;
begin
  select * into strict v_award from ledger.transfers
  where resident_id = p_registration.resident_id and reference = v_reference and kind = 'award'
  order by id desc limit 1;
  perform ledger.take_back(p_registration.resident_id, v_award.id, v_reference,
    'reverse:' || substr(v_award.idempotency_key, 7), p_actor_id);
  update public.registrations set coins = 0
  where resident_id = p_registration.resident_id and id = p_registration.id;
exception when sqlstate 'PT409' then
  -- Already spent: nobody is made to owe coins. The audit says so, and the award stays paid.
  perform private.record_audit('keep_attendance_coins', 'registration', p_registration.id::text,
    jsonb_build_object('coins', v_award.amount));
end
$$;
comment on function private.take_attendance_back is
  'Reverses the coins of an attendance that was undone, by a transfer that names the award; coins already spent stay and the audit says so. Called by: settle_attendance.';
revoke execute on function private.take_attendance_back from public, anon, authenticated;

create function private.settle_attendance(p_registration_id uuid, p_actor_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_registration public.registrations;
  v_paid public.registrations;
  v_people smallint;
  v_arrived_at timestamptz;
  v_coins bigint;
begin
  select * into strict v_registration from public.registrations where id = p_registration_id for no key update;
  select max(c.people), min(c.scanned_at) into v_people, v_arrived_at
  from public.check_ins c
  where c.registration_id = p_registration_id and c.kind = 'arrive' and not private.is_undone(c);
  update public.registrations set attended_people = v_people, first_arrived_at = v_arrived_at
  where resident_id = v_registration.resident_id and id = p_registration_id
    and (attended_people, first_arrived_at) is distinct from (v_people, v_arrived_at);

  -- Once per resident and session, even for somebody who cancelled and registered again.
  select * into v_paid from public.registrations
  where resident_id = v_registration.resident_id and session_id = v_registration.session_id and coins > 0;
  if v_people is not null and v_paid.id is null then
    select e.coins into v_coins
    from public.event_sessions s
      join public.events e on e.id = s.event_id
      join public.bases b on b.id = e.base_id
    where s.id = v_registration.session_id
      -- Nobody pays themselves, nor do colleagues each other.
      and not exists (
        select from public.staff_roles h
        where h.resident_id = v_registration.resident_id and h.role = 'host'
          and (h.base_id = b.id or h.town_code = b.town_code or (h.base_id is null and h.town_code is null))
      );
    if v_coins > 0 then
      perform private.pay_attendance(v_registration, v_coins, p_actor_id);
    end if;
  elsif v_people is null and v_paid.id is not null and not exists (
    select from public.registrations
    where resident_id = v_registration.resident_id and session_id = v_registration.session_id
      and attended_people is not null
  ) then
    perform private.take_attendance_back(v_paid, p_actor_id);
  end if;
end
$$;
comment on function private.settle_attendance is
  'Makes a registration and its coins what its check-ins add up to; hosts of the base, who take the attendance, are paid nothing. The caller holds the session''s lock. Called by: record_check_ins and check_in_with_code.';
revoke execute on function private.settle_attendance from public, anon, authenticated;

create function private.require_session_host(p_session_id uuid) returns public.event_sessions
language plpgsql
set search_path = ''
as $$
declare
  v_session public.event_sessions;
  v_base_id uuid;
begin
  perform private.require_role('host');
  select s.* into v_session from public.event_sessions s where s.id = p_session_id;
  if not found then
    perform private.refuse('session_unknown', 404, 'There is no such session.');
  end if;
  select base_id into v_base_id from public.events where id = v_session.event_id;
  perform private.require_role_at('host', v_base_id, null);
  return v_session;
end
$$;
comment on function private.require_session_host is
  'A session of a base the caller is host of; otherwise a refusal (not_found, session_unknown). Called by: what hosts do with a session.';
revoke execute on function private.require_session_host from public, anon, authenticated;

create function private.list_check_in_sessions() returns table (
  session_id uuid, event_slug text, title_zh text, title_en text, base_zh text, base_en text,
  place_zh text, place_en text, starts_at timestamptz, ends_at timestamptz,
  status public.session_status, people integer, is_demo boolean
)
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role('host');
  return query
    select s.id, e.slug, e.title_zh, e.title_en, b.name_zh, b.name_en, s.place_zh, s.place_en,
      s.starts_at, s.ends_at, s.status,
      (select coalesce(sum(r.people), 0)::integer from public.registrations r
        where r.session_id = s.id and r.status = 'confirmed'),
      e.is_demo
    from public.event_sessions s
      join public.events e on e.id = s.event_id
      join public.bases b on b.id = e.base_id
    where e.published_at is not null
      and s.starts_at between now() - interval '22 days' and now() + interval '60 days'
      and s.ends_at >= now() - interval '7 days'
      and (private.holds_everywhere('host') or b.id = any (private.role_bases('host'))
        or b.town_code = any (private.role_towns('host')))
    order by s.starts_at, s.id;
end
$$;
comment on function private.list_check_in_sessions is
  'Body of public.list_check_in_sessions. Definer, because a host reads no registrations directly.';
revoke execute on function private.list_check_in_sessions from public, anon, authenticated;
grant execute on function private.list_check_in_sessions to authenticated;

create function public.list_check_in_sessions() returns table (
  session_id uuid, event_slug text, title_zh text, title_en text, base_zh text, base_en text,
  place_zh text, place_en text, starts_at timestamptz, ends_at timestamptz,
  status public.session_status, people integer, is_demo boolean
)
language sql
set search_path = ''
as $$ select * from private.list_check_in_sessions() $$;
comment on function public.list_check_in_sessions is
  'Published sessions of the caller''s bases that ended at most 7 days ago or begin within 60, with the people confirmed for them. Errors: not_found, staff_session_ended. Called by: hosts.';
revoke execute on function public.list_check_in_sessions from public, anon, authenticated;
grant execute on function public.list_check_in_sessions to authenticated;

create function private.get_check_in_list(p_session_id uuid) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  v_session public.event_sessions := private.require_session_host(p_session_id);
begin
  if now() > v_session.ends_at + interval '7 days' then
    perform private.refuse('too_late', 409, 'The list of this session has been closed.');
  end if;
  return jsonb_build_object(
    'session', jsonb_build_object('id', v_session.id, 'event_id', v_session.event_id,
      'ends_at', v_session.ends_at, 'capacity', v_session.capacity, 'status', v_session.status)
      || private.session_values(v_session.id),
    'secret', (select encode(secret, 'hex') from private.session_secrets where session_id = v_session.id),
    'registrations', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'code', code, 'name', name, 'people', people, 'status', status,
        'attended', coalesce(attended_people, 0)
      ) order by name, id), '[]')
      -- Cancelled ones too: whoever comes with such a code is told so at the gate.
      from public.registrations where session_id = v_session.id
    ),
    'scans', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'nonce', nonce, 'kind', kind, 'undoes', undoes, 'registration_id', registration_id,
        'people', people, 'how', how, 'scanned_at', scanned_at
      ) order by number), '[]')
      from public.check_ins where session_id = v_session.id
    )
  );
end
$$;
comment on function private.get_check_in_list is
  'Body of public.get_check_in_list. Definer, because a host reads no registrations and no secrets directly.';
revoke execute on function private.get_check_in_list from public, anon, authenticated;
grant execute on function private.get_check_in_list to authenticated;

create function public.get_check_in_list(p_session_id uuid) returns jsonb
language sql
set search_path = ''
as $$ select private.get_check_in_list(p_session_id) $$;
comment on function public.get_check_in_list is
  'What a host''s phone needs without network: {session, secret (hex, of the changing code), registrations: [{id, code, name, people, status, attended}], scans: every check-in so far}; until 7 days after the end. Errors: not_found, staff_session_ended, session_unknown, too_late. Called by: hosts.';
revoke execute on function public.get_check_in_list from public, anon, authenticated;
grant execute on function public.get_check_in_list to authenticated;

create function private.read_scan(p_scan jsonb, p_session_id uuid, p_device text) returns public.check_ins
language plpgsql stable
set search_path = ''
as $$
declare
  v_uuid constant text := '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$';
  v_scan public.check_ins;
begin
  if jsonb_typeof(p_scan) is distinct from 'object' or coalesce(p_scan ->> 'nonce', '') !~ v_uuid then
    perform private.refuse('scans_invalid', 400, 'Every scan names its nonce.');
  end if;
  v_scan.nonce := (p_scan ->> 'nonce')::uuid;
  v_scan.session_id := p_session_id;
  v_scan.device := left(coalesce(p_device, ''), 60);
  v_scan.recorded_by := auth.uid();
  if p_scan ->> 'scanned_at' ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$' then
    v_scan.scanned_at := (p_scan ->> 'scanned_at')::timestamptz;
  end if;
  if p_scan ->> 'kind' = 'undo' and coalesce(p_scan ->> 'undoes', '') ~ v_uuid then
    v_scan.kind := 'undo';
    v_scan.undoes := (p_scan ->> 'undoes')::uuid;
    v_scan.how := 'typed';
    v_scan.people := 1;
  elsif p_scan ->> 'kind' = 'arrive' and p_scan ->> 'how' in ('scan', 'typed', 'walk_in')
    and coalesce(p_scan ->> 'people', '1') ~ '^[1-5]$'
  then
    v_scan.kind := 'arrive';
    v_scan.how := (p_scan ->> 'how')::public.check_in_how;
    v_scan.people := (p_scan ->> 'people')::smallint;
  end if;
  return v_scan;
exception when datetime_field_overflow or invalid_datetime_format or invalid_time_zone_displacement_value then
  v_scan.scanned_at := null;
  return v_scan;
end
$$;
comment on function private.read_scan is
  'A scan as a phone sent it; kind or scanned_at stay empty when it makes no sense. Errors: scans_invalid, when it has no nonce. Called by: record_check_ins.';
revoke execute on function private.read_scan from public, anon, authenticated;

create function private.find_registration(p_scan jsonb, p_session_id uuid) returns public.registrations
language plpgsql stable
set search_path = ''
as $$
declare
  v_registration public.registrations;
begin
  if p_scan ->> 'registration_id' ~ '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' then
    select * into v_registration from public.registrations
    where id = (p_scan ->> 'registration_id')::uuid and session_id = p_session_id;
  else
    select * into v_registration from public.registrations
    where code = upper(regexp_replace(coalesce(p_scan ->> 'code', ''), '[\s-]', '', 'g'))
      and session_id = p_session_id;
  end if;
  return v_registration;
end
$$;
comment on function private.find_registration is
  'The registration of a session that a scan names by id or by code, if there is one. Called by: record_check_in.';
revoke execute on function private.find_registration from public, anon, authenticated;

create function private.record_check_in(p_session public.event_sessions, p_device text, p_scan jsonb)
returns public.check_ins
language plpgsql
set search_path = ''
as $$
declare
  v_scan public.check_ins := private.read_scan(p_scan, p_session.id, p_device);
  v_registration public.registrations;
  v_known public.check_ins;
begin
  if v_scan.kind is null or v_scan.scanned_at is null or p_session.status = 'cancelled'
    or v_scan.scanned_at not between p_session.starts_at - interval '12 hours' and p_session.ends_at + interval '7 days'
  then
    v_scan.number := -1;
    return v_scan;
  end if;
  if v_scan.kind = 'arrive' and v_scan.how <> 'walk_in' then
    v_registration := private.find_registration(p_scan, p_session.id);
    if v_registration.id is null then
      v_scan.number := -2;
      return v_scan;
    end if;
    v_scan.registration_id := v_registration.id;
    v_scan.resident_id := v_registration.resident_id;
  elsif v_scan.kind = 'undo' then
    select registration_id, resident_id into v_scan.registration_id, v_scan.resident_id
    from public.check_ins where nonce = v_scan.undoes and session_id = p_session.id;
  end if;
  v_scan.people := coalesce(v_scan.people, v_registration.people, 1);

  insert into public.check_ins
    (nonce, session_id, registration_id, resident_id, kind, undoes, people, how, device, scanned_at, recorded_by)
  values (v_scan.nonce, v_scan.session_id, v_scan.registration_id, v_scan.resident_id, v_scan.kind,
    v_scan.undoes, v_scan.people, v_scan.how, v_scan.device, v_scan.scanned_at, v_scan.recorded_by)
  on conflict (nonce) do nothing;
  select * into strict v_known from public.check_ins where nonce = v_scan.nonce;
  if (v_known.session_id, v_known.kind, v_known.undoes, v_known.people, v_known.how = 'walk_in')
      is distinct from (v_scan.session_id, v_scan.kind, v_scan.undoes, v_scan.people, v_scan.how = 'walk_in')
    or (v_scan.kind = 'arrive' and v_known.registration_id is distinct from v_scan.registration_id)
  then
    v_scan.number := -1;
    return v_scan;
  end if;
  return v_known;
end
$$;
comment on function private.record_check_in is
  'Writes one scan down, once per nonce, and gives it as it stands; number -1: refused, -2: no such registration. Called by: record_check_ins.';
revoke execute on function private.record_check_in from public, anon, authenticated;

create function private.check_in_outcome(p_check_in public.check_ins) returns text
language sql stable
set search_path = ''
as $$
  select case
    when p_check_in.number = -1 then 'refused'
    when p_check_in.number = -2 then 'unknown'
    when p_check_in.kind = 'undo' or private.is_undone(p_check_in) then 'undone'
    when exists (
      select from public.check_ins c
      where c.registration_id = p_check_in.registration_id and c.kind = 'arrive'
        and c.number < p_check_in.number and not private.is_undone(c)
    ) then 'already'
    else 'counted'
  end
$$;
comment on function private.check_in_outcome is
  'What became of a scan: counted, already (another one was received before), undone, unknown or refused. Called by: record_check_ins.';
revoke execute on function private.check_in_outcome from public, anon, authenticated;

create function private.record_check_ins(p_session_id uuid, p_device text, p_scans jsonb)
returns table (nonce uuid, outcome text, registration_id uuid)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_session public.event_sessions := private.require_session_host(p_session_id);
  v_actor_id uuid := auth.uid();
  v_check_ins public.check_ins[] := '{}';
  v_scan jsonb;
  v_resident_ids uuid[];
  v_registration_id uuid;
begin
  if jsonb_typeof(p_scans) is distinct from 'array' or jsonb_array_length(p_scans) > 500 then
    perform private.refuse('scans_invalid', 400, 'Scans are a list of at most 500.', '{"limit": 500}');
  elsif now() > v_session.ends_at + interval '7 days' then
    perform private.refuse('too_late', 409, 'The list of this session has been closed.');
  end if;
  -- One sender at a time: an undo and the arrival it names may come in the same moment from two phones.
  select * into v_session from public.event_sessions where id = p_session_id for no key update;
  for v_scan in select * from jsonb_array_elements(p_scans) loop
    v_check_ins := v_check_ins || private.record_check_in(v_session, p_device, v_scan);
  end loop;
  v_resident_ids := array(
    select distinct c.resident_id from unnest(v_check_ins) c where c.number > 0 and c.resident_id is not null
  );
  if cardinality(v_resident_ids) > 1 then
    perform ledger.lock_wallets(v_resident_ids, 'education-event');
  end if;
  for v_registration_id in
    select r.id from public.registrations r
    where r.session_id = p_session_id
      and r.id in (select c.registration_id from unnest(v_check_ins) c where c.number > 0)
    order by r.resident_id, r.id
  loop
    perform private.settle_attendance(v_registration_id, v_actor_id);
  end loop;
  return query
    select (v_check_ins[i]).nonce, private.check_in_outcome(v_check_ins[i]), (v_check_ins[i]).registration_id
    from generate_subscripts(v_check_ins, 1) as i order by i;
end
$$;
comment on function private.record_check_ins is
  'Body of public.record_check_ins. Definer, because nobody may write check-ins or coins directly.';
revoke execute on function private.record_check_ins from public, anon, authenticated;
grant execute on function private.record_check_ins to authenticated;

create function public.record_check_ins(p_session_id uuid, p_device text, p_scans jsonb)
returns table (nonce uuid, outcome text, registration_id uuid)
language sql
set search_path = ''
as $$ select * from private.record_check_ins(p_session_id, p_device, p_scans) $$;
comment on function public.record_check_ins is
  'Takes the scans of a phone, a JSON list of at most 500 {nonce, kind: arrive|undo, undoes, registration_id or code, people, how: scan|typed|walk_in, scanned_at}, and says of each: counted, already, undone, unknown or refused (senseless, outside 12 hours before to 7 days after, cancelled, or a nonce with other content). Twice, late, out of order and from two phones is the same as once. Errors: not_found, staff_session_ended, session_unknown, scans_invalid, too_late. Called by: hosts.';
revoke execute on function public.record_check_ins from public, anon, authenticated;
grant execute on function public.record_check_ins to authenticated;

create function private.session_code(p_secret bytea, p_step bigint) returns text
language sql immutable
set search_path = ''
as $$ select left(encode(pg_catalog.sha256(p_secret || pg_catalog.int8send(p_step)), 'hex'), 10) $$;
comment on function private.session_code is
  'The changing code of a session in one step of 30 seconds since 1970: ten hex digits of sha256(secret, step as 8 bytes). Twin of the host''s page. Called by: check_in_with_code.';
revoke execute on function private.session_code from public, anon, authenticated;

create function private.check_in_with_code(p_session_id uuid, p_code text, p_nonce uuid)
returns public.registrations
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_step bigint := floor(extract(epoch from now()) / 30);
  v_session public.event_sessions;
  v_registration public.registrations;
  v_known public.check_ins;
begin
  if p_nonce is null then
    perform private.refuse('key_missing', 400, 'Every scan names its nonce.');
  end if;
  select * into v_session from public.event_sessions where id = p_session_id for no key update;
  select * into v_registration from public.registrations
  where session_id = p_session_id and resident_id = v_resident_id and status = 'confirmed' for no key update;
  if not found then
    perform private.refuse('not_registered', 404, 'You have no confirmed registration for this session.');
  end if;
  select * into v_known from public.check_ins where nonce = p_nonce;
  if found then
    if v_known.registration_id is distinct from v_registration.id or v_known.kind <> 'arrive' then
      perform private.refuse('key_reused', 409, 'This key was used for another scan.');
    end if;
    return v_registration;
  end if;
  if v_session.status = 'cancelled'
    or now() not between v_session.starts_at - interval '12 hours' and v_session.ends_at + interval '12 hours'
  then
    perform private.refuse('not_today', 409, 'This session is not on now.');
  elsif not exists (
    select from private.session_secrets x, generate_series(v_step - 2, v_step) as step
    where x.session_id = p_session_id and private.session_code(x.secret, step) = lower(trim(p_code))
  ) then
    perform private.refuse('code_stale', 409, 'This code has changed: scan the one that is shown now.');
  end if;
  insert into public.check_ins
    (nonce, session_id, registration_id, resident_id, kind, people, how, device, scanned_at, recorded_by)
  values (p_nonce, p_session_id, v_registration.id, v_resident_id, 'arrive', v_registration.people, 'code',
    'own', now(), v_resident_id)
  on conflict (nonce) do nothing;
  if not found then
    perform private.refuse('key_reused', 409, 'This key was used for another scan.');
  end if;
  perform private.settle_attendance(v_registration.id, v_resident_id);
  select * into strict v_registration from public.registrations
  where resident_id = v_resident_id and id = v_registration.id;
  return v_registration;
end
$$;
comment on function private.check_in_with_code is
  'Body of public.check_in_with_code. Definer, because nobody may write check-ins or coins, or read secrets.';
revoke execute on function private.check_in_with_code from public, anon, authenticated;
grant execute on function private.check_in_with_code to authenticated;

create function public.check_in_with_code(p_session_id uuid, p_code text, p_nonce uuid)
returns public.registrations
language sql
set search_path = ''
as $$ select private.check_in_with_code(p_session_id, p_code, p_nonce) $$;
comment on function public.check_in_with_code is
  'Checks the caller and their party in by the changing code the host shows; a code is good for its 30 seconds and the minute after. The same nonce is the same check-in. Errors: sign_in_first, key_missing, key_reused, not_registered, not_today, code_stale. Called by: residents.';
revoke execute on function public.check_in_with_code from public, anon, authenticated;
grant execute on function public.check_in_with_code to authenticated;

create function private.require_attended(p_registration_id uuid) returns public.registrations
language plpgsql
set search_path = ''
as $$
declare
  v_registration public.registrations := private.lock_own_registration(p_registration_id);
begin
  if v_registration.attended_people is null then
    perform private.refuse('not_attended', 409, 'Nobody was checked in with this registration.');
  end if;
  return v_registration;
end
$$;
comment on function private.require_attended is
  'A registration of the caller they were checked in with, locked; otherwise a refusal (registration_unknown, not_attended). Called by: issue_certificate and answer_event.';
revoke execute on function private.require_attended from public, anon, authenticated;

create function private.issue_certificate(p_registration_id uuid, p_name text) returns public.certificates
language plpgsql security definer
set search_path = ''
as $$
declare
  v_name text := private.require_party(p_name, 0, 0);
  v_registration public.registrations := private.require_attended(p_registration_id);
  v_certificate public.certificates;
begin
  select * into v_certificate from public.certificates
  where resident_id = v_registration.resident_id and registration_id = v_registration.id;
  if not found then
    insert into public.certificates (resident_id, registration_id, code, name)
    values (v_registration.resident_id, v_registration.id, private.new_code(12), v_name)
    returning * into v_certificate;
  elsif v_certificate.name <> v_name then
    perform private.refuse('certificate_issued', 409, 'It was issued to another name.');
  end if;
  return v_certificate;
end
$$;
comment on function private.issue_certificate is
  'Body of public.issue_certificate. Definer, because nobody may write certificates directly.';
revoke execute on function private.issue_certificate from public, anon, authenticated;
grant execute on function private.issue_certificate to authenticated;

create function public.issue_certificate(p_registration_id uuid, p_name text) returns public.certificates
language sql
set search_path = ''
as $$ select private.issue_certificate(p_registration_id, p_name) $$;
comment on function public.issue_certificate is
  'The certificate of a session the caller attended, issued once to one name. Errors: sign_in_first, name_missing, name_too_long, registration_unknown, not_attended, certificate_issued. Called by: residents.';
revoke execute on function public.issue_certificate from public, anon, authenticated;
grant execute on function public.issue_certificate to authenticated;

create function private.verify_certificate(p_code text) returns table (
  title_zh text, title_en text, base_name_zh text, base_name_en text, starts_at timestamptz,
  hours double precision, name_hint text, issued_at timestamptz, is_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  select e.title_zh, e.title_en, b.name_zh, b.name_en, s.starts_at,
    round(extract(epoch from s.ends_at - s.starts_at)::numeric / 3600, 1)::double precision, left(c.name, 1) || '*',
    c.issued_at, e.is_demo
  from public.certificates c
    join public.registrations r on r.resident_id = c.resident_id and r.id = c.registration_id
    join public.event_sessions s on s.id = r.session_id
    join public.events e on e.id = s.event_id
    join public.bases b on b.id = e.base_id
  where c.code = upper(regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g'))
    and r.attended_people is not null
$$;
comment on function private.verify_certificate is
  'Body of public.verify_certificate. Definer, because certificates are seen by their residents alone.';
revoke execute on function private.verify_certificate from public, anon, authenticated;
grant execute on function private.verify_certificate to anon, authenticated;

create function public.verify_certificate(p_code text) returns table (
  title_zh text, title_en text, base_name_zh text, base_name_en text, starts_at timestamptz,
  hours double precision, name_hint text, issued_at timestamptz, is_demo boolean
)
language sql stable
set search_path = ''
as $$ select * from private.verify_certificate(p_code) $$;
comment on function public.verify_certificate is
  'What a certificate with this code attests, with the first character of the name only; no row when there is none. Called by: everyone.';
revoke execute on function public.verify_certificate from public, anon, authenticated;
grant execute on function public.verify_certificate to anon, authenticated;

create function private.answer_event(p_registration_id uuid, p_worth integer, p_learnt integer, p_words text)
returns public.event_answers
language plpgsql security definer
set search_path = ''
as $$
declare
  v_registration public.registrations := private.require_attended(p_registration_id);
  v_words text := trim(coalesce(p_words, ''));
  v_answer public.event_answers;
begin
  if (p_worth between 1 and 5) is not true then
    perform private.refuse('answer_invalid', 400, 'Answers are 1 to 5.', '{"part": "worth"}');
  elsif (p_learnt between 1 and 5) is not true then
    perform private.refuse('answer_invalid', 400, 'Answers are 1 to 5.', '{"part": "learnt"}');
  elsif char_length(v_words) > 500 then
    perform private.refuse('note_too_long', 400, 'At most 500 characters.', '{"limit": 500}');
  end if;
  insert into public.event_answers (resident_id, registration_id, session_id, worth, learnt, words)
  values (v_registration.resident_id, v_registration.id, v_registration.session_id, p_worth, p_learnt, v_words)
  on conflict (resident_id, registration_id) do nothing;
  select * into strict v_answer from public.event_answers
  where resident_id = v_registration.resident_id and registration_id = v_registration.id;
  if (v_answer.worth::integer, v_answer.learnt::integer, v_answer.words) is distinct from (p_worth, p_learnt, v_words) then
    perform private.refuse('already_answered', 409, 'You have answered; your answer counts.');
  end if;
  return v_answer;
end
$$;
comment on function private.answer_event is
  'Body of public.answer_event. Definer, because nobody may write answers directly.';
revoke execute on function private.answer_event from public, anon, authenticated;
grant execute on function private.answer_event to authenticated;

create function public.answer_event(
  p_registration_id uuid, p_worth integer, p_learnt integer, p_words text default ''
) returns public.event_answers
language sql
set search_path = ''
as $$ select private.answer_event(p_registration_id, p_worth, p_learnt, p_words) $$;
comment on function public.answer_event is
  'Counts one answer to the three questions after a session the caller attended; the same again is the same as once. Errors: sign_in_first, registration_unknown, not_attended, answer_invalid (detail: part), note_too_long (detail: limit), already_answered. Called by: residents.';
revoke execute on function public.answer_event from public, anon, authenticated;
grant execute on function public.answer_event to authenticated;

create function private.session_attendance(p_session_id uuid) returns integer
language sql stable
set search_path = ''
as $$
  select coalesce(sum(people), 0)::integer from (
    select max(c.people) as people from public.check_ins c
    where c.session_id = p_session_id and c.kind = 'arrive' and not private.is_undone(c)
    -- A walk-in stands for itself.
    group by coalesce(c.registration_id, c.nonce)
  ) parties
$$;
comment on function private.session_attendance is
  'How many people came to a session, walk-ins with them. Called by: get_session_report.';
revoke execute on function private.session_attendance from public, anon, authenticated;

create function private.get_session_report(p_session_id uuid) returns table (
  registered integer, attended integer, no_shows integer, answers integer,
  worth double precision, learnt double precision, words text[]
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_session public.event_sessions := private.require_session_host(p_session_id);
begin
  return query
    select
      r.people, private.session_attendance(p_session_id),
      case when v_session.ends_at <= now() then r.missing else 0 end,
      a.number, a.worth, a.learnt, a.words
    from (
      select coalesce(sum(people), 0)::integer as people,
        coalesce(sum(people) filter (where attended_people is null), 0)::integer as missing
      from public.registrations where session_id = p_session_id and status = 'confirmed'
    ) r, (
      select count(*)::integer as number, round(avg(e.worth), 1)::double precision as worth,
        round(avg(e.learnt), 1)::double precision as learnt,
        coalesce(array_agg(e.words order by e.words) filter (where e.words <> ''), '{}') as words
      from public.event_answers e where e.session_id = p_session_id
    ) a;
end
$$;
comment on function private.get_session_report is
  'Body of public.get_session_report. Definer, because a host reads no registrations and no answers directly.';
revoke execute on function private.get_session_report from public, anon, authenticated;
grant execute on function private.get_session_report to authenticated;

create function public.get_session_report(p_session_id uuid) returns table (
  registered integer, attended integer, no_shows integer, answers integer,
  worth double precision, learnt double precision, words text[]
)
language sql
set search_path = ''
as $$ select * from private.get_session_report(p_session_id) $$;
comment on function public.get_session_report is
  'One row: people registered, people who came (walk-ins with them), people who did not (0 until it is over), and the answers: number, means, words without names. Errors: not_found, staff_session_ended, session_unknown. Called by: hosts.';
revoke execute on function public.get_session_report from public, anon, authenticated;
grant execute on function public.get_session_report to authenticated;

create function private.education_totals(p_year integer) returns table (
  base_id uuid, theme public.event_theme, sessions bigint, seats bigint, registered bigint,
  attended bigint, coins bigint
)
language sql stable security definer
set search_path = ''
as $$
  with held as (
    select s.id, s.capacity, e.base_id, e.theme
    from public.event_sessions s join public.events e on e.id = s.event_id
    where e.published_at is not null and s.status = 'scheduled' and s.starts_at <= now()
      and p_year between 2000 and 2200
      and s.starts_at >= private.shanghai_midnight(make_date(least(greatest(p_year, 2000), 2200), 1, 1))
      and s.starts_at < private.shanghai_midnight(make_date(least(greatest(p_year, 2000), 2200) + 1, 1, 1))
  ),
  registered as (
    select r.session_id, sum(r.people) filter (where r.status = 'confirmed') as people, sum(r.coins) as coins
    from public.registrations r where r.session_id in (select id from held) group by r.session_id
  ),
  parties as (
    select c.session_id, max(c.people) as people from public.check_ins c
    where c.session_id in (select id from held) and c.kind = 'arrive' and not exists (
      select from public.check_ins u
      where u.undoes = c.nonce and u.kind = 'undo' and u.session_id = c.session_id
    )
    group by c.session_id, coalesce(c.registration_id, c.nonce)
  ),
  came as (
    select session_id, sum(people) as people from parties group by session_id
  )
  select h.base_id, h.theme, count(*), sum(h.capacity), coalesce(sum(r.people), 0)::bigint,
    coalesce(sum(a.people), 0)::bigint, coalesce(sum(r.coins), 0)::bigint
  from held h left join registered r on r.session_id = h.id left join came a on a.session_id = h.id
  group by h.base_id, h.theme
$$;
comment on function private.education_totals is
  'Body of public.get_education_totals. Definer, because it adds up everyone''s registrations and shows nobody''s.';
revoke execute on function private.education_totals from public, anon, authenticated;
grant execute on function private.education_totals to anon, authenticated;

create function public.get_education_totals(p_year integer) returns table (
  base_id uuid, theme public.event_theme, sessions bigint, seats bigint, registered bigint,
  attended bigint, coins bigint
)
language sql stable
set search_path = ''
as $$ select * from private.education_totals(p_year) $$;
comment on function public.get_education_totals is
  'Sessions held in a year of Asia/Shanghai by base and theme: how many, their seats, people registered, people who came, coins paid. Called by: everyone.';
revoke execute on function public.get_education_totals from public, anon, authenticated;
grant execute on function public.get_education_totals to anon, authenticated;

alter table public.check_ins enable row level security;
create policy "residents read their own check-ins" on public.check_ins
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (nonce, session_id, registration_id, resident_id, kind, undoes, people, how, scanned_at, received_at)
  on public.check_ins to authenticated;

alter table public.certificates enable row level security;
create policy "residents read their own certificates" on public.certificates
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on public.certificates to authenticated;

alter table public.event_answers enable row level security;
create policy "residents read their own answers" on public.event_answers
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on public.event_answers to authenticated;
