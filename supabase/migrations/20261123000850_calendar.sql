-- What the public calendar counts: coming sessions by town.

create function public.count_coming_sessions(
  p_theme public.event_theme default null,
  p_age integer default null,
  p_language text default null,
  p_only_free boolean default false
) returns table (town_code text, sessions integer)
language sql stable
set search_path = ''
as $$
  select c.town_code, count(*)::integer
  from public.event_calendar c
  where c.starts_at >= now() - interval '15 days' and c.ends_at > now()
    and c.session_status = 'scheduled' and c.event_status = 'published'
    and (p_theme is null or c.theme = p_theme)
    and (p_age is null or p_age between coalesce(c.minimum_age, 0) and coalesce(c.maximum_age, 120))
    and (p_language is null or p_language = any (c.languages))
    and (not p_only_free or c.seats_free > 0)
  group by c.town_code
$$;
comment on function public.count_coming_sessions is
  'How many sessions that are neither over nor cancelled each town has, by the filters of the calendar; towns without any are left out. Called by: everyone.';
revoke execute on function public.count_coming_sessions from public, anon, authenticated;
grant execute on function public.count_coming_sessions to anon, authenticated;
