-- The bureau's desk: what its lists show, and what is taken away from them.

create view public.desk_action_logs with (security_invoker = on) as
  select l.id, l.action_code, a.name_zh, a.name_en, l.note, l.coins, l.status, l.reason, l.reason_note,
    l.has_photo, l.logged_at, l.decided_at,
    l.note || ' ' || l.reason_note || ' ' || a.name_zh || ' ' || a.name_en as search
  from public.action_logs l join public.green_actions a on a.code = l.action_code
  where (select private.has_role('moderator'));
comment on view public.desk_action_logs is
  'Every action log and what was decided, without the resident, for moderators. Called by: the moderation record.';

create view public.desk_merchants with (security_invoker = on) as
  select m.id, m.name_zh, m.name_en, m.town_code, m.step_free, m.closed_at is not null as is_closed, m.is_demo, m.version, m.changed_at,
    (select count(*) from public.rewards r where r.merchant_id = m.id and r.is_open)::integer as open_rewards,
    m.name_zh || ' ' || m.name_en as search
  from public.merchants m
  where (select private.has_role('editor')) or (select private.has_role('administrator'));
comment on view public.desk_merchants is
  'Every merchant, for editors and administrators. Called by: the list of merchants.';

create view public.desk_rewards with (security_invoker = on) as
  select r.id, r.kind, r.merchant_id, r.name_zh, r.name_en, r.price,
    case when r.kind <> 'donation' then r.stock end as stock,
    case when r.kind <> 'donation' then r.stocked end as stocked,
    case when r.kind <> 'donation' then r.stocked - r.stock end as redeemed,
    r.quota_per_resident, r.quota_per_household, r.valid_from, r.valid_until, r.is_open,
    r.is_open and r.kind <> 'donation' and r.stock <= 5 as is_nearly_out, r.is_demo,
    r.version, r.changed_at, m.name_zh as merchant_zh, m.name_en as merchant_en, m.town_code,
    r.name_zh || ' ' || r.name_en || coalesce(' ' || m.name_zh || ' ' || m.name_en, '') as search
  from public.rewards r left join public.merchants m on m.id = r.merchant_id
  where (select private.has_role('editor')) or (select private.has_role('administrator'));
comment on view public.desk_rewards is
  'Every reward with its merchant, open or not, for editors and administrators. Called by: the list of rewards.';

create view public.desk_prices with (security_invoker = on) as
  select a.code, a.position, a.name_zh, a.name_en, a.plan_section, a.coins, a.proof, a.review, a.daily_cap,
    a.weekly_cap, a.yearly_cap, a.cool_down_hours, a.valid_from, a.next_from, a.next_coins, a.is_open,
    a.code || ' ' || a.name_zh || ' ' || a.name_en as search
  from public.price_list a
  where (select private.has_role('editor')) or (select private.has_role('analyst'))
    or (select private.has_role('administrator'));
comment on view public.desk_prices is
  'The price list, what is closed with it, for editors, analysts and administrators. Called by: the price list of the console.';

create view public.desk_waves with (security_invoker = on) as
  select w.id, w.title_zh, w.title_en, w.series, w.opens_on, w.closes_on, w.announced_at, w.is_demo,
    case when w.announced_at is null then 'draft' when private.shanghai_day() < w.opens_on then 'coming'
      when w.closed_at is not null or private.shanghai_day() > w.closes_on then 'over' else 'open' end as state,
    coalesce(t.answers, 0)::integer as answers, w.title_zh || ' ' || w.title_en as search
  from public.survey_waves w left join public.get_answer_counts() t on t.wave_id = w.id
  where (select private.has_role('analyst'))
    or (w.announced_at is not null and w.series = 'sampled' and (select private.has_role('interviewer')));
comment on view public.desk_waves is
  'Survey waves and how many answered, for analysts; for interviewers those by invitation that were announced. Called by: the list of waves.';

create function private.staff_emails() returns table (resident_id uuid, email text)
language sql stable security definer
set search_path = ''
as $$
  select u.id, u.email::text from auth.users u
  where (select private.has_role('administrator')) and u.id in (
    select s.resident_id from public.staff_roles s
    union select s.granted_by from public.staff_roles s
    union select a.actor_id from public.audit_entries a
  )
$$;
comment on function private.staff_emails is
  'E-mail addresses of those who work here or did something that is in the audit; none for anybody but administrators. Definer, because addresses live in the auth schema. Called by: audit_view and desk_staff.';
revoke execute on function private.staff_emails from public, anon, authenticated;
grant execute on function private.staff_emails to authenticated;

create function private.staff_directory() returns setof public.staff_roles
language sql stable security definer
set search_path = ''
as $$ select s.* from public.staff_roles s where (select private.has_role('administrator')) $$;
comment on function private.staff_directory is
  'Every role of everyone; none for anybody but administrators. Definer, because staff read only their own roles. Called by: desk_staff.';
revoke execute on function private.staff_directory from public, anon, authenticated;
grant execute on function private.staff_directory to authenticated;

create view public.desk_staff with (security_invoker = on) as
  select s.id, s.role, s.merchant_id, s.base_id, s.town_code, s.granted_at, e.email, g.email as granted_by,
    m.name_zh as merchant_zh, m.name_en as merchant_en, b.name_zh as base_zh, b.name_en as base_en,
    coalesce(e.email, '') || ' ' || coalesce(m.name_zh || ' ' || m.name_en, '') || ' '
      || coalesce(b.name_zh || ' ' || b.name_en, '') as search
  from private.staff_directory() s
  left join private.staff_emails() e on e.resident_id = s.resident_id
  left join private.staff_emails() g on g.resident_id = s.granted_by
  left join public.merchants m on m.id = s.merchant_id
  left join public.bases b on b.id = s.base_id;
comment on view public.desk_staff is
  'Who works here as what, with what their role is limited to and who gave it, for administrators. Called by: the list of people.';

create view public.audit_view with (security_invoker = on) as
  select a.id, a.at, a.actor_id, e.email as actor, a.act, a.subject_kind, a.subject_id, a.before, a.after,
    a.detail, a.address, a.agent,
    a.subject_id || ' ' || coalesce(e.email, '') as search
  from public.audit_entries a left join private.staff_emails() e on e.resident_id = a.actor_id
  where (select private.has_role('administrator'));
comment on view public.audit_view is
  'The audit with the e-mail address of who did it, for administrators; searched by whom and which one, and filtered by the rest. Called by: the list of the audit and its details.';

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
  'The caller, if they have any part in the console; otherwise a refusal (not_found, 404; staff_session_ended, second_factor_needed). Definer, because it looks for any role and marks the session as seen. Called by: record_export.';
revoke execute on function private.require_console from public, anon, authenticated;

create function public.get_desk_today() returns table (
  what text, number integer, late integer, since timestamptz
)
language sql stable
set search_path = ''
as $$
  select 'pending_logs', count(*)::integer,
    (count(*) filter (where logged_at < now() - interval '3 days'))::integer, min(logged_at)
  from public.desk_action_logs where status = 'pending'
  having (select private.has_role('moderator'))
  union all
  select 'open_samples', private.count_open_samples(), 0, null::timestamptz
  where (select private.has_role('moderator'))
  union all
  select 'received_feedback', count(*)::integer, (count(*) filter (where is_overdue))::integer, min(received_at)
  from public.desk_feedback where status = 'received'
  having (select private.has_role('moderator'))
  union all
  select 'assigned_feedback', count(*)::integer, (count(*) filter (where is_overdue))::integer, min(assigned_at)
  from public.desk_feedback where status in ('assigned', 'reopened')
  having (select private.has_role('moderator')) or (select private.has_role('editor'))
  union all
  select 'submitted_events', count(*)::integer, (count(*) filter (where exists (
      select from public.event_sessions s where s.event_id = e.id and s.starts_at < now() + interval '7 days'
    )))::integer, min(e.changed_at)
  from public.events e where e.status = 'submitted' and (select private.has_role('editor'))
  having (select private.has_role('editor'))
  union all
  select 'sessions_today', count(*)::integer, 0, min(s.starts_at)
  from public.event_sessions s join public.events e on e.id = s.event_id
  where s.status = 'scheduled' and e.status = 'published'
    and s.starts_at >= private.shanghai_midnight(private.shanghai_day())
    and s.starts_at < private.shanghai_midnight(private.shanghai_day() + 1)
    and e.base_id = any ((select private.bases_in_reach())::uuid[])
  having (select private.has_role('host')) or (select private.has_role('editor'))
  union all
  select 'nearly_out', count(*)::integer, (count(*) filter (where stock = 0))::integer, null::timestamptz
  from public.desk_rewards where is_nearly_out
  having (select private.has_role('editor'))
  union all
  select 'open_waves', count(*)::integer,
    (count(*) filter (where closes_on < private.shanghai_day() + 7))::integer, null::timestamptz
  from public.desk_waves where state = 'open'
  having (select private.has_role('analyst')) or (select private.has_role('interviewer'))
$$;
comment on function public.get_desk_today is
  'What waits for the caller''s roles: how many, how many of them are late (logs of over three days, overdue reports, events within a week, rewards that are gone, waves that close within a week), and since when. Nothing for residents. Called by: staff.';
revoke execute on function public.get_desk_today from public, anon, authenticated;
grant execute on function public.get_desk_today to authenticated;

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
grant select on public.desk_rewards to authenticated;
grant select on public.desk_prices to authenticated;
grant select on public.desk_waves to authenticated;
grant select on public.desk_staff to authenticated;
grant select on public.audit_view to authenticated;
