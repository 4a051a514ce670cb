-- Demo history: ninety invented days of coins, so that the books have something to show. Each transfer is marked by its
-- reference (demo:…) and belongs to a wallet without an account. Written before the first day is closed or not at all,
-- beside the coins the demo resident begins with, and closed here as every day is. Drawn by hashes, so that it is the
-- same everywhere.

create or replace function pg_temp.lot(p_of text) returns double precision
language sql immutable
as $$ select (hashtextextended(p_of, 0) & 9007199254740991)::double precision / 9007199254740992 $$;

do $$
declare
  v_today date := private.shanghai_day();
  v_year smallint := ledger.enter_books();
  v_first date := v_today - 90;
begin
  perform pg_advisory_xact_lock(hashtextextended('closing the books', 0));
  if exists (select from ledger.days)
    or exists (
      select from ledger.transfers
      where posted_at < private.shanghai_midnight(v_today) and reference <> 'demo:opening'
    )
  then
    return;
  end if;

  create temp table awarded on commit drop as
  with people as (
    select n, v_first + floor(88 * pg_temp.lot('joined' || n) ^ 1.6)::integer as joined,
      0.35 + 1.3 * pg_temp.lot('eager' || n) as eager
    from generate_series(1, 220) as n
  ),
  days as (
    select d::date as day, extract(isodow from d) > 5 as is_free, 0.75 + 0.5 * pg_temp.lot('weather' || d::date) as weather
    from generate_series(v_first, v_today - 1, interval '1 day') as d
  ),
  habits (code, workday, freeday) as (values
    ('waste-sorting', 0.30, 0.34), ('green-travel', 0.22, 0.06), ('clean-plate', 0.20, 0.26), ('own-bag', 0.10, 0.18),
    ('no-disposables', 0.09, 0.08), ('water-saving', 0.05, 0.06), ('power-saving', 0.05, 0.06),
    ('parcel-reuse', 0.012, 0.03), ('second-hand', 0.006, 0.02), ('appliance-return', 0.001, 0.004),
    ('river-patrol', 0.002, 0.035), ('tree-planting', 0.001, 0.006), ('wildlife-record', 0.003, 0.012),
    ('volunteering', 0.001, 0.022), ('violation-report', 0.001, 0.001), ('base-visit', 0.003, 0.028),
    ('education-event', 0.001, 0.03)
  )
  select p.n, h.code, d.day, l.coins, l.review = 'moderator' as is_judged, 'award:demo:history:' || t.name as key,
    private.shanghai_midnight(d.day) + interval '7 hours' + pg_temp.lot('time' || t.name) * interval '14 hours' as at,
    pg_temp.lot('then' || t.name) as fate
  from people p
    join days d on d.day >= p.joined
    cross join habits h
    join public.price_list l on l.code = h.code
    cross join lateral (select p.n || ':' || d.day || ':' || h.code as name) t
  where pg_temp.lot(t.name) < p.eager * d.weather * case when d.is_free then h.freeday else h.workday end;

  -- Two of three spend: whenever another forty coins have come together, thirty of them at most.
  create temp table spent on commit drop as
  select n, (array[10, 15, 20, 30])[1 + floor(4 * pg_temp.lot('gift' || key))::integer] as coins,
    at + interval '5 minutes' as at, 'redeem:' || substr(key, 7) as key, pg_temp.lot('back' || key) as fate
  from (
    select n, key, at, coins, sum(coins) over (partition by n order by at, key) as sum from awarded where n % 3 <> 0
  ) a
  where div(a.sum, 40) > div(a.sum - a.coins, 40);

  create temp table history on commit drop as
  select n, 'award'::ledger.transfer_kind as kind, coins, at, key, code, null::text as corrects from awarded
  union all
  select n, 'redeem', coins, at, key, null, null from spent
  union all
  select n, 'adjust', 5, private.shanghai_midnight(v_today - 20 - n) + interval '10 hours',
    'adjust:demo:history:' || n, null, null
  from generate_series(1, 3) as n
  union all
  -- The third who save have some awards taken back, some vouchers of the others are cancelled.
  select n, 'reverse', coins, at + interval '1 day' * (1 + floor(60 * fate)), 'reverse:' || substr(key, 7), code, key
  from awarded where n % 3 = 0 and is_judged and fate < 0.06
  union all
  select n, 'refund', coins, at + interval '2 days', 'refund:' || substr(key, 8), null, key from spent where fate < 0.07;
  delete from history where at >= private.shanghai_midnight(v_today);

  -- Coins of the year before are spent first; what a year that turned in these days leaves behind is older.
  create temp table aged on commit drop as
  with marked as (
    select *, ledger.year_of(at) as year, kind in ('redeem', 'reverse') as goes from history
  ),
  sums as (
    select *, case when goes then -coins else coins end as change,
      sum(case when goes then coins else 0 end) over (partition by n, year order by at, key) as gone
    from marked
  ),
  left_over as (
    select n, sum(change) as coins from sums where year < v_year group by n
  )
  select s.n, s.kind, s.coins, s.at, s.key, s.code, s.corrects, s.year,
    case when s.goes and s.year = v_year
      then least(coalesce(l.coins, 0), s.gone) - least(coalesce(l.coins, 0), s.gone - s.coins) else 0
    end as older
  from sums s left join left_over l using (n);
  update aged a set older = case when r.year < a.year then a.coins else r.older end
  from aged r where a.kind = 'refund' and r.key = a.corrects;

  insert into ledger.wallets (resident_id, opened_at)
  select ('d' || lpad(n::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid, min(at) from aged group by n;
  -- First what corrects nothing, as the rest names it.
  for v_turn in 0..1 loop
    insert into ledger.transfers (resident_id, debit, credit, amount, kind, vintage, older, action_code, reference,
      idempotency_key, corrects_id, posted_at)
    select w.id,
      case a.kind when 'award' then 'issuance' when 'refund' then 'redemption' when 'adjust' then 'adjustment' else 'wallet' end::ledger.account,
      case a.kind when 'redeem' then 'redemption' when 'reverse' then 'issuance' else 'wallet' end::ledger.account,
      a.coins, a.kind, a.year, a.older, a.code, 'demo:history', a.key, c.id, a.at
    from aged a
      cross join lateral (select ('d' || lpad(a.n::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid as id) w
      left join ledger.transfers c on c.resident_id = w.id and c.idempotency_key = a.corrects
    where (a.corrects is null) = (v_turn = 0)
    order by a.at;
  end loop;
  update ledger.wallets w set balance = s.balance, older = s.older, earned = s.earned, year = v_year
  from (
    select t.resident_id, sum(m.change) as balance,
      sum(m.sign * case t.vintage when v_year then t.older else t.amount - t.older end) as older,
      coalesce(sum(m.change) filter (where coalesce(c.vintage, t.vintage) = v_year and 'issuance' in (t.debit, t.credit)), 0)
        as earned
    from ledger.transfers t
      left join ledger.transfers c on c.resident_id = t.resident_id and c.id = t.corrects_id
      cross join lateral (select case t.credit when 'wallet' then 1 else -1 end as sign) s
      cross join lateral (select s.sign * t.amount as change, s.sign) m
    where t.reference = 'demo:history' group by t.resident_id
  ) s
  where w.resident_id = s.resident_id;

  -- The envelopes pay for it; some are of a size that shows how one runs out.
  create temp table used on commit drop as
  select y.year, e.code, coalesce(sum(a.change) filter (where a.year = y.year), 0)::bigint as coins,
    coalesce(sum(a.change) filter (where a.day >= v_today - 28), 0) / 28.0 as per_day
  from (select distinct code from aged where code is not null) e
    cross join (select distinct year from aged union select v_year) y
    left join (
      select a.code, coalesce(r.year, a.year) as year, private.shanghai_day(a.at) as day,
        case a.kind when 'award' then a.coins else -a.coins end as change
      from aged a left join aged r on r.key = a.corrects where a.code is not null
    ) a using (code)
  group by y.year, e.code;
  insert into ledger.city_envelopes (year, total) select distinct year, 12000000 from used on conflict do nothing;
  insert into ledger.envelopes (year, action_code, total) select year, code, 640000 from used on conflict do nothing;
  insert into ledger.envelope_shards (year, action_code, shard, remaining)
  select year, code, shard, 40000 from used, generate_series(0, 15) as shard on conflict do nothing;
  create temp table sized on commit drop as
  select u.year, u.code, e.total as before,
    coalesce(10 * ceil((u.coins + share * u.per_day * (make_date(v_year, 12, 31) - v_today + 1)) / 10)::bigint, e.total)
      as total, u.coins
  from used u
    join ledger.envelopes e on (e.year, e.action_code) = (u.year, u.code)
    left join (values ('green-travel', 0.55), ('second-hand', 1.0), ('tree-planting', 1.9), ('own-bag', 1.5),
      ('no-disposables', 1.3), ('wildlife-record', 2.4)) as wished (action, share)
      on wished.action = u.code and u.year = v_year;
  update ledger.envelopes e set total = s.total from sized s where (e.year, e.action_code) = (s.year, s.code);
  update ledger.envelope_shards h set remaining = l.coins / 16 + case when h.shard < l.coins % 16 then 1 else 0 end
  from (
    select s.year, s.code, ledger.envelope_left(s.year, s.code) + s.total - s.before - s.coins as coins from sized s
  ) l
  where (h.year, h.action_code) = (l.year, l.code);
end
$$;

do $$
begin
  while ledger.close_days() > 0 loop null; end loop;
end
$$;

-- Its months were audited, as far as they are whole: sixty logs each, one or two of them wrong.
do $$
begin
  if exists (select from private.audit_months) then
    return;
  end if;
  insert into private.audit_months (month, seed, seed_day, approved)
  select m.month, d.root, d.day, 60 + floor(90 * pg_temp.lot('approved' || m.month))::integer
  from (
    select date_trunc('month', day)::date as month, max(day) as last from ledger.days
    group by 1 having bool_and(has_demo) and min(day) = date_trunc('month', min(day))::date
      and max(day) = (date_trunc('month', max(day)) + interval '1 month')::date - 1
  ) m join ledger.days d on d.day = m.last;
  insert into private.audit_samples (month, log_id, is_right, reason, judged_by, judged_at)
  select m.month, gen_random_uuid(), not w.is_wrong, case when w.is_wrong then 'not_verified'::public.rejection_reason end,
    gen_random_uuid(), now()
  from private.audit_months m
    cross join generate_series(1, 60) as n
    cross join lateral (select n <= 1 + floor(2 * pg_temp.lot('wrong' || m.month)) as is_wrong) w;
end
$$;
