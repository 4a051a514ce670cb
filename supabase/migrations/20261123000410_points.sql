-- Points (打卡点): places where a code proves that somebody was there. A screen shows one that changes every minute,
-- a poster one that is held by its rules.

create type public.point_kind as enum ('screen', 'printed');
comment on type public.point_kind is
  'screen: a code that changes every 60 seconds; printed: one fixed code, good within the rules of its point.';

create table public.action_points (
  id uuid primary key,
  handle text not null unique,
  action_code text not null references public.green_actions (code),
  name_zh text not null,
  name_en text not null,
  town_code text not null references public.towns (code),
  kind public.point_kind not null,
  opens time,
  closes time,
  weekdays smallint[] not null default '{1,2,3,4,5,6,7}',
  valid_from date not null default private.shanghai_day(),
  valid_until date,
  daily_limit integer,
  latitude double precision,
  longitude double precision,
  radius_m integer,
  is_open boolean not null default true,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint handle_is_four_characters check (handle ~ '^[2-9A-HJ-NP-TV-Z]{4}$'),
  constraint point_names_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
  ),
  constraint point_opens_before_it_closes check ((opens is null) = (closes is null) and opens < closes),
  constraint weekdays_are_monday_to_sunday check (
    cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]
  ),
  constraint point_begins_before_it_ends check (valid_until >= valid_from),
  constraint daily_limit_is_sane check (daily_limit between 1 and 100000),
  constraint place_is_whole_or_none check (
    num_nulls(latitude, longitude, radius_m) in (0, 3)
    and latitude between -90 and 90 and longitude between -180 and 180 and radius_m between 20 and 5000
  )
);
comment on table public.action_points is 'Places where a code proves a green action.';
comment on column public.action_points.handle is
  'The first four characters of every code of this point, of the alphabet of 31 that vouchers are written in.';
comment on column public.action_points.opens is 'When it opens in Asia/Shanghai; empty: open all day.';
comment on column public.action_points.closes is 'When it closes in Asia/Shanghai; no longer open in this minute.';
comment on column public.action_points.weekdays is 'Days it is open: 1 is Monday, 7 is Sunday.';
comment on column public.action_points.valid_from is 'The first day in Asia/Shanghai.';
comment on column public.action_points.valid_until is 'The last day in Asia/Shanghai; empty: without end.';
comment on column public.action_points.daily_limit is 'How many residents may use it in a day of Asia/Shanghai; empty: any number.';
comment on column public.action_points.latitude is 'WGS 84; with it, residents have to be within radius_m metres.';
create index action_points_by_action on public.action_points (action_code);
create index action_points_by_town on public.action_points (town_code);
create trigger point_versions_rise before update on public.action_points
  for each row execute function private.raise_version();

create table private.point_secrets (
  point_id uuid primary key references public.action_points (id) on delete cascade,
  generation integer not null default 1,
  secret bytea not null default
    pg_catalog.sha256(pg_catalog.uuid_send(gen_random_uuid()) || pg_catalog.uuid_send(gen_random_uuid())),
  made_at timestamptz not null default now(),
  constraint point_secret_is_32_bytes check (octet_length(secret) = 32)
);
comment on table private.point_secrets is 'From what the codes of a point are made; a screen gets it in the fragment of its address.';
comment on column private.point_secrets.generation is 'Rises with every new secret: a screen or poster with an earlier one is no longer good.';
alter table private.point_secrets enable row level security;

create table private.point_uses (
  point_id uuid not null references public.action_points (id) on delete cascade,
  used_on date not null,
  resident_id uuid not null references auth.users (id) on delete cascade,
  constraint point_is_used_once_a_day primary key (point_id, used_on, resident_id)
);
comment on table private.point_uses is
  'Who used which point today and yesterday, so that nobody uses one twice a day; older rows are forgotten. Where somebody was is kept nowhere else.';
create index point_uses_by_resident on private.point_uses (resident_id);
create index point_uses_by_day on private.point_uses (used_on);
alter table private.point_uses enable row level security;

create function private.give_point_secret() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into private.point_secrets (point_id) values (new.id);
  return null;
end
$$;
comment on function private.give_point_secret is
  'Gives a new point its secret. Definer, because nobody may write secrets directly. Called by: the trigger on action_points.';
revoke execute on function private.give_point_secret from public, anon, authenticated;
create trigger new_point_gets_a_secret after insert on public.action_points
  for each row execute function private.give_point_secret();

create function private.hmac_sha256(p_key bytea, p_message bytea) returns bytea
language plpgsql immutable
set search_path = ''
as $$
declare
  v_inner bytea := decode(repeat('36', 64), 'hex');
  v_outer bytea := decode(repeat('5c', 64), 'hex');
begin
  for i in 0 .. octet_length(p_key) - 1 loop
    v_inner := set_byte(v_inner, i, get_byte(p_key, i) # 54);
    v_outer := set_byte(v_outer, i, get_byte(p_key, i) # 92);
  end loop;
  return pg_catalog.sha256(v_outer || pg_catalog.sha256(v_inner || p_message));
end
$$;
comment on function private.hmac_sha256 is
  'HMAC-SHA-256 (RFC 2104) with a key of at most 64 bytes; built in nowhere without an extension. Called by: point_code.';
revoke execute on function private.hmac_sha256 from public, anon, authenticated;

create function private.point_code(p_handle text, p_secret bytea, p_step bigint) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_mac bytea := private.hmac_sha256(p_secret, pg_catalog.int8send(p_step));
  v_body text := p_handle;
begin
  for i in 0 .. 6 loop
    v_body := v_body || substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ',
      1 + (get_byte(v_mac, 2 * i) * 256 + get_byte(v_mac, 2 * i + 1)) % 31, 1);
  end loop;
  return v_body || private.code_check_character(v_body);
end
$$;
comment on function private.point_code is
  'The code of a point in one step of 60 seconds since 1970, step 0 for a printed one: its handle, seven characters of HMAC-SHA-256(secret, step as 8 bytes), a check character. Twin of pointCode in features/green-actions/points/step-code.ts. Called by: check_onsite_code and read_point_key.';
revoke execute on function private.point_code from public, anon, authenticated;

create function private.point_opens_at(p_point public.action_points, p_at timestamptz) returns timestamptz
language plpgsql stable
set search_path = ''
as $$
declare
  v_first date := greatest(private.shanghai_day(p_at), p_point.valid_from);
  v_day date;
  v_opens_at timestamptz;
  v_closes_at timestamptz;
begin
  for v_day in select v_first + turn from generate_series(0, 7) as turn loop
    v_opens_at := private.shanghai_midnight(v_day) + coalesce(p_point.opens::interval, interval '0');
    v_closes_at := private.shanghai_midnight(v_day) + coalesce(p_point.closes::interval, interval '24 hours');
    if v_day > p_point.valid_until then
      return null;
    elsif extract(isodow from v_day) = any (p_point.weekdays) and p_at < v_closes_at then
      return greatest(p_at, v_opens_at);
    end if;
  end loop;
  return null;
end
$$;
comment on function private.point_opens_at is
  'The first moment from p_at on at which a point is open by its days and hours: p_at itself when it is; null when it never is again. Called by: check_onsite_code.';
revoke execute on function private.point_opens_at from public, anon, authenticated;

create function private.metres_between(
  p_latitude double precision, p_longitude double precision,
  p_other_latitude double precision, p_other_longitude double precision
) returns double precision
language sql immutable
set search_path = ''
as $$
  select 2 * 6371000 * asin(least(1, sqrt(
    sin(radians(p_other_latitude - p_latitude) / 2) ^ 2
    + cos(radians(p_latitude)) * cos(radians(p_other_latitude))
      * sin(radians(p_other_longitude - p_longitude) / 2) ^ 2
  )))
$$;
comment on function private.metres_between is 'Metres between two places on the ground, in degrees of WGS 84. Called by: require_position.';
revoke execute on function private.metres_between from public, anon, authenticated;

create function private.require_position(p_point public.action_points, p_position jsonb) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_latitude numeric;
  v_longitude numeric;
  v_accuracy numeric := 0;
begin
  if p_point.radius_m is null then
    return;
  end if;
  if jsonb_typeof(p_position -> 'latitude') = 'number' and jsonb_typeof(p_position -> 'longitude') = 'number' then
    v_latitude := (p_position ->> 'latitude')::numeric;
    v_longitude := (p_position ->> 'longitude')::numeric;
  end if;
  if jsonb_typeof(p_position -> 'accuracy') = 'number' then
    -- A phone that is unsure gets the benefit of the doubt, up to a hundred metres.
    v_accuracy := least(greatest((p_position ->> 'accuracy')::numeric, 0), 100);
  end if;
  if v_latitude is null or v_latitude not between -90 and 90 or v_longitude not between -180 and 180 then
    perform private.refuse('position_needed', 400, 'This point counts only on the spot: the position is needed.');
  elsif private.metres_between(p_point.latitude, p_point.longitude, round(v_latitude, 6)::double precision,
    round(v_longitude, 6)::double precision) > p_point.radius_m + v_accuracy
  then
    perform private.refuse('too_far', 409, 'This is too far from the point.',
      jsonb_build_object('radius', p_point.radius_m));
  end if;
end
$$;
comment on function private.require_position is
  'Refuses who is not where the point is, if it has a place; the position {latitude, longitude, accuracy in metres} is compared and kept nowhere. Errors: position_needed, too_far (detail: radius). Called by: check_onsite_code.';
revoke execute on function private.require_position from public, anon, authenticated;

create function private.use_point(p_point public.action_points, p_resident_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_today date := private.shanghai_day();
begin
  if p_point.daily_limit is not null then
    -- Counting and adding are one step for everybody else at this point.
    perform pg_advisory_xact_lock(hashtextextended('point ' || p_point.id, 0));
    if (select count(*) from private.point_uses where point_id = p_point.id and used_on = v_today)
      >= p_point.daily_limit
      and not exists (select from private.point_uses
        where point_id = p_point.id and used_on = v_today and resident_id = p_resident_id)
    then
      perform private.refuse('point_full', 409, 'This point has been used as often as it counts today.',
        jsonb_build_object('limit', p_point.daily_limit));
    end if;
  end if;
  insert into private.point_uses (point_id, used_on, resident_id) values (p_point.id, v_today, p_resident_id)
  on conflict do nothing;
  if not found then
    perform private.refuse('point_used_today', 409, 'You have used this point today.');
  end if;
end
$$;
comment on function private.use_point is
  'Counts a resident''s use of a point today, once. Errors: point_used_today, point_full (detail: limit). Called by: check_onsite_code.';
revoke execute on function private.use_point from public, anon, authenticated;

create function private.check_onsite_code(
  p_resident_id uuid, p_action_code text, p_code text, p_position jsonb
) returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_code text := upper(regexp_replace(coalesce(p_code, ''), '[\s-]', '', 'g'));
  v_step bigint := floor(extract(epoch from now()) / 60);
  v_point public.action_points;
  v_secret bytea;
  v_opens_at timestamptz;
begin
  select p.* into v_point from public.action_points p
  where p.handle = left(v_code, 4) and p.action_code = p_action_code;
  select secret into v_secret from private.point_secrets where point_id = v_point.id;
  if v_secret is null or char_length(v_code) <> 12 then
    perform private.refuse('onsite_code_wrong', 400, 'This code is not valid for this action.');
  elsif v_point.kind = 'printed' then
    if v_code <> private.point_code(v_point.handle, v_secret, 0) then
      perform private.refuse('onsite_code_wrong', 400, 'This code is not valid for this action.');
    end if;
  elsif v_code not in (
    private.point_code(v_point.handle, v_secret, v_step), private.point_code(v_point.handle, v_secret, v_step - 1),
    -- The clock of a screen that has been without network for long may be ahead.
    private.point_code(v_point.handle, v_secret, v_step + 1)
  ) then
    if exists (
      select from generate_series(v_step - 60, v_step - 2) as step
      where private.point_code(v_point.handle, v_secret, step) = v_code
    ) then
      perform private.refuse('onsite_code_old', 409, 'This code has changed: take the one that is shown now.');
    end if;
    perform private.refuse('onsite_code_wrong', 400, 'This code is not valid for this action.');
  end if;

  v_opens_at := private.point_opens_at(v_point, now());
  if not v_point.is_open or v_opens_at is null then
    perform private.refuse('point_over', 409, 'This point is not used any more.');
  elsif v_opens_at > now() then
    perform private.refuse('point_closed', 409, 'This point is closed now.',
      jsonb_build_object('opens_at', v_opens_at));
  end if;
  perform private.require_position(v_point, p_position);
  perform private.use_point(v_point, p_resident_id);
  return v_point.id;
end
$$;
comment on function private.check_onsite_code is
  'The point whose code this is, used once more; a screen''s code is good for its minute, the next, and the one before. The caller holds the wallet''s lock. Errors: onsite_code_wrong, onsite_code_old, point_over, point_closed (detail: opens_at), position_needed, too_far (detail: radius), point_used_today, point_full (detail: limit). Called by: require_proof.';
revoke execute on function private.check_onsite_code from public, anon, authenticated;

create function private.forget_point_uses() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from private.point_uses where (point_id, used_on, resident_id) in (
    select point_id, used_on, resident_id from private.point_uses
    where used_on < private.shanghai_day() - 1 limit 10000 for update skip locked
  );
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.forget_point_uses is
  'Forgets who used which point before yesterday, at most 10,000 at a time, and gives how many. Called by: do_due_work.';
revoke execute on function private.forget_point_uses from public, anon, authenticated;

create function private.read_day(p_content jsonb, p_field text) returns date
language plpgsql stable
set search_path = ''
as $$
declare
  v_text text := private.read_text(p_content, p_field, 10);
begin
  if v_text = '' then
    return null;
  elsif v_text !~ '^20\d\d-\d{2}-\d{2}$' then
    perform private.refuse_content(p_field);
  end if;
  return v_text::date;
exception when datetime_field_overflow or invalid_datetime_format then
  perform private.refuse_content(p_field);
end
$$;
comment on function private.read_day is 'A day of a form, YYYY-MM-DD, or null. Errors: content_invalid. Called by: save_point and save_reward.';
revoke execute on function private.read_day from public, anon, authenticated;

create function private.read_time(p_content jsonb, p_field text) returns time
language plpgsql stable
set search_path = ''
as $$
declare
  v_text text := private.read_text(p_content, p_field, 8);
begin
  if v_text = '' then
    return null;
  elsif v_text !~ '^([01]\d|2[0-3]):[0-5]\d(:00)?$' then
    perform private.refuse_content(p_field);
  end if;
  return v_text::time;
end
$$;
comment on function private.read_time is 'A time of day of a form, HH:MM, or null. Errors: content_invalid. Called by: save_point.';
revoke execute on function private.read_time from public, anon, authenticated;

create function private.read_degrees(p_content jsonb, p_field text, p_most integer) returns double precision
language plpgsql stable
set search_path = ''
as $$
declare
  v_degrees numeric;
begin
  if coalesce(jsonb_typeof(p_content -> p_field), 'null') = 'null' then
    return null;
  elsif jsonb_typeof(p_content -> p_field) = 'number' then
    v_degrees := (p_content ->> p_field)::numeric;
  end if;
  if v_degrees is null or abs(v_degrees) > p_most then
    perform private.refuse_content(p_field);
  end if;
  return round(v_degrees, 6);
end
$$;
comment on function private.read_degrees is 'Degrees of a form between -p_most and p_most, to the sixth decimal, or null. Errors: content_invalid. Called by: save_point.';
revoke execute on function private.read_degrees from public, anon, authenticated;

create function private.read_weekdays(p_content jsonb) returns smallint[]
language plpgsql stable
set search_path = ''
as $$
declare
  v_days smallint[];
begin
  if jsonb_typeof(p_content -> 'weekdays') = 'array' then
    select array_agg(distinct day.value::smallint order by day.value::smallint) into v_days
    from jsonb_array_elements_text(p_content -> 'weekdays') as day (value) where day.value ~ '^[1-7]$';
  end if;
  if v_days is null then
    perform private.refuse_content('weekdays');
  end if;
  return v_days;
end
$$;
comment on function private.read_weekdays is 'The days of the week of a form, 1 (Monday) to 7, at least one. Errors: content_invalid. Called by: save_point.';
revoke execute on function private.read_weekdays from public, anon, authenticated;

create function private.read_point(p_content jsonb) returns public.action_points
language plpgsql stable
set search_path = ''
as $$
declare
  v_wish public.action_points;
begin
  perform private.require_content(p_content);
  v_wish.action_code := private.read_text(p_content, 'action_code', 60, true);
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_wish.town_code := private.read_text(p_content, 'town_code', 60, true);
  v_wish.kind := private.read_choice(p_content, 'kind', '{screen,printed}')::public.point_kind;
  v_wish.opens := private.read_time(p_content, 'opens');
  v_wish.closes := private.read_time(p_content, 'closes');
  v_wish.weekdays := private.read_weekdays(p_content);
  v_wish.valid_from := coalesce(private.read_day(p_content, 'valid_from'), private.shanghai_day());
  v_wish.valid_until := private.read_day(p_content, 'valid_until');
  v_wish.daily_limit := private.read_number(p_content, 'daily_limit', 1, 100000);
  v_wish.latitude := private.read_degrees(p_content, 'latitude', 90);
  v_wish.longitude := private.read_degrees(p_content, 'longitude', 180);
  v_wish.radius_m := private.read_number(p_content, 'radius_m', 20, 5000);
  v_wish.is_open := coalesce((p_content -> 'is_open') = 'true', false);
  if not exists (select from public.green_actions where code = v_wish.action_code) then
    perform private.refuse_content('action_code');
  elsif not exists (select from public.towns where code = v_wish.town_code) then
    perform private.refuse_content('town_code');
  elsif num_nulls(v_wish.opens, v_wish.closes) = 1 or v_wish.closes <= v_wish.opens then
    perform private.refuse_content('closes');
  elsif v_wish.valid_until < v_wish.valid_from then
    perform private.refuse_content('valid_until');
  elsif num_nulls(v_wish.latitude, v_wish.longitude, v_wish.radius_m) in (1, 2) then
    perform private.refuse_content(case when v_wish.latitude is null then 'latitude'
      when v_wish.longitude is null then 'longitude' else 'radius_m' end);
  end if;
  return v_wish;
end
$$;
comment on function private.read_point is 'A point as a form has it. Errors: content_invalid (detail: field). Called by: save_point.';
revoke execute on function private.read_point from public, anon, authenticated;

create function private.save_point(p_id uuid, p_version integer, p_content jsonb) returns public.action_points
language plpgsql security definer
set search_path = ''
as $$
declare
  v_aside text[] := '{version,changed_at,changed_by}';
  v_wish public.action_points;
  v_old public.action_points;
  v_new public.action_points;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every point names its id and version.');
  end if;
  v_wish := private.read_point(p_content);
  perform private.require_role_at('editor', null, v_wish.town_code);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.action_points where id = p_id for update;
  v_wish.id := p_id;
  v_wish.handle := v_old.handle;
  v_wish.is_demo := coalesce(v_old.is_demo, false);
  v_wish.version := 1;
  v_wish.changed_at := now();
  v_wish.changed_by := auth.uid();
  if v_old.id is not null then
    perform private.require_role_at('editor', null, v_old.town_code);
    if to_jsonb(v_wish) - v_aside = to_jsonb(v_old) - v_aside then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.action_points set
      action_code = v_wish.action_code, name_zh = v_wish.name_zh, name_en = v_wish.name_en,
      town_code = v_wish.town_code, kind = v_wish.kind, opens = v_wish.opens, closes = v_wish.closes,
      weekdays = v_wish.weekdays, valid_from = v_wish.valid_from, valid_until = v_wish.valid_until,
      daily_limit = v_wish.daily_limit, latitude = v_wish.latitude, longitude = v_wish.longitude,
      radius_m = v_wish.radius_m, is_open = v_wish.is_open
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('point_unknown', 404, 'There is no such point.');
    end if;
    loop
      v_wish.handle := left(private.new_code(5), 4);
      exit when not exists (select from public.action_points where handle = v_wish.handle);
    end loop;
    insert into public.action_points select v_wish.* returning * into v_new;
  end if;
  perform private.record_audit('save_point', 'point', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' end, to_jsonb(v_new) - 'changed_by');
  return v_new;
end
$$;
comment on function private.save_point is 'Body of public.save_point. Definer, because nobody may write points directly.';
revoke execute on function private.save_point from public, anon, authenticated;
grant execute on function private.save_point to authenticated;

create function public.save_point(p_id uuid, p_version integer, p_content jsonb) returns public.action_points
language sql
set search_path = ''
as $$ select jsonb_populate_record(private.save_point(p_id, p_version, p_content), '{"changed_by": null}') $$;
comment on function public.save_point is
  'Saves {action_code, name_zh, name_en, town_code, kind, opens, closes, weekdays, valid_from, valid_until, daily_limit, latitude, longitude, radius_m, is_open} on top of a version; version 0 makes a new point with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), point_unknown, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_point from public, anon, authenticated;
grant execute on function public.save_point to authenticated;

create function private.point_key(p_id uuid, p_renews integer) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  v_point public.action_points;
  v_secret private.point_secrets;
begin
  perform private.require_role('editor');
  select * into v_point from public.action_points where id = p_id;
  if not found then
    perform private.refuse('point_unknown', 404, 'There is no such point.');
  end if;
  perform private.require_role_at('editor', null, v_point.town_code);
  select * into v_secret from private.point_secrets where point_id = p_id for update;
  if p_renews = v_secret.generation then
    update private.point_secrets set generation = generation + 1, made_at = now(),
      secret = pg_catalog.sha256(pg_catalog.uuid_send(gen_random_uuid()) || pg_catalog.uuid_send(gen_random_uuid()))
    where point_id = p_id returning * into v_secret;
    perform private.record_audit('renew_point_key', 'point', p_id::text,
      jsonb_build_object('generation', v_secret.generation));
  else
    perform private.record_audit('read_point_key', 'point', p_id::text,
      jsonb_build_object('generation', v_secret.generation));
  end if;
  return jsonb_build_object('handle', v_point.handle, 'generation', v_secret.generation)
    || case v_point.kind
      when 'screen' then jsonb_build_object('secret', encode(v_secret.secret, 'hex'))
      else jsonb_build_object('code', private.point_code(v_point.handle, v_secret.secret, 0))
    end;
end
$$;
comment on function private.point_key is
  'Body of public.read_point_key and public.renew_point_key: what a screen or poster of the point is made from, after a new secret if the present one is of generation p_renews. Definer, because nobody reads secrets directly.';
revoke execute on function private.point_key from public, anon, authenticated;
grant execute on function private.point_key to authenticated;

create function public.read_point_key(p_id uuid) returns jsonb
language sql
set search_path = ''
as $$ select private.point_key(p_id, null) $$;
comment on function public.read_point_key is
  'What a screen is opened with {handle, generation, secret in hex}, or what stands on the poster {handle, generation, code}; the audit says that it was read. Errors: not_found, point_unknown, staff_session_ended, second_factor_needed. Called by: editors.';
revoke execute on function public.read_point_key from public, anon, authenticated;
grant execute on function public.read_point_key to authenticated;

create function public.renew_point_key(p_id uuid, p_generation integer) returns jsonb
language sql
set search_path = ''
as $$ select private.point_key(p_id, coalesce(p_generation, 0)) $$;
comment on function public.renew_point_key is
  'Gives a point a new secret in place of the one of this generation, so that its screens and posters are no longer good; if that has been replaced already, the one there is. Answers like read_point_key. Errors: not_found, point_unknown, staff_session_ended, second_factor_needed. Called by: editors.';
revoke execute on function public.renew_point_key from public, anon, authenticated;
grant execute on function public.renew_point_key to authenticated;

create function private.point_generation(p_handle text) returns integer
language sql stable security definer
set search_path = ''
as $$
  select s.generation from private.point_secrets s join public.action_points p on p.id = s.point_id
  where p.handle = p_handle and p.kind = 'screen'
$$;
comment on function private.point_generation is 'Body of public.get_point_generation. Definer, because nobody reads secrets directly.';
revoke execute on function private.point_generation from public, anon, authenticated;
grant execute on function private.point_generation to anon, authenticated;

create function public.get_point_generation(p_handle text) returns integer
language sql stable
set search_path = ''
as $$ select private.point_generation(p_handle) $$;
comment on function public.get_point_generation is
  'Which generation of its secret the screen of a point needs, so that an old one can say so itself; null when there is no such screen. Called by: everyone.';
revoke execute on function public.get_point_generation from public, anon, authenticated;
grant execute on function public.get_point_generation to anon, authenticated;

create function private.point_uses_today() returns table (point_id uuid, uses integer)
language sql stable security definer
set search_path = ''
as $$
  select u.point_id, count(*)::integer from private.point_uses u
  where u.used_on = private.shanghai_day()
    and ((select private.has_role('editor')) or (select private.has_role('administrator')))
  group by u.point_id
$$;
comment on function private.point_uses_today is
  'How often each point has been used today; nothing for anybody but editors and administrators. Definer, because who used it is nobody''s to read. Called by: desk_points.';
revoke execute on function private.point_uses_today from public, anon, authenticated;
grant execute on function private.point_uses_today to authenticated;

alter table public.action_points enable row level security;
create policy "visitors read open points" on public.action_points
  for select to anon using (is_open);
create policy "residents read open points, editors and administrators all" on public.action_points
  for select to authenticated
  using (is_open or (select private.has_role('editor')) or (select private.has_role('administrator')));
grant select (id, handle, action_code, name_zh, name_en, town_code, kind, opens, closes, weekdays, valid_from,
  valid_until, daily_limit, latitude, longitude, radius_m, is_open, is_demo, version, changed_at)
  on public.action_points to anon, authenticated;

create view public.desk_points with (security_invoker = on) as
  select p.id, p.handle, p.action_code, a.name_zh as action_zh, a.name_en as action_en, p.name_zh, p.name_en,
    p.town_code, p.kind, p.opens, p.closes, p.weekdays, p.valid_from, p.valid_until, p.daily_limit,
    p.radius_m is not null as has_place, p.is_open, p.is_demo, p.version, p.changed_at,
    coalesce(u.uses, 0) as used_today,
    p.handle || ' ' || p.name_zh || ' ' || p.name_en || ' ' || a.name_zh || ' ' || a.name_en as search
  from public.action_points p
  join public.green_actions a on a.code = p.action_code
  left join private.point_uses_today() u on u.point_id = p.id
  where (select private.has_role('editor')) or (select private.has_role('administrator'));
comment on view public.desk_points is
  'Every point, open or not, and how often it was used today, for editors and administrators. Called by: the list of points.';
grant select on public.desk_points to authenticated;
