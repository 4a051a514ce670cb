-- Lapsing (到期): coins end with the year after the one they were earned in. ledger.turn_wallet does it for whoever
-- comes by; the batches here do it for everybody else, and remind those whose coins are about to end.

create table ledger.reminders (
  year smallint primary key,
  done_to uuid not null default '00000000-0000-0000-0000-000000000000'
);
comment on table ledger.reminders is
  'How far the reminders of a year have come, so that they stop and go on at any wallet. Written only by ledger.remind_of_lapsing.';
comment on column ledger.reminders.done_to is 'The last resident, in the order of ids, who has been looked at.';

create function ledger.lapse_due(p_limit integer) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_year smallint := ledger.enter_books();
  v_count integer;
begin
  -- The same as ledger.turn_wallet, for many at once; wallets that somebody holds are turned by them or by the next batch.
  with due as materialized (
    select resident_id, year, balance, older,
      case when year = v_year - 1 then balance - older else 0 end as kept
    from ledger.wallets where year < v_year
    limit greatest(p_limit, 0)
    for no key update skip locked
  ),
  lapsed as (
    insert into ledger.transfers
      (resident_id, kind, debit, credit, amount, vintage, reference, idempotency_key)
    select d.resident_id, 'expire', 'wallet', 'expiry', v.amount, v.vintage,
      'vintage:' || v.vintage, 'expire:' || v.vintage
    from due d cross join lateral (values
      (d.year - 1, d.older), (d.year::integer, d.balance - d.older - d.kept)
    ) as v (vintage, amount)
    where v.amount > 0
  )
  update ledger.wallets w set balance = d.kept, older = d.kept, year = v_year, earned = 0
  from due d where w.resident_id = d.resident_id;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function ledger.lapse_due is
  'Brings at most so many wallets of earlier years up to this one and gives how many. Each call is a batch that stands by itself: it may be stopped, called again, and called by several at once. Called by: lapse_coins.';
revoke execute on function ledger.lapse_due from public, anon, authenticated;

create function ledger.remind_of_lapsing(p_limit integer, p_at timestamptz default clock_timestamp()) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_year smallint := ledger.year_of(p_at);
  v_last_day date := make_date(v_year, 12, 31);
  v_done_to uuid;
  v_residents uuid[];
begin
  if private.shanghai_day(p_at) < v_last_day - 30 then
    return 0;
  end if;
  insert into ledger.reminders (year) values (v_year) on conflict do nothing;
  -- One batch at a time: whoever comes during one has nothing to do.
  select done_to into v_done_to from ledger.reminders where year = v_year for update skip locked;
  v_residents := array(
    select resident_id from ledger.wallets where resident_id > v_done_to order by resident_id
    limit greatest(p_limit, 0)
  );
  if cardinality(v_residents) = 0 then
    return 0;
  end if;
  with told as (
    insert into public.notices (resident_id, kind, values, path, key)
    select w.resident_id, 'coins_lapsing',
      jsonb_build_object('coins', h.coins, 'on', v_last_day), '/wallet/', 'lapse:' || v_year
    from ledger.wallets w
      join auth.users u on u.id = w.resident_id
      cross join lateral (select case
        when w.year = v_year then w.older when w.year = v_year - 1 then w.balance - w.older else 0
      end as coins) h
    where w.resident_id = any (v_residents) and h.coins > 0
    on conflict on constraint notice_is_given_once do nothing
    returning resident_id, kind, values, path, key
  )
  insert into private.outbox (resident_id, kind, values, path, key)
  select t.resident_id, t.kind, t.values, t.path, t.key
  from told t join public.profiles p on p.resident_id = t.resident_id and p.wants_mail
  on conflict on constraint mail_is_written_once do nothing;
  update ledger.reminders set done_to = v_residents[cardinality(v_residents)] where year = v_year;
  return cardinality(v_residents);
end
$$;
comment on function ledger.remind_of_lapsing is
  'From 30 days before the last day of the year, tells at most so many residents, in the order of their ids, how many coins of last year end with it, and gives how many were looked at. Each call is a batch that stands by itself. Called by: lapse_coins.';
revoke execute on function ledger.remind_of_lapsing from public, anon, authenticated;

create function private.lapse_coins() returns table (what text, done integer)
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.keep_residents();
  return query select 'remind_of_lapsing', ledger.remind_of_lapsing(10000);
  return query select 'lapse_due', ledger.lapse_due(20000);
end
$$;
comment on function private.lapse_coins is
  'Body of public.lapse_coins. Definer, because nobody may write coins or notices directly.';
revoke execute on function private.lapse_coins from public, anon, authenticated;
grant execute on function private.lapse_coins to service_role;

create function public.lapse_coins() returns table (what text, done integer)
language sql
set search_path = ''
as $$ select * from private.lapse_coins() $$;
comment on function public.lapse_coins is
  'Does one batch of the reminders and one of the lapsing that are due, and says how many wallets each went through; safe to call as often as one likes. By itself, because it holds many wallets, and do_due_work goes on to lock what comes before wallets. Called by: the jobs of the site.';
revoke execute on function public.lapse_coins from public, anon, authenticated;
grant execute on function public.lapse_coins to service_role;

alter table ledger.reminders enable row level security;
