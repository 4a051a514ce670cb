-- What hosts and editors do with an event: submitted, published, called off, announced, its minutes.
-- The event is locked before its sessions, and its sessions by id.

create function private.lock_event(p_id uuid, p_role public.staff_role) returns public.events
language plpgsql
set search_path = ''
as $$
declare
  v_event public.events;
begin
  if p_role = 'editor' then
    perform private.require_role('editor');
  end if;
  select * into v_event from public.events where id = p_id;
  if p_role = 'host' then
    perform private.require_event_staff(v_event.base_id);
  elsif found then
    perform private.require_role_at('editor', v_event.base_id, null);
  end if;
  if v_event.id is null then
    perform private.refuse('event_unknown', 404, 'There is no such event.');
  end if;
  select * into v_event from public.events where id = p_id for no key update;
  return v_event;
end
$$;
comment on function private.lock_event is
  'An event in the reach of the caller, locked: as editor, or as host or editor. Errors: not_found, event_unknown. Called by: what hosts and editors do with an event.';
revoke execute on function private.lock_event from public, anon, authenticated;

create function private.submit_event(p_id uuid, p_version integer) returns public.events
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events := private.lock_event(p_id, 'host');
begin
  if v_event.status in ('submitted', 'published') then
    return v_event;
  elsif v_event.status = 'cancelled' then
    perform private.refuse('event_cancelled', 409, 'This event has been cancelled.');
  end if;
  perform private.refuse_newer_version(p_version, v_event.version, v_event.changed_at, v_event.changed_by);
  update public.events set status = 'submitted' where id = p_id returning * into v_event;
  perform private.record_audit('submit_event', 'event', p_id::text);
  return v_event;
end
$$;
comment on function private.submit_event is
  'Body of public.submit_event. Definer, because nobody may write events directly.';
revoke execute on function private.submit_event from public, anon, authenticated;
grant execute on function private.submit_event to authenticated;

create function public.submit_event(p_id uuid, p_version integer) returns public.events
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.submit_event(p_id, p_version),
    '{"changed_by": null, "created_by": null, "creation_key": null}')
$$;
comment on function public.submit_event is
  'Hands a draft of the host''s or editor''s own reach to the bureau; twice is the same as once. Errors: not_found, staff_session_ended, event_unknown, event_cancelled, newer_version (detail: version, changed_at, by). Called by: staff.';
revoke execute on function public.submit_event from public, anon, authenticated;
grant execute on function public.submit_event to authenticated;

create function private.publish_event(p_id uuid, p_version integer) returns public.events
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events := private.lock_event(p_id, 'editor');
begin
  if v_event.status = 'published' then
    return v_event;
  elsif v_event.status = 'cancelled' then
    perform private.refuse('event_cancelled', 409, 'This event has been cancelled.');
  end if;
  perform private.refuse_newer_version(p_version, v_event.version, v_event.changed_at, v_event.changed_by);
  if v_event.summary_zh = '' or v_event.summary_en = '' then
    perform private.refuse('event_incomplete', 409, 'An event has a summary in both languages.', '{"field": "summary"}');
  elsif not exists (select from public.event_sessions where event_id = p_id and ends_at > now()) then
    perform private.refuse('event_incomplete', 409, 'An event has a session to come.', '{"field": "sessions"}');
  end if;
  update public.events set status = 'published', published_at = now() where id = p_id returning * into v_event;
  perform private.record_audit('publish_event', 'event', p_id::text, '{}', null, private.event_content(v_event));
  return v_event;
end
$$;
comment on function private.publish_event is
  'Body of public.publish_event. Definer, because nobody may write events directly.';
revoke execute on function private.publish_event from public, anon, authenticated;
grant execute on function private.publish_event to authenticated;

create function public.publish_event(p_id uuid, p_version integer) returns public.events
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.publish_event(p_id, p_version),
    '{"changed_by": null, "created_by": null, "creation_key": null}')
$$;
comment on function public.publish_event is
  'Publishes an event, from now on for everyone to read; twice is the same as once. Errors: not_found, staff_session_ended, event_unknown, event_cancelled, event_incomplete (detail: field), newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.publish_event from public, anon, authenticated;
grant execute on function public.publish_event to authenticated;

create function private.call_session_off(p_session_id uuid, p_reason_zh text, p_reason_en text) returns public.event_sessions
language plpgsql
set search_path = ''
as $$
declare
  v_session public.event_sessions;
begin
  select * into v_session from public.event_sessions where id = p_session_id for no key update;
  if v_session.status = 'cancelled' then
    return v_session;
  end if;
  perform private.tell_registered(p_session_id, 'session_cancelled',
    jsonb_build_object('reason_zh', p_reason_zh, 'reason_en', p_reason_en), 'session_cancelled');
  update public.registrations set status = 'cancelled', cancelled_at = now()
  where session_id = p_session_id and status in ('confirmed', 'waiting', 'offered');
  update public.event_sessions set status = 'cancelled', cancel_reason_zh = p_reason_zh,
    cancel_reason_en = p_reason_en, seats_taken = 0, waiting = 0, sequence = sequence + 1, changed_at = now()
  where id = p_session_id returning * into v_session;
  return v_session;
end
$$;
comment on function private.call_session_off is
  'Cancels a session and its registrations, and tells each resident once. Called by: cancel_session and cancel_event.';
revoke execute on function private.call_session_off from public, anon, authenticated;

create function private.cancel_session(p_session_id uuid, p_reason_zh text, p_reason_en text) returns public.event_sessions
language plpgsql security definer
set search_path = ''
as $$
declare
  v_session public.event_sessions;
  v_event public.events;
begin
  perform private.require_role('editor');
  select * into v_session from public.event_sessions where id = p_session_id;
  if not found then
    perform private.refuse('session_unknown', 404, 'There is no such session.');
  end if;
  v_event := private.lock_event(v_session.event_id, 'editor');
  perform private.require_words(p_reason_zh, p_reason_en, 300);
  select * into v_session from public.event_sessions where id = p_session_id for no key update;
  if v_session.status = 'cancelled' then
    return v_session;
  elsif v_session.ends_at <= now() then
    perform private.refuse('session_past', 409, 'This session is over.');
  end if;
  v_session := private.call_session_off(p_session_id, trim(p_reason_zh), trim(p_reason_en));
  if v_event.published_at is not null then
    insert into public.event_changes (event_id, session_id, kind, text_zh, text_en)
    values (v_session.event_id, v_session.id, 'cancelled', trim(p_reason_zh), trim(p_reason_en));
  end if;
  update public.events set session_edits = session_edits + 1 where id = v_session.event_id;
  perform private.record_audit('cancel_session', 'event_session', p_session_id::text,
    jsonb_build_object('reason', p_reason_zh));
  return v_session;
end
$$;
comment on function private.cancel_session is
  'Body of public.cancel_session. Definer, because nobody may write sessions or registrations directly.';
revoke execute on function private.cancel_session from public, anon, authenticated;
grant execute on function private.cancel_session to authenticated;

create function public.cancel_session(p_session_id uuid, p_reason_zh text, p_reason_en text) returns public.event_sessions
language sql
set search_path = ''
as $$ select private.cancel_session(p_session_id, p_reason_zh, p_reason_en) $$;
comment on function public.cancel_session is
  'Cancels a session with its registrations, tells every resident and announces the reason; twice is the same as once. Errors: not_found, staff_session_ended, session_unknown, words_missing, words_too_long (detail: limit), session_past. Called by: editors.';
revoke execute on function public.cancel_session from public, anon, authenticated;
grant execute on function public.cancel_session to authenticated;

create function private.cancel_event(p_id uuid, p_version integer, p_reason_zh text, p_reason_en text) returns public.events
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events := private.lock_event(p_id, 'editor');
  v_session_id uuid;
begin
  if v_event.status = 'cancelled' then
    return v_event;
  end if;
  perform private.require_words(p_reason_zh, p_reason_en, 300);
  perform private.refuse_newer_version(p_version, v_event.version, v_event.changed_at, v_event.changed_by);
  for v_session_id in
    select id from public.event_sessions where event_id = p_id and ends_at > now() order by id
  loop
    perform private.call_session_off(v_session_id, trim(p_reason_zh), trim(p_reason_en));
  end loop;
  update public.events set status = 'cancelled', cancel_reason_zh = trim(p_reason_zh),
    cancel_reason_en = trim(p_reason_en)
  where id = p_id returning * into v_event;
  if v_event.published_at is not null then
    insert into public.event_changes (event_id, kind, text_zh, text_en)
    values (p_id, 'cancelled', v_event.cancel_reason_zh, v_event.cancel_reason_en);
  end if;
  perform private.record_audit('cancel_event', 'event', p_id::text, jsonb_build_object('reason', p_reason_zh));
  return v_event;
end
$$;
comment on function private.cancel_event is
  'Body of public.cancel_event. Definer, because nobody may write events or registrations directly.';
revoke execute on function private.cancel_event from public, anon, authenticated;
grant execute on function private.cancel_event to authenticated;

create function public.cancel_event(p_id uuid, p_version integer, p_reason_zh text, p_reason_en text) returns public.events
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.cancel_event(p_id, p_version, p_reason_zh, p_reason_en),
    '{"changed_by": null, "created_by": null, "creation_key": null}')
$$;
comment on function public.cancel_event is
  'Cancels an event with every session that is not over, as cancel_session does; twice is the same as once. Errors: not_found, staff_session_ended, event_unknown, words_missing, words_too_long (detail: limit), newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.cancel_event from public, anon, authenticated;
grant execute on function public.cancel_event to authenticated;

create function private.announce_change(p_event_id uuid, p_session_id uuid, p_text_zh text, p_text_en text)
returns public.event_changes
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events := private.lock_event(p_event_id, 'editor');
  v_change public.event_changes;
  v_session_id uuid;
begin
  perform private.require_words(p_text_zh, p_text_en, 600);
  if v_event.published_at is null then
    perform private.refuse('event_unpublished', 409, 'Nobody can read this event yet.');
  elsif p_session_id is not null and not exists (
    select from public.event_sessions where id = p_session_id and event_id = p_event_id
  ) then
    perform private.refuse('session_unknown', 404, 'There is no such session of this event.');
  end if;
  -- The same words on the same day are the same announcement, sent again.
  select * into v_change from public.event_changes
  where event_id = p_event_id and session_id is not distinct from p_session_id and kind = 'notice'
    and (text_zh, text_en) = (trim(p_text_zh), trim(p_text_en)) and at > now() - interval '1 day';
  if found then
    return v_change;
  end if;
  insert into public.event_changes (event_id, session_id, kind, text_zh, text_en)
  values (p_event_id, p_session_id, 'notice', trim(p_text_zh), trim(p_text_en))
  returning * into v_change;
  for v_session_id in
    select id from public.event_sessions
    where event_id = p_event_id and (p_session_id is null or id = p_session_id)
      and ends_at > now() and status = 'scheduled' order by id
  loop
    perform private.tell_registered(v_session_id, 'session_notice',
      jsonb_build_object('text_zh', v_change.text_zh, 'text_en', v_change.text_en),
      'session_notice:' || v_change.id);
  end loop;
  perform private.record_audit('announce_change', 'event', p_event_id::text, to_jsonb(v_change));
  return v_change;
end
$$;
comment on function private.announce_change is
  'Body of public.announce_change. Definer, because nobody may write announcements or notices directly.';
revoke execute on function private.announce_change from public, anon, authenticated;
grant execute on function private.announce_change to authenticated;

create function public.announce_change(p_event_id uuid, p_session_id uuid, p_text_zh text, p_text_en text)
returns public.event_changes
language sql
set search_path = ''
as $$ select private.announce_change(p_event_id, p_session_id, p_text_zh, p_text_en) $$;
comment on function public.announce_change is
  'Announces something of a published event, or of one session, and tells everyone registered; the same words within a day are the same announcement. Errors: not_found, staff_session_ended, event_unknown, event_unpublished, session_unknown, words_missing, words_too_long (detail: limit). Called by: editors.';
revoke execute on function public.announce_change from public, anon, authenticated;
grant execute on function public.announce_change to authenticated;

create function private.publish_minutes(p_event_id uuid, p_version integer, p_minutes_zh text, p_minutes_en text)
returns public.events
language plpgsql security definer
set search_path = ''
as $$
declare
  v_event public.events := private.lock_event(p_event_id, 'editor');
  v_session_id uuid;
begin
  perform private.require_words(p_minutes_zh, p_minutes_en, 10000);
  if v_event.kind <> 'hearing' then
    perform private.refuse('not_a_hearing', 409, 'Only hearings have minutes.');
  elsif v_event.published_at is null or not exists (
    select from public.event_sessions where event_id = p_event_id and starts_at <= now() and status = 'scheduled'
  ) then
    perform private.refuse('minutes_too_early', 409, 'The hearing has not taken place.');
  elsif (v_event.minutes_zh, v_event.minutes_en) = (trim(p_minutes_zh), trim(p_minutes_en)) then
    return v_event;
  end if;
  perform private.refuse_newer_version(p_version, v_event.version, v_event.changed_at, v_event.changed_by);
  update public.events set minutes_zh = trim(p_minutes_zh), minutes_en = trim(p_minutes_en),
    minutes_published_at = coalesce(minutes_published_at, now())
  where id = p_event_id returning * into v_event;
  insert into public.event_changes (event_id, kind, text_zh, text_en)
  values (p_event_id, 'minutes', '会议纪要已公布。', 'The minutes have been published.');
  for v_session_id in
    select id from public.event_sessions where event_id = p_event_id and status = 'scheduled' order by id
  loop
    perform private.tell_registered(v_session_id, 'minutes_published', '{}', 'minutes_published');
  end loop;
  perform private.record_audit('publish_minutes', 'event', p_event_id::text);
  return v_event;
end
$$;
comment on function private.publish_minutes is
  'Body of public.publish_minutes. Definer, because nobody may write events directly.';
revoke execute on function private.publish_minutes from public, anon, authenticated;
grant execute on function private.publish_minutes to authenticated;

create function public.publish_minutes(p_event_id uuid, p_version integer, p_minutes_zh text, p_minutes_en text)
returns public.events
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.publish_minutes(p_event_id, p_version, p_minutes_zh, p_minutes_en),
    '{"changed_by": null, "created_by": null, "creation_key": null}')
$$;
comment on function public.publish_minutes is
  'Publishes the minutes of a hearing that has begun and tells everyone registered; the same minutes again are no change. Errors: not_found, staff_session_ended, event_unknown, words_missing, words_too_long (detail: limit), not_a_hearing, minutes_too_early, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.publish_minutes from public, anon, authenticated;
grant execute on function public.publish_minutes to authenticated;
