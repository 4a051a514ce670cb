-- Green coins (绿币): a double-entry ledger. Every transfer joins one wallet with one system account.
-- System accounts store no balance, so no row is shared by all postings; theirs is a sum.

create schema ledger;
comment on schema ledger is 'Wallets and transfers of green coins. The API does not expose it.';
revoke all on schema ledger from public;
grant usage on schema ledger to authenticated, service_role;

create type ledger.account as enum ('wallet', 'issuance', 'redemption', 'expiry', 'adjustment');
comment on type ledger.account is
  'wallet: the resident''s own; issuance: where coins come from; redemption, expiry: where they end; adjustment: corrections by hand.';
create type ledger.transfer_kind as enum ('award', 'redeem', 'refund', 'expire', 'adjust', 'reverse');

create function ledger.year_of(p_at timestamptz default clock_timestamp()) returns smallint
language plpgsql stable
set search_path = ''
as $$
begin
  -- Not by way of private.shanghai_day: every posting comes here, and one call is cheaper than two.
  return extract(year from p_at at time zone 'Asia/Shanghai');
end
$$;
comment on function ledger.year_of is 'The year in Asia/Shanghai of a moment: the vintage of coins earned then. Called by: postings and envelopes.';
revoke execute on function ledger.year_of from public, anon, authenticated;

create function ledger.enter_books() returns smallint
language plpgsql
set search_path = ''
as $$
declare
  -- A value and not a statement: every posting comes here, and a statement costs ten times as much.
  v_entered constant text := pg_advisory_xact_lock_shared(hashtextextended('the books', 0))::text;
begin
  return ledger.year_of();
end
$$;
comment on function ledger.enter_books is
  'Keeps the day of the books open until the transaction ends, and gives the year. It comes before the first lock on a wallet: ledger.end_day takes the same lock alone, and whoever held a wallet and waited behind it would be waited for. Called by: everything that posts or locks a wallet.';
revoke execute on function ledger.enter_books from public, anon, authenticated;

create table ledger.wallets (
  resident_id uuid primary key,
  balance bigint not null default 0,
  older bigint not null default 0,
  year smallint not null default ledger.year_of(),
  earned bigint not null default 0,
  opened_at timestamptz not null default now(),
  constraint wallet_is_never_overdrawn check (older >= 0 and balance >= older),
  constraint wallet_stays_within_reason check (earned >= 0 and balance <= 1000000000000)
) with (fillfactor = 80);
comment on table ledger.wallets is
  'One wallet per resident. No foreign key to the account: when a resident leaves, the books stay and the id means nothing any more. At most two vintages live at a time, so two numbers say how old the coins are.';
comment on column ledger.wallets.balance is 'Coins held: credits minus debits of its transfers. Moved only by ledger.post_transfer.';
comment on column ledger.wallets.older is 'Those of them earned in the year before "year": they are spent first and lapse when "year" ends. The rest were earned in "year".';
comment on column ledger.wallets.year is 'The year in Asia/Shanghai this row was last brought up to; see ledger.turn_wallet.';
comment on column ledger.wallets.earned is 'Coins awarded in "year", less awards of "year" taken back: what the yearly cap counts.';
create index wallets_by_year on ledger.wallets (year);
create trigger wallets_stay before delete or truncate on ledger.wallets
  for each statement execute function private.refuse_change();

create table ledger.transfers (
  id bigint generated always as identity,
  resident_id uuid not null,
  debit ledger.account not null,
  credit ledger.account not null,
  amount bigint not null,
  kind ledger.transfer_kind not null,
  vintage smallint not null,
  older bigint not null default 0,
  action_code text,
  reference text not null,
  idempotency_key text not null,
  actor_id uuid,
  corrects_id bigint,
  posted_at timestamptz not null default clock_timestamp(),
  receipt uuid not null default gen_random_uuid(),
  primary key (resident_id, id),
  constraint transfer_is_posted_once unique (resident_id, idempotency_key),
  constraint correction_names_a_transfer_of_the_same_wallet
    foreign key (resident_id, corrects_id) references ledger.transfers (resident_id, id)
);
comment on table ledger.transfers is
  'Every movement of coins, append-only. A correction is another transfer that names the one it corrects. Keyed by resident, so that it can be distributed; no foreign key to the wallet, whose guarded update refuses a missing one at no cost.';
comment on column ledger.transfers.debit is 'The account the coins leave.';
comment on column ledger.transfers.credit is 'The account the coins reach.';
comment on column ledger.transfers.amount is 'Coins, a whole number.';
comment on column ledger.transfers.vintage is 'The year in Asia/Shanghai the coins were earned in, but for "older" of them.';
comment on column ledger.transfers.older is 'How many of the coins were earned in the year before "vintage".';
comment on column ledger.transfers.action_code is 'The green action an award is for; a reversal repeats it.';
comment on column ledger.transfers.reference is 'What it is for: action_log:<id>, redemption:<id>, …';
comment on column ledger.transfers.idempotency_key is 'Begins with its kind. The same key posts once; with other content it is refused.';
comment on column ledger.transfers.actor_id is 'Who caused it; empty when the system did.';
comment on column ledger.transfers.receipt is 'A random number that only the resident and the books know: it makes the published leaf unguessable.';

create function ledger.makes_sense(p_transfer ledger.transfers) returns boolean
language plpgsql immutable
set search_path = ''
as $$
declare
  v_broken text;
begin
  -- What lapses is whatever was left.
  if p_transfer.amount < 1
    or (p_transfer.amount > 1000000 and (p_transfer.kind <> 'expire' or p_transfer.amount > 1000000000000))
  then
    v_broken := 'transfer_moves_a_sane_amount';
  elsif p_transfer.older < 0 or p_transfer.older > p_transfer.amount then
    v_broken := 'transfer_older_coins_are_part_of_the_amount';
  elsif (p_transfer.debit = 'wallet') = (p_transfer.credit = 'wallet') then
    v_broken := 'transfer_touches_exactly_one_wallet';
  elsif char_length(p_transfer.reference) not between 1 and 100 then
    v_broken := 'transfer_reference_is_short';
  -- No two kinds share a key, so a posting that holds a key never waits for one of another kind.
  elsif char_length(p_transfer.idempotency_key) > 100
    or p_transfer.idempotency_key not like p_transfer.kind || ':_%'
  then
    v_broken := 'transfer_key_names_its_kind';
  elsif p_transfer.kind = 'award' then
    if p_transfer.debit <> 'issuance' then
      v_broken := 'transfer_kind_fits_its_accounts';
    elsif p_transfer.action_code is null then
      v_broken := 'award_says_for_what';
    end if;
  elsif (case p_transfer.kind
    when 'redeem' then p_transfer.credit <> 'redemption'
    when 'refund' then p_transfer.debit <> 'redemption' or p_transfer.corrects_id is null
    when 'expire' then p_transfer.credit <> 'expiry'
    when 'adjust' then 'adjustment' not in (p_transfer.debit, p_transfer.credit)
    when 'reverse' then p_transfer.corrects_id is null
  end) then
    v_broken := 'transfer_kind_fits_its_accounts';
  end if;
  if v_broken is not null then
    raise exception using
      errcode = 'check_violation',
      schema = 'ledger',
      table = 'transfers',
      constraint = v_broken,
      message = format('The transfer violates "%s".', v_broken);
  end if;
  return true;
end
$$;
comment on function ledger.makes_sense is
  'What every transfer is held to; the refusal carries the name of the fact as its constraint. One function, because PostgreSQL reads the text of each check of a table anew in every statement, and seven came to a third of a posting. Called by: the constraint of ledger.transfers.';
revoke execute on function ledger.makes_sense from public, anon, authenticated;
alter table ledger.transfers add constraint transfer_makes_sense check (ledger.makes_sense(transfers));

create unique index transfer_is_taken_back_once on ledger.transfers (resident_id, corrects_id)
  where corrects_id is not null;
create index transfers_by_time on ledger.transfers using brin (posted_at);

create trigger transfers_are_append_only before update or delete on ledger.transfers
  for each row execute function private.refuse_change();
create trigger transfers_are_never_truncated before truncate on ledger.transfers
  for each statement execute function private.refuse_change();

create function ledger.turn_wallet(p_resident_id uuid, p_year smallint) returns ledger.wallets
language plpgsql
set search_path = ''
as $$
declare
  v_wallet ledger.wallets;
  v_left bigint;
begin
  select * into v_wallet from ledger.wallets where resident_id = p_resident_id for no key update;
  if not found then
    perform private.refuse('wallet_unknown', 404, 'There is no such wallet.');
  end if;
  if v_wallet.year >= p_year then
    return v_wallet;
  end if;
  v_left := case when p_year = v_wallet.year + 1 then v_wallet.balance - v_wallet.older else 0 end;
  insert into ledger.transfers
    (resident_id, kind, debit, credit, amount, vintage, reference, idempotency_key)
  select p_resident_id, 'expire', 'wallet', 'expiry', lapsed.amount, lapsed.vintage,
    'vintage:' || lapsed.vintage, 'expire:' || lapsed.vintage
  from (values
    (v_wallet.year - 1, v_wallet.older),
    (v_wallet.year::integer, v_wallet.balance - v_wallet.older - v_left)
  ) as lapsed (vintage, amount)
  where lapsed.amount > 0;
  update ledger.wallets set balance = v_left, older = v_left, year = p_year, earned = 0
  where resident_id = p_resident_id returning * into v_wallet;
  return v_wallet;
end
$$;
comment on function ledger.turn_wallet is
  'Locks a wallet and brings it up to a year: coins of the year before last lapse by a transfer, last year''s become the older ones. The caller has entered the books. Errors: wallet_unknown. Called by: everything that moves a wallet.';
revoke execute on function ledger.turn_wallet from public, anon, authenticated;

create function ledger.post_award(
  p_resident_id uuid,
  p_year smallint,
  p_action_code text,
  p_amount bigint,
  p_reference text,
  p_idempotency_key text,
  p_actor_id uuid
) returns ledger.transfers
language plpgsql
set search_path = ''
as $$
declare
  v_transfer ledger.transfers;
  v_wallet ledger.wallets;
begin
  -- The transfer first: of two calls with one key the later waits here and finds the earlier's row.
  insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code, reference,
    idempotency_key, actor_id)
  values (p_resident_id, 'award', 'issuance', 'wallet', p_amount, p_year, p_action_code, p_reference,
    p_idempotency_key, p_actor_id)
  on conflict (resident_id, idempotency_key) do nothing
  returning * into v_transfer;
  if not found then
    return null;
  end if;
  update ledger.wallets set balance = balance + p_amount, earned = earned + p_amount
  where resident_id = p_resident_id and year = p_year;
  if not found then
    v_wallet := ledger.turn_wallet(p_resident_id, p_year);
    -- The year may have turned between the clock and the lock: then these are last year's coins.
    update ledger.wallets set
      balance = balance + p_amount,
      older = older + case when year > p_year then p_amount else 0 end,
      earned = earned + case when year = p_year then p_amount else 0 end
    where resident_id = p_resident_id;
  end if;
  return v_transfer;
end
$$;
comment on function ledger.post_award is
  'Posts an award of a year and moves its wallet; null when its key has been used. The caller has entered the books. Errors: wallet_unknown. Called by: ledger.pay and ledger.post_transfer.';
revoke execute on function ledger.post_award from public, anon, authenticated;

create function ledger.post_transfer(
  p_resident_id uuid,
  p_kind ledger.transfer_kind,
  p_debit ledger.account,
  p_credit ledger.account,
  p_amount bigint,
  p_reference text,
  p_idempotency_key text,
  p_actor_id uuid,
  p_corrects_id bigint default null,
  p_action_code text default null
) returns ledger.transfers
language plpgsql
set search_path = ''
as $$
declare
  v_transfer ledger.transfers;
  v_corrected ledger.transfers;
  v_wallet ledger.wallets;
  v_year smallint := ledger.enter_books();
  v_vintage smallint := v_year;
  v_older bigint := 0;
  v_action_code text := p_action_code;
  v_lapsed bigint;
begin
  -- An award of other accounts, or one that corrects something, makes no sense and is refused below as such.
  if p_kind = 'award' and p_debit = 'issuance' and p_credit = 'wallet' and p_corrects_id is null then
    v_transfer := ledger.post_award(p_resident_id, v_year, p_action_code, p_amount, p_reference,
      p_idempotency_key, p_actor_id);
    if v_transfer.id is not null then
      return v_transfer;
    end if;
  else
    -- How old the coins are that move is known only under the wallet's lock.
    v_wallet := ledger.turn_wallet(p_resident_id, v_year);
    v_year := v_wallet.year;
    v_vintage := v_year;
  end if;

  select * into v_transfer from ledger.transfers
  where resident_id = p_resident_id and idempotency_key = p_idempotency_key;
  if found then
    if (v_transfer.kind, v_transfer.debit, v_transfer.credit, v_transfer.amount, v_transfer.reference,
        v_transfer.corrects_id)
      is distinct from (p_kind, p_debit, p_credit, p_amount, p_reference, p_corrects_id)
      or (p_kind = 'award' and v_transfer.action_code is distinct from p_action_code)
    then
      perform private.refuse('key_reused', 409, 'This key was used for another transfer.');
    end if;
    return v_transfer;
  end if;

  if p_corrects_id is not null then
    select * into v_corrected from ledger.transfers
    where resident_id = p_resident_id and id = p_corrects_id;
    if not found then
      perform private.refuse('transfer_unknown', 404, 'There is no transfer of this wallet to correct.');
    elsif (v_corrected.debit, v_corrected.credit, v_corrected.amount) is distinct from (p_credit, p_debit, p_amount) then
      perform private.refuse('correction_differs', 409, 'A correction moves the same coins the other way.');
    elsif exists (
      select from ledger.transfers where resident_id = p_resident_id and corrects_id = p_corrects_id
    ) then
      perform private.refuse('corrected_already', 409, 'This transfer has been corrected.');
    end if;
    v_action_code := coalesce(p_action_code, v_corrected.action_code);
  end if;
  if p_debit = 'wallet' then
    if v_wallet.balance < p_amount then
      perform private.refuse('not_enough_coins', 409, 'The wallet holds fewer coins than this costs.',
        jsonb_build_object('needed', p_amount, 'balance', v_wallet.balance));
    end if;
    v_older := least(v_wallet.older, p_amount);
  elsif v_corrected.id is not null then
    -- Coins come back as old as they went.
    v_vintage := v_corrected.vintage;
    v_older := v_corrected.older;
    if p_actor_id is null and v_vintage < v_year then
      -- Nobody who did not ask for it loses coins by getting them back late: they live until this year ends.
      v_older := p_amount;
      v_vintage := v_year;
    end if;
  end if;

  insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, older, action_code, reference,
    idempotency_key, actor_id, corrects_id)
  values (p_resident_id, p_kind, p_debit, p_credit, p_amount, v_vintage, v_older, v_action_code, p_reference,
    p_idempotency_key, p_actor_id, p_corrects_id)
  returning * into v_transfer;
  if p_debit = 'wallet' then
    update ledger.wallets set
      balance = balance - p_amount,
      older = older - v_older,
      earned = earned - case
        when v_corrected.kind = 'award' and v_corrected.vintage = year then p_amount else 0
      end
    where resident_id = p_resident_id;
  else
    v_lapsed := case
      when v_vintage >= v_year then 0 when v_vintage = v_year - 1 then v_older else p_amount
    end;
    update ledger.wallets set
      balance = balance + p_amount - v_lapsed,
      older = older + case
        when v_vintage >= v_year then v_older when v_vintage = v_year - 1 then p_amount - v_older else 0
      end
    where resident_id = p_resident_id;
    if v_lapsed > 0 then
      insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, older, reference,
        idempotency_key)
      values (p_resident_id, 'expire', 'wallet', 'expiry', v_lapsed,
        case when v_vintage = v_year - 1 then v_vintage - 1 else v_vintage end,
        case when v_vintage = v_year - 1 then 0 else v_older end,
        'transfer:' || v_transfer.id, 'expire:transfer:' || v_transfer.id);
    end if;
  end if;
  return v_transfer;
end
$$;
comment on function ledger.post_transfer is
  'Posts one transfer and moves its wallet, once per key. Coins are spent oldest first, and come back as old as they went; those that would have lapsed meanwhile lapse at once, or, when the system gives them back (no actor), count as last year''s. Errors: key_reused, not_enough_coins (detail: needed, balance), wallet_unknown, transfer_unknown, correction_differs, corrected_already. Called by: ledger.award, ledger.take_back and definer bodies of rewards and adjustments, nobody else.';
revoke execute on function ledger.post_transfer from public, anon, authenticated;

create function ledger.open_wallet() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  insert into ledger.wallets (resident_id) values (new.id) on conflict do nothing;
  return new;
end
$$;
comment on function ledger.open_wallet is
  'Opens the wallet of a new account. Definer, because the auth service has no rights here. Called by: the trigger on auth.users.';
revoke execute on function ledger.open_wallet from public, anon, authenticated;
create trigger new_account_gets_a_wallet after insert on auth.users
  for each row execute function ledger.open_wallet();

grant usage on schema ledger to anon;

create function ledger.coins_per_year() returns bigint
language sql stable security definer
set search_path = ''
as $$ select coins_per_year from private.settings $$;
comment on function ledger.coins_per_year is
  'Coins a resident may earn in a year. Definer, because nobody reads the settings. Called by: the view my_wallet and get_coins_per_year.';
revoke execute on function ledger.coins_per_year from public, anon, authenticated;
grant execute on function ledger.coins_per_year to anon, authenticated;

create function public.get_coins_per_year() returns bigint
language sql stable
set search_path = ''
as $$ select ledger.coins_per_year() $$;
comment on function public.get_coins_per_year is
  'Coins a resident may earn in a year of Asia/Shanghai, over all actions. Called by: everyone.';
revoke execute on function public.get_coins_per_year from public, anon, authenticated;
grant execute on function public.get_coins_per_year to anon, authenticated;

alter table ledger.wallets enable row level security;
create policy "residents read their own wallet" on ledger.wallets
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on ledger.wallets to authenticated, service_role;
alter table ledger.transfers enable row level security;
create policy "residents read their own transfers" on ledger.transfers
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (id, resident_id, debit, credit, amount, kind, vintage, older, action_code, reference, corrects_id,
  posted_at, receipt) on ledger.transfers to authenticated;
grant select on ledger.transfers to service_role;

create view public.my_wallet with (security_invoker = on) as
  with today as (select extract(year from private.shanghai_day())::integer as year),
  turned as (
    select t.year,
      case when w.year >= t.year then w.balance - w.older else 0 end as newer,
      case when w.year >= t.year then w.older when w.year = t.year - 1 then w.balance - w.older else 0 end as older,
      case when w.year >= t.year then w.earned else 0 end as earned,
      w.opened_at
    from ledger.wallets w, today t where w.resident_id = (select auth.uid())
  )
  select older + newer as balance, older, make_date(year, 12, 31) as lapses_on,
    newer, make_date(year + 1, 12, 31) as newer_lapse_on,
    earned, (select ledger.coins_per_year()) as coins_per_year, opened_at
  from turned;
comment on view public.my_wallet is
  'The caller''s coins, one row: those earned last year (older), those earned this year (newer), the last day in Asia/Shanghai on which each can be spent, what was earned this year and how much it may be. Right before the yearly batch came by, too.';
grant select on public.my_wallet to authenticated;

create view public.my_transfers with (security_invoker = on) as
  select id, kind, case when credit = 'wallet' then amount else -amount end as change,
    reference, posted_at, vintage, older, receipt, action_code, debit, credit, corrects_id
  from ledger.transfers where resident_id = (select auth.uid());
comment on view public.my_transfers is
  'The caller''s statement: change in coins (negative when spent), what for, when, and which transfer it corrects. Page by id, newest first.';
grant select on public.my_transfers to authenticated;
