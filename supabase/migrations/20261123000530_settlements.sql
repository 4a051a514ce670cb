-- Settlements (月结单): what a merchant took in a month, and that the fund has paid for it.

alter table private.settings add column fen_per_coin integer
  constraint coin_has_a_sane_backing check (fen_per_coin between 1 and 100000);
comment on column private.settings.fen_per_coin is
  'What the fund pays a merchant for a coin, in fen (1/100 元); empty: not set yet. Changed by set_fund_terms.';

create table private.fund_payments (
  id uuid primary key,
  merchant_id uuid not null references public.merchants (id),
  month date not null,
  vouchers integer not null,
  coins bigint not null,
  fen_per_coin integer not null,
  fen bigint not null,
  paid_at timestamptz not null default now(),
  paid_by uuid,
  constraint month_is_paid_once unique (merchant_id, month),
  constraint month_is_named_by_its_first_day check (extract(day from month) = 1),
  constraint payment_is_coins_at_their_backing check (fen = coins * fen_per_coin and coins > 0)
);
comment on table private.fund_payments is
  'Months of merchants that the green-living fund has paid for. Append-only; written only by pay_settlement.';
comment on column private.fund_payments.fen_per_coin is 'What a coin was backed by at that time, in fen.';
comment on column private.fund_payments.paid_by is 'The administrator; no key to the account, because the books stay when they leave.';
create trigger payments_are_append_only before update or delete on private.fund_payments
  for each row execute function private.refuse_change();
create trigger payments_are_never_truncated before truncate on private.fund_payments
  for each statement execute function private.refuse_change();

create function private.month_of(p_at timestamptz) returns date
language sql stable
set search_path = ''
as $$ select date_trunc('month', private.shanghai_day(p_at)::timestamp)::date $$;
comment on function private.month_of is
  'The first day of the month in Asia/Shanghai of a moment. Called by: settlements.';
revoke execute on function private.month_of from public, anon, authenticated;

create function private.month_is_closed(p_month date) returns boolean
language sql stable
set search_path = ''
as $$
  -- A taking bears the moment its transaction began; an hour later none of last month's is under way.
  select now() >= private.shanghai_midnight((p_month + interval '1 month')::date) + interval '1 hour'
$$;
comment on function private.month_is_closed is
  'Whether what was taken in a month (named by its first day) can no longer change. Called by: settlements.';
revoke execute on function private.month_is_closed from public, anon, authenticated;

create function private.settlement_months(p_merchant_id uuid default null) returns table (
  merchant_id uuid, month date, vouchers integer, coins bigint
)
language sql stable
set search_path = ''
as $$
  -- Months are paid in their order, so what is not paid yet begins after the last that is.
  with shops as (
    select m.id, (select private.shanghai_midnight((max(p.month) + interval '1 month')::date)
      from private.fund_payments p where p.merchant_id = m.id) as unpaid_since
    from public.merchants m
    where p_merchant_id is null or m.id = p_merchant_id
  )
  select p.merchant_id, p.month, p.vouchers, p.coins from private.fund_payments p
  where p_merchant_id is null or p.merchant_id = p_merchant_id
  union all
  select s.id, private.month_of(r.used_at), count(*)::integer, sum(r.price)::bigint
  from shops s join public.redemptions r on r.merchant_id = s.id
  where r.status = 'used' and r.take_key is not null
    and r.used_at >= coalesce(s.unpaid_since, '-infinity')
  group by 1, 2
$$;
comment on function private.settlement_months is
  'Vouchers taken and the coins they cost, by merchant and month; of one merchant where one is named. Called by: settlements and the fund.';
revoke execute on function private.settlement_months from public, anon, authenticated;

create function private.list_settlements() returns table (
  month date, vouchers integer, coins bigint, is_closed boolean, fen_per_coin integer, fen bigint, paid_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
begin
  return query
    select s.month, s.vouchers, s.coins, private.month_is_closed(s.month), rate.fen_per_coin,
      s.coins * rate.fen_per_coin, p.paid_at
    from private.settlement_months(v_merchant_id) s
    left join private.fund_payments p on p.merchant_id = s.merchant_id and p.month = s.month
    cross join lateral (
      select coalesce(p.fen_per_coin, t.fen_per_coin) as fen_per_coin from private.settings t
    ) rate
    order by s.month desc;
end
$$;
comment on function private.list_settlements is
  'Body of public.list_settlements. Definer, because a merchant sees no redemption and no payment.';
revoke execute on function private.list_settlements from public, anon, authenticated;
grant execute on function private.list_settlements to authenticated;

create function public.list_settlements() returns table (
  month date, vouchers integer, coins bigint, is_closed boolean, fen_per_coin integer, fen bigint, paid_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.list_settlements() $$;
comment on function public.list_settlements is
  'The months in which the caller''s shop took vouchers, newest first: how many, their coins, whether the month is over for good, what it comes to in fen (as paid, otherwise at today''s backing; empty while that is not set), and when it was paid. Errors: not_found. Called by: merchants.';
revoke execute on function public.list_settlements from public, anon, authenticated;
grant execute on function public.list_settlements to authenticated;

create function private.get_settlement(p_month date) returns table (
  used_at timestamptz, voucher_ending text, reward_name_zh text, reward_name_en text, coins bigint
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
begin
  return query
    select r.used_at, right(r.voucher_code, 4), w.name_zh, w.name_en, r.price
    from public.redemptions r join public.rewards w on w.id = r.reward_id
    where r.merchant_id = v_merchant_id and r.status = 'used' and r.take_key is not null
      and r.used_at >= private.shanghai_midnight(date_trunc('month', p_month::timestamp)::date)
      and r.used_at < private.shanghai_midnight((date_trunc('month', p_month::timestamp) + interval '1 month')::date)
    order by r.used_at, r.id;
end
$$;
comment on function private.get_settlement is
  'Body of public.get_settlement. Definer, because a merchant sees no redemption and no resident.';
revoke execute on function private.get_settlement from public, anon, authenticated;
grant execute on function private.get_settlement to authenticated;

create function public.get_settlement(p_month date) returns table (
  used_at timestamptz, voucher_ending text, reward_name_zh text, reward_name_en text, coins bigint
)
language sql stable
set search_path = ''
as $$ select * from private.get_settlement(p_month) $$;
comment on function public.get_settlement is
  'The vouchers the caller''s shop took in the month (Asia/Shanghai) of a day, oldest first, without their residents; coins is what was paid for each. Errors: not_found. Called by: merchants.';
revoke execute on function public.get_settlement from public, anon, authenticated;
grant execute on function public.get_settlement to authenticated;

create function private.settlement_directory() returns table (
  id text, merchant_id uuid, month date, merchant_zh text, merchant_en text, town_code text, is_demo boolean,
  vouchers integer, coins bigint, state text, fen bigint, paid_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select m.id || '.' || to_char(s.month, 'YYYY-MM'), m.id, s.month, m.name_zh, m.name_en, m.town_code, m.is_demo,
    s.vouchers, s.coins,
    case when p.id is not null then 'paid' when private.month_is_closed(s.month) then 'due' else 'running' end,
    coalesce(p.fen, s.coins * (select fen_per_coin from private.settings)), p.paid_at
  from private.settlement_months() s
  join public.merchants m on m.id = s.merchant_id
  left join private.fund_payments p on p.merchant_id = s.merchant_id and p.month = s.month
  where (select private.has_role('administrator'))
$$;
comment on function private.settlement_directory is
  'Months of all merchants; none for anybody but administrators. Definer, because nobody reads the redemptions of others. Called by: desk_settlements.';
revoke execute on function private.settlement_directory from public, anon, authenticated;
grant execute on function private.settlement_directory to authenticated;

create view public.desk_settlements with (security_invoker = on) as
  select d.*, d.merchant_zh || ' ' || d.merchant_en || ' ' || to_char(d.month, 'YYYY-MM') as search
  from private.settlement_directory() d;
comment on view public.desk_settlements is
  'Every month of every merchant, running, due or paid, with what it comes to in fen (as paid, otherwise at today''s backing; empty while that is not set), for administrators. Called by: the list of settlements.';

create function private.pay_settlement(p_id uuid, p_merchant_id uuid, p_month date, p_coins bigint)
returns private.fund_payments
language plpgsql security definer
set search_path = ''
as $$
declare
  v_payer_id uuid := private.require_role('administrator');
  v_month date := date_trunc('month', p_month::timestamp)::date;
  v_fen_per_coin integer;
  v_due record;
  v_payment private.fund_payments;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every payment names its id.');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('the fund', 0));
  select * into v_payment from private.fund_payments where id = p_id;
  if found then
    if (v_payment.merchant_id, v_payment.month, v_payment.coins)
      is distinct from (p_merchant_id, v_month, p_coins)
    then
      perform private.refuse('key_reused', 409, 'This id was used for another payment.');
    end if;
    return v_payment;
  end if;
  select * into v_payment from private.fund_payments where merchant_id = p_merchant_id and month = v_month;
  if found then
    perform private.refuse('settlement_paid', 409, 'This month has been paid.',
      jsonb_build_object('paid_at', v_payment.paid_at));
  end if;
  select * into v_due from private.settlement_months(p_merchant_id) s where s.month = v_month;
  select fen_per_coin into v_fen_per_coin from private.settings;
  if p_merchant_id is null or v_due.coins is null then
    perform private.refuse('settlement_unknown', 404, 'Nothing was taken in this month.');
  elsif not private.month_is_closed(v_month) then
    perform private.refuse('month_running', 409, 'This month is not over.');
  elsif exists (select from private.settlement_months(p_merchant_id) s
    where s.month < v_month and not exists (
      select from private.fund_payments p where p.merchant_id = s.merchant_id and p.month = s.month
    ))
  then
    perform private.refuse('earlier_month_due', 409, 'Months are paid in their order.');
  elsif v_due.coins is distinct from p_coins then
    perform private.refuse('settlement_differs', 409, 'This month comes to another number of coins.',
      jsonb_build_object('coins', v_due.coins));
  elsif v_fen_per_coin is null then
    perform private.refuse('backing_missing', 409, 'What a coin is backed by has not been set.');
  end if;
  insert into private.fund_payments (id, merchant_id, month, vouchers, coins, fen_per_coin, fen, paid_by)
  values (p_id, p_merchant_id, v_month, v_due.vouchers, v_due.coins, v_fen_per_coin,
    v_due.coins * v_fen_per_coin, v_payer_id)
  returning * into v_payment;
  perform private.record_audit('pay_settlement', 'settlement', p_merchant_id || '.' || to_char(v_month, 'YYYY-MM'),
    '{}', null, to_jsonb(v_payment) - 'paid_by');
  return v_payment;
end
$$;
comment on function private.pay_settlement is
  'Body of public.pay_settlement. Definer, because nobody writes payments directly.';
revoke execute on function private.pay_settlement from public, anon, authenticated;
grant execute on function private.pay_settlement to authenticated;

create function public.pay_settlement(p_id uuid, p_merchant_id uuid, p_month date, p_coins bigint) returns table (
  coins bigint, fen_per_coin integer, fen bigint, paid_at timestamptz
)
language sql
set search_path = ''
as $$
  select p.coins, p.fen_per_coin, p.fen, p.paid_at
  from private.pay_settlement(p_id, p_merchant_id, p_month, p_coins) as p
$$;
comment on function public.pay_settlement is
  'Writes down that a month of a merchant has been paid, once and after those before it, at what a coin is backed by now; p_coins is what the payer saw. The same id again gives the same answer. Errors: not_found, key_missing, key_reused, settlement_unknown, month_running, earlier_month_due, settlement_differs (detail: coins), settlement_paid (detail: paid_at), backing_missing. Called by: administrators.';
revoke execute on function public.pay_settlement from public, anon, authenticated;
grant execute on function public.pay_settlement to authenticated;

alter table private.fund_payments enable row level security;
grant select on public.desk_settlements to authenticated;
