-- Registrations (报名) for sessions, their waiting list and reminders.
-- Everybody locks in one order: session, registration, transfer, wallet; several sessions by id, several
-- wallets by resident. Seats and the queue move only under the lock of their session.

create type public.registration_status as enum (
  'confirmed', 'waiting', 'offered', 'cancelled', 'lapsed'
);
create type public.standpoint as enum ('for', 'against', 'neutral');

create sequence private.queue_numbers;
comment on sequence private.queue_numbers is 'Places in waiting lists: taken under the lock of the session, so they rise in the order of coming.';

create table public.registrations (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null references auth.users (id) on delete cascade,
  session_id uuid not null references public.event_sessions (id),
  adults smallint not null default 0,
  children smallint not null default 0,
  people smallint not null generated always as (1 + adults + children) stored,
  name text not null,
  answers jsonb not null default '{}',
  standpoint public.standpoint,
  status public.registration_status not null,
  queue_number bigint,
  offered_at timestamptz,
  offer_ends_at timestamptz,
  code text not null unique,
  idempotency_key uuid not null,
  registered_at timestamptz not null default now(),
  cancelled_at timestamptz,
  reminded_at timestamptz,
  attended_people smallint,
  first_arrived_at timestamptz,
  coins bigint not null default 0,
  primary key (resident_id, id),
  constraint registration_is_made_once unique (resident_id, idempotency_key),
  constraint party_is_small check (adults >= 0 and children >= 0 and adults + children <= 4),
  constraint registration_name_is_short check (char_length(name) between 1 and 40 and name !~ '[[:cntrl:]]'),
  constraint waiting_people_have_a_number check (status not in ('waiting', 'offered') or queue_number is not null),
  constraint offers_have_an_end check (status <> 'offered' or offer_ends_at is not null),
  constraint attendance_is_counted_in_people check (attended_people between 1 and 5),
  constraint attended_people_arrived check ((attended_people is null) = (first_arrived_at is null))
);
comment on table public.registrations is
  'Who comes to a session, with how many companions; companions have no names here. Keyed by resident, so that it can be distributed.';
comment on column public.registrations.people is 'Seats it takes: the resident and their companions.';
comment on column public.registrations.code is 'Nine random characters and a check character; see private.code_check_character.';
comment on column public.registrations.attended_people is 'How many came, once somebody was checked in. Rebuilt from check_ins by private.settle_attendance.';
comment on column public.registrations.coins is 'Coins paid for attending, less what was taken back.';
create unique index residents_register_once_for_a_session on public.registrations (session_id, resident_id)
  where status in ('confirmed', 'waiting', 'offered');
create index registrations_by_id on public.registrations (id);
create index registrations_by_session on public.registrations (session_id, status);
create index registrations_queueing on public.registrations (session_id, queue_number)
  where status = 'waiting';
create index offers_by_end on public.registrations (offer_ends_at) where status = 'offered';

create function private.session_values(p_session_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'title_zh', e.title_zh, 'title_en', e.title_en, 'starts_at', s.starts_at,
    'place_zh', s.place_zh, 'place_en', s.place_en
  )
  from public.event_sessions s join public.events e on e.id = s.event_id where s.id = p_session_id
$$;
comment on function private.session_values is
  'What a notice says of a session: title_zh, title_en, starts_at, place_zh, place_en. Called by: everything here that notifies.';
revoke execute on function private.session_values from public, anon, authenticated;

create function private.notify_confirmed(p_registration public.registrations) returns void
language sql
set search_path = ''
as $$
  select private.notify(p_registration.resident_id, 'registration_confirmed',
    private.session_values(p_registration.session_id), '/my-events/',
    'registration_confirmed:' || p_registration.id, false)
$$;
comment on function private.notify_confirmed is
  'Puts a confirmed registration into the inbox; the page has just said it, so no mail goes out. Called by: register_for_session and confirm_offer.';
revoke execute on function private.notify_confirmed from public, anon, authenticated;

create function private.settle_session(p_session_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_session public.event_sessions;
  v_registration public.registrations;
  v_offer_ends_at timestamptz;
  v_done integer := 0;
begin
  select * into v_session from public.event_sessions where id = p_session_id for no key update;
  if not found or v_session.status = 'cancelled' then
    return 0;
  end if;
  select least(now() + make_interval(hours => offer_hours), v_session.starts_at - interval '1 hour')
  into v_offer_ends_at from private.settings;

  for v_registration in
    update public.registrations set status = 'lapsed'
    where session_id = p_session_id and (
      (status = 'offered' and offer_ends_at <= now()) or (status = 'waiting' and v_session.ends_at <= now())
    )
    returning *
  loop
    v_done := v_done + 1;
    if v_registration.offered_at is not null then
      v_session.seats_taken := v_session.seats_taken - v_registration.people;
      perform private.notify(v_registration.resident_id, 'offer_lapsed',
        private.session_values(p_session_id), '/my-events/', 'offer_lapsed:' || v_registration.id, false);
    else
      v_session.waiting := v_session.waiting - 1;
    end if;
  end loop;

  -- In the order of coming: whoever is first waits for enough seats, and nobody passes them.
  while v_session.waiting > 0 and v_offer_ends_at > now() loop
    select * into v_registration from public.registrations
    where session_id = p_session_id and status = 'waiting' order by queue_number limit 1;
    exit when not found or v_registration.people > v_session.capacity - v_session.seats_taken;
    update public.registrations
    set status = 'offered', offered_at = now(), offer_ends_at = v_offer_ends_at
    where resident_id = v_registration.resident_id and id = v_registration.id;
    v_session.seats_taken := v_session.seats_taken + v_registration.people;
    v_session.waiting := v_session.waiting - 1;
    v_done := v_done + 1;
    perform private.notify(v_registration.resident_id, 'place_offered',
      private.session_values(p_session_id) || jsonb_build_object('offer_ends_at', v_offer_ends_at),
      '/my-events/', 'place_offered:' || v_registration.id, true);
  end loop;

  if v_done > 0 then
    update public.event_sessions set seats_taken = v_session.seats_taken, waiting = v_session.waiting
    where id = p_session_id;
  end if;
  return v_done;
end
$$;
comment on function private.settle_session is
  'Ends offers nobody took and offers free seats to the waiting list, strictly in its order; gives how many registrations moved. Holds the session''s lock until the end of the transaction; again is the same as once. Called by: register, cancel, save_event and settle_due_sessions.';
revoke execute on function private.settle_session from public, anon, authenticated;

create function private.settle_due_sessions() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_session_id uuid;
  v_done integer := 0;
begin
  for v_session_id in
    select session_id from public.registrations where status = 'offered' and offer_ends_at <= now()
    union
    select id from public.event_sessions
    where waiting > 0 and status = 'scheduled' and (ends_at <= now() or seats_taken < capacity)
    order by 1
  loop
    v_done := v_done + private.settle_session(v_session_id);
  end loop;
  return v_done;
end
$$;
comment on function private.settle_due_sessions is
  'Settles every session in which an offer has run out, a seat is free for those who wait, or which is over with people still waiting; in the order of ids. Called by: do_due_work.';
revoke execute on function private.settle_due_sessions from public, anon, authenticated;

create function private.remind_registrations() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_registration public.registrations;
  v_done integer := 0;
begin
  for v_registration in
    select r.* from public.registrations r join public.event_sessions s on s.id = r.session_id
    where s.starts_at > now() and s.starts_at <= now() + interval '24 hours' and s.status = 'scheduled'
      and r.status = 'confirmed' and r.reminded_at is null
      -- Whoever registers in the last day has just read when it is.
      and r.registered_at < s.starts_at - interval '24 hours'
    for no key update of r skip locked
  loop
    update public.registrations set reminded_at = now()
    where resident_id = v_registration.resident_id and id = v_registration.id;
    perform private.notify(v_registration.resident_id, 'session_soon',
      private.session_values(v_registration.session_id), '/my-events/', 'session_soon:' || v_registration.id, true);
    v_done := v_done + 1;
  end loop;
  return v_done;
end
$$;
comment on function private.remind_registrations is
  'Reminds confirmed registrations of a session that begins within 24 hours, each once, by inbox and mail. Called by: do_due_work.';
revoke execute on function private.remind_registrations from public, anon, authenticated;

create function private.free_seats_of_the_gone() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  perform from public.event_sessions
  where id in (select session_id from gone) order by id for no key update;
  update public.event_sessions s set
    seats_taken = s.seats_taken - g.seats,
    waiting = s.waiting - g.queued
  from (
    select session_id,
      coalesce(sum(people) filter (where status in ('confirmed', 'offered')), 0)::integer as seats,
      (count(*) filter (where status = 'waiting'))::integer as queued
    from gone group by session_id
  ) g
  where s.id = g.session_id and s.status = 'scheduled';
  return null;
end
$$;
comment on function private.free_seats_of_the_gone is
  'Gives back the seats of registrations that went with their account. Definer, because the auth service has no rights here. Called by: the trigger on registrations.';
revoke execute on function private.free_seats_of_the_gone from public, anon, authenticated;
create trigger gone_registrations_free_their_seats after delete on public.registrations
  referencing old table as gone for each statement execute function private.free_seats_of_the_gone();

create function private.answers_to(p_questions jsonb, p_answers jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_question jsonb;
  v_answer text;
  v_kept jsonb := '{}';
begin
  if jsonb_typeof(coalesce(p_answers, '{}')) <> 'object' then
    perform private.refuse('answer_missing', 400, 'Answers are an object.', '{"question": ""}');
  end if;
  for v_question in select * from jsonb_array_elements(p_questions) loop
    v_answer := trim(coalesce(p_answers ->> (v_question ->> 'key'), ''));
    if v_answer = '' and (v_question ->> 'required')::boolean then
      perform private.refuse('answer_missing', 400, 'A question has no answer.',
        jsonb_build_object('question', v_question ->> 'key'));
    elsif char_length(v_answer) > 300 then
      perform private.refuse('answer_too_long', 400, 'An answer has at most 300 characters.',
        jsonb_build_object('question', v_question ->> 'key', 'limit', 300));
    elsif v_answer <> '' then
      v_kept := v_kept || jsonb_build_object(v_question ->> 'key', v_answer);
    end if;
  end loop;
  return v_kept;
end
$$;
comment on function private.answers_to is
  'The answers to the questions that are asked, and nothing else; or a refusal that names the question. Called by: register_for_session.';
revoke execute on function private.answers_to from public, anon, authenticated;

create function private.require_party(p_name text, p_adults integer, p_children integer) returns text
language plpgsql stable
set search_path = ''
as $$
declare
  v_name text := trim(regexp_replace(coalesce(p_name, ''), '[[:cntrl:]]', '', 'g'));
begin
  if v_name = '' then
    perform private.refuse('name_missing', 400, 'A registration has a name.');
  elsif char_length(v_name) > 40 then
    perform private.refuse('name_too_long', 400, 'A name has at most 40 characters.', '{"limit": 40}');
  elsif p_adults not between 0 and 4 or p_children not between 0 and 4 or p_adults + p_children > 4 then
    perform private.refuse('party_too_large', 400, 'At most four companions come along.', '{"limit": 4}');
  end if;
  return v_name;
end
$$;
comment on function private.require_party is
  'The name to register under, or a refusal of the name or of the number of companions. Called by: register_for_session.';
revoke execute on function private.require_party from public, anon, authenticated;

create function private.require_open_session(p_session public.event_sessions) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if p_session.status = 'cancelled' then
    perform private.refuse('session_cancelled', 409, 'This session has been cancelled.');
  elsif p_session.ends_at <= now() then
    perform private.refuse('session_past', 409, 'This session is over.');
  elsif p_session.opens_at > now() then
    perform private.refuse('registration_not_open', 409, 'Registration has not opened.',
      jsonb_build_object('opens_at', p_session.opens_at));
  elsif p_session.closes_at <= now() then
    perform private.refuse('registration_closed', 409, 'Registration has closed.',
      jsonb_build_object('closes_at', p_session.closes_at));
  end if;
end
$$;
comment on function private.require_open_session is
  'Refuses a registration outside its window, or for a session that is over or cancelled. Called by: register_for_session.';
revoke execute on function private.require_open_session from public, anon, authenticated;

create function private.register_for_session(
  p_session_id uuid, p_idempotency_key uuid, p_name text, p_adults integer, p_children integer,
  p_answers jsonb, p_standpoint public.standpoint, p_join_waiting boolean
) returns public.registrations
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_adults integer := coalesce(p_adults, 0);
  v_children integer := coalesce(p_children, 0);
  v_name text := private.require_party(p_name, v_adults, v_children);
  v_people integer := 1 + v_adults + v_children;
  v_event public.events;
  v_session public.event_sessions;
  v_registration public.registrations;
  v_answers jsonb;
  v_standpoint public.standpoint;
  v_status public.registration_status := 'confirmed';
begin
  if p_idempotency_key is null then
    perform private.refuse('key_missing', 400, 'Every registration names its key.');
  end if;
  select e.* into v_event from public.events e
    join public.event_sessions s on s.event_id = e.id join public.bases b on b.id = e.base_id
  where s.id = p_session_id and e.published_at is not null and b.is_public;
  if not found then
    perform private.refuse('session_unknown', 404, 'There is no such session.');
  end if;
  v_answers := private.answers_to(v_event.questions, p_answers);
  v_standpoint := case when v_event.kind = 'hearing' then p_standpoint end;

  -- One at a time with this key, whichever session it names.
  perform pg_advisory_xact_lock(hashtextextended('registration ' || v_resident_id || p_idempotency_key, 0));
  -- From here on one at a time: whoever holds the session sees every seat that is taken.
  perform private.settle_session(p_session_id);
  select * into v_session from public.event_sessions where id = p_session_id for no key update;

  select * into v_registration from public.registrations
  where resident_id = v_resident_id and idempotency_key = p_idempotency_key;
  if found then
    if (v_registration.session_id, v_registration.name, v_registration.adults::integer,
        v_registration.children::integer, v_registration.answers, v_registration.standpoint)
      is distinct from (p_session_id, v_name, v_adults, v_children, v_answers, v_standpoint)
    then
      perform private.refuse('key_reused', 409, 'This key was used for another registration.');
    end if;
    return v_registration;
  end if;

  perform private.require_open_session(v_session);
  if v_event.kind = 'hearing' and v_standpoint is null then
    perform private.refuse('standpoint_missing', 400, 'A hearing asks for a standpoint.');
  elsif exists (
    select from public.registrations
    where session_id = p_session_id and resident_id = v_resident_id
      and status in ('confirmed', 'waiting', 'offered')
  ) then
    perform private.refuse('already_registered', 409, 'You are registered for this session.');
  elsif v_people > v_session.capacity then
    perform private.refuse('party_too_large', 400, 'The session has fewer seats than that.',
      jsonb_build_object('limit', v_session.capacity - 1));
  elsif v_session.waiting > 0 or v_people > v_session.capacity - v_session.seats_taken then
    if p_join_waiting is not true then
      perform private.refuse('session_full', 409, 'There are not enough free seats.', jsonb_build_object(
        'free', case when v_session.waiting > 0 then 0 else v_session.capacity - v_session.seats_taken end));
    elsif v_session.waiting >= v_session.waitlist_limit then
      perform private.refuse('waiting_full', 409, 'The waiting list is full.');
    end if;
    v_status := 'waiting';
  end if;

  insert into public.registrations
    (resident_id, session_id, adults, children, name, answers, standpoint, status, queue_number, code, idempotency_key)
  values (
    v_resident_id, p_session_id, v_adults, v_children, v_name, v_answers, v_standpoint, v_status,
    case when v_status = 'waiting' then nextval('private.queue_numbers') end,
    private.new_code(10), p_idempotency_key
  ) returning * into v_registration;
  update public.event_sessions set
    seats_taken = seats_taken + case when v_status = 'confirmed' then v_people else 0 end,
    waiting = waiting + case when v_status = 'waiting' then 1 else 0 end
  where id = p_session_id;
  if v_status = 'confirmed' then
    perform private.notify_confirmed(v_registration);
  end if;
  return v_registration;
end
$$;
comment on function private.register_for_session is
  'Body of public.register_for_session. Definer, because nobody may write registrations or seats directly.';
revoke execute on function private.register_for_session from public, anon, authenticated;
grant execute on function private.register_for_session to authenticated;

create function public.register_for_session(
  p_session_id uuid,
  p_idempotency_key uuid,
  p_name text,
  p_adults integer default 0,
  p_children integer default 0,
  p_answers jsonb default '{}',
  p_standpoint public.standpoint default null,
  p_join_waiting boolean default false
) returns public.registrations
language sql
set search_path = ''
as $$
  select private.register_for_session(p_session_id, p_idempotency_key, p_name, p_adults, p_children,
    p_answers, p_standpoint, p_join_waiting)
$$;
comment on function public.register_for_session is
  'Registers the caller and their companions for a session: confirmed, or waiting if they wish. The same key gives the same registration. Errors: sign_in_first, key_missing, key_reused, name_missing, name_too_long (detail: limit), party_too_large (detail: limit), session_unknown, session_cancelled, session_past, registration_not_open (detail: opens_at), registration_closed (detail: closes_at), already_registered, answer_missing and answer_too_long (detail: question), standpoint_missing, session_full (detail: free), waiting_full. Called by: residents.';
revoke execute on function public.register_for_session from public, anon, authenticated;
grant execute on function public.register_for_session to authenticated;

create function private.lock_own_registration(p_id uuid) returns public.registrations
language plpgsql
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_registration public.registrations;
begin
  select * into v_registration from public.registrations
  where resident_id = v_resident_id and id = p_id;
  if not found then
    perform private.refuse('registration_unknown', 404, 'There is no such registration.');
  end if;
  perform from public.event_sessions where id = v_registration.session_id for no key update;
  select * into v_registration from public.registrations
  where resident_id = v_resident_id and id = p_id for no key update;
  return v_registration;
end
$$;
comment on function private.lock_own_registration is
  'A registration of the caller with its session locked before it, or a refusal (registration_unknown, 404). Called by: what residents do with a registration.';
revoke execute on function private.lock_own_registration from public, anon, authenticated;

create function private.cancel_registration(p_id uuid) returns public.registrations
language plpgsql security definer
set search_path = ''
as $$
declare
  v_registration public.registrations := private.lock_own_registration(p_id);
begin
  if v_registration.status in ('cancelled', 'lapsed') then
    return v_registration;
  elsif v_registration.attended_people is not null then
    perform private.refuse('already_attended', 409, 'You have been checked in.');
  elsif exists (
    select from public.event_sessions where id = v_registration.session_id and ends_at <= now()
  ) then
    perform private.refuse('session_past', 409, 'This session is over.');
  end if;
  update public.event_sessions set
    seats_taken = seats_taken - case when v_registration.status = 'waiting' then 0 else v_registration.people end,
    waiting = waiting - case when v_registration.status = 'waiting' then 1 else 0 end
  where id = v_registration.session_id;
  update public.registrations set status = 'cancelled', cancelled_at = now()
  where resident_id = v_registration.resident_id and id = v_registration.id
  returning * into v_registration;
  perform private.settle_session(v_registration.session_id);
  return v_registration;
end
$$;
comment on function private.cancel_registration is
  'Body of public.cancel_registration. Definer, because nobody may write registrations or seats directly.';
revoke execute on function private.cancel_registration from public, anon, authenticated;
grant execute on function private.cancel_registration to authenticated;

create function public.cancel_registration(p_id uuid) returns public.registrations
language sql
set search_path = ''
as $$ select private.cancel_registration(p_id) $$;
comment on function public.cancel_registration is
  'Gives the caller''s seats or place in the queue back, at any time until the session ends; twice is the same as once. Errors: sign_in_first, registration_unknown, already_attended, session_past. Called by: residents.';
revoke execute on function public.cancel_registration from public, anon, authenticated;
grant execute on function public.cancel_registration to authenticated;

create function private.confirm_offer(p_id uuid) returns public.registrations
language plpgsql security definer
set search_path = ''
as $$
declare
  v_registration public.registrations := private.lock_own_registration(p_id);
begin
  if v_registration.status = 'confirmed' then
    return v_registration;
  elsif v_registration.status <> 'offered' or v_registration.offer_ends_at <= now() then
    perform private.refuse('offer_ended', 409, 'There is no offer to confirm.');
  end if;
  update public.registrations set status = 'confirmed'
  where resident_id = v_registration.resident_id and id = v_registration.id
  returning * into v_registration;
  perform private.notify_confirmed(v_registration);
  return v_registration;
end
$$;
comment on function private.confirm_offer is
  'Body of public.confirm_offer. Definer, because nobody may write registrations directly.';
revoke execute on function private.confirm_offer from public, anon, authenticated;
grant execute on function private.confirm_offer to authenticated;

create function public.confirm_offer(p_id uuid) returns public.registrations
language sql
set search_path = ''
as $$ select private.confirm_offer(p_id) $$;
comment on function public.confirm_offer is
  'Takes the seats offered from the waiting list; twice is the same as once. Errors: sign_in_first, registration_unknown, offer_ended. Called by: residents.';
revoke execute on function public.confirm_offer from public, anon, authenticated;
grant execute on function public.confirm_offer to authenticated;

create function private.queue_position(p_session_id uuid, p_queue_number bigint) returns integer
language sql stable security definer
set search_path = ''
as $$
  select count(*)::integer from public.registrations
  where session_id = p_session_id and status = 'waiting' and queue_number <= p_queue_number
$$;
comment on function private.queue_position is
  'The place in a waiting list that a number has come to, 1 for the first. Definer, because others'' registrations are counted, not shown. Called by: the view my_registrations.';
revoke execute on function private.queue_position from public, anon, authenticated;
grant execute on function private.queue_position to authenticated;

create function private.bases_of_registrations() returns uuid[]
language sql stable security definer
set search_path = ''
as $$
  select coalesce(array_agg(distinct e.base_id), '{}')
  from public.registrations r
    join public.event_sessions s on s.id = r.session_id
    join public.events e on e.id = s.event_id
  where r.resident_id = auth.uid()
$$;
comment on function private.bases_of_registrations is
  'The bases the caller has registered for something at. Definer, because a policy of bases asking bases would never end. Called by: the policy of bases.';
revoke execute on function private.bases_of_registrations from public, anon, authenticated;
grant execute on function private.bases_of_registrations to authenticated;
alter policy "residents read public bases, hosts and editors theirs" on public.bases
  using (
    is_public or id = any ((select private.bases_in_reach())::uuid[])
    -- Whoever registered at a base goes on reading it when it is hidden.
    or id = any ((select private.bases_of_registrations())::uuid[])
  );

alter table public.registrations enable row level security;
create policy "residents read their own registrations" on public.registrations
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (id, resident_id, session_id, adults, children, people, name, answers, standpoint, status,
  queue_number, offered_at, offer_ends_at, code, registered_at, cancelled_at, attended_people,
  first_arrived_at, coins) on public.registrations to authenticated;

create view public.my_registrations with (security_invoker = on) as
  select
    r.id, r.session_id, r.adults, r.children, r.people, r.name, r.answers, r.standpoint, r.status,
    case when r.status = 'waiting' then private.queue_position(r.session_id, r.queue_number) end as queue_position,
    r.offer_ends_at, r.code, r.registered_at, r.cancelled_at, r.attended_people, r.first_arrived_at, r.coins,
    s.starts_at, s.ends_at, s.place_zh, s.place_en, s.status as session_status, s.sequence,
    e.id as event_id, e.slug, e.kind, e.title_zh, e.title_en, e.cover, e.coins as coins_for_attending,
    e.questions, e.status as event_status, e.is_demo,
    b.slug as base_slug, b.name_zh as base_name_zh, b.name_en as base_name_en, b.town_code
  from public.registrations r
    join public.event_sessions s on s.id = r.session_id
    join public.events e on e.id = s.event_id
    join public.bases b on b.id = e.base_id
  where r.resident_id = (select auth.uid());
comment on view public.my_registrations is
  'The caller''s registrations with their session, event and base; the code is what the host scans.';
comment on column public.my_registrations.queue_position is 'Place in the waiting list, 1 for the first; empty when not waiting.';
grant select on public.my_registrations to authenticated;
