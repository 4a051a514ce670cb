-- The books (账册): each day of transfers is closed once with its sums and the root of a Merkle tree over its leaves
-- (RFC 6962). What is public is read from closed days only, so nobody sees a transfer as it happens.

create table ledger.days (
  day date primary key,
  transfers bigint not null,
  issued bigint not null,
  taken_back bigint not null,
  spent bigint not null,
  refunded bigint not null,
  expired bigint not null,
  adjusted_up bigint not null,
  adjusted_down bigint not null,
  held bigint not null,
  has_demo boolean not null,
  root bytea not null,
  seal bytea not null,
  closed_at timestamptz not null default clock_timestamp(),
  constraint root_and_seal_are_sha256 check (octet_length(root) = 32 and octet_length(seal) = 32)
);
comment on table ledger.days is
  'The closed days of Asia/Shanghai, without a gap from the first transfer on; append-only. Written only by ledger.close_day.';
comment on column ledger.days.issued is 'Coins that left issuance on this day.';
comment on column ledger.days.taken_back is 'Coins that went back to issuance: awards reversed.';
comment on column ledger.days.expired is 'Coins that lapsed, less those that a correction gave back.';
comment on column ledger.days.held is
  'Coins in all wallets when the day ended: held before + issued - taken_back - spent + refunded - expired + adjusted_up - adjusted_down.';
comment on column ledger.days.has_demo is 'Whether transfers of the demonstration are among them.';
comment on column ledger.days.root is 'Root of the tree over the leaves of the day, sorted by receipt.';
comment on column ledger.days.seal is
  'SHA-256 over the seal of the day before, the sums and the root: who has kept one seal would notice a change of any day before it.';

create table ledger.day_pages (
  day date not null,
  page integer not null,
  first_receipt uuid not null,
  leaves text not null,
  root bytea not null,
  primary key (day, page),
  constraint page_root_is_sha256 check (octet_length(root) = 32)
);
comment on table ledger.day_pages is
  'The leaves of a closed day, 1,024 a page, as they were published; append-only. A receipt is proved from its page and the roots of the others.';
comment on column ledger.day_pages.leaves is 'One leaf a line, in the order of the receipts.';
comment on column ledger.day_pages.root is 'Root of the subtree over this page.';

create table ledger.day_actions (
  day date not null,
  action_code text not null,
  year smallint not null,
  transfers bigint not null,
  issued bigint not null,
  taken_back bigint not null,
  primary key (day, action_code, year)
);
comment on table ledger.day_actions is 'What each action paid on a closed day; append-only.';
comment on column ledger.day_actions.year is 'The envelope it was paid from: an award of December may be taken back in January.';
create index day_actions_by_year on ledger.day_actions (year, action_code);

create trigger days_are_append_only before update or delete on ledger.days
  for each row execute function private.refuse_change();
create trigger days_are_never_truncated before truncate on ledger.days
  for each statement execute function private.refuse_change();
create trigger pages_are_append_only before update or delete on ledger.day_pages
  for each row execute function private.refuse_change();
create trigger pages_are_never_truncated before truncate on ledger.day_pages
  for each statement execute function private.refuse_change();
create trigger day_actions_are_append_only before update or delete on ledger.day_actions
  for each row execute function private.refuse_change();
create trigger day_actions_are_never_truncated before truncate on ledger.day_actions
  for each statement execute function private.refuse_change();

create function ledger.hash_leaves(p_leaves text) returns bytea[]
language sql immutable
set search_path = ''
as $$
  select array_agg(sha256('\x00'::bytea || convert_to(leaf, 'UTF8')) order by place)
  from string_to_table(p_leaves, E'\n') with ordinality as l (leaf, place)
$$;
comment on function ledger.hash_leaves is
  'The hashes of the leaves of a page, one a line: SHA-256 of 0x00 and the UTF-8 of each, as RFC 6962 has it. Called by: closing, receipts and proofs.';
revoke execute on function ledger.hash_leaves from public, anon, authenticated;

create function ledger.tree_parents(p_nodes bytea[]) returns bytea[]
language sql immutable
set search_path = ''
as $$
  select array_agg(case when right_node is null then node else sha256('\x01'::bytea || node || right_node) end
    order by place)
  from (
    select node, place, lead(node) over (order by place) as right_node
    from unnest(p_nodes) with ordinality as n (node, place)
  ) pairs
  where place % 2 = 1
$$;
comment on function ledger.tree_parents is
  'One level of a tree up: SHA-256 of 0x01 and each pair; an odd one at the end goes up as it is. Called by: ledger.tree_root, ledger.tree_path.';
revoke execute on function ledger.tree_parents from public, anon, authenticated;

create function ledger.tree_root(p_nodes bytea[]) returns bytea
language plpgsql immutable
set search_path = ''
as $$
declare
  v_nodes bytea[] := p_nodes;
begin
  while cardinality(v_nodes) > 1 loop
    v_nodes := ledger.tree_parents(v_nodes);
  end loop;
  return coalesce(v_nodes[1], sha256(''));
end
$$;
comment on function ledger.tree_root is
  'Root of the tree over hashes of leaves, or over the roots of full pages; of none, the SHA-256 of nothing. Called by: closing and proofs.';
revoke execute on function ledger.tree_root from public, anon, authenticated;

create function ledger.tree_path(p_nodes bytea[], p_index integer) returns bytea[]
language plpgsql immutable
set search_path = ''
as $$
declare
  v_nodes bytea[] := p_nodes;
  v_index integer := p_index;
  v_path bytea[] := '{}';
begin
  while cardinality(v_nodes) > 1 loop
    if (v_index # 1) < cardinality(v_nodes) then
      v_path := v_path || v_nodes[(v_index # 1) + 1];
    end if;
    v_nodes := ledger.tree_parents(v_nodes);
    v_index := v_index / 2;
  end loop;
  return v_path;
end
$$;
comment on function ledger.tree_path is
  'The hashes that lead from the node at an index (from 0) to the root, from below. Called by: ledger.receipt.';
revoke execute on function ledger.tree_path from public, anon, authenticated;

create function ledger.seal_of(p_day ledger.days, p_before bytea) returns bytea
language sql stable
set search_path = ''
as $$
  select sha256('\x02'::bytea || coalesce(p_before, ''::bytea) || convert_to(concat_ws('|',
    to_char(p_day.day, 'YYYY-MM-DD'), p_day.transfers,
    p_day.issued, p_day.taken_back, p_day.spent, p_day.refunded, p_day.expired, p_day.adjusted_up,
    p_day.adjusted_down, p_day.held, encode(p_day.root, 'hex')), 'UTF8'))
$$;
comment on function ledger.seal_of is
  'The seal of a day: SHA-256 of 0x02, the seal of the day before (nothing on the first) and the UTF-8 of day|transfers|issued|taken_back|spent|refunded|expired|adjusted_up|adjusted_down|held|root. Called by: closing and proofs.';
revoke execute on function ledger.seal_of from public, anon, authenticated;

-- Midnights stand in sub-selects, so that each is found once and not for every transfer that is looked at.
create function ledger.sum_up_day(p_day date, p_held_before bigint) returns ledger.days
language sql stable
set search_path = ''
as $$
  with sums as (
    select
      count(*) as transfers,
      coalesce(sum(amount) filter (where debit = 'issuance'), 0)::bigint as issued,
      coalesce(sum(amount) filter (where credit = 'issuance'), 0)::bigint as taken_back,
      coalesce(sum(amount) filter (where credit = 'redemption'), 0)::bigint as spent,
      coalesce(sum(amount) filter (where debit = 'redemption'), 0)::bigint as refunded,
      coalesce(sum(case when credit = 'expiry' then amount when debit = 'expiry' then -amount end), 0)::bigint
        as expired,
      coalesce(sum(amount) filter (where debit = 'adjustment'), 0)::bigint as adjusted_up,
      coalesce(sum(amount) filter (where credit = 'adjustment'), 0)::bigint as adjusted_down,
      coalesce(bool_or(starts_with(reference, 'demo:')), false) as has_demo
    from ledger.transfers
    where posted_at >= (select private.shanghai_midnight(p_day))
      and posted_at < (select private.shanghai_midnight(p_day + 1))
  )
  select p_day, transfers, issued, taken_back, spent, refunded, expired, adjusted_up, adjusted_down,
    p_held_before + issued - taken_back - spent + refunded - expired + adjusted_up - adjusted_down,
    has_demo, null::bytea, null::bytea, clock_timestamp()
  from sums
$$;
comment on function ledger.sum_up_day is 'The sums of a day of Asia/Shanghai from its transfers, without root and seal. Called by: closing and proofs.';
revoke execute on function ledger.sum_up_day from public, anon, authenticated;

create function ledger.list_day_pages(p_day date) returns setof ledger.day_pages
language sql stable
set search_path = ''
as $$
  with sorted as (
    select receipt, row_number() over (order by receipt) - 1 as place,
      concat_ws('|', receipt, to_char(p_day, 'YYYY-MM-DD'), kind, debit, credit, amount, coalesce(action_code, ''))
        as leaf
    from ledger.transfers
    where posted_at >= (select private.shanghai_midnight(p_day))
      and posted_at < (select private.shanghai_midnight(p_day + 1))
  ),
  pages as (
    select (place / 1024)::integer as page, (array_agg(receipt order by place))[1] as first_receipt,
      string_agg(leaf, E'\n' order by place) as leaves
    from sorted group by 1
  )
  select p_day, page, first_receipt, leaves, ledger.tree_root(ledger.hash_leaves(leaves)) from pages order by page
$$;
comment on function ledger.list_day_pages is
  'The pages of a day of Asia/Shanghai from its transfers. A leaf is receipt|day|kind|debit|credit|amount|action_code: no resident, no time, no reference. Called by: closing and proofs.';
revoke execute on function ledger.list_day_pages from public, anon, authenticated;

create function ledger.list_day_actions(p_from timestamptz, p_before timestamptz)
returns table (day date, action_code text, year smallint, transfers bigint, issued bigint, taken_back bigint)
language sql stable
set search_path = ''
as $$
  -- Into the envelope it came from, whenever an award is taken back.
  select private.shanghai_day(t.posted_at), t.action_code, coalesce(a.vintage, t.vintage), count(*),
    coalesce(sum(t.amount) filter (where t.debit = 'issuance'), 0)::bigint,
    coalesce(sum(t.amount) filter (where t.credit = 'issuance'), 0)::bigint
  from ledger.transfers t
    left join ledger.transfers a on a.resident_id = t.resident_id and a.id = t.corrects_id
  where t.posted_at >= p_from and t.posted_at < p_before and 'issuance' in (t.debit, t.credit)
  group by 1, 2, 3
$$;
comment on function ledger.list_day_actions is 'What each action paid on the days between two moments, from the transfers. Called by: closing and proofs.';
revoke execute on function ledger.list_day_actions from public, anon, authenticated;

create function ledger.close_day(p_day date) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_before ledger.days;
  v_day ledger.days;
  v_pages ledger.day_pages[];
begin
  select * into v_before from ledger.days order by day desc limit 1;
  v_day := ledger.sum_up_day(p_day, coalesce(v_before.held, 0));
  v_pages := array(select p from ledger.list_day_pages(p_day) as p);
  v_day.root := ledger.tree_root(array(select root from unnest(v_pages)));
  v_day.seal := ledger.seal_of(v_day, v_before.seal);
  insert into ledger.days select v_day.*;
  insert into ledger.day_pages select * from unnest(v_pages);
  insert into ledger.day_actions
  select * from ledger.list_day_actions(private.shanghai_midnight(p_day), private.shanghai_midnight(p_day + 1));
end
$$;
comment on function ledger.close_day is
  'Writes down a day of Asia/Shanghai: sums, root, seal, pages and what each action paid. The day must have ended and the one before be closed. Called by: ledger.close_days.';
revoke execute on function ledger.close_day from public, anon, authenticated;

create function ledger.end_day() returns boolean
language plpgsql
set search_path = ''
set lock_timeout = '2s'
as $$
begin
  -- Every posting holds this lock, shared, from before its moment is written until it is committed. Whoever
  -- has held it alone after midnight knows that nothing more arrives from before. Let go at once, so that
  -- postings wait for a blink and not for the closing.
  perform pg_advisory_lock(hashtextextended('the books', 0));
  perform pg_advisory_unlock(hashtextextended('the books', 0));
  return true;
exception when lock_not_available then
  return false;
end
$$;
comment on function ledger.end_day is
  'Waits until every posting that began before now has ended, and says whether it did: false when one took longer than two seconds. Called by: ledger.close_days, after midnight.';
revoke execute on function ledger.end_day from public, anon, authenticated;

create function ledger.close_days(p_limit integer default 400) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_started timestamptz := clock_timestamp();
  -- A minute of grace for clocks that are set back a little.
  v_today date := private.shanghai_day(v_started - interval '1 minute');
  v_day date;
  v_count integer := 0;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Days are closed in read committed: what the wait was for must be seen.';
  end if;
  if not pg_try_advisory_xact_lock(hashtextextended('closing the books', 0)) then
    return 0;
  end if;
  v_day := (select max(day) + 1 from ledger.days);
  if v_day is null then
    v_day := (select private.shanghai_day(min(posted_at)) from ledger.transfers);
  end if;
  if v_day is null or v_day >= v_today or not ledger.end_day() then
    return 0;
  end if;
  perform brin_summarize_new_values('ledger.transfers_by_time');
  while v_day < v_today and v_count < p_limit and clock_timestamp() < v_started + interval '5 seconds' loop
    perform ledger.close_day(v_day);
    v_day := v_day + 1;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function ledger.close_days is
  'Closes the days from the first transfer to yesterday in Asia/Shanghai, empty ones too, for at most about five seconds, and gives how many. Definer, because nobody may write the books; body of public.close_days.';
revoke execute on function ledger.close_days from public, anon, authenticated;
grant execute on function ledger.close_days to service_role;

create function public.close_days() returns integer
language sql
set search_path = ''
as $$ select ledger.close_days() $$;
comment on function public.close_days is
  'Closes the days that have ended and gives how many; in a transaction of its own, as it waits for postings and may take seconds. Called by: the jobs of the site.';
revoke execute on function public.close_days from public, anon, authenticated;
grant execute on function public.close_days to service_role;

create function ledger.receipt(p_transfer_id bigint)
returns table (day date, leaf text, index integer, size bigint, path text[], root text, seal text)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_transfer ledger.transfers;
  v_day ledger.days;
  v_page ledger.day_pages;
  v_place integer;
  v_leaf text;
begin
  select * into v_transfer from ledger.transfers where resident_id = v_resident_id and id = p_transfer_id;
  if not found then
    perform private.refuse('receipt_unknown', 404, 'There is no such transfer of this wallet.');
  end if;
  select * into v_day from ledger.days d where d.day = private.shanghai_day(v_transfer.posted_at);
  if not found then
    perform private.refuse('day_is_open', 409, 'The day of this transfer has not been closed yet.',
      jsonb_build_object('day', private.shanghai_day(v_transfer.posted_at)));
  end if;
  select * into v_page from ledger.day_pages p
  where p.day = v_day.day and p.first_receipt <= v_transfer.receipt order by p.first_receipt desc limit 1;
  select l.place - 1, l.line into v_place, v_leaf
  from string_to_table(v_page.leaves, E'\n') with ordinality as l (line, place)
  where starts_with(l.line, v_transfer.receipt || '|');
  if not found then
    perform private.refuse('receipt_unknown', 404, 'The books of that day do not know this transfer.');
  end if;
  return query select v_day.day, v_leaf, v_page.page * 1024 + v_place, v_day.transfers,
    array(
      select encode(step, 'hex') from unnest(
        ledger.tree_path(ledger.hash_leaves(v_page.leaves), v_place)
        || ledger.tree_path(
          array(select p.root from ledger.day_pages p where p.day = v_day.day order by p.page), v_page.page)
      ) as step
    ),
    encode(v_day.root, 'hex'), encode(v_day.seal, 'hex');
end
$$;
comment on function ledger.receipt is 'Body of public.get_receipt. Definer, because nobody reads the pages of a day directly.';
revoke execute on function ledger.receipt from public, anon, authenticated;
grant execute on function ledger.receipt to authenticated;

create function public.get_receipt(p_transfer_id bigint)
returns table (day date, leaf text, index integer, size bigint, path text[], root text, seal text)
language sql
set search_path = ''
as $$ select * from ledger.receipt(p_transfer_id) $$;
comment on function public.get_receipt is
  'The receipt of a transfer of the caller: its leaf, where it stands among how many of its day, and the hashes (hex) that lead from it to the root of the day. Errors: sign_in_first, receipt_unknown, day_is_open (detail: day). Called by: residents.';
revoke execute on function public.get_receipt from public, anon, authenticated;
grant execute on function public.get_receipt to authenticated;

create function ledger.list_days(p_from date, p_to date)
returns table (
  day date, transfers bigint, issued bigint, taken_back bigint, spent bigint, refunded bigint, expired bigint,
  adjusted_up bigint, adjusted_down bigint, held bigint, has_demo boolean, root text, seal text, closed_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select day, transfers, issued, taken_back, spent, refunded, expired, adjusted_up, adjusted_down, held, has_demo,
    encode(root, 'hex'), encode(seal, 'hex'), closed_at
  from ledger.days where day between p_from and p_to order by day limit 400
$$;
comment on function ledger.list_days is 'Body of public.get_days. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.list_days from public, anon, authenticated;
grant execute on function ledger.list_days to anon, authenticated;

create function public.get_days(p_from date, p_to date)
returns table (
  day date, transfers bigint, issued bigint, taken_back bigint, spent bigint, refunded bigint, expired bigint,
  adjusted_up bigint, adjusted_down bigint, held bigint, has_demo boolean, root text, seal text, closed_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from ledger.list_days(p_from, p_to) $$;
comment on function public.get_days is
  'The closed days between two, these included, oldest first and 400 at most: transfers, sums in coins, root and seal in hex. Called by: everyone.';
revoke execute on function public.get_days from public, anon, authenticated;
grant execute on function public.get_days to anon, authenticated;

create function ledger.list_day_leaves(p_day date, p_page integer)
returns table (pages integer, leaves text[])
language sql stable security definer
set search_path = ''
as $$
  select (select count(*)::integer from ledger.day_pages where day = p_day), string_to_array(leaves, E'\n')
  from ledger.day_pages where day = p_day and page = p_page
$$;
comment on function ledger.list_day_leaves is 'Body of public.get_day_leaves. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.list_day_leaves from public, anon, authenticated;
grant execute on function ledger.list_day_leaves to anon, authenticated;

create function public.get_day_leaves(p_day date, p_page integer)
returns table (pages integer, leaves text[])
language sql stable
set search_path = ''
as $$ select * from ledger.list_day_leaves(p_day, p_page) $$;
comment on function public.get_day_leaves is
  'A page (from 0, 1,024 leaves) of a closed day and how many pages there are; no row where there is none. A leaf is receipt|day|kind|debit|credit|amount|action_code. Called by: everyone.';
revoke execute on function public.get_day_leaves from public, anon, authenticated;
grant execute on function public.get_day_leaves to anon, authenticated;

create function ledger.coin_totals()
returns table (through date, issued bigint, spent bigint, expired bigint, adjusted bigint, held bigint, has_demo boolean)
language sql stable security definer
set search_path = ''
as $$
  select max(day), coalesce(sum(d.issued - d.taken_back), 0)::bigint, coalesce(sum(d.spent - d.refunded), 0)::bigint,
    coalesce(sum(d.expired), 0)::bigint, coalesce(sum(d.adjusted_up - d.adjusted_down), 0)::bigint,
    coalesce((select l.held from ledger.days l order by l.day desc limit 1), 0), coalesce(bool_or(d.has_demo), false)
  from ledger.days d
$$;
comment on function ledger.coin_totals is 'Body of public.get_coin_totals. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function ledger.coin_totals from public, anon, authenticated;
grant execute on function ledger.coin_totals to anon, authenticated;

create function public.get_coin_totals()
returns table (through date, issued bigint, spent bigint, expired bigint, adjusted bigint, held bigint, has_demo boolean)
language sql stable
set search_path = ''
as $$ select * from ledger.coin_totals() $$;
comment on function public.get_coin_totals is
  'Coins of the whole city from the beginning through the last closed day (null when none is): issued less taken back, spent net of refunds, lapsed, adjusted, held. One row, never of today: a figure that moved with each transfer would show it. Called by: everyone.';
revoke execute on function public.get_coin_totals from public, anon, authenticated;
grant execute on function public.get_coin_totals to anon, authenticated;

alter table ledger.days enable row level security;
alter table ledger.day_pages enable row level security;
alter table ledger.day_actions enable row level security;
