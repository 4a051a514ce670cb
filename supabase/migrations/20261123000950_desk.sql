-- The bureau's desk: what its lists show, and what is taken away from them.

create view public.desk_action_logs with (security_invoker = on) as
  select l.id, l.action_code, a.name_zh, a.name_en, l.note, l.coins, l.status, l.reason, l.reason_note,
    l.evidence_path is not null as has_photo, l.logged_at, l.decided_at,
    l.note || ' ' || l.reason_note || ' ' || a.name_zh || ' ' || a.name_en as search
  from public.action_logs l join public.green_actions a on a.code = l.action_code
  where (select private.has_role('moderator'));
comment on view public.desk_action_logs is
  'Every action log and what was decided, without the resident, for moderators. Called by: the moderation record.';

create view public.desk_merchants with (security_invoker = on) as
  select m.id, m.name_zh, m.name_en, m.town_code, m.is_demo,
    m.name_zh || ' ' || m.name_en as search
  from public.merchants m
  where (select private.has_role('editor')) or (select private.has_role('administrator'));
comment on view public.desk_merchants is
  'Every merchant, for editors and administrators. Called by: the list of merchants.';

create index action_logs_by_time on public.action_logs (logged_at, id);

create function private.require_console() returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_role public.staff_role;
begin
  select role into v_role from public.staff_roles
  where resident_id = v_resident_id and role <> 'merchant' limit 1;
  if not found then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  return private.require_role(v_role);
end
$$;
comment on function private.require_console is
  'The caller, if they have any part in the console; otherwise a refusal (not_found, 404; staff_session_ended, second_factor_needed). Definer, because it looks for any role and marks the session as seen. Called by: record_export and get_desk_today.';
revoke execute on function private.require_console from public, anon, authenticated;

create function private.record_export(p_list text, p_format text, p_rows integer, p_address text) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_console();
  if coalesce(p_list !~ '^[a-z-]{1,40}$', true) or coalesce(p_format not in ('csv', 'xlsx'), true)
    or coalesce(p_rows < 0, true) or coalesce(char_length(p_address) > 4000, true)
  then
    perform private.refuse('export_invalid', 400, 'An export names its list, form, number of rows and address.');
  end if;
  perform private.record_audit('export_list', 'list', p_list,
    jsonb_build_object('format', p_format, 'rows', p_rows, 'address', p_address));
end
$$;
comment on function private.record_export is
  'Body of public.record_export. Definer, because nobody may write the audit directly.';
revoke execute on function private.record_export from public, anon, authenticated;
grant execute on function private.record_export to authenticated;

create function public.record_export(p_list text, p_format text, p_rows integer, p_address text) returns void
language sql
set search_path = ''
as $$ select private.record_export(p_list, p_format, p_rows, p_address) $$;
comment on function public.record_export is
  'Writes down that the caller takes a list away: which, as csv or xlsx, how many rows, and the address that chose them. Errors: not_found, export_invalid. Called by: staff.';
revoke execute on function public.record_export from public, anon, authenticated;
grant execute on function public.record_export to authenticated;

grant select on public.desk_action_logs to authenticated;
grant select on public.desk_merchants to authenticated;
