-- The proofs of the books: all of them at once, or what is new and, in turn, what is old.

create table ledger.proofs (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  fact text not null,
  holds boolean not null,
  detail text not null,
  seconds real not null,
  constraint proof_is_full_or_new check (kind in ('full', 'new'))
);
comment on table ledger.proofs is 'What was proved when, fact by fact; append-only.';
comment on column ledger.proofs.at is 'When the proof began; its facts share it.';
comment on column ledger.proofs.seconds is 'How long the whole proof took.';
create index proofs_by_time on ledger.proofs (at);
create trigger proofs_are_append_only before update or delete on ledger.proofs
  for each row execute function private.refuse_change();
create trigger proofs_are_never_truncated before truncate on ledger.proofs
  for each statement execute function private.refuse_change();

create table ledger.rounds (
  is_the_only_row boolean primary key default true,
  through date,
  day date not null default '-infinity',
  resident_id uuid not null default '00000000-0000-0000-0000-000000000000',
  constraint rounds_are_one_row check (is_the_only_row)
);
comment on table ledger.rounds is 'How far the proofs have come: one row.';
comment on column ledger.rounds.through is 'The last closed day that was proved; the days after it are new.';
comment on column ledger.rounds.day is 'The old day that was proved again last.';
comment on column ledger.rounds.resident_id is 'The wallet that was proved again last.';
insert into ledger.rounds default values;

create function ledger.day_holds(p_day ledger.days) returns boolean
language plpgsql stable
set search_path = ''
as $$
declare
  v_before ledger.days;
  v_sums ledger.days;
begin
  select * into v_before from ledger.days where day = p_day.day - 1;
  if not found and (
    exists (select from ledger.days where day < p_day.day)
    or exists (select from ledger.transfers where posted_at < private.shanghai_midnight(p_day.day))
  ) then
    return false;
  end if;
  v_sums := ledger.sum_up_day(p_day.day, coalesce(v_before.held, 0));
  v_sums.root := ledger.tree_root(array(select root from ledger.list_day_pages(p_day.day)));
  v_sums.seal := ledger.seal_of(v_sums, v_before.seal);
  v_sums.closed_at := p_day.closed_at;
  return v_sums is not distinct from p_day
    and not exists (
      select from (select * from ledger.day_pages where day = p_day.day) stored
      full join ledger.list_day_pages(p_day.day) as counted
        on stored.page = counted.page and stored.first_receipt = counted.first_receipt
          and stored.leaves = counted.leaves and stored.root = counted.root
      where stored.page is null or counted.page is null
    )
    and not exists (
      select from (select * from ledger.day_actions where day = p_day.day) stored
      full join ledger.list_day_actions(
        private.shanghai_midnight(p_day.day), private.shanghai_midnight(p_day.day + 1)
      ) counted using (day, action_code, year, transfers, issued, taken_back)
      where stored.action_code is null or counted.action_code is null
    );
end
$$;
comment on function ledger.day_holds is
  'Whether a closed day is still what its transfers make it, and follows from the day before. Called by: proofs.';
revoke execute on function ledger.day_holds from public, anon, authenticated;

create function ledger.verify_days(p_days date[]) returns table (fact text, holds boolean, detail text)
language sql stable
set search_path = ''
as $$
  with wrong as (
    select d.day from unnest(p_days) as asked (day) left join ledger.days d using (day)
    where d.day is null or not ledger.day_holds(d)
  )
  select 'every closed day still has its sums, its root and its seal', not exists (select from wrong),
    coalesce(
      (select string_agg(coalesce(to_char(day, 'YYYY-MM-DD'), 'a day that is gone'), ', ' order by day) from wrong),
      cardinality(p_days) || ' days'
    )
$$;
comment on function ledger.verify_days is 'The part of a proof that is about closed days; its detail names those that differ. Called by: proofs.';
revoke execute on function ledger.verify_days from public, anon, authenticated;

create function ledger.verify() returns table (fact text, holds boolean, detail text)
language sql stable security definer
set search_path = ''
as $$
  with moved as (
    select t.resident_id, t.vintage, t.kind,
      case when t.credit = 'wallet' then t.amount else -t.amount end as change,
      case when t.credit = 'wallet' then t.older else -t.older end as older_change,
      case when t.kind = 'award' then t.vintage when t.kind = 'reverse' then (
        select a.vintage from ledger.transfers a
        where a.resident_id = t.resident_id and a.id = t.corrects_id and a.kind = 'award'
      ) end as award_year
    from ledger.transfers t
  ),
  per_wallet as (
    select m.resident_id,
      sum(m.change) as balance,
      -- Of the year before the wallet's: the older part of this year's transfers, the newer of last year's.
      sum(case m.vintage when w.year then m.older_change when w.year - 1 then m.change - m.older_change else 0 end)
        as older,
      sum(case when m.award_year = w.year then m.change else 0 end) as earned
    from moved m left join ledger.wallets w using (resident_id) group by m.resident_id
  ),
  wrong as (
    select coalesce(w.resident_id, p.resident_id) as resident_id
    from ledger.wallets w full join per_wallet p using (resident_id)
    where (w.balance, w.older, w.earned)
      is distinct from (coalesce(p.balance, 0), coalesce(p.older, 0), coalesce(p.earned, 0))
  ),
  sums as (
    select
      coalesce(sum(amount) filter (where debit <> 'wallet'), 0) as came,
      coalesce(sum(amount) filter (where credit <> 'wallet'), 0) as went
    from ledger.transfers
  )
  select 'every wallet equals its transfers', not exists (select from wrong),
    (select count(*) from wrong) || ' wallets differ'
  union all
  select 'what came minus what went is what is held', s.came - s.went = h.held,
    format('%s - %s = %s, held %s', s.came, s.went, s.came - s.went, h.held)
  from sums s, (select coalesce(sum(balance), 0) as held from ledger.wallets) h
  union all
  select * from ledger.verify_envelopes()
  union all
  select * from ledger.verify_days(array(select day from ledger.days))
$$;
comment on function ledger.verify is
  'Proves the books: one row a fact, whether it holds, and the figures. Reads every transfer. Definer, because closed days are read by nobody directly. Called by: operators, tests and ledger.prove_books.';
revoke execute on function ledger.verify from public, anon, authenticated;
grant execute on function ledger.verify to service_role;

create function ledger.verify_some_wallets(p_residents uuid[]) returns table (fact text, holds boolean, detail text)
language sql stable
set search_path = ''
as $$
  with wrong as (
    select asked.resident_id
    from unnest(p_residents) as asked (resident_id)
    left join ledger.wallets w using (resident_id)
    cross join lateral (
      select coalesce(sum(case when credit = 'wallet' then amount else -amount end), 0) as balance,
        coalesce(sum(
          case when credit = 'wallet' then 1 else -1 end
          * case vintage when w.year then t.older when w.year - 1 then amount - t.older else 0 end
        ), 0) as older,
        coalesce(sum(case when credit = 'wallet' then amount else -amount end) filter (
          where w.year = case kind when 'award' then vintage when 'reverse' then (
            select a.vintage from ledger.transfers a
            where a.resident_id = t.resident_id and a.id = t.corrects_id and a.kind = 'award'
          ) end
        ), 0) as earned
      from ledger.transfers t where t.resident_id = asked.resident_id
    ) counted
    where (w.balance, w.older, w.earned) is distinct from (counted.balance, counted.older, counted.earned)
  )
  select 'every wallet equals its transfers', not exists (select from wrong),
    (select count(*) from wrong) || ' wallets differ of ' || cardinality(p_residents)
$$;
comment on function ledger.verify_some_wallets is 'The part of a proof that is about these wallets only. Called by: ledger.verify_new.';
revoke execute on function ledger.verify_some_wallets from public, anon, authenticated;

create function ledger.verify_sums_since(p_day date) returns table (fact text, holds boolean, detail text)
language sql stable
set search_path = ''
as $$
  with since as (
    select coalesce(sum(case when credit = 'wallet' then amount else -amount end), 0) as coins
    from ledger.transfers where posted_at >= private.shanghai_midnight(p_day + 1)
  ),
  used as (
    select year, action_code, sum(issued - taken_back) as coins
    from (
      select year, action_code, issued, taken_back from ledger.day_actions
      union all
      select year, action_code, issued, taken_back
      from ledger.list_day_actions(private.shanghai_midnight(p_day + 1), 'infinity')
    ) paid group by year, action_code
  ),
  wrong as (
    select e.action_code from ledger.envelopes e left join used u using (year, action_code)
    where e.total - ledger.envelope_left(e.year, e.action_code) <> coalesce(u.coins, 0)
  )
  select 'what came minus what went is what is held', d.held + s.coins = h.held,
    format('%s + %s since %s, held %s', d.held, s.coins, p_day, h.held)
  from ledger.days d, since s, (select coalesce(sum(balance), 0) as held from ledger.wallets) h where d.day = p_day
  union all
  select 'every envelope has paid what was awarded from it', not exists (select from wrong),
    (select count(*) from wrong) || ' envelopes differ'
$$;
comment on function ledger.verify_sums_since is
  'The part of a proof that goes on from the sums of the last closed day: held coins, and envelopes. Called by: ledger.verify_new.';
revoke execute on function ledger.verify_sums_since from public, anon, authenticated;

create function ledger.verify_new() returns table (fact text, holds boolean, detail text)
language plpgsql
set search_path = ''
as $$
declare
  v_round ledger.rounds;
  v_last date := (select max(day) from ledger.days);
  v_days date[];
  v_wallets uuid[];
  v_days_again date[];
  v_wallets_again uuid[];
begin
  select * into v_round from ledger.rounds for update;
  if v_last is null or v_round.through is null then
    return query select * from ledger.verify();
    update ledger.rounds set through = v_last;
    return;
  end if;
  -- Old days and wallets in turn, so that each is proved again within four weeks of nights.
  v_days_again := array(
    select day from ledger.days where day > v_round.day and day <= v_round.through order by day
    limit (select count(*) / 28 + 1 from ledger.days)
  );
  v_wallets_again := array(
    select resident_id from ledger.wallets where resident_id > v_round.resident_id order by resident_id
    limit (select count(*) / 28 + 1 from ledger.wallets)
  );
  v_days := array(select day from ledger.days where day > v_round.through);
  v_wallets := array(
    select resident_id from ledger.transfers
    where posted_at >= private.shanghai_midnight(v_round.through + 1)
    union
    select unnest(v_wallets_again)
  );
  return query select * from ledger.verify_some_wallets(v_wallets);
  return query select * from ledger.verify_sums_since(v_last);
  return query select * from ledger.verify_days(v_days || v_days_again);
  update ledger.rounds set
    through = v_last,
    day = coalesce(v_days_again[cardinality(v_days_again)], '-infinity'),
    resident_id = coalesce(v_wallets_again[cardinality(v_wallets_again)],
      '00000000-0000-0000-0000-000000000000');
end
$$;
comment on function ledger.verify_new is
  'Proves what is new since the last proof: wallets that moved, held coins, envelopes, days closed; and a twenty-eighth of all days and wallets again, in turn. The first time everything. Called by: ledger.prove_books, operators.';
revoke execute on function ledger.verify_new from public, anon, authenticated;

create function ledger.prove_books() returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_began timestamptz := clock_timestamp();
  v_kind text := case when (select through from ledger.rounds) is null then 'full' else 'new' end;
  v_facts jsonb;
  v_count integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('proving the books', 0)) then
    return 0;
  end if;
  if not exists (select from ledger.days where day = private.shanghai_day(v_began) - 1)
    or exists (select from ledger.proofs where at >= private.shanghai_midnight(private.shanghai_day(v_began)))
  then
    return 0;
  end if;
  v_facts := (select jsonb_agg(to_jsonb(proved)) from ledger.verify_new() as proved);
  insert into ledger.proofs (at, kind, fact, holds, detail, seconds)
  select v_began, v_kind, p.fact, p.holds, p.detail, extract(epoch from clock_timestamp() - v_began)
  from jsonb_to_recordset(v_facts) as p (fact text, holds boolean, detail text);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function ledger.prove_books is
  'Proves the books once a night, when yesterday has been closed, and keeps what came of it; gives how many facts. Definer, because nobody may write proofs; body of public.prove_books.';
revoke execute on function ledger.prove_books from public, anon, authenticated;
grant execute on function ledger.prove_books to service_role;

create function public.prove_books() returns integer
language sql
set search_path = ''
as $$ select ledger.prove_books() $$;
comment on function public.prove_books is
  'The nightly proof of the books, in a transaction of its own as it may take minutes; gives how many facts were proved, 0 when it is not time. Called by: the jobs of the site.';
revoke execute on function public.prove_books from public, anon, authenticated;
grant execute on function public.prove_books to service_role;

create function ledger.last_proof()
returns table (at timestamptz, kind text, fact text, holds boolean, detail text, seconds real)
language sql stable security definer
set search_path = ''
as $$
  select at, kind, fact, holds, case when holds then '' else detail end, seconds
  from ledger.proofs where at = (select max(at) from ledger.proofs) order by id
$$;
comment on function ledger.last_proof is
  'Body of public.get_last_proof. Definer, because the tables of the ledger are open to nobody; figures of today stay inside unless something is wrong.';
revoke execute on function ledger.last_proof from public, anon, authenticated;
grant execute on function ledger.last_proof to anon, authenticated;

create function public.get_last_proof()
returns table (at timestamptz, kind text, fact text, holds boolean, detail text, seconds real)
language sql stable
set search_path = ''
as $$ select * from ledger.last_proof() $$;
comment on function public.get_last_proof is
  'The facts of the last proof of the books, when it began, how many seconds all of it took, and whether each holds; a detail only where one does not. No row before the first; /healthz and the transparency page show it. Called by: everyone.';
revoke execute on function public.get_last_proof from public, anon, authenticated;
grant execute on function public.get_last_proof to anon, authenticated;

alter table ledger.proofs enable row level security;
alter table ledger.rounds enable row level security;
