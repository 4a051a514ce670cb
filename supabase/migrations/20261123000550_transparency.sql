-- What /transparency/ shows to everyone (公开账册), beyond the days themselves: months, actions, and envelopes with what
-- they paid lately. All of it is read from closed days, which are few, and never from transfers: a figure is as quick
-- with twenty million of them, and shows none before its day is over.

create function ledger.book_months()
returns table (
  month date, days integer, transfers bigint, issued bigint, taken_back bigint, spent bigint, refunded bigint,
  expired bigint, adjusted_up bigint, adjusted_down bigint, held bigint, has_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  select date_trunc('month', day)::date, count(*)::integer, sum(transfers)::bigint, sum(issued)::bigint,
    sum(taken_back)::bigint, sum(spent)::bigint, sum(refunded)::bigint, sum(expired)::bigint, sum(adjusted_up)::bigint,
    sum(adjusted_down)::bigint, (array_agg(held order by day desc))[1], bool_or(has_demo)
  from ledger.days group by 1 order by 1
$$;
comment on function ledger.book_months is
  'Body of public.get_book_months. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.book_months from public, anon, authenticated;
grant execute on function ledger.book_months to anon, authenticated;

create function public.get_book_months()
returns table (
  month date, days integer, transfers bigint, issued bigint, taken_back bigint, spent bigint, refunded bigint,
  expired bigint, adjusted_up bigint, adjusted_down bigint, held bigint, has_demo boolean
)
language sql stable
set search_path = ''
as $$ select * from ledger.book_months() $$;
comment on function public.get_book_months is
  'The closed days by month of Asia/Shanghai (its first day), oldest first: how many days, transfers and sums in coins, and what was held when the last of them ended. Called by: everyone.';
revoke execute on function public.get_book_months from public, anon, authenticated;
grant execute on function public.get_book_months to anon, authenticated;

create function ledger.action_days(p_from date, p_to date)
returns table (
  action_code text, year smallint, days date[], transfers bigint[], issued bigint[], taken_back bigint[],
  has_demo boolean[]
)
language sql stable security definer
set search_path = ''
as $$
  select a.action_code, a.year, array_agg(a.day order by a.day), array_agg(a.transfers order by a.day),
    array_agg(a.issued order by a.day), array_agg(a.taken_back order by a.day), array_agg(d.has_demo order by a.day)
  from ledger.list_days(p_from, p_to) d join ledger.day_actions a using (day)
  group by a.action_code, a.year order by a.action_code, a.year
$$;
comment on function ledger.action_days is
  'Body of public.get_action_days. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.action_days from public, anon, authenticated;
grant execute on function ledger.action_days to anon, authenticated;

create function public.get_action_days(p_from date, p_to date)
returns table (
  action_code text, year smallint, days date[], transfers bigint[], issued bigint[], taken_back bigint[],
  has_demo boolean[]
)
language sql stable
set search_path = ''
as $$ select * from ledger.action_days(p_from, p_to) $$;
comment on function public.get_action_days is
  'What each action paid on the closed days that get_days gives for the same two, one row per action and year of the envelope: the days on which it moved, and for each the transfers, the coins issued and those taken back. Arrays, because the API gives at most 1,000 rows. Called by: everyone.';
revoke execute on function public.get_action_days from public, anon, authenticated;
grant execute on function public.get_action_days to anon, authenticated;

create function ledger.envelope_outlooks(p_year integer)
returns table (
  action_code text, total bigint, paid bigint, remaining bigint, daily bigint[], through date, has_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  with envelopes as (
    select e.action_code, e.total from ledger.envelopes e where e.year = p_year
    union all
    select null, c.total from ledger.city_envelopes c where c.year = p_year
  ),
  paid as (
    select a.action_code, sum(a.issued - a.taken_back)::bigint as coins
    from ledger.day_actions a where a.year = p_year group by rollup (a.action_code)
  ),
  latest as materialized (
    select d.day, d.has_demo from ledger.days d where d.day > (select max(day) - 28 from ledger.days)
  ),
  recent as (
    select a.day, a.action_code, sum(a.issued - a.taken_back)::bigint as coins
    from ledger.day_actions a where a.day in (select day from latest) group by a.day, rollup (a.action_code)
  )
  select e.action_code, e.total, coalesce(p.coins, 0), greatest(e.total - coalesce(p.coins, 0), 0),
    array(
      select coalesce(r.coins, 0)
      from latest l left join recent r on r.day = l.day and r.action_code is not distinct from e.action_code
      order by l.day
    ),
    (select max(day) from latest), coalesce((select bool_or(l.has_demo) from latest l), false)
  from envelopes e left join paid p on p.action_code is not distinct from e.action_code
  order by e.action_code nulls first
$$;
comment on function ledger.envelope_outlooks is
  'Body of public.get_envelope_outlooks. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.envelope_outlooks from public, anon, authenticated;
grant execute on function ledger.envelope_outlooks to anon, authenticated;

create function public.get_envelope_outlooks(p_year integer)
returns table (
  action_code text, total bigint, paid bigint, remaining bigint, daily bigint[], through date, has_demo boolean
)
language sql stable
set search_path = ''
as $$ select * from ledger.envelope_outlooks(p_year) $$;
comment on function public.get_envelope_outlooks is
  'The envelopes of a year, the city''s (action_code null) first: its coins, those paid less taken back and those left when the last closed day ended (through; null before the first), and what was paid on each of the last 28 closed days whatever the envelope, oldest first. Not as of now: a figure that moved with each transfer would show it. has_demo: those days hold transfers of the demonstration. Called by: everyone.';
revoke execute on function public.get_envelope_outlooks from public, anon, authenticated;
grant execute on function public.get_envelope_outlooks to anon, authenticated;
