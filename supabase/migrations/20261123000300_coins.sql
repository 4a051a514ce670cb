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

create table ledger.wallets (
  resident_id uuid primary key,
  balance bigint not null default 0,
  opened_at timestamptz not null default now(),
  constraint wallet_is_never_overdrawn check (balance >= 0),
  constraint wallet_stays_within_reason check (balance <= 1000000000000)
);
comment on table ledger.wallets is
  'One wallet per resident. No foreign key to the account: when a resident leaves, the books stay and the id means nothing any more.';
comment on column ledger.wallets.balance is 'Coins held: credits minus debits of its transfers. Moved only by ledger.post_transfer.';

create table ledger.transfers (
  id bigint generated always as identity,
  resident_id uuid not null references ledger.wallets (resident_id),
  debit ledger.account not null,
  credit ledger.account not null,
  amount bigint not null,
  kind ledger.transfer_kind not null,
  reference text not null,
  idempotency_key text not null,
  actor_id uuid,
  corrects_id bigint,
  posted_at timestamptz not null default now(),
  primary key (resident_id, id),
  constraint transfer_is_posted_once unique (resident_id, idempotency_key),
  constraint correction_names_a_transfer_of_the_same_wallet
    foreign key (resident_id, corrects_id) references ledger.transfers (resident_id, id),
  constraint transfer_moves_a_sane_amount check (amount between 1 and 1000000),
  constraint transfer_touches_exactly_one_wallet check ((debit = 'wallet') <> (credit = 'wallet')),
  constraint transfer_kind_fits_its_accounts check (
    case kind
      when 'award' then debit = 'issuance'
      when 'redeem' then credit = 'redemption'
      when 'refund' then debit = 'redemption'
      when 'expire' then credit = 'expiry'
      when 'adjust' then 'adjustment' in (debit, credit)
      when 'reverse' then corrects_id is not null
    end
  ),
  constraint transfer_reference_is_short check (char_length(reference) between 1 and 100),
  constraint transfer_key_is_short check (char_length(idempotency_key) between 1 and 100)
);
comment on table ledger.transfers is
  'Every movement of coins, append-only. A correction is another transfer that names the one it corrects. Keyed by resident, so that it can be distributed.';
comment on column ledger.transfers.debit is 'The account the coins leave.';
comment on column ledger.transfers.credit is 'The account the coins reach.';
comment on column ledger.transfers.amount is 'Coins, a whole number.';
comment on column ledger.transfers.reference is 'What it is for: action_log:<id>, redemption:<id>, …';
comment on column ledger.transfers.idempotency_key is 'The same key posts once; with other content it is refused.';
comment on column ledger.transfers.actor_id is 'Who caused it; empty when the system did.';
create index transfers_by_correction on ledger.transfers (resident_id, corrects_id)
  where corrects_id is not null;

create trigger transfers_are_append_only before update or delete on ledger.transfers
  for each row execute function private.refuse_change();
create trigger transfers_are_never_truncated before truncate on ledger.transfers
  for each statement execute function private.refuse_change();

create function ledger.post_transfer(
  p_resident_id uuid,
  p_kind ledger.transfer_kind,
  p_debit ledger.account,
  p_credit ledger.account,
  p_amount bigint,
  p_reference text,
  p_idempotency_key text,
  p_actor_id uuid,
  p_corrects_id bigint default null
) returns ledger.transfers
language plpgsql
set search_path = ''
as $$
declare
  v_transfer ledger.transfers;
  v_delta bigint := case when p_credit = 'wallet' then p_amount else -p_amount end;
begin
  -- The transfer first, then the wallet: everyone locks in this order, so nobody waits in a circle,
  -- and of two calls with one key the later waits here and finds the earlier's row.
  insert into ledger.transfers
    (resident_id, kind, debit, credit, amount, reference, idempotency_key, actor_id, corrects_id)
  values
    (p_resident_id, p_kind, p_debit, p_credit, p_amount, p_reference, p_idempotency_key, p_actor_id, p_corrects_id)
  on conflict (resident_id, idempotency_key) do nothing
  returning * into v_transfer;

  if not found then
    select * into strict v_transfer from ledger.transfers
    where resident_id = p_resident_id and idempotency_key = p_idempotency_key;
    if (v_transfer.kind, v_transfer.debit, v_transfer.credit, v_transfer.amount, v_transfer.reference,
        v_transfer.corrects_id)
      is distinct from (p_kind, p_debit, p_credit, p_amount, p_reference, p_corrects_id)
    then
      perform private.refuse('key_reused', 409, 'This key was used for another transfer.');
    end if;
    return v_transfer;
  end if;

  update ledger.wallets set balance = balance + v_delta
  where resident_id = p_resident_id and balance + v_delta >= 0;
  if not found then
    perform private.refuse('not_enough_coins', 409, 'The wallet holds fewer coins than this costs.',
      jsonb_build_object('needed', p_amount,
        'balance', (select balance from ledger.wallets where resident_id = p_resident_id)));
  end if;
  return v_transfer;
end
$$;
comment on function ledger.post_transfer is
  'Posts one transfer and moves its wallet, once per key. Errors: key_reused, not_enough_coins. Called by: definer bodies of green actions, rewards and education, nobody else.';
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

create function ledger.verify() returns table (fact text, holds boolean, detail text)
language sql stable
set search_path = ''
as $$
  with per_wallet as (
    select t.resident_id,
      sum(case when t.credit = 'wallet' then t.amount else -t.amount end) as balance
    from ledger.transfers t group by t.resident_id
  ),
  wrong as (
    select w.resident_id from ledger.wallets w left join per_wallet p using (resident_id)
    where w.balance <> coalesce(p.balance, 0)
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
$$;
comment on function ledger.verify is
  'Proves the books: one row a fact, whether it holds, and the figures. Called by: operators and tests.';
revoke execute on function ledger.verify from public, anon, authenticated;
grant execute on function ledger.verify to service_role;

create function ledger.coin_totals() returns table (issued bigint, spent bigint, held bigint)
language sql stable security definer
set search_path = ''
as $$
  select
    coalesce(sum(case
      when kind = 'award' then amount
      when kind = 'reverse' and credit = 'issuance' then -amount
    end), 0)::bigint,
    coalesce(sum(case kind when 'redeem' then amount when 'refund' then -amount end), 0)::bigint,
    (select coalesce(sum(balance), 0)::bigint from ledger.wallets)
  from ledger.transfers
$$;
comment on function ledger.coin_totals is 'Body of public.get_coin_totals. Definer, because it adds up everyone''s transfers and shows nobody''s.';
revoke execute on function ledger.coin_totals from public, anon, authenticated;
grant usage on schema ledger to anon;
grant execute on function ledger.coin_totals to anon, authenticated;

create function public.get_coin_totals() returns table (issued bigint, spent bigint, held bigint)
language sql stable
set search_path = ''
as $$ select * from ledger.coin_totals() $$;
comment on function public.get_coin_totals is
  'Coins of the whole city since the beginning: issued by awards less those taken back, spent net of refunds, held in wallets. Called by: everyone.';
revoke execute on function public.get_coin_totals from public, anon, authenticated;
grant execute on function public.get_coin_totals to anon, authenticated;

alter table ledger.wallets enable row level security;
create policy "residents read their own wallet" on ledger.wallets
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on ledger.wallets to authenticated, service_role;
alter table ledger.transfers enable row level security;
create policy "residents read their own transfers" on ledger.transfers
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (id, resident_id, debit, credit, amount, kind, reference, posted_at)
  on ledger.transfers to authenticated;
grant select on ledger.transfers to service_role;

create view public.my_wallet with (security_invoker = on) as
  select balance, opened_at from ledger.wallets where resident_id = (select auth.uid());
comment on view public.my_wallet is 'The caller''s balance in coins: one row.';
grant select on public.my_wallet to authenticated;

create view public.my_transfers with (security_invoker = on) as
  select id, kind, case when credit = 'wallet' then amount else -amount end as change,
    reference, posted_at
  from ledger.transfers where resident_id = (select auth.uid());
comment on view public.my_transfers is
  'The caller''s statement: change in coins (negative when spent), what for, when. Page by id, newest first.';
grant select on public.my_transfers to authenticated;
