-- Feedback (民意反馈): what residents report, who answers for it by when, and what came of it.
-- What may be shown stands in public.feedback, personal data struck out by a moderator; what was sent, and
-- by whom, stands in private.feedback_reports, which no client reads. A reporter is known by their tracking
-- code or, if they wished, by their account; to the desk they are nobody.

alter table private.settings add column feedback_look_days integer not null default 3,
  add constraint look_days_are_few check (feedback_look_days between 0 and 60);
comment on column private.settings.feedback_look_days is
  'Days after which a report that no moderator has passed on, or passed on again, is late.';

create type public.feedback_kind as enum ('suggestion', 'question', 'complaint', 'violation');
create type public.feedback_status as enum (
  'received', 'assigned', 'answered', 'confirmed', 'reopened', 'closed'
);
create type public.feedback_step as enum (
  'received', 'assigned', 'answered', 'confirmed', 'reopened', 'closed',
  'published', 'withdrawn', 'linked', 'verified', 'not_verified'
);

create table public.feedback (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  kind public.feedback_kind not null,
  town_code text references public.towns (code),
  status public.feedback_status not null default 'received',
  department text,
  due_on date not null,
  public_text text not null default '',
  place_text text not null default '',
  photos_public text[] not null default '{}',
  answer_zh text not null default '',
  answer_en text not null default '',
  received_at timestamptz not null default now(),
  assigned_at timestamptz,
  answered_at timestamptz,
  confirmed_at timestamptz,
  reopened_count integer not null default 0,
  duplicate_of uuid references public.feedback (id),
  duplicates integer not null default 0,
  wants_public boolean not null,
  is_public boolean not null default false,
  published_at timestamptz,
  is_verified boolean,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint feedback_number_is_unique unique (number),
  constraint public_text_is_short check (char_length(public_text) <= 2000),
  constraint place_text_is_short check (char_length(place_text) <= 200),
  constraint department_is_a_slug check (department ~ '^[a-z]+(-[a-z]+)*$'),
  constraint feedback_shows_at_most_three_photos check (cardinality(photos_public) <= 3),
  constraint answer_is_of_sane_length check (
    char_length(answer_zh) <= 3000 and char_length(answer_en) <= 6000
  ),
  constraint work_begins_when_a_department_is_named check (
    status in ('received', 'closed') or (department is not null and assigned_at is not null)
  ),
  constraint answered_feedback_has_an_answer check (
    status not in ('answered', 'confirmed', 'reopened') or (answer_zh <> '' and answered_at is not null)
  ),
  constraint confirmation_has_its_moment check ((status = 'confirmed') = (confirmed_at is not null)),
  constraint published_feedback_was_consented_and_looked_at check (
    not is_public or (wants_public and public_text <> '' and status <> 'closed' and published_at is not null)
  ),
  constraint only_violations_are_verified check (kind = 'violation' or is_verified is null),
  constraint feedback_is_no_duplicate_of_itself check (duplicate_of <> id)
);
comment on table public.feedback is
  'One matter a resident raised, as far as it may be shown. Everyone reads what is published, the desk what is in its towns. Written by RPCs only.';
comment on column public.feedback.number is 'How people speak of it; the address of its page once published.';
comment on column public.feedback.department is 'Who answers for it: a key of src/content/plan/organisations.json; empty until a moderator has looked.';
comment on column public.feedback.due_on is
  'The last day (Asia/Shanghai) on which the next step is in time: to be assigned while received or reopened, to be answered while assigned.';
comment on column public.feedback.public_text is 'What may be shown, personal data struck out with ▇; empty until a moderator has looked.';
comment on column public.feedback.place_text is 'Where, as far as it may be shown.';
comment on column public.feedback.photos_public is 'Names of the photos in the bucket "feedback" that the department, and everyone once published, may see.';
comment on column public.feedback.answered_at is 'When the last answer was given.';
comment on column public.feedback.duplicate_of is 'The earlier report of the same matter; its answer is this one''s answer too.';
comment on column public.feedback.duplicates is 'How many later reports are linked to this one.';
comment on column public.feedback.changed_by is 'The colleague who changed it last; empty after the reporter''s own steps.';
create index feedback_published on public.feedback (number desc) where is_public;
create index feedback_due on public.feedback (due_on, number) where status in ('received', 'assigned', 'reopened');
create index feedback_by_town on public.feedback (town_code, number);
create index feedback_by_original on public.feedback (duplicate_of) where duplicate_of is not null;
create index feedback_of_the_totals on public.feedback
  (kind, town_code, status, received_at, answered_at, due_on) where duplicate_of is null;

create trigger feedback_versions_rise before update on public.feedback
  for each row execute function private.raise_version('duplicates');

create table public.feedback_steps (
  id bigint generated always as identity primary key,
  feedback_id uuid not null references public.feedback (id),
  at timestamptz not null default now(),
  step public.feedback_step not null,
  department text,
  due_on date,
  words text not null default '',
  constraint step_words_are_short check (char_length(words) <= 500)
);
comment on table public.feedback_steps is
  'What happened to a report, step by step. Append-only; says nobody''s name. The words are the desk''s, never the reporter''s.';
create index feedback_steps_by_feedback on public.feedback_steps (feedback_id, id);
create trigger feedback_steps_are_append_only before update or delete on public.feedback_steps
  for each row execute function private.refuse_change();
create trigger feedback_steps_are_never_truncated before truncate on public.feedback_steps
  for each statement execute function private.refuse_change();

create table private.feedback_reports (
  feedback_id uuid primary key references public.feedback (id),
  resident_id uuid references auth.users (id) on delete set null,
  body text not null,
  town_code text,
  place text not null default '',
  contact text not null default '',
  latitude numeric(6, 3),
  longitude numeric(6, 3),
  photos smallint not null default 0,
  photo_folder uuid not null default gen_random_uuid(),
  key_hash bytea not null,
  tracking_hash bytea not null,
  received_at timestamptz not null default now(),
  constraint report_is_made_once unique (key_hash),
  constraint tracking_code_is_unique unique (tracking_hash),
  constraint photo_folder_is_unique unique (photo_folder),
  constraint report_says_something check (char_length(body) between 1 and 2000),
  constraint report_place_is_short check (char_length(place) <= 200),
  constraint contact_is_short check (char_length(contact) <= 100),
  constraint report_has_at_most_three_photos check (photos between 0 and 3),
  constraint point_has_both_parts check ((latitude is null) = (longitude is null)),
  constraint point_lies_in_yiwu check (latitude between 29.03 and 29.56 and longitude between 119.81 and 120.29)
);
comment on table private.feedback_reports is
  'What was sent, word for word. Moderators read it through read_feedback_report, which is recorded and leaves out the account; the reporter through read_my_report.';
comment on column private.feedback_reports.resident_id is 'The account, if the reporter wished to be known by it. Shown to nobody; the coins of a verified violation and the notices go there.';
comment on column private.feedback_reports.latitude is 'Degrees north, rounded to about 100 m. The bounds are those of the plan, section 二（一）.';
comment on column private.feedback_reports.key_hash is 'Keyed hash of the key it was sent with; the key itself, from which the tracking code follows, is kept nowhere.';
comment on column private.feedback_reports.tracking_hash is 'Keyed hash of the tracking code, which is kept nowhere.';
create index feedback_reports_by_resident on private.feedback_reports (resident_id, received_at desc)
  where resident_id is not null;
alter table private.feedback_reports enable row level security;

create table private.feedback_replies (
  step_id bigint primary key references public.feedback_steps (id),
  feedback_id uuid not null references public.feedback (id),
  words text not null,
  constraint reply_says_something check (char_length(words) between 1 and 500)
);
comment on table private.feedback_replies is
  'Why a reporter opened a matter again, in their words: like the report itself, for moderators only, recorded.';
create index feedback_replies_by_feedback on private.feedback_replies (feedback_id, step_id);
alter table private.feedback_replies enable row level security;

create table private.feedback_secret (
  is_only boolean primary key default true,
  secret bytea not null,
  constraint secret_is_one_row check (is_only)
);
comment on table private.feedback_secret is 'The key of the hashes, made at installation and known to nobody.';
alter table private.feedback_secret enable row level security;
insert into private.feedback_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table private.feedback_salts (
  day date primary key,
  salt bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
);
comment on table private.feedback_salts is
  'The salt of a day, deleted after two days with what it salted: nobody can tell afterwards who sent how much.';
alter table private.feedback_salts enable row level security;

create table private.feedback_quota (
  day date not null references private.feedback_salts (day) on delete cascade,
  sender_hash bytea not null,
  sent integer not null default 1,
  primary key (day, sender_hash)
);
comment on table private.feedback_quota is
  'How many reports came today from an address or account, each as a hash with the salt of the day. It names no report.';
alter table private.feedback_quota enable row level security;

create function private.feedback_hash(p_purpose text, p_text text) returns bytea
language sql stable
set search_path = ''
as $$
  -- Twice, as in NMAC: what is hashed cannot be lengthened by somebody who knows one hash.
  select sha256(secret || sha256(secret || convert_to(p_purpose || ':' || p_text, 'UTF8')))
  from private.feedback_secret
$$;
comment on function private.feedback_hash is 'A keyed hash of a text for one purpose. Called by: bodies and policies of feedback.';
revoke execute on function private.feedback_hash from public, anon, authenticated;

create function private.tracking_code_of(p_key uuid) returns text
language sql stable
set search_path = ''
as $$
  with body as (
    select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ',
      1 + ((get_byte(h.raw, i) * 256 + get_byte(h.raw, i + 16)) % 31), 1), '' order by i) as text
    from (select private.feedback_hash('code', p_key::text) as raw) as h, generate_series(0, 10) as i
  )
  select text || private.code_check_character(text) from body
$$;
comment on function private.tracking_code_of is
  'The tracking code (12 characters, about 54 bits, the last one a check) of the report sent with a key: the same key gives the same code, and the code gives no key. Called by: submit_feedback.';
revoke execute on function private.tracking_code_of from public, anon, authenticated;

create function private.tracking_hash_of(p_code text) returns bytea
language sql stable
set search_path = ''
as $$
  select private.feedback_hash('tracking', upper(regexp_replace(p_code, '[\s-]', '', 'g')))
$$;
comment on function private.tracking_hash_of is
  'What is stored of a tracking code, however it is spaced and capitalised. Called by: bodies and policies of feedback.';
revoke execute on function private.tracking_hash_of from public, anon, authenticated;

create function private.spend_feedback_quota(p_sender text, p_limit integer) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_day date := private.shanghai_day();
  v_salt bytea;
begin
  insert into private.feedback_salts (day) values (v_day) on conflict do nothing;
  select salt into strict v_salt from private.feedback_salts where day = v_day;
  -- One statement counts and decides, so that simultaneous reports cannot all be the last one.
  insert into private.feedback_quota as q (day, sender_hash)
  select v_day, sha256(v_salt || private.feedback_hash('sender', p_sender)) where p_limit > 0
  on conflict (day, sender_hash) do update set sent = q.sent + 1 where q.sent < p_limit;
  if not found then
    perform private.refuse('too_many_today', 429, 'As many reports as are taken in a day have come from here.',
      jsonb_build_object('limit', p_limit, 'next_at', private.shanghai_midnight(v_day + 1)));
  end if;
end
$$;
comment on function private.spend_feedback_quota is
  'Counts one report of a sender (an address or an account) today, or refuses it (too_many_today with limit and next_at). Called by: submit_feedback.';
revoke execute on function private.spend_feedback_quota from public, anon, authenticated;

create function private.address_network(p_address text) returns text
language plpgsql immutable
set search_path = ''
as $$
begin
  return case when family(p_address::inet) = 6 then network(set_masklen(p_address::inet, 64))::text else p_address end;
exception when invalid_text_representation then
  return p_address;
end
$$;
comment on function private.address_network is
  'What one line has of addresses: one of IPv4, the 64 bits of network of IPv6, whose other 64 the sender chooses. Called by: submit_feedback.';
revoke execute on function private.address_network from public, anon, authenticated;

create function private.forget_feedback_senders() returns integer
language sql
set search_path = ''
as $$
  with gone as (
    delete from private.feedback_salts where day < private.shanghai_day() - 1 returning day
  )
  select count(*)::integer from gone
$$;
comment on function private.forget_feedback_senders is
  'Deletes the salts, and with them the hashes of addresses and accounts, of days before yesterday; gives how many days. Called by: do_due_work.';
revoke execute on function private.forget_feedback_senders from public, anon, authenticated;

create function private.unname_reporter() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.changed_by := null;
  return new;
end
$$;
comment on function private.unname_reporter is
  'Takes back the name that raise_version wrote down: what a reporter confirms or opens again says nobody''s name. Called by: the trigger on feedback.';
revoke execute on function private.unname_reporter from public, anon, authenticated;
-- Triggers fire by name: this one after feedback_versions_rise.
create trigger reporters_leave_no_name before update on public.feedback
  for each row when (new.status <> old.status and new.status in ('confirmed', 'reopened'))
  execute function private.unname_reporter();

create constraint trigger published_feedback_raises_the_site_revision
  after update on public.feedback deferrable initially deferred
  for each row when (new.is_public or old.is_public) execute function private.raise_site_revision();

create function private.add_feedback_step(
  p_feedback public.feedback, p_step public.feedback_step, p_words text default ''
) returns bigint
language sql
set search_path = ''
as $$
  insert into public.feedback_steps (feedback_id, step, department, due_on, words)
  values (
    p_feedback.id, p_step,
    case when p_step = 'assigned' then p_feedback.department end,
    case when p_step in ('received', 'assigned', 'reopened') then p_feedback.due_on end,
    p_words
  ) returning id
$$;
comment on function private.add_feedback_step is 'Writes down what happened to a report. Called by: bodies of feedback.';
revoke execute on function private.add_feedback_step from public, anon, authenticated;

create function private.tell_reporter(p_feedback public.feedback, p_kind text, p_key text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_resident_id uuid;
begin
  select resident_id into v_resident_id from private.feedback_reports where feedback_id = p_feedback.id;
  if v_resident_id is not null then
    perform private.notify(v_resident_id, p_kind, jsonb_build_object('number', p_feedback.number),
      '/feedback/track/?number=' || p_feedback.number, p_key, true);
  end if;
end
$$;
comment on function private.tell_reporter is
  'Tells the reporter, if they gave their account, in their inbox and by mail; says to nobody whether there was one. Called by: bodies of feedback.';
revoke execute on function private.tell_reporter from public, anon, authenticated;

create function private.submit_feedback(
  p_kind public.feedback_kind, p_body text, p_town_code text, p_place text, p_latitude numeric, p_longitude numeric,
  p_contact text, p_with_account boolean, p_wants_public boolean, p_photos smallint, p_idempotency_key uuid
) returns table (number bigint, tracking_code text, photo_folder uuid, due_on date)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_resident_id uuid := case when p_with_account then private.require_resident() end;
  v_body text := coalesce(trim(p_body), '');
  v_place text := coalesce(trim(p_place), '');
  v_contact text := coalesce(trim(p_contact), '');
  v_latitude numeric := round(p_latitude, 3);
  v_longitude numeric := round(p_longitude, 3);
  v_photos smallint := coalesce(p_photos, 0);
  v_key_hash bytea;
  v_settings private.settings;
  v_feedback public.feedback;
  v_report private.feedback_reports;
begin
  if p_idempotency_key is null then
    perform private.refuse('key_missing', 400, 'Every report names its key.');
  elsif p_kind is null then
    perform private.refuse('kind_missing', 400, 'A report is a suggestion, a question, a complaint or a violation.');
  elsif v_body = '' then
    perform private.refuse('body_missing', 400, 'A report says what happened.');
  elsif char_length(v_body) > 2000 then
    perform private.refuse('body_too_long', 400, 'A report has at most 2000 characters.', '{"limit": 2000}');
  elsif char_length(v_place) > 200 then
    perform private.refuse('place_too_long', 400, 'A place has at most 200 characters.', '{"limit": 200}');
  elsif char_length(v_contact) > 100 then
    perform private.refuse('contact_too_long', 400, 'A contact has at most 100 characters.', '{"limit": 100}');
  elsif v_photos not between 0 and 3 then
    perform private.refuse('too_many_photos', 400, 'A report has at most three photos.', '{"limit": 3}');
  elsif p_town_code is not null and not exists (select from public.towns where code = p_town_code) then
    perform private.refuse('town_unknown', 404, 'There is no such town.');
  elsif (v_latitude is null) <> (v_longitude is null)
    or v_latitude not between 29.03 and 29.56 or v_longitude not between 119.81 and 120.29
  then
    perform private.refuse('place_outside_yiwu', 400, 'This point is not in Yiwu.');
  end if;

  v_key_hash := private.feedback_hash('key', p_idempotency_key::text);
  -- One at a time with this key: whoever comes second finds what the first has written.
  perform pg_advisory_xact_lock(hashtextextended('feedback ' || p_idempotency_key, 0));
  select * into v_report from private.feedback_reports where key_hash = v_key_hash;
  if found then
    select * into strict v_feedback from public.feedback where id = v_report.feedback_id;
    if (v_report.resident_id, v_report.body, v_report.town_code, v_report.place, v_report.contact,
        v_report.latitude, v_report.longitude, v_report.photos, v_feedback.kind, v_feedback.wants_public)
      is distinct from (v_resident_id, v_body, p_town_code, v_place, v_contact,
        v_latitude, v_longitude, v_photos, p_kind, coalesce(p_wants_public, false))
    then
      perform private.refuse('key_reused', 409, 'This key was used for another report.');
    end if;
  else
    select * into v_settings from private.settings;
    -- Always in this order, so that two reports never wait for each other in a circle.
    if private.request_address() <> '' then
      perform private.spend_feedback_quota('address ' || private.address_network(private.request_address()),
        v_settings.feedback_per_address_day);
    end if;
    if v_resident_id is not null then
      perform private.spend_feedback_quota('account ' || v_resident_id, v_settings.feedback_per_account_day);
    end if;
    insert into public.feedback (kind, town_code, due_on, wants_public)
    values (p_kind, p_town_code, private.shanghai_day() + v_settings.feedback_look_days,
      coalesce(p_wants_public, false))
    returning * into v_feedback;
    insert into private.feedback_reports
      (feedback_id, resident_id, body, town_code, place, contact, latitude, longitude, photos, key_hash,
        tracking_hash)
    values (v_feedback.id, v_resident_id, v_body, p_town_code, v_place, v_contact, v_latitude, v_longitude,
      v_photos, v_key_hash, private.tracking_hash_of(private.tracking_code_of(p_idempotency_key)))
    returning * into v_report;
    perform private.add_feedback_step(v_feedback, 'received');
  end if;
  return query select v_feedback.number, private.tracking_code_of(p_idempotency_key), v_report.photo_folder,
    (select s.due_on from public.feedback_steps s
      where s.feedback_id = v_feedback.id and s.step = 'received');
end
$$;
comment on function private.submit_feedback is
  'Body of public.submit_feedback. Definer, because nobody may write reports directly. An account counts only when the reporter asks for it: otherwise who calls is not even looked at.';
revoke execute on function private.submit_feedback from public, anon, authenticated;
grant execute on function private.submit_feedback to anon, authenticated;

create function public.submit_feedback(
  p_kind public.feedback_kind,
  p_body text,
  p_idempotency_key uuid,
  p_town_code text default null,
  p_place text default '',
  p_latitude numeric default null,
  p_longitude numeric default null,
  p_contact text default '',
  p_with_account boolean default false,
  p_wants_public boolean default false,
  p_photos smallint default 0
) returns table (number bigint, tracking_code text, photo_folder uuid, due_on date)
language sql
set search_path = ''
as $$
  select * from private.submit_feedback(p_kind, p_body, p_town_code, p_place, p_latitude, p_longitude,
    p_contact, p_with_account, p_wants_public, p_photos, p_idempotency_key)
$$;
comment on function public.submit_feedback is
  'Takes a report, with or without account, and gives its number, the tracking code (told this once; the same key gives it again), the folder for its photos, and the day by which it is passed on. Errors: key_missing, key_reused, kind_missing, body_missing, body_too_long, place_too_long, contact_too_long (detail: limit), too_many_photos, town_unknown, place_outside_yiwu, too_many_today (detail: limit, next_at), sign_in_first. Called by: everyone.';
revoke execute on function public.submit_feedback from public, anon, authenticated;
grant execute on function public.submit_feedback to anon, authenticated;

create function private.reported_feedback(p_tracking_code text, p_number bigint) returns uuid
language plpgsql stable
set search_path = ''
as $$
declare
  v_id uuid;
begin
  if coalesce(p_tracking_code, '') <> '' then
    select r.feedback_id into v_id from private.feedback_reports r
    where r.tracking_hash = private.tracking_hash_of(p_tracking_code);
  elsif p_number is not null and auth.uid() is not null then
    select r.feedback_id into v_id
    from public.feedback f join private.feedback_reports r on r.feedback_id = f.id
    where f.number = p_number and r.resident_id = auth.uid();
  end if;
  if v_id is null then
    perform private.refuse('code_unknown', 404, 'No report has this code.');
  end if;
  return v_id;
end
$$;
comment on function private.reported_feedback is
  'The report of a tracking code, or of a number when it was sent from the caller''s account; otherwise a refusal (code_unknown, 404). Called by: what reporters do.';
revoke execute on function private.reported_feedback from public, anon, authenticated;

create function private.feedback_photos(p_folder uuid) returns text[]
language sql stable
set search_path = ''
as $$
  select coalesce(array_agg(name order by name), '{}') from storage.objects
  where bucket_id = 'feedback' and name = any (
    select p_folder || '/' || n || '.' || type
    from generate_series(1, 3) as n, unnest(array['webp', 'jpg']) as type
  )
$$;
comment on function private.feedback_photos is
  'The names of the photos that have arrived in a folder, in their order. Called by: the bodies that give a report.';
revoke execute on function private.feedback_photos from public, anon, authenticated;

create function private.read_my_report(p_tracking_code text, p_number bigint) returns table (
  number bigint, kind public.feedback_kind, town_code text, status public.feedback_status, department text,
  due_on date, body text, place text, photos text[], answer_zh text, answer_en text, received_at timestamptz,
  answered_at timestamptz, reopened_count integer, wants_public boolean, is_public boolean, is_verified boolean,
  is_demo boolean, duplicate_number bigint
)
language sql stable security definer
set search_path = ''
as $$
  select f.number, f.kind, f.town_code, f.status, f.department, f.due_on, r.body, r.place,
    private.feedback_photos(r.photo_folder), f.answer_zh, f.answer_en, f.received_at, f.answered_at,
    f.reopened_count, f.wants_public, f.is_public, f.is_verified, f.is_demo, o.number
  from public.feedback f
  join private.feedback_reports r on r.feedback_id = f.id
  left join public.feedback o on o.id = f.duplicate_of
  where f.id = (select private.reported_feedback(p_tracking_code, p_number))
$$;
comment on function private.read_my_report is 'Body of public.read_my_report. Definer, because nobody reads reports directly.';
revoke execute on function private.read_my_report from public, anon, authenticated;
grant execute on function private.read_my_report to anon, authenticated;

create function public.read_my_report(p_tracking_code text default null, p_number bigint default null) returns table (
  number bigint, kind public.feedback_kind, town_code text, status public.feedback_status, department text,
  due_on date, body text, place text, photos text[], answer_zh text, answer_en text, received_at timestamptz,
  answered_at timestamptz, reopened_count integer, wants_public boolean, is_public boolean, is_verified boolean,
  is_demo boolean, duplicate_number bigint
)
language sql stable
set search_path = ''
as $$ select * from private.read_my_report(p_tracking_code, p_number) $$;
comment on function public.read_my_report is
  'A report as its reporter sees it, by tracking code, or by number when it came from the caller''s account. Errors: code_unknown. Called by: everyone.';
revoke execute on function public.read_my_report from public, anon, authenticated;
grant execute on function public.read_my_report to anon, authenticated;

create function private.list_my_report_steps(p_tracking_code text, p_number bigint) returns table (
  at timestamptz, step public.feedback_step, department text, due_on date, words text
)
language sql stable security definer
set search_path = ''
as $$
  select s.at, s.step, s.department, s.due_on, coalesce(r.words, s.words)
  from public.feedback_steps s left join private.feedback_replies r on r.step_id = s.id
  where s.feedback_id = (select private.reported_feedback(p_tracking_code, p_number))
  order by s.id
$$;
comment on function private.list_my_report_steps is
  'Body of public.list_my_report_steps. Definer, because reporters read what is not published, and their own words.';
revoke execute on function private.list_my_report_steps from public, anon, authenticated;
grant execute on function private.list_my_report_steps to anon, authenticated;

create function public.list_my_report_steps(p_tracking_code text default null, p_number bigint default null)
returns table (at timestamptz, step public.feedback_step, department text, due_on date, words text)
language sql stable
set search_path = ''
as $$ select * from private.list_my_report_steps(p_tracking_code, p_number) $$;
comment on function public.list_my_report_steps is
  'What happened to the caller''s report, oldest first, with their own words where they opened it again. Errors: code_unknown. Called by: everyone.';
revoke execute on function public.list_my_report_steps from public, anon, authenticated;
grant execute on function public.list_my_report_steps to anon, authenticated;

create function private.list_my_feedback() returns table (
  number bigint, kind public.feedback_kind, town_code text, status public.feedback_status, due_on date,
  received_at timestamptz, answered_at timestamptz, beginning text
)
language sql stable security definer
set search_path = ''
as $$
  select f.number, f.kind, f.town_code, f.status, f.due_on, f.received_at, f.answered_at, left(r.body, 60)
  from private.feedback_reports r join public.feedback f on f.id = r.feedback_id
  where r.resident_id = (select private.require_resident())
  order by r.received_at desc limit 100
$$;
comment on function private.list_my_feedback is 'Body of public.list_my_feedback. Definer, because nobody reads reports directly.';
revoke execute on function private.list_my_feedback from public, anon, authenticated;
grant execute on function private.list_my_feedback to authenticated;

create function public.list_my_feedback() returns table (
  number bigint, kind public.feedback_kind, town_code text, status public.feedback_status, due_on date,
  received_at timestamptz, answered_at timestamptz, beginning text
)
language sql stable
set search_path = ''
as $$ select * from private.list_my_feedback() $$;
comment on function public.list_my_feedback is
  'The last 100 reports sent from the caller''s account, newest first, each with its first 60 characters. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.list_my_feedback from public, anon, authenticated;
grant execute on function public.list_my_feedback to authenticated;

create function private.confirm_feedback(p_tracking_code text, p_number bigint) returns public.feedback_status
language plpgsql security definer
set search_path = ''
as $$
declare
  v_id uuid := private.reported_feedback(p_tracking_code, p_number);
  v_feedback public.feedback;
begin
  select * into strict v_feedback from public.feedback where id = v_id for update;
  if v_feedback.status = 'confirmed' then
    return v_feedback.status;
  elsif v_feedback.status <> 'answered' then
    perform private.refuse('not_answered', 409, 'Only an answer can be confirmed.');
  end if;
  update public.feedback set status = 'confirmed', confirmed_at = now() where id = v_id returning * into v_feedback;
  perform private.add_feedback_step(v_feedback, 'confirmed');
  return v_feedback.status;
end
$$;
comment on function private.confirm_feedback is 'Body of public.confirm_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.confirm_feedback from public, anon, authenticated;
grant execute on function private.confirm_feedback to anon, authenticated;

create function public.confirm_feedback(p_tracking_code text default null, p_number bigint default null)
returns public.feedback_status
language sql
set search_path = ''
as $$ select private.confirm_feedback(p_tracking_code, p_number) $$;
comment on function public.confirm_feedback is
  'The reporter says that the matter is settled; twice is the same as once. Errors: code_unknown, not_answered. Called by: everyone.';
revoke execute on function public.confirm_feedback from public, anon, authenticated;
grant execute on function public.confirm_feedback to anon, authenticated;

create function private.reopen_feedback(p_tracking_code text, p_words text, p_number bigint)
returns public.feedback_status
language plpgsql security definer
set search_path = ''
as $$
declare
  v_id uuid := private.reported_feedback(p_tracking_code, p_number);
  v_words text := coalesce(trim(p_words), '');
  v_feedback public.feedback;
  v_step_id bigint;
begin
  if v_words = '' then
    perform private.refuse('words_missing', 400, 'Opening again says what is not settled.');
  elsif char_length(v_words) > 500 then
    perform private.refuse('words_too_long', 400, 'At most 500 characters.', '{"limit": 500}');
  end if;
  select * into strict v_feedback from public.feedback where id = v_id for update;
  if v_feedback.status = 'reopened' and v_words = (
    select words from private.feedback_replies where feedback_id = v_id order by step_id desc limit 1
  ) then
    return v_feedback.status;
  elsif v_feedback.status <> 'answered' then
    perform private.refuse('not_answered', 409, 'Only an answer can be sent back.');
  end if;
  update public.feedback set status = 'reopened', reopened_count = reopened_count + 1,
    due_on = private.shanghai_day() + (select feedback_look_days from private.settings)
  where id = v_id returning * into v_feedback;
  v_step_id := private.add_feedback_step(v_feedback, 'reopened');
  insert into private.feedback_replies (step_id, feedback_id, words) values (v_step_id, v_id, v_words);
  return v_feedback.status;
end
$$;
comment on function private.reopen_feedback is 'Body of public.reopen_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.reopen_feedback from public, anon, authenticated;
grant execute on function private.reopen_feedback to anon, authenticated;

create function public.reopen_feedback(p_words text, p_tracking_code text default null, p_number bigint default null)
returns public.feedback_status
language sql
set search_path = ''
as $$ select private.reopen_feedback(p_tracking_code, p_words, p_number) $$;
comment on function public.reopen_feedback is
  'The reporter says what is not settled, and the matter waits for a moderator again; the same words twice are once. Errors: code_unknown, words_missing, words_too_long (detail: limit), not_answered. Called by: everyone.';
revoke execute on function public.reopen_feedback from public, anon, authenticated;
grant execute on function public.reopen_feedback to anon, authenticated;

create function private.lock_feedback(p_id uuid, p_role public.staff_role) returns public.feedback
language plpgsql
set search_path = ''
as $$
declare
  v_feedback public.feedback;
begin
  perform private.require_role(p_role);
  select * into v_feedback from public.feedback where id = p_id for update;
  if not found then
    perform private.refuse('feedback_unknown', 404, 'There is no such report.');
  end if;
  perform private.require_role_at(p_role, null, v_feedback.town_code);
  return v_feedback;
end
$$;
comment on function private.lock_feedback is
  'A report, locked, for staff whose towns it belongs to; a report without a town belongs to those limited to none. Refuses with not_found and feedback_unknown. Called by: what the desk does.';
revoke execute on function private.lock_feedback from public, anon, authenticated;

create function private.require_version(p_feedback public.feedback, p_version integer) returns void
language sql
set search_path = ''
as $$
  select private.refuse_newer_version(p_version, p_feedback.version, p_feedback.changed_at, p_feedback.changed_by)
$$;
comment on function private.require_version is
  'Refuses to write over a version the caller has not seen (newer_version). Called by: what the desk does.';
revoke execute on function private.require_version from public, anon, authenticated;

create function private.auditable_feedback(p_feedback public.feedback) returns jsonb
language sql stable
set search_path = ''
as $$
  select to_jsonb(p_feedback) || (
    select jsonb_object_agg(field, char_length(text) || ' ▇ ' || case when text = '' then ''
      else left(encode(private.feedback_hash('audit', text), 'hex'), 8) end)
    from (values ('public_text', p_feedback.public_text), ('place_text', p_feedback.place_text)) as t (field, text)
  )
$$;
comment on function private.auditable_feedback is
  'A report as the audit keeps it, for ever: of its text and place only how long they are, and a mark that differs when they do. A moderator may have overlooked personal data in them. Called by: audit_feedback.';
revoke execute on function private.auditable_feedback from public, anon, authenticated;

create function private.audit_feedback(p_act text, p_before public.feedback, p_after public.feedback) returns void
language sql
set search_path = ''
as $$
  select private.record_audit(p_act, 'feedback', p_after.id::text,
    jsonb_build_object('number', p_after.number),
    private.auditable_feedback(p_before), private.auditable_feedback(p_after))
$$;
comment on function private.audit_feedback is
  'Adds a line to the audit with what may be shown of a report before and after. Called by: what the desk does.';
revoke execute on function private.audit_feedback from public, anon, authenticated;

create function private.read_feedback_report(p_id uuid) returns table (
  body text, place text, contact text, latitude numeric, longitude numeric, photos text[], replies text[]
)
language plpgsql security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_feedback public.feedback := private.lock_feedback(p_id, 'moderator');
begin
  perform private.record_audit('read_feedback_report', 'feedback', p_id::text,
    jsonb_build_object('number', v_feedback.number));
  return query
    select r.body, r.place, r.contact, r.latitude, r.longitude, private.feedback_photos(r.photo_folder),
      array(select a.words from private.feedback_replies a where a.feedback_id = p_id order by a.step_id)
    from private.feedback_reports r where r.feedback_id = p_id;
end
$$;
comment on function private.read_feedback_report is
  'Body of public.read_feedback_report. Definer, because nobody reads reports directly. The account is left out.';
revoke execute on function private.read_feedback_report from public, anon, authenticated;
grant execute on function private.read_feedback_report to authenticated;

create function public.read_feedback_report(p_id uuid) returns table (
  body text, place text, contact text, latitude numeric, longitude numeric, photos text[], replies text[]
)
language sql
set search_path = ''
as $$ select * from private.read_feedback_report(p_id) $$;
comment on function public.read_feedback_report is
  'The report as it was sent and the words it was opened again with, never the account; the reading is recorded, and opens the photos for ten minutes. Errors: not_found, feedback_unknown, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.read_feedback_report from public, anon, authenticated;
grant execute on function public.read_feedback_report to authenticated;

create function private.assign_feedback(
  p_id uuid, p_version integer, p_town_code text, p_department text, p_due_on date,
  p_public_text text, p_place_text text, p_photos text[]
) returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before public.feedback := private.lock_feedback(p_id, 'moderator');
  v_after public.feedback;
  v_text text := coalesce(trim(p_public_text), '');
  v_place text := coalesce(trim(p_place_text), '');
  v_photos text[] := coalesce(p_photos, '{}');
  v_begins boolean := v_before.status in ('received', 'reopened');
begin
  if not v_begins and (v_before.town_code, v_before.department, v_before.due_on, v_before.public_text,
      v_before.place_text, v_before.photos_public)
    is not distinct from (p_town_code, p_department, p_due_on, v_text, v_place, v_photos)
  then
    return v_before;
  end if;
  perform private.require_version(v_before, p_version);
  if v_before.status = 'closed' then
    perform private.refuse('feedback_closed', 409, 'This report has been closed.');
  elsif coalesce(p_department, '') !~ '^[a-z]+(-[a-z]+)*$' then
    perform private.refuse('department_missing', 400, 'A report is passed on to a department.');
  elsif v_before.status in ('answered', 'confirmed')
    and (p_department, p_due_on) is distinct from (v_before.department, v_before.due_on)
  then
    perform private.refuse('answered_already', 409, 'It has been answered: department and day stay.');
  elsif p_due_on is null or (p_due_on is distinct from v_before.due_on or v_begins)
    and p_due_on not between private.shanghai_day() and private.shanghai_day() + 180
  then
    perform private.refuse('due_invalid', 400, 'The day is today or up to half a year away.');
  elsif v_text = '' then
    perform private.refuse('text_missing', 400, 'The department reads the text without personal data: it cannot be empty.');
  elsif char_length(v_text) > 2000 then
    perform private.refuse('body_too_long', 400, 'At most 2000 characters.', '{"limit": 2000}');
  elsif char_length(v_place) > 200 then
    perform private.refuse('place_too_long', 400, 'At most 200 characters.', '{"limit": 200}');
  elsif p_town_code is not null and not exists (select from public.towns where code = p_town_code) then
    perform private.refuse('town_unknown', 404, 'There is no such town.');
  elsif not v_photos <@ (
    select private.feedback_photos(photo_folder) from private.feedback_reports where feedback_id = p_id
  ) or cardinality(v_photos) > 3 then
    perform private.refuse('photos_unknown', 400, 'A photo does not belong to this report.');
  end if;
  update public.feedback set
    town_code = p_town_code, department = p_department, due_on = p_due_on, public_text = v_text,
    place_text = v_place, photos_public = v_photos,
    status = case when v_begins then 'assigned' else status end,
    assigned_at = case when v_begins then now() else assigned_at end
  where id = p_id returning * into v_after;
  if v_begins or (v_after.department, v_after.due_on) is distinct from (v_before.department, v_before.due_on) then
    perform private.add_feedback_step(v_after, 'assigned');
  end if;
  perform private.audit_feedback('assign_feedback', v_before, v_after);
  return v_after;
end
$$;
comment on function private.assign_feedback is 'Body of public.assign_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.assign_feedback from public, anon, authenticated;
grant execute on function private.assign_feedback to authenticated;

create function public.assign_feedback(
  p_id uuid, p_version integer, p_town_code text, p_department text, p_due_on date,
  p_public_text text, p_place_text text default '', p_photos text[] default '{}'
) returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.assign_feedback(p_id, p_version, p_town_code, p_department, p_due_on,
    p_public_text, p_place_text, p_photos), '{"changed_by": null}')
$$;
comment on function public.assign_feedback is
  'Passes a report on to a department with a day to answer by, and writes down what of it may be shown: text and place without personal data, chosen photos. After the answer only these change. Equal content is saved already. Errors: not_found, feedback_unknown, newer_version, feedback_closed, department_missing, answered_already, due_invalid, text_missing, body_too_long, place_too_long, town_unknown, photos_unknown, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.assign_feedback from public, anon, authenticated;
grant execute on function public.assign_feedback to authenticated;

create function private.answer_duplicates(p_original public.feedback) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_duplicate public.feedback;
begin
  for v_duplicate in
    update public.feedback set
      status = 'answered', answered_at = now(), answer_zh = p_original.answer_zh, answer_en = p_original.answer_en,
      department = p_original.department, assigned_at = coalesce(assigned_at, now())
    where duplicate_of = p_original.id and status in ('received', 'assigned', 'reopened')
    returning *
  loop
    perform private.tell_reporter(v_duplicate, 'feedback_answered',
      'feedback-answer:' || private.add_feedback_step(v_duplicate, 'answered'));
  end loop;
end
$$;
comment on function private.answer_duplicates is
  'Answers the open reports that are linked to an answered one, and tells their reporters. Called by: answer_feedback and link_feedback, which hold the lock of the links.';
revoke execute on function private.answer_duplicates from public, anon, authenticated;

create function private.answer_feedback(p_id uuid, p_version integer, p_answer_zh text, p_answer_en text)
returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before public.feedback;
  v_after public.feedback;
  v_zh text := coalesce(trim(p_answer_zh), '');
  v_en text := coalesce(trim(p_answer_en), '');
begin
  perform private.require_role('editor');
  -- Answering and linking take turns, so that no linked report is left without the answer.
  perform pg_advisory_xact_lock(hashtextextended('feedback links', 0));
  v_before := private.lock_feedback(p_id, 'editor');
  if v_before.status in ('answered', 'confirmed') and (v_before.answer_zh, v_before.answer_en) = (v_zh, v_en) then
    return v_before;
  elsif v_before.status = 'received' then
    -- What no moderator has looked at does not exist for the desk that answers.
    perform private.refuse('feedback_unknown', 404, 'There is no such report.');
  end if;
  perform private.require_version(v_before, p_version);
  if v_before.status = 'closed' then
    perform private.refuse('feedback_closed', 409, 'This report has been closed.');
  elsif v_before.status = 'confirmed' then
    perform private.refuse('confirmed_already', 409, 'The reporter has confirmed the answer: it stays.');
  elsif v_zh = '' then
    perform private.refuse('reply_missing', 400, 'An answer says something, in Chinese at least.');
  elsif char_length(v_zh) > 3000 or char_length(v_en) > 6000 then
    perform private.refuse('reply_too_long', 400, 'At most 3000 characters in Chinese and 6000 in English.',
      '{"limit": 3000, "limit_en": 6000}');
  end if;
  update public.feedback set
    answer_zh = v_zh, answer_en = v_en, status = 'answered',
    answered_at = case when status = 'answered' then answered_at else now() end
  where id = p_id returning * into v_after;
  perform private.tell_reporter(v_after, 'feedback_answered',
    'feedback-answer:' || private.add_feedback_step(v_after, 'answered'));
  perform private.answer_duplicates(v_after);
  perform private.audit_feedback('answer_feedback', v_before, v_after);
  return v_after;
end
$$;
comment on function private.answer_feedback is 'Body of public.answer_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.answer_feedback from public, anon, authenticated;
grant execute on function private.answer_feedback to authenticated;

create function public.answer_feedback(p_id uuid, p_version integer, p_answer_zh text, p_answer_en text default '')
returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.answer_feedback(p_id, p_version, p_answer_zh, p_answer_en), '{"changed_by": null}')
$$;
comment on function public.answer_feedback is
  'Answers a report that was passed on, or corrects the answer until it is confirmed; the reports linked to it are answered with it, and the reporters told. Errors: not_found, feedback_unknown, newer_version, feedback_closed, confirmed_already, reply_missing, reply_too_long (detail: limit, limit_en), staff_session_ended, second_factor_needed. Called by: editors.';
revoke execute on function public.answer_feedback from public, anon, authenticated;
grant execute on function public.answer_feedback to authenticated;

create function private.publish_feedback(p_id uuid, p_version integer, p_is_public boolean) returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before public.feedback := private.lock_feedback(p_id, 'moderator');
  v_after public.feedback;
begin
  if v_before.is_public is not distinct from p_is_public then
    return v_before;
  end if;
  perform private.require_version(v_before, p_version);
  if v_before.status = 'closed' then
    perform private.refuse('feedback_closed', 409, 'This report has been closed.');
  elsif p_is_public and not v_before.wants_public then
    perform private.refuse('consent_missing', 409, 'The reporter does not wish it to be published.');
  elsif p_is_public and v_before.public_text = '' then
    perform private.refuse('text_missing', 400, 'There is no text without personal data yet.');
  end if;
  update public.feedback set
    is_public = coalesce(p_is_public, false),
    published_at = case when p_is_public then now() else published_at end
  where id = p_id returning * into v_after;
  perform private.add_feedback_step(v_after,
    case when p_is_public then 'published' else 'withdrawn' end::public.feedback_step);
  perform private.audit_feedback('publish_feedback', v_before, v_after);
  return v_after;
end
$$;
comment on function private.publish_feedback is 'Body of public.publish_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.publish_feedback from public, anon, authenticated;
grant execute on function private.publish_feedback to authenticated;

create function public.publish_feedback(p_id uuid, p_version integer, p_is_public boolean) returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.publish_feedback(p_id, p_version, p_is_public), '{"changed_by": null}')
$$;
comment on function public.publish_feedback is
  'Publishes what of a report may be shown, if its reporter agreed, or withdraws it; twice is once. Errors: not_found, feedback_unknown, newer_version, feedback_closed, consent_missing, text_missing, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.publish_feedback from public, anon, authenticated;
grant execute on function public.publish_feedback to authenticated;

create function private.count_duplicates(p_ids uuid[]) returns void
language sql
set search_path = ''
as $$
  update public.feedback f
  set duplicates = (select count(*) from public.feedback d where d.duplicate_of = f.id)
  where f.id = any (p_ids)
$$;
comment on function private.count_duplicates is 'Counts anew how many reports are linked to some. Called by: link_feedback.';
revoke execute on function private.count_duplicates from public, anon, authenticated;

create function private.link_feedback(p_id uuid, p_version integer, p_duplicate_of uuid) returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before public.feedback;
  v_after public.feedback;
  v_original public.feedback;
begin
  perform private.require_role('moderator');
  perform pg_advisory_xact_lock(hashtextextended('feedback links', 0));
  v_before := private.lock_feedback(p_id, 'moderator');
  if p_duplicate_of is not null then
    v_original := private.lock_feedback(p_duplicate_of, 'moderator');
    if v_original.duplicate_of is not null then
      -- No chains: what is linked to a linked report is linked to its original.
      v_original := private.lock_feedback(v_original.duplicate_of, 'moderator');
    end if;
  end if;
  if v_before.duplicate_of is not distinct from v_original.id then
    return v_before;
  end if;
  perform private.require_version(v_before, p_version);
  if v_original.id = p_id then
    perform private.refuse('duplicate_of_itself', 409, 'A report is no duplicate of itself.');
  elsif 'closed' in (v_before.status, v_original.status) then
    perform private.refuse('feedback_closed', 409, 'This report has been closed.');
  end if;
  update public.feedback set duplicate_of = v_original.id where duplicate_of = p_id;
  update public.feedback set duplicate_of = v_original.id where id = p_id;
  perform private.count_duplicates(array[p_id, v_original.id, v_before.duplicate_of]);
  select * into strict v_after from public.feedback where id = p_id;
  if v_original.id is not null then
    perform private.add_feedback_step(v_after, 'linked');
    if v_original.status in ('answered', 'confirmed') then
      perform private.answer_duplicates(v_original);
      select * into strict v_after from public.feedback where id = p_id;
    end if;
  end if;
  perform private.audit_feedback('link_feedback', v_before, v_after);
  return v_after;
end
$$;
comment on function private.link_feedback is 'Body of public.link_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.link_feedback from public, anon, authenticated;
grant execute on function private.link_feedback to authenticated;

create function public.link_feedback(p_id uuid, p_version integer, p_duplicate_of uuid default null)
returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.link_feedback(p_id, p_version, p_duplicate_of), '{"changed_by": null}')
$$;
comment on function public.link_feedback is
  'Links a report to the earlier one of the same matter, whose answer becomes its own, or unlinks it; what was linked to it moves along. Errors: not_found, feedback_unknown, newer_version, duplicate_of_itself, feedback_closed, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.link_feedback from public, anon, authenticated;
grant execute on function public.link_feedback to authenticated;

create function private.verify_violation(p_id uuid, p_version integer, p_verified boolean) returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_before public.feedback;
  v_after public.feedback;
  v_resident_id uuid;
  v_coins bigint;
begin
  -- Reports of one matter are verified one at a time, and not while they are linked.
  perform pg_advisory_xact_lock(hashtextextended('feedback links', 0));
  v_before := private.lock_feedback(p_id, 'moderator');
  select resident_id into v_resident_id from private.feedback_reports where feedback_id = p_id;
  if v_resident_id = v_moderator_id then
    perform private.refuse('own_report', 403, 'Nobody verifies their own report.');
  elsif v_before.is_verified is not distinct from p_verified then
    return v_before;
  end if;
  perform private.require_version(v_before, p_version);
  if v_before.kind <> 'violation' then
    perform private.refuse('not_a_violation', 409, 'Only a reported violation is verified.');
  elsif v_before.status = 'closed' then
    perform private.refuse('feedback_closed', 409, 'This report has been closed.');
  elsif v_before.is_verified or p_verified is null then
    perform private.refuse('verified_already', 409, 'It has been verified, and what it pays has been paid.');
  end if;
  update public.feedback set is_verified = p_verified where id = p_id returning * into v_after;
  perform private.add_feedback_step(v_after,
    case when p_verified then 'verified' else 'not_verified' end::public.feedback_step);
  if p_verified and v_resident_id is not null and not exists (
    -- Whoever sent the same matter twice has been paid for it.
    select from public.feedback f join private.feedback_reports r on r.feedback_id = f.id
    where r.resident_id = v_resident_id and f.is_verified and f.id <> p_id
      and coalesce(f.duplicate_of, f.id) = coalesce(v_before.duplicate_of, p_id)
  ) then
    v_coins := (private.price_on('violation-report', private.shanghai_day())).coins;
    perform ledger.award(v_resident_id, 'violation-report', v_coins,
      'violation:' || p_id, 'award:violation:' || p_id, v_moderator_id);
    perform private.tell_reporter(v_after, 'feedback_verified', 'feedback-verified:' || p_id);
  end if;
  perform private.audit_feedback('verify_violation', v_before, v_after);
  return v_after;
end
$$;
comment on function private.verify_violation is
  'Body of public.verify_violation. Definer, because nobody may write feedback or coins directly. Its answer is the same whether the reporter gave an account or not.';
revoke execute on function private.verify_violation from public, anon, authenticated;
grant execute on function private.verify_violation to authenticated;

create function public.verify_violation(p_id uuid, p_version integer, p_verified boolean) returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.verify_violation(p_id, p_version, p_verified), '{"changed_by": null}')
$$;
comment on function public.verify_violation is
  'Says whether a reported violation was found to be one; if so, the price of violation-report goes once to the reporter who gave an account, once for all linked reports of theirs, and nobody learns who or whether. Errors: not_found, feedback_unknown, own_report, newer_version, not_a_violation, feedback_closed, verified_already, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.verify_violation from public, anon, authenticated;
grant execute on function public.verify_violation to authenticated;

create function private.close_feedback(p_id uuid, p_version integer, p_words text) returns public.feedback
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before public.feedback := private.lock_feedback(p_id, 'moderator');
  v_after public.feedback;
  v_words text := coalesce(trim(p_words), '');
begin
  if v_before.status = 'closed' then
    return v_before;
  end if;
  perform private.require_version(v_before, p_version);
  if v_before.status = 'confirmed' then
    perform private.refuse('confirmed_already', 409, 'The reporter has confirmed the answer: it stays.');
  elsif v_words = '' then
    perform private.refuse('words_missing', 400, 'Closing says why.');
  elsif char_length(v_words) > 500 then
    perform private.refuse('words_too_long', 400, 'At most 500 characters.', '{"limit": 500}');
  end if;
  update public.feedback set status = 'closed', is_public = false where id = p_id returning * into v_after;
  perform private.add_feedback_step(v_after, 'closed', v_words);
  perform private.tell_reporter(v_after, 'feedback_closed', 'feedback-closed:' || p_id);
  perform private.audit_feedback('close_feedback', v_before, v_after);
  return v_after;
end
$$;
comment on function private.close_feedback is 'Body of public.close_feedback. Definer, because nobody may write feedback directly.';
revoke execute on function private.close_feedback from public, anon, authenticated;
grant execute on function private.close_feedback to authenticated;

create function public.close_feedback(p_id uuid, p_version integer, p_words text) returns public.feedback
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.close_feedback(p_id, p_version, p_words), '{"changed_by": null}')
$$;
comment on function public.close_feedback is
  'Closes a report that is none, such as an advertisement, with words the reporter reads; it is no longer published. Errors: not_found, feedback_unknown, newer_version, confirmed_already, words_missing, words_too_long (detail: limit), staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.close_feedback from public, anon, authenticated;
grant execute on function public.close_feedback to authenticated;

create function private.shingles(p_text text) returns text[]
language sql immutable
set search_path = ''
as $$
  select coalesce(array_agg(distinct substr(c.plain, i, 2)), '{}')
  from (select left(regexp_replace(lower(p_text), '[[:space:][:punct:]，。、；：？！「」（）▇]', '', 'g'), 400) as plain) as c,
    generate_series(1, char_length(c.plain) - 1) as i
$$;
comment on function private.shingles is
  'The pairs of neighbouring characters of a text, each once: two texts that share many speak of the same thing, in Chinese too. Called by: suggest_duplicates.';
revoke execute on function private.shingles from public, anon, authenticated;

create function private.suggest_duplicates(p_id uuid) returns table (
  id uuid, number bigint, kind public.feedback_kind, status public.feedback_status, public_text text,
  received_at timestamptz, likeness real
)
language plpgsql stable security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  v_feedback public.feedback;
  v_report private.feedback_reports;
  v_shingles text[];
begin
  select * into v_feedback from public.feedback f where f.id = p_id;
  if not found then
    perform private.require_role('moderator');
    perform private.refuse('feedback_unknown', 404, 'There is no such report.');
  end if;
  perform private.require_role_at('moderator', null, v_feedback.town_code);
  select * into strict v_report from private.feedback_reports where feedback_id = p_id;
  v_shingles := private.shingles(v_report.body);
  return query
    with recent as (
      select f.id, f.number, f.kind, f.status, f.public_text, f.received_at, r.body, r.latitude, r.longitude
      from public.feedback f join private.feedback_reports r on r.feedback_id = f.id
      where f.id <> p_id and f.duplicate_of is null and f.status <> 'closed'
        and f.town_code is not distinct from v_feedback.town_code
      order by f.number desc limit 300
    ), alike as (
      select c.*, (
        2.0 * (select count(*) from (
          select unnest(private.shingles(c.body)) intersect select unnest(v_shingles)
        ) as shared)
        / greatest(1, cardinality(private.shingles(c.body)) + cardinality(v_shingles))
        -- 0.003 of a degree is about 300 m.
        + case when abs(c.latitude - v_report.latitude) <= 0.003
            and abs(c.longitude - v_report.longitude) <= 0.003 then 0.2 else 0 end
      )::real as likeness
      from recent c
    )
    select a.id, a.number, a.kind, a.status, a.public_text, a.received_at, a.likeness
    from alike a where a.likeness >= 0.25 order by a.likeness desc, a.number desc limit 5;
end
$$;
comment on function private.suggest_duplicates is
  'Body of public.suggest_duplicates. Definer, because it compares reports that nobody reads, and shows of them what may be shown.';
revoke execute on function private.suggest_duplicates from public, anon, authenticated;
grant execute on function private.suggest_duplicates to authenticated;

create function public.suggest_duplicates(p_id uuid) returns table (
  id uuid, number bigint, kind public.feedback_kind, status public.feedback_status, public_text text,
  received_at timestamptz, likeness real
)
language sql
set search_path = ''
as $$ select * from private.suggest_duplicates(p_id) $$;
comment on function public.suggest_duplicates is
  'Up to five of the last 300 reports of the same town that may be about the same matter, the likest first; likeness from 0 to 1.2. Errors: not_found, feedback_unknown, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.suggest_duplicates from public, anon, authenticated;
grant execute on function public.suggest_duplicates to authenticated;

create function private.feedback_totals(p_kind public.feedback_kind, p_town_code text) returns table (
  received bigint, answered bigint, confirmed bigint, overdue bigint, median_days numeric, has_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  select
    count(*),
    count(*) filter (where status in ('answered', 'confirmed')),
    count(*) filter (where status = 'confirmed'),
    count(*) filter (where status in ('received', 'assigned', 'reopened') and due_on < (select private.shanghai_day())),
    round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - received_at) / 86400)
      filter (where status in ('answered', 'confirmed')))::numeric, 1),
    exists (select from public.feedback where is_demo)
  from public.feedback
  where duplicate_of is null and status <> 'closed'
    and (p_kind is null or kind = p_kind) and (p_town_code is null or town_code = p_town_code)
$$;
comment on function private.feedback_totals is
  'Body of public.get_feedback_totals. Definer, because it counts what is not published and shows none of it.';
revoke execute on function private.feedback_totals from public, anon, authenticated;
grant execute on function private.feedback_totals to anon, authenticated;

create function public.get_feedback_totals(p_kind public.feedback_kind default null, p_town_code text default null)
returns table (
  received bigint, answered bigint, confirmed bigint, overdue bigint, median_days numeric, has_demo boolean
)
language sql stable
set search_path = ''
as $$ select * from private.feedback_totals(p_kind, p_town_code) $$;
comment on function public.get_feedback_totals is
  'All reports, published or not, of a kind and town or of all: received, answered (confirmed ones among them), late, and the median of days from receipt to the last answer. Linked and closed ones are left out. Called by: everyone.';
revoke execute on function public.get_feedback_totals from public, anon, authenticated;
grant execute on function public.get_feedback_totals to anon, authenticated;

alter table public.feedback enable row level security;
create policy "visitors read what is published" on public.feedback
  for select to anon using (is_public);
create policy "residents read what is published, the desk what is in its towns" on public.feedback
  for select to authenticated
  using (
    is_public
    or (select private.holds_everywhere('moderator'))
    or town_code = any ((select private.role_towns('moderator'))::text[])
    or (status not in ('received', 'closed') and (
      (select private.holds_everywhere('editor'))
      or town_code = any ((select private.role_towns('editor'))::text[])
    ))
  );
grant select (
  id, number, kind, town_code, status, department, due_on, public_text, place_text, photos_public, answer_zh,
  answer_en, received_at, assigned_at, answered_at, confirmed_at, reopened_count, duplicate_of, duplicates,
  wants_public, is_public, published_at, is_verified, is_demo, version, changed_at
) on public.feedback to anon, authenticated;

alter table public.feedback_steps enable row level security;
create policy "whoever reads a report reads its steps" on public.feedback_steps
  for select to anon, authenticated
  using (exists (select from public.feedback where feedback.id = feedback_id));
grant select on public.feedback_steps to anon, authenticated;

create view public.public_feedback with (security_invoker = on) as
  select id, number, kind, town_code, status, department, due_on, public_text, place_text, photos_public,
    answer_zh, answer_en, received_at, answered_at, confirmed_at, reopened_count, duplicates, is_verified, is_demo,
    status in ('received', 'assigned', 'reopened') and due_on < (select private.shanghai_day()) as is_overdue
  from public.feedback where is_public;
comment on view public.public_feedback is 'What is published, for everyone: page by number, newest first.';
grant select on public.public_feedback to anon, authenticated;

create view public.desk_feedback with (security_invoker = on) as
  select id, number, kind, town_code, status, department, due_on, public_text, place_text, received_at, assigned_at,
    answered_at, reopened_count, duplicate_of, duplicates, wants_public, is_public, is_verified, is_demo, version,
    status in ('received', 'assigned', 'reopened') and due_on < (select private.shanghai_day()) as is_overdue,
    -- In this collation capitals are compared for ASCII alone, which makes searching several times faster.
    (number || ' ' || public_text || ' ' || place_text) collate "C" as search
  from public.feedback
  where (select private.holds_everywhere('moderator'))
    or town_code = any ((select private.role_towns('moderator'))::text[])
    or (status not in ('received', 'closed') and (
      (select private.holds_everywhere('editor'))
      or town_code = any ((select private.role_towns('editor'))::text[])
    ));
comment on view public.desk_feedback is
  'The reports of the caller''s towns: all of them for moderators, those passed on for editors. Nothing for others, published or not.';
grant select on public.desk_feedback to authenticated;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('feedback', 'feedback', false, 2097152, array['image/webp', 'image/jpeg'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create function private.photo_folder_of(p_name text) returns uuid
language sql immutable
set search_path = ''
as $$
  select case when p_name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[1-3]\.(webp|jpg)$'
    then left(p_name, 36)::uuid end
$$;
comment on function private.photo_folder_of is
  'The folder in the name of a photo of feedback, or null when it is no such name. Called by: the policies of the bucket.';
revoke execute on function private.photo_folder_of from public, anon, authenticated;

create function private.takes_feedback_photo(p_name text) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from private.feedback_reports
    where photo_folder = private.photo_folder_of(p_name)
      and received_at > now() - interval '1 hour'
      and substr(p_name, 38, 1)::integer <= photos
  ) and not exists (
    select from storage.objects
    where bucket_id = 'feedback' and name in (left(p_name, 38) || '.webp', left(p_name, 38) || '.jpg')
  )
$$;
comment on function private.takes_feedback_photo is
  'Whether a photo may be added: to the folder of a report of the last hour, as many as were announced, each once. Definer, because nobody reads reports directly; whoever knows the folder has sent the report. Called by: the policy of the bucket.';
revoke execute on function private.takes_feedback_photo from public, anon, authenticated;
grant execute on function private.takes_feedback_photo to anon;

create function private.sees_feedback_photo(p_name text) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from private.feedback_reports r join public.feedback f on f.id = r.feedback_id
    where r.photo_folder = private.photo_folder_of(p_name) and (
      (f.is_public and p_name = any (f.photos_public))
      or r.resident_id = auth.uid()
      or r.tracking_hash = private.tracking_hash_of(private.request_header('x-tracking-code'))
      or (
        p_name = any (f.photos_public) and f.status not in ('received', 'closed')
        and (private.holds_everywhere('editor') or f.town_code = any (private.role_towns('editor')))
      )
      or (
        (private.holds_everywhere('moderator') or f.town_code = any (private.role_towns('moderator')))
        and exists (
          select from public.audit_entries a
          where a.subject_kind = 'feedback' and a.subject_id = f.id::text and a.act = 'read_feedback_report'
            and a.actor_id = auth.uid() and a.at > now() - interval '10 minutes'
        )
      )
    )
  )
$$;
comment on function private.sees_feedback_photo is
  'Whether the caller may see a photo: a published one; as its reporter, by account or by the tracking code in the header x-tracking-code; an editor those let through; a moderator within ten minutes after a recorded reading. Definer, because nobody reads reports directly. Called by: the policy of the bucket.';
revoke execute on function private.sees_feedback_photo from public, anon, authenticated;
grant execute on function private.sees_feedback_photo to anon, authenticated;

-- Photos come from nobody: signed in or not, they are sent without an account, so that none stands beside them.
create policy "reporters add the photos they announced within the hour" on storage.objects
  for insert to anon
  with check (bucket_id = 'feedback' and private.takes_feedback_photo(name));
create policy "reporters and the desk see photos, everyone published ones" on storage.objects
  for select to anon, authenticated
  using (bucket_id = 'feedback' and private.sees_feedback_photo(name));
