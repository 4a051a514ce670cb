-- What the lists of the bureau's desk show of bases, events and sessions, in the reach of hosts and editors.

create view public.desk_bases with (security_invoker = on) as
  select
    b.id, b.slug, b.name_zh, b.name_en, b.kind, b.town_code, b.is_provincial, b.is_public, b.is_demo,
    b.changed_at, lower(b.name_zh || ' ' || b.name_en || ' ' || b.slug) as search
  from public.bases b
  where b.id = any ((select private.bases_in_reach())::uuid[]);
comment on view public.desk_bases is
  'Bases in the reach of the caller, hidden ones too; nothing to everybody else. Called by: the list of hosts and editors.';
grant select on public.desk_bases to authenticated;

create view public.desk_events with (security_invoker = on) as
  select
    e.id, e.slug, e.title_zh, e.title_en, e.kind, e.theme, e.status, e.coins, e.published_at,
    e.changed_at, e.is_demo, e.base_id, b.name_zh as base_name_zh, b.name_en as base_name_en,
    b.town_code, e.search_text || ' ' || e.slug as search
  from public.events e join public.bases b on b.id = e.base_id
  where e.base_id = any ((select private.bases_in_reach())::uuid[]);
comment on view public.desk_events is
  'Events of bases in the reach of the caller, drafts too; nothing to everybody else. Called by: the list of hosts and editors.';
grant select on public.desk_events to authenticated;

create view public.desk_sessions with (security_invoker = on) as
  select
    s.id, s.starts_at, s.ends_at, s.place_zh, s.place_en, s.capacity, s.seats_taken, s.waiting,
    s.status, s.event_id, e.slug, e.title_zh, e.title_en, e.status as event_status, e.base_id,
    b.name_zh as base_name_zh, b.name_en as base_name_en, b.town_code, e.search_text as search
  from public.event_sessions s
    join public.events e on e.id = s.event_id
    join public.bases b on b.id = e.base_id
  where e.base_id = any ((select private.bases_in_reach())::uuid[]);
comment on view public.desk_sessions is
  'Sessions of events in the reach of the caller, with how many seats are taken; nothing to everybody else. Called by: the list of hosts and editors.';
grant select on public.desk_sessions to authenticated;

create function private.list_registrations(p_session_id uuid) returns table (
  id uuid, name text, adults integer, children integer, people integer,
  status public.registration_status, standpoint public.standpoint, answers jsonb, code_end text,
  registered_at timestamptz, attended_people integer, came boolean, search text
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_session_host(p_session_id);
  return query
    select r.id, r.name, r.adults::integer, r.children::integer, r.people::integer, r.status, r.standpoint,
      r.answers, right(r.code, 4), r.registered_at, r.attended_people::integer,
      r.attended_people is not null, lower(r.name || ' ' || r.code)
    from public.registrations r where r.session_id = p_session_id;
end
$$;
comment on function private.list_registrations is
  'Body of public.list_registrations. Definer, because a host reads no registrations directly.';
revoke execute on function private.list_registrations from public, anon, authenticated;
grant execute on function private.list_registrations to authenticated;

create function public.list_registrations(p_session_id uuid) returns table (
  id uuid, name text, adults integer, children integer, people integer,
  status public.registration_status, standpoint public.standpoint, answers jsonb, code_end text,
  registered_at timestamptz, attended_people integer, came boolean, search text
)
language sql stable
set search_path = ''
as $$ select * from private.list_registrations(p_session_id) $$;
comment on function public.list_registrations is
  'Who registered for a session, with what they answered, in whatever state, and who came; never who they are beyond the name they gave. Errors: not_found, staff_session_ended, session_unknown. Called by: hosts.';
revoke execute on function public.list_registrations from public, anon, authenticated;
grant execute on function public.list_registrations to authenticated;
