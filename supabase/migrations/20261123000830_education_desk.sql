-- What hosts and editors write: bases, and events with their sessions.
-- The event is locked before its sessions, and its sessions by id.

create function private.refuse_content(p_field text, p_limit integer default null) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.refuse('content_invalid', 400, format('The field %s is missing or makes no sense.', p_field),
    jsonb_strip_nulls(jsonb_build_object('field', p_field, 'limit', p_limit)));
end
$$;
comment on function private.refuse_content is 'Refuses a form and names its field (content_invalid, 400). Called by: the readers of forms.';
revoke execute on function private.refuse_content from public, anon, authenticated;

create function private.read_text(
  p_content jsonb, p_field text, p_limit integer, p_is_needed boolean default false
) returns text
language plpgsql stable
set search_path = ''
as $$
declare
  v_text text := trim(coalesce(p_content ->> p_field, ''));
begin
  if jsonb_typeof(p_content -> p_field) not in ('string', 'null') or (p_is_needed and v_text = '') then
    perform private.refuse_content(p_field);
  elsif char_length(v_text) > p_limit then
    perform private.refuse_content(p_field, p_limit);
  end if;
  return v_text;
end
$$;
comment on function private.read_text is 'A text of a form, trimmed; empty where it is left out. Errors: content_invalid. Called by: save_base, save_event, save_merchant and save_reward.';
revoke execute on function private.read_text from public, anon, authenticated;

create function private.read_number(p_content jsonb, p_field text, p_least integer, p_most integer) returns integer
language plpgsql stable
set search_path = ''
as $$
declare
  v_number numeric;
begin
  if jsonb_typeof(p_content -> p_field) = 'number' then
    v_number := (p_content ->> p_field)::numeric;
    if v_number between p_least and p_most and v_number = trunc(v_number) then
      return v_number;
    end if;
  elsif coalesce(jsonb_typeof(p_content -> p_field), 'null') = 'null' then
    return null;
  end if;
  perform private.refuse_content(p_field);
end
$$;
comment on function private.read_number is 'A whole number of a form within its limits, or null. Errors: content_invalid. Called by: save_event and save_reward.';
revoke execute on function private.read_number from public, anon, authenticated;

create function private.read_moment(p_content jsonb, p_field text, p_otherwise timestamptz) returns timestamptz
language plpgsql stable
set search_path = ''
as $$
declare
  v_moment timestamptz;
begin
  if coalesce(jsonb_typeof(p_content -> p_field), 'null') = 'null' and p_otherwise is not null then
    return p_otherwise;
  end if;
  -- With its offset: what a time without one would mean depends on who reads it.
  if p_content ->> p_field ~ '^20\d\d-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)$' then
    v_moment := (p_content ->> p_field)::timestamptz;
  end if;
  if v_moment is null then
    perform private.refuse_content(p_field);
  end if;
  return v_moment;
exception when datetime_field_overflow or invalid_datetime_format or invalid_time_zone_displacement_value then
  perform private.refuse_content(p_field);
end
$$;
comment on function private.read_moment is 'A moment of a form, with its offset from UTC. Errors: content_invalid. Called by: save_event.';
revoke execute on function private.read_moment from public, anon, authenticated;

create function private.read_choice(p_content jsonb, p_field text, p_choices text[], p_otherwise text default null)
returns text
language plpgsql stable
set search_path = ''
as $$
declare
  v_choice text := coalesce(p_content ->> p_field, p_otherwise);
begin
  if v_choice is null or not v_choice = any (p_choices) then
    perform private.refuse_content(p_field);
  end if;
  return v_choice;
end
$$;
comment on function private.read_choice is 'One of the offered words of a form. Errors: content_invalid. Called by: save_base and save_event.';
revoke execute on function private.read_choice from public, anon, authenticated;

create function private.read_slug(p_content jsonb) returns text
language plpgsql stable
set search_path = ''
as $$
declare
  v_slug text := private.read_text(p_content, 'slug', 60, true);
begin
  if v_slug !~ '^[a-z0-9-]{3,60}$' then
    perform private.refuse_content('slug', 60);
  end if;
  return v_slug;
end
$$;
comment on function private.read_slug is 'The name in the address: 3 to 60 small letters, digits and dashes. Errors: content_invalid. Called by: save_base and save_event.';
revoke execute on function private.read_slug from public, anon, authenticated;

create function private.require_content(p_content jsonb, p_kind text default 'object') returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if jsonb_typeof(p_content) is distinct from p_kind then
    perform private.refuse_content('');
  end if;
end
$$;
comment on function private.require_content is 'Refuses what is no form at all. Errors: content_invalid. Called by: save_base and save_event.';
revoke execute on function private.require_content from public, anon, authenticated;

create function private.require_words(p_zh text, p_en text, p_limit integer) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if trim(coalesce(p_zh, '')) = '' or trim(coalesce(p_en, '')) = '' then
    perform private.refuse('words_missing', 400, 'Say it in both languages.');
  elsif greatest(char_length(p_zh), char_length(p_en)) > p_limit then
    perform private.refuse('words_too_long', 400, 'These words are too long.', jsonb_build_object('limit', p_limit));
  end if;
end
$$;
comment on function private.require_words is 'Refuses an announcement that is empty in one language, or too long. Errors: words_missing, words_too_long (detail: limit). Called by: what editors announce.';
revoke execute on function private.require_words from public, anon, authenticated;

create function private.base_content(p_base public.bases) returns jsonb
language sql immutable
set search_path = ''
as $$ select to_jsonb(p_base) - array['id', 'creation_key', 'is_demo', 'version', 'changed_at', 'changed_by'] $$;
comment on function private.base_content is 'What an editor says of a base. Called by: save_base and the audit.';
revoke execute on function private.base_content from public, anon, authenticated;

create function private.read_base(p_content jsonb, p_before public.bases) returns public.bases
language plpgsql stable
set search_path = ''
as $$
declare
  v_base public.bases := p_before;
begin
  v_base.slug := private.read_slug(p_content);
  v_base.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_base.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_base.kind := private.read_choice(p_content, 'kind', enum_range(null::public.base_kind)::text[])::public.base_kind;
  v_base.town_code := private.read_choice(p_content, 'town_code', array(select code from public.towns));
  v_base.summary_zh := private.read_text(p_content, 'summary_zh', 600);
  v_base.summary_en := private.read_text(p_content, 'summary_en', 1200);
  v_base.courses_zh := private.read_text(p_content, 'courses_zh', 600);
  v_base.courses_en := private.read_text(p_content, 'courses_en', 1200);
  v_base.opening_zh := private.read_text(p_content, 'opening_zh', 200);
  v_base.opening_en := private.read_text(p_content, 'opening_en', 400);
  v_base.directions_zh := private.read_text(p_content, 'directions_zh', 400);
  v_base.directions_en := private.read_text(p_content, 'directions_en', 800);
  v_base.accessibility_zh := private.read_text(p_content, 'accessibility_zh', 400);
  v_base.accessibility_en := private.read_text(p_content, 'accessibility_en', 800);
  v_base.host_zh := private.read_text(p_content, 'host_zh', 60);
  v_base.host_en := private.read_text(p_content, 'host_en', 120);
  v_base.source_section := nullif(private.read_text(p_content, 'source_section', 60), '');
  v_base.is_provincial := private.read_choice(p_content, 'is_provincial', '{true,false}', 'false')::boolean;
  v_base.is_public := private.read_choice(p_content, 'is_public', '{true,false}', 'false')::boolean;
  return v_base;
end
$$;
comment on function private.read_base is 'A base as a form says it. Errors: content_invalid (detail: field). Called by: save_base.';
revoke execute on function private.read_base from public, anon, authenticated;

create function private.require_free_slug(p_is_taken boolean) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_is_taken then
    perform private.refuse('slug_taken', 409, 'Another one has this address.');
  end if;
end
$$;
comment on function private.require_free_slug is 'Refuses an address that something else has (slug_taken, 409). Called by: save_base and save_event.';
revoke execute on function private.require_free_slug from public, anon, authenticated;

create function private.save_base(p_id uuid, p_version integer, p_content jsonb, p_key uuid) returns public.bases
language plpgsql security definer
set search_path = ''
as $$
declare
  v_base public.bases;
  v_before public.bases;
begin
  perform private.require_role('editor');
  perform private.require_content(p_content);
  if p_id is null and p_key is null then
    perform private.refuse('key_missing', 400, 'A new base names its key.');
  elsif p_id is null then
    perform pg_advisory_xact_lock(hashtextextended('base ' || p_key, 0));
  end if;
  select * into v_before from public.bases
  where id = p_id or (p_id is null and creation_key = p_key) for no key update;
  if found then
    perform private.require_role_at('editor', v_before.id, null);
  elsif p_id is not null then
    perform private.refuse('base_unknown', 404, 'There is no such base.');
  end if;
  v_base := private.read_base(p_content, v_before);
  perform private.require_role_at('editor', null, v_base.town_code);
  if v_before.id is not null then
    if private.base_content(v_base) = private.base_content(v_before) then
      return v_before;
    elsif p_id is null then
      perform private.refuse('key_reused', 409, 'This key was used for another base.');
    end if;
    perform private.refuse_newer_version(p_version, v_before.version, v_before.changed_at, v_before.changed_by);
  end if;
  perform pg_advisory_xact_lock(hashtextextended('base at ' || v_base.slug, 0));
  perform private.require_free_slug(exists (
    select from public.bases where slug = v_base.slug and id is distinct from v_before.id));
  v_base.id := coalesce(v_before.id, gen_random_uuid());
  insert into public.bases
    (id, slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, courses_zh, courses_en, opening_zh,
      opening_en, directions_zh, directions_en, accessibility_zh, accessibility_en, host_zh, host_en,
      source_section, is_provincial, is_public, creation_key, changed_by)
  values (v_base.id, v_base.slug, v_base.name_zh, v_base.name_en, v_base.kind, v_base.town_code,
    v_base.summary_zh, v_base.summary_en, v_base.courses_zh, v_base.courses_en, v_base.opening_zh,
    v_base.opening_en, v_base.directions_zh, v_base.directions_en, v_base.accessibility_zh,
    v_base.accessibility_en, v_base.host_zh, v_base.host_en, v_base.source_section, v_base.is_provincial,
    v_base.is_public, p_key, auth.uid())
  on conflict (id) do update set
    slug = excluded.slug, name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
    town_code = excluded.town_code, summary_zh = excluded.summary_zh, summary_en = excluded.summary_en,
    courses_zh = excluded.courses_zh, courses_en = excluded.courses_en, opening_zh = excluded.opening_zh,
    opening_en = excluded.opening_en, directions_zh = excluded.directions_zh,
    directions_en = excluded.directions_en, accessibility_zh = excluded.accessibility_zh,
    accessibility_en = excluded.accessibility_en, host_zh = excluded.host_zh, host_en = excluded.host_en,
    source_section = excluded.source_section, is_provincial = excluded.is_provincial,
    is_public = excluded.is_public
  returning * into v_base;
  perform private.record_audit('save_base', 'base', v_base.id::text, '{}',
    case when v_before.id is not null then private.base_content(v_before) end, private.base_content(v_base));
  return v_base;
end
$$;
comment on function private.save_base is
  'Body of public.save_base. Definer, because nobody may write bases directly.';
revoke execute on function private.save_base from public, anon, authenticated;
grant execute on function private.save_base to authenticated;

create function public.save_base(p_id uuid, p_version integer, p_content jsonb, p_key uuid default null)
returns public.bases
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_base(p_id, p_version, p_content, p_key),
    '{"changed_by": null, "creation_key": null}')
$$;
comment on function public.save_base is
  'Writes a base; without an id a new one, once per key. Equal content is no change. Errors: not_found, staff_session_ended, key_missing, key_reused, base_unknown, content_invalid (detail: field, limit), slug_taken, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_base from public, anon, authenticated;
grant execute on function public.save_base to authenticated;

create function private.event_content(p_event public.events) returns jsonb
language sql immutable
set search_path = ''
as $$
  select to_jsonb(p_event) - array['id', 'status', 'cancel_reason_zh', 'cancel_reason_en', 'minutes_zh',
    'minutes_en', 'minutes_published_at', 'published_at', 'created_by', 'creation_key', 'session_edits',
    'is_demo', 'search_text', 'version', 'changed_at', 'changed_by']
$$;
comment on function private.event_content is 'What a form says of an event. Called by: save_event and the audit.';
revoke execute on function private.event_content from public, anon, authenticated;

create function private.session_content(p_session public.event_sessions) returns jsonb
language sql immutable
set search_path = ''
as $$
  select to_jsonb(p_session) - array['id', 'event_id', 'status', 'cancel_reason_zh', 'cancel_reason_en',
    'seats_taken', 'waiting', 'sequence', 'changed_at']
$$;
comment on function private.session_content is 'What a form says of a session. Called by: save_event and the audit.';
revoke execute on function private.session_content from public, anon, authenticated;

create function private.read_questions(p_content jsonb) returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_given jsonb := coalesce(p_content -> 'questions', '[]');
  v_question jsonb;
  v_questions jsonb := '[]';
begin
  if jsonb_typeof(v_given) <> 'array' or jsonb_array_length(v_given) > 3 then
    perform private.refuse_content('questions', 3);
  end if;
  for v_question in select * from jsonb_array_elements(v_given) loop
    if jsonb_typeof(v_question) <> 'object' or coalesce(v_question ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,29}$'
      or v_questions @> jsonb_build_array(jsonb_build_object('key', v_question ->> 'key'))
    then
      perform private.refuse_content('questions');
    end if;
    v_questions := v_questions || jsonb_build_array(jsonb_build_object(
      'key', v_question ->> 'key',
      'label_zh', private.read_text(v_question, 'label_zh', 80, true),
      'label_en', private.read_text(v_question, 'label_en', 160, true),
      'required', private.read_choice(v_question, 'required', '{true,false}', 'false')::boolean
    ));
  end loop;
  return v_questions;
end
$$;
comment on function private.read_questions is 'The questions of a form, at most three with keys of their own. Errors: content_invalid. Called by: read_event.';
revoke execute on function private.read_questions from public, anon, authenticated;

create function private.read_list(p_content jsonb, p_field text, p_pattern text, p_limit integer) returns text[]
language plpgsql stable
set search_path = ''
as $$
declare
  v_list text[];
begin
  if coalesce(jsonb_typeof(p_content -> p_field), 'null') = 'null' then
    return '{}';
  elsif jsonb_typeof(p_content -> p_field) <> 'array' or jsonb_array_length(p_content -> p_field) > p_limit then
    perform private.refuse_content(p_field, p_limit);
  end if;
  select coalesce(array_agg(distinct word order by word), '{}') into v_list
  from jsonb_array_elements_text(p_content -> p_field) as word;
  if exists (select from unnest(v_list) as word where word is null or word !~ p_pattern) then
    perform private.refuse_content(p_field);
  end if;
  return v_list;
end
$$;
comment on function private.read_list is 'A list of words of a form, each once, in order. Errors: content_invalid. Called by: read_event.';
revoke execute on function private.read_list from public, anon, authenticated;

create function private.read_event(p_content jsonb, p_before public.events) returns public.events
language plpgsql stable
set search_path = ''
as $$
declare
  v_event public.events := p_before;
begin
  v_event.slug := private.read_slug(p_content);
  if v_event.slug = 'past' then
    -- There is a page of past events.
    perform private.refuse_content('slug', 60);
  end if;
  v_event.kind := private.read_choice(p_content, 'kind', enum_range(null::public.event_kind)::text[])::public.event_kind;
  v_event.theme := private.read_choice(p_content, 'theme', enum_range(null::public.event_theme)::text[], 'none')::public.event_theme;
  v_event.title_zh := private.read_text(p_content, 'title_zh', 60, true);
  v_event.title_en := private.read_text(p_content, 'title_en', 120, true);
  v_event.summary_zh := private.read_text(p_content, 'summary_zh', 600);
  v_event.summary_en := private.read_text(p_content, 'summary_en', 1200);
  v_event.programme_zh := private.read_text(p_content, 'programme_zh', 1500);
  v_event.programme_en := private.read_text(p_content, 'programme_en', 3000);
  v_event.audience_zh := private.read_text(p_content, 'audience_zh', 200);
  v_event.audience_en := private.read_text(p_content, 'audience_en', 400);
  v_event.languages := private.read_list(p_content, 'languages', '^(zh-CN|en|yiwu)$', 3);
  if v_event.languages = '{}' then
    v_event.languages := '{zh-CN}';
  end if;
  v_event.minimum_age := private.read_number(p_content, 'minimum_age', 0, 120);
  v_event.maximum_age := private.read_number(p_content, 'maximum_age', coalesce(v_event.minimum_age, 0), 120);
  v_event.guardian_below := private.read_number(p_content, 'guardian_below', 0, 18);
  v_event.accessibility_zh := private.read_text(p_content, 'accessibility_zh', 400);
  v_event.accessibility_en := private.read_text(p_content, 'accessibility_en', 800);
  v_event.cover := coalesce(nullif(private.read_text(p_content, 'cover', 40), ''), 'river');
  v_event.coins := coalesce(private.read_number(p_content, 'coins', 0, 100), 0);
  v_event.questions := private.read_questions(p_content);
  v_event.recurrence := private.read_text(p_content, 'recurrence', 300);
  v_event.except_on := private.read_list(p_content, 'except_on', '^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$|^20\d\d-(0[13-9]|1[0-2])-(29|30)$|^20\d\d-(0[13578]|1[02])-31$', 200)::date[];
  if v_event.cover !~ '^[a-z][a-z0-9-]{0,39}$' then
    perform private.refuse_content('cover');
  elsif v_event.recurrence !~ '^(FREQ=[A-Z0-9;=,+-]*)?$' then
    perform private.refuse_content('recurrence');
  end if;
  return v_event;
end
$$;
comment on function private.read_event is 'An event as a form says it, but for its base. Errors: content_invalid (detail: field). Called by: save_event.';
revoke execute on function private.read_event from public, anon, authenticated;

create function private.read_session(p_content jsonb, p_before public.event_sessions) returns public.event_sessions
language plpgsql stable
set search_path = ''
as $$
declare
  v_session public.event_sessions := p_before;
begin
  perform private.require_content(p_content);
  v_session.starts_at := private.read_moment(p_content, 'starts_at', null);
  v_session.ends_at := private.read_moment(p_content, 'ends_at', null);
  v_session.place_zh := private.read_text(p_content, 'place_zh', 100, true);
  v_session.place_en := private.read_text(p_content, 'place_en', 200, true);
  v_session.capacity := private.read_number(p_content, 'capacity', 1, 5000);
  v_session.waitlist_limit := coalesce(private.read_number(p_content, 'waitlist_limit', 0, 500), 0);
  v_session.opens_at := private.read_moment(p_content, 'opens_at',
    coalesce(p_before.opens_at, least(now(), v_session.starts_at - interval '1 minute')));
  v_session.closes_at := private.read_moment(p_content, 'closes_at', v_session.starts_at);
  if v_session.ends_at <= v_session.starts_at or v_session.ends_at > v_session.starts_at + interval '15 days' then
    perform private.refuse_content('ends_at');
  elsif v_session.capacity is null then
    perform private.refuse_content('capacity');
  elsif v_session.closes_at <= v_session.opens_at or v_session.closes_at > v_session.ends_at then
    perform private.refuse_content('closes_at');
  elsif v_session.capacity < p_before.seats_taken then
    perform private.refuse('capacity_below_taken', 409, 'More seats than that have been given away.',
      jsonb_build_object('session_id', p_before.id, 'taken', p_before.seats_taken));
  end if;
  return v_session;
end
$$;
comment on function private.read_session is
  'A session as a form says it. Errors: content_invalid (detail: field), capacity_below_taken (detail: session_id, taken). Called by: save_sessions.';
revoke execute on function private.read_session from public, anon, authenticated;

create function private.tell_registered(
  p_session_id uuid, p_kind text, p_values jsonb, p_key text
) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_registration public.registrations;
  v_told integer := 0;
begin
  for v_registration in
    select * from public.registrations
    where session_id = p_session_id and status in ('confirmed', 'waiting', 'offered') order by resident_id
  loop
    perform private.notify(v_registration.resident_id, p_kind,
      private.session_values(p_session_id) || p_values, '/my-events/', p_key || ':' || v_registration.id, true);
    v_told := v_told + 1;
  end loop;
  return v_told;
end
$$;
comment on function private.tell_registered is
  'Tells everyone registered for a session something, once per key, by inbox and mail. Called by: what editors change or announce.';
revoke execute on function private.tell_registered from public, anon, authenticated;

create function private.announce_move(p_session public.event_sessions) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_at timestamp := p_session.starts_at at time zone 'Asia/Shanghai';
begin
  insert into public.event_changes (event_id, session_id, kind, text_zh, text_en)
  values (p_session.event_id, p_session.id, 'changed',
    format('改到 %s，地点：%s。', to_char(v_at, 'YYYY"年"FMMM"月"FMDD"日" HH24:MI'), p_session.place_zh),
    format('Now on %s (Beijing time), at %s.', to_char(v_at, 'FMDD FMMonth YYYY, HH24:MI'), p_session.place_en));
  if p_session.ends_at > now() then
    perform private.tell_registered(p_session.id, 'session_changed', '{}',
      'session_changed:' || p_session.sequence);
  end if;
end
$$;
comment on function private.announce_move is
  'Announces the new time and place of a published session and tells everyone registered. Called by: save_sessions.';
revoke execute on function private.announce_move from public, anon, authenticated;

create function private.save_sessions(p_event public.events, p_sessions jsonb) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_uuid constant text := '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$';
  v_given jsonb;
  v_before public.event_sessions;
  v_session public.event_sessions;
  v_kept uuid[] := '{}';
  v_moved boolean;
  v_changed boolean := false;
begin
  perform from public.event_sessions where event_id = p_event.id order by id for no key update;
  for v_given in
    select given from jsonb_array_elements(p_sessions) as given order by given ->> 'id', given ->> 'starts_at'
  loop
    v_before := null;
    if v_given ->> 'id' ~ v_uuid then
      select * into v_before from public.event_sessions where id = (v_given ->> 'id')::uuid;
    end if;
    if v_before.id is not null and (v_before.event_id <> p_event.id or v_before.id = any (v_kept)) then
      perform private.refuse('session_unknown', 404, 'There is no such session of this event.');
    end if;
    v_session := private.read_session(v_given, v_before);
    if v_before.id is null then
      insert into public.event_sessions
        (id, event_id, starts_at, ends_at, place_zh, place_en, capacity, waitlist_limit, opens_at, closes_at)
      values (case when v_given ->> 'id' ~ v_uuid then (v_given ->> 'id')::uuid else gen_random_uuid() end,
        p_event.id, v_session.starts_at, v_session.ends_at, v_session.place_zh, v_session.place_en,
        v_session.capacity, v_session.waitlist_limit, v_session.opens_at, v_session.closes_at)
      returning * into v_session;
      v_changed := true;
    elsif private.session_content(v_session) <> private.session_content(v_before) then
      if v_before.status = 'cancelled' then
        perform private.refuse('session_cancelled', 409, 'This session has been cancelled.');
      end if;
      v_moved := (v_session.starts_at, v_session.ends_at, v_session.place_zh, v_session.place_en)
        is distinct from (v_before.starts_at, v_before.ends_at, v_before.place_zh, v_before.place_en);
      update public.event_sessions set
        starts_at = v_session.starts_at, ends_at = v_session.ends_at, place_zh = v_session.place_zh,
        place_en = v_session.place_en, capacity = v_session.capacity, waitlist_limit = v_session.waitlist_limit,
        opens_at = v_session.opens_at, closes_at = v_session.closes_at,
        sequence = sequence + v_moved::integer, changed_at = now()
      where id = v_before.id returning * into v_session;
      if v_moved and p_event.published_at is not null then
        perform private.announce_move(v_session);
      end if;
      perform private.settle_session(v_session.id);
      v_changed := true;
    end if;
    v_kept := v_kept || v_session.id;
  end loop;

  if exists (select from public.event_sessions where event_id = p_event.id and id <> all (v_kept)) then
    if p_event.published_at is not null then
      perform private.refuse('session_announced', 409, 'A session people know of is cancelled, not removed.');
    end if;
    delete from public.event_sessions where event_id = p_event.id and id <> all (v_kept);
    v_changed := true;
  end if;
  return v_changed;
end
$$;
comment on function private.save_sessions is
  'Makes the sessions of an event those of a form and says whether anything changed; time and place of a published one are announced. Errors: content_invalid, capacity_below_taken, session_unknown, session_cancelled, session_announced. Called by: save_event.';
revoke execute on function private.save_sessions from public, anon, authenticated;

create function private.has_these_sessions(p_event_id uuid, p_sessions jsonb) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce((
    select jsonb_agg(content order by content) from (
      select private.session_content(private.read_session(given,
        (select s from public.event_sessions s where s.event_id = p_event_id and s.id::text = lower(given ->> 'id'))
      )) as content
      from jsonb_array_elements(p_sessions) as given
    ) as given
  ), '[]') = coalesce((
    select jsonb_agg(private.session_content(s) order by private.session_content(s))
    from public.event_sessions s where s.event_id = p_event_id
  ), '[]')
$$;
comment on function private.has_these_sessions is 'Whether the sessions of an event are already those of a form. Errors: those of read_session. Called by: save_event.';
revoke execute on function private.has_these_sessions from public, anon, authenticated;

create function private.save_event(
  p_id uuid, p_version integer, p_content jsonb, p_sessions jsonb, p_key uuid
) returns public.events
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events;
  v_before public.events;
  v_base_id uuid;
  v_role public.staff_role;
begin
  perform private.require_resident();
  if p_id is null and p_key is not null then
    -- One at a time with this key: whoever comes second finds what the first has written.
    perform pg_advisory_xact_lock(hashtextextended('event ' || p_key, 0));
  end if;
  select * into v_before from public.events where id = p_id or (p_id is null and creation_key = p_key);
  if p_content ->> 'base_id' ~ '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' then
    v_base_id := (p_content ->> 'base_id')::uuid;
  end if;
  -- Who may, before what is wrong: to everybody else nothing is here.
  v_role := private.require_event_staff(coalesce(v_before.base_id, v_base_id));
  perform private.require_content(p_content);
  perform private.require_content(p_sessions, 'array');
  if p_id is not null and v_before.id is null then
    perform private.refuse('event_unknown', 404, 'There is no such event.');
  elsif p_id is null and p_key is null then
    perform private.refuse('key_missing', 400, 'A new event names its key.');
  elsif v_base_id is null or not exists (select from public.bases where id = v_base_id) then
    perform private.refuse_content('base_id');
  elsif jsonb_array_length(p_sessions) > 200 then
    perform private.refuse_content('sessions', 200);
  end if;
  -- Editor at one of the two bases and host at the other is host.
  if v_before.base_id <> v_base_id and private.require_event_staff(v_base_id) = 'host' then
    v_role := 'host';
  end if;
  -- The row may have changed since it was looked at for its base.
  select * into v_before from public.events where id = v_before.id for no key update;
  v_event := private.read_event(p_content, v_before);
  v_event.base_id := v_base_id;

  if v_before.id is not null then
    if private.event_content(v_event) = private.event_content(v_before)
      and private.has_these_sessions(v_before.id, p_sessions)
    then
      return v_before;
    elsif p_id is null then
      perform private.refuse('key_reused', 409, 'This key was used for another event.');
    end if;
    perform private.refuse_newer_version(p_version, v_before.version, v_before.changed_at, v_before.changed_by);
    if v_before.status = 'cancelled' then
      perform private.refuse('event_cancelled', 409, 'This event has been cancelled.');
    elsif v_before.status = 'published' and v_role = 'host' then
      perform private.refuse('event_published', 409, 'The bureau has published this event and changes it.');
    end if;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('event at ' || v_event.slug, 0));
  perform private.require_free_slug(exists (
    select from public.events where slug = v_event.slug and id is distinct from v_before.id));
  v_event.id := coalesce(v_before.id, gen_random_uuid());

  insert into public.events
    (id, slug, base_id, kind, theme, title_zh, title_en, summary_zh, summary_en, programme_zh, programme_en,
      audience_zh, audience_en, languages, minimum_age, maximum_age, guardian_below, accessibility_zh,
      accessibility_en, cover, coins, questions, recurrence, except_on, created_by, creation_key, changed_by)
  values (v_event.id, v_event.slug, v_event.base_id, v_event.kind, v_event.theme, v_event.title_zh,
    v_event.title_en, v_event.summary_zh, v_event.summary_en, v_event.programme_zh, v_event.programme_en,
    v_event.audience_zh, v_event.audience_en, v_event.languages, v_event.minimum_age, v_event.maximum_age,
    v_event.guardian_below, v_event.accessibility_zh, v_event.accessibility_en, v_event.cover, v_event.coins,
    v_event.questions, v_event.recurrence, v_event.except_on, auth.uid(), p_key, auth.uid())
  on conflict (id) do update set
    slug = excluded.slug, base_id = excluded.base_id, kind = excluded.kind, theme = excluded.theme,
    title_zh = excluded.title_zh, title_en = excluded.title_en, summary_zh = excluded.summary_zh,
    summary_en = excluded.summary_en, programme_zh = excluded.programme_zh,
    programme_en = excluded.programme_en, audience_zh = excluded.audience_zh,
    audience_en = excluded.audience_en, languages = excluded.languages, minimum_age = excluded.minimum_age,
    maximum_age = excluded.maximum_age, guardian_below = excluded.guardian_below,
    accessibility_zh = excluded.accessibility_zh, accessibility_en = excluded.accessibility_en,
    cover = excluded.cover, coins = excluded.coins, questions = excluded.questions,
    recurrence = excluded.recurrence, except_on = excluded.except_on
  returning * into v_event;
  if private.save_sessions(v_event, p_sessions) and v_before.id is not null then
    -- However many sessions were edited, it is one more version of the event.
    update public.events set session_edits = session_edits + 1 where id = v_event.id returning * into v_event;
  end if;
  perform private.record_audit('save_event', 'event', v_event.id::text,
    jsonb_build_object('sessions', (
      select coalesce(jsonb_agg(private.session_content(s) order by s.starts_at, s.id), '[]')
      from public.event_sessions s where s.event_id = v_event.id
    )),
    case when v_before.id is not null then private.event_content(v_before) end, private.event_content(v_event));
  return v_event;
end
$$;
comment on function private.save_event is
  'Body of public.save_event. Definer, because nobody may write events directly.';
revoke execute on function private.save_event from public, anon, authenticated;
grant execute on function private.save_event to authenticated;

create function public.save_event(
  p_id uuid, p_version integer, p_content jsonb, p_sessions jsonb, p_key uuid default null
) returns public.events
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_event(p_id, p_version, p_content, p_sessions, p_key),
    '{"changed_by": null, "created_by": null, "creation_key": null}')
$$;
comment on function public.save_event is
  'Writes an event with its sessions; without an id a new draft, once per key. Sessions that name their id keep their registrations, those left out of a draft go. Equal content is no change. Hosts write drafts and submitted ones, editors also what is published. Errors: not_found, staff_session_ended, key_missing, key_reused, event_unknown, content_invalid (detail: field, limit), slug_taken, newer_version (detail: version, changed_at, by), event_cancelled, event_published, capacity_below_taken (detail: session_id, taken), session_unknown, session_cancelled, session_announced. Called by: staff.';
revoke execute on function public.save_event from public, anon, authenticated;
grant execute on function public.save_event to authenticated;
