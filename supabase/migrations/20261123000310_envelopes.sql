-- Envelopes (额度): how many coins an action may pay in a year, and what the city has for all of them; and the two
-- functions that award coins and take an award back.

create table ledger.city_envelopes (
  year smallint primary key,
  total bigint not null,
  constraint city_envelope_is_a_sane_total check (total between 0 and 1000000000000)
);
comment on table ledger.city_envelopes is
  'Coins the city issues at most in a year of Asia/Shanghai. The envelopes of its actions never add up to more; what none of them holds is the reserve.';
comment on column ledger.city_envelopes.total is 'Coins.';

create table ledger.envelopes (
  year smallint not null references ledger.city_envelopes (year),
  action_code text not null,
  total bigint not null,
  primary key (year, action_code),
  constraint envelope_is_a_sane_total check (total between 0 and 1000000000000)
);
comment on table ledger.envelopes is 'Coins an action pays at most in a year of Asia/Shanghai. Changed only by private.set_envelope.';
comment on column ledger.envelopes.total is 'Coins.';

create table ledger.envelope_shards (
  year smallint not null,
  action_code text not null,
  shard smallint not null,
  remaining bigint not null,
  primary key (year, action_code, shard),
  foreign key (year, action_code) references ledger.envelopes (year, action_code),
  constraint envelope_is_never_overdrawn check (remaining >= 0),
  constraint envelope_has_sixteen_shards check (shard between 0 and 15)
) with (fillfactor = 20);
comment on table ledger.envelope_shards is
  'What is left of an envelope, in sixteen parts: postings on different connections draw from different rows, so none waits for another.';
comment on column ledger.envelope_shards.remaining is 'Coins.';

create function ledger.envelope_left(p_year smallint, p_action_code text) returns bigint
language sql stable
set search_path = ''
as $$
  select coalesce(sum(remaining), 0)::bigint from ledger.envelope_shards
  where year = p_year and action_code = p_action_code
$$;
comment on function ledger.envelope_left is 'Coins left in the envelope of an action and year. Called by: green actions, before a log waits for a moderator, and the console.';
revoke execute on function ledger.envelope_left from public, anon, authenticated;

create function ledger.draw_across_shards(p_year smallint, p_action_code text, p_amount bigint) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_left bigint;
begin
  perform from ledger.envelope_shards
  where year = p_year and action_code = p_action_code order by shard for no key update;
  v_left := ledger.envelope_left(p_year, p_action_code) - p_amount;
  if v_left < 0 then
    perform private.refuse('envelope_empty', 409, 'The envelope of this action is used up for this year.',
      jsonb_build_object('action_code', p_action_code, 'year', p_year));
  end if;
  update ledger.envelope_shards set remaining = v_left / 16 + case when shard < v_left % 16 then 1 else 0 end
  where year = p_year and action_code = p_action_code;
end
$$;
comment on function ledger.draw_across_shards is
  'Draws from all shards of an envelope, locking them in order, and levels what is left, so that it is needed again only when little is left of all. Errors: envelope_empty (detail: action_code, year). Called by: ledger.draw.';
revoke execute on function ledger.draw_across_shards from public, anon, authenticated;

create function ledger.draw(p_year smallint, p_action_code text, p_amount bigint) returns void
language plpgsql
set search_path = ''
as $$
begin
  -- A shard that turns out to hold too little after a wait stays locked all the same. The block undoes that:
  -- whoever kept one and went on to lock all of them in order would wait in a circle.
  begin
    update ledger.envelope_shards set remaining = remaining - p_amount
    where year = p_year and action_code = p_action_code and shard = pg_backend_pid() % 16
      and remaining >= p_amount;
    if found then
      return;
    end if;
    raise no_data_found;
  exception when no_data_found then
  end;
  perform ledger.draw_across_shards(p_year, p_action_code, p_amount);
end
$$;
comment on function ledger.draw is
  'Draws coins from the envelope of an action and year; no envelope is an empty one. Errors: envelope_empty (detail: action_code, year). Called by: ledger.pay.';
revoke execute on function ledger.draw from public, anon, authenticated;

create function ledger.pay(
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
  v_transfer ledger.transfers := ledger.post_award(p_resident_id, p_year, p_action_code, p_amount, p_reference,
    p_idempotency_key, p_actor_id);
  v_drawn text;
begin
  if v_transfer.id is null then
    perform private.refuse('key_reused', 409, 'This key was used for another transfer.');
  end if;
  -- The one row residents share, so it is touched last and held shortest.
  v_drawn := ledger.draw(p_year, p_action_code, p_amount)::text;
  return v_transfer;
end
$$;
comment on function ledger.pay is
  'Posts an award and draws it from the envelope of its action. The caller has entered the books, holds the wallet in that year, and has seen that the key is new and that the resident stays under the yearly cap. Errors: envelope_empty, key_reused, wallet_unknown. Called by: ledger.award and log_green_action, whose log is as new as its key.';
revoke execute on function ledger.pay from public, anon, authenticated;

create function ledger.award(
  p_resident_id uuid,
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
  v_wallet ledger.wallets := ledger.turn_wallet(p_resident_id, ledger.enter_books());
  v_transfer ledger.transfers;
  v_left bigint;
begin
  select * into v_transfer from ledger.transfers
  where resident_id = p_resident_id and idempotency_key = p_idempotency_key;
  if found then
    if (v_transfer.action_code, v_transfer.reference) is distinct from (p_action_code, p_reference) then
      perform private.refuse('key_reused', 409, 'This key was used for another transfer.');
    end if;
    return v_transfer;
  end if;
  select coins_per_year - v_wallet.earned into v_left from private.settings;
  if v_left <= 0 then
    return null;
  end if;
  -- Not least(): no amount is refused, and not the whole rest.
  return ledger.pay(p_resident_id, v_wallet.year, p_action_code, case when p_amount > v_left then v_left else p_amount end,
    p_reference, p_idempotency_key, p_actor_id);
end
$$;
comment on function ledger.award is
  'Pays for a green action, once per key ("award:…"), from the envelope of its action: at most what is left under the resident''s yearly cap, and nothing (null) when nothing is. Errors: envelope_empty, key_reused, wallet_unknown. Called by: definer bodies of green actions, education and feedback.';
revoke execute on function ledger.award from public, anon, authenticated;

create function ledger.take_back(
  p_resident_id uuid, p_award_id bigint, p_reference text, p_idempotency_key text, p_actor_id uuid
) returns ledger.transfers
language plpgsql
set search_path = ''
as $$
declare
  v_wallet ledger.wallets := ledger.turn_wallet(p_resident_id, ledger.enter_books());
  v_award ledger.transfers;
  v_transfer ledger.transfers;
begin
  select * into v_award from ledger.transfers
  where resident_id = p_resident_id and id = p_award_id and kind = 'award';
  if not found then
    perform private.refuse('transfer_unknown', 404, 'There is no transfer of this wallet to correct.');
  end if;
  select * into v_transfer from ledger.transfers
  where resident_id = p_resident_id and idempotency_key = p_idempotency_key;
  if found and v_transfer.corrects_id = p_award_id then
    return v_transfer;
  end if;
  v_transfer := ledger.post_transfer(p_resident_id, 'reverse', 'wallet', 'issuance', v_award.amount, p_reference,
    p_idempotency_key, p_actor_id, p_award_id);
  update ledger.envelope_shards set remaining = remaining + v_award.amount
  where year = v_award.vintage and action_code = v_award.action_code and shard = pg_backend_pid() % 16;
  return v_transfer;
end
$$;
comment on function ledger.take_back is
  'Reverses an award, once per key ("reverse:…"), and gives its coins back to the envelope. Errors: transfer_unknown, not_enough_coins when they have been spent, corrected_already. Called by: definer bodies of green actions and education.';
revoke execute on function ledger.take_back from public, anon, authenticated;

create function ledger.lock_wallets(p_resident_ids uuid[], p_action_code text) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_year smallint := ledger.enter_books();
begin
  perform from ledger.wallets where resident_id = any (p_resident_ids) order by resident_id for no key update;
  perform from ledger.envelope_shards
  where year = v_year and action_code = p_action_code order by shard for no key update;
end
$$;
comment on function ledger.lock_wallets is
  'Locks wallets and the envelope of an action in one order for all. A transaction that awards more than once calls it before the first award, because each award holds a shard of the envelope, and the next would wait for a wallet or for all shards. Called by: imports and record_check_ins.';
revoke execute on function ledger.lock_wallets from public, anon, authenticated;

create type ledger.award_order as (resident_id uuid, amount bigint, reference text, idempotency_key text);
comment on type ledger.award_order is 'One of many awards that are posted together.';

create function ledger.award_all(p_action_code text, p_orders ledger.award_order[], p_actor_id uuid) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_year smallint := ledger.enter_books();
  v_total bigint;
  v_moved bigint;
begin
  perform ledger.turn_wallet(w.resident_id, v_year) from ledger.wallets w
  where w.year < v_year and w.resident_id in (select o.resident_id from unnest(p_orders) o);
  insert into ledger.transfers (resident_id, kind, debit, credit, amount, vintage, action_code, reference,
    idempotency_key, actor_id)
  select o.resident_id, 'award', 'issuance', 'wallet', o.amount, v_year, p_action_code, o.reference,
    o.idempotency_key, p_actor_id
  from unnest(p_orders) o;
  select coalesce(sum(o.amount), 0) into v_total from unnest(p_orders) o;
  with sums as (
    select o.resident_id, sum(o.amount)::bigint as coins from unnest(p_orders) o group by o.resident_id
  ),
  moved as (
    update ledger.wallets w set balance = w.balance + s.coins, earned = w.earned + s.coins
    from sums s where w.resident_id = s.resident_id and w.year = v_year
    returning s.coins
  )
  select coalesce(sum(coins), 0) into v_moved from moved;
  if v_moved <> v_total then
    perform private.refuse('wallet_unknown', 404, 'There is no such wallet.');
  end if;
  perform ledger.draw_across_shards(v_year, p_action_code, v_total);
end
$$;
comment on function ledger.award_all is
  'Pays many awards of one action in a few statements, all or none; their keys are new, or it fails. The caller has called ledger.lock_wallets for all of them and, under these locks, kept each resident under the yearly cap. Errors: envelope_empty, wallet_unknown. Called by: imports.';
revoke execute on function ledger.award_all from public, anon, authenticated;

create function ledger.verify_envelopes() returns table (fact text, holds boolean, detail text)
language sql stable
set search_path = ''
as $$
  with moved as (
    select vintage as year, action_code, amount from ledger.transfers where kind = 'award'
    union all
    -- Into the envelope they came from, whenever they are taken back.
    select a.vintage, a.action_code, -r.amount
    from ledger.transfers r
      join ledger.transfers a on a.resident_id = r.resident_id and a.id = r.corrects_id
    where r.kind = 'reverse' and a.kind = 'award'
  ),
  used as (
    select year, action_code, sum(amount) as coins from moved group by year, action_code
  ),
  wrong as (
    select e.action_code from ledger.envelopes e left join used u using (year, action_code)
    where e.total - ledger.envelope_left(e.year, e.action_code) <> coalesce(u.coins, 0)
  ),
  oversubscribed as (
    select c.year from ledger.city_envelopes c join ledger.envelopes e using (year)
    group by c.year, c.total having sum(e.total) > c.total
  )
  select 'every envelope has paid what was awarded from it', not exists (select from wrong),
    (select count(*) from wrong) || ' envelopes differ'
  union all
  select 'the envelopes of a year fit into the city''s', not exists (select from oversubscribed),
    (select count(*) from oversubscribed) || ' years differ'
$$;
comment on function ledger.verify_envelopes is 'The part of ledger.verify that is about envelopes. Called by: ledger.verify.';
revoke execute on function ledger.verify_envelopes from public, anon, authenticated;
grant execute on function ledger.envelope_left, ledger.verify_envelopes to service_role;

alter table ledger.city_envelopes enable row level security;
alter table ledger.envelopes enable row level security;
alter table ledger.envelope_shards enable row level security;
grant select on ledger.city_envelopes, ledger.envelopes, ledger.envelope_shards to service_role;
