-- What happens to a voucher (兑换券) that is not taken: its resident gives it back, its time is over, its merchant closes.

create function private.give_voucher_back(
  p_redemption public.redemptions, p_status public.voucher_status, p_actor_id uuid
) returns public.redemptions
language plpgsql
set search_path = ''
as $$
declare
  v_redemption public.redemptions;
begin
  update public.redemptions set status = p_status, settled_at = now()
  where resident_id = p_redemption.resident_id and id = p_redemption.id
  returning * into v_redemption;
  if p_status <> 'expired' then
    perform ledger.post_transfer(v_redemption.resident_id, 'refund', 'redemption', 'wallet', v_redemption.price,
      'redemption:' || v_redemption.id, 'refund:' || v_redemption.id, p_actor_id, v_redemption.transfer_id);
  end if;
  return v_redemption;
end
$$;
comment on function private.give_voucher_back is
  'Ends an open voucher, and unless it has expired posts the refund that names what was paid. The caller holds the voucher''s lock and puts the stock back afterwards. Called by: cancel_redemption and settle_vouchers.';
revoke execute on function private.give_voucher_back from public, anon, authenticated;

create function private.cancel_redemption(p_id uuid) returns public.redemptions
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_redemption public.redemptions;
begin
  select * into v_redemption from public.redemptions
  where resident_id = v_resident_id and id = p_id for update;
  if not found then
    perform private.refuse('redemption_unknown', 404, 'There is no such voucher.');
  elsif v_redemption.status in ('cancelled', 'refunded') then
    return v_redemption;
  elsif v_redemption.voucher_code is null then
    perform private.refuse('gift_is_given', 409, 'What was given to the fund does not come back.');
  elsif v_redemption.status = 'used' then
    perform private.refuse('voucher_taken_already', 409, 'The merchant has taken this voucher.',
      jsonb_build_object('used_at', v_redemption.used_at));
  elsif v_redemption.expires_at < now() then
    perform private.refuse('voucher_over', 409, 'The time of this voucher is over.',
      jsonb_build_object('expires_at', v_redemption.expires_at));
  end if;
  v_redemption := private.give_voucher_back(v_redemption, 'cancelled', v_resident_id);
  update public.rewards set stock = stock + 1 where id = v_redemption.reward_id;
  return v_redemption;
end
$$;
comment on function private.cancel_redemption is
  'Body of public.cancel_redemption. Definer, because nobody may write coins, stock or vouchers directly.';
revoke execute on function private.cancel_redemption from public, anon, authenticated;
grant execute on function private.cancel_redemption to authenticated;

create function public.cancel_redemption(p_id uuid) returns public.redemptions
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.cancel_redemption(p_id),
    '{"idempotency_key": null, "take_key": null, "household_id": null, "reminded_at": null}')
$$;
comment on function public.cancel_redemption is
  'Gives one of the caller''s vouchers back before it is used: coins and stock return; twice is the same as once, also when it was refunded meanwhile. Coins that have lapsed meanwhile lapse at once. Errors: sign_in_first, redemption_unknown, voucher_taken_already (detail: used_at), voucher_over (detail: expires_at), gift_is_given. Called by: residents.';
revoke execute on function public.cancel_redemption from public, anon, authenticated;
grant execute on function public.cancel_redemption to authenticated;

create function private.preview_cancellation(p_id uuid) returns table (
  coins bigint, lapsed bigint, lapsing bigint, lapse_on date
)
language sql stable security definer
set search_path = ''
as $$
  select t.amount,
    case when t.vintage >= y.year then 0 when t.vintage = y.year - 1 then t.older else t.amount end,
    case when t.vintage >= y.year then t.older when t.vintage = y.year - 1 then t.amount - t.older else 0 end,
    make_date(y.year, 12, 31)
  from public.redemptions r
  join ledger.transfers t on t.resident_id = r.resident_id and t.id = r.transfer_id
  cross join (select ledger.year_of()::integer as year) y
  where r.resident_id = (select auth.uid()) and r.id = p_id and r.status = 'issued'
    and r.voucher_code is not null and r.expires_at >= now()
$$;
comment on function private.preview_cancellation is
  'Body of public.preview_cancellation. Definer, because how old coins are stands in the books.';
revoke execute on function private.preview_cancellation from public, anon, authenticated;
grant execute on function private.preview_cancellation to authenticated;

create function public.preview_cancellation(p_id uuid) returns table (
  coins bigint, lapsed bigint, lapsing bigint, lapse_on date
)
language sql stable
set search_path = ''
as $$ select * from private.preview_cancellation(p_id) $$;
comment on function public.preview_cancellation is
  'What giving a voucher back would give: the coins, how many of them have lapsed meanwhile and are gone, and how many lapse at the end of lapse_on, this year''s last day in Asia/Shanghai. No row when it cannot be given back. Called by: residents.';
revoke execute on function public.preview_cancellation from public, anon, authenticated;
grant execute on function public.preview_cancellation to authenticated;

create function private.settle_vouchers(p_limit integer default 200) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_due public.redemptions[];
  v_redemption public.redemptions;
  v_closed uuid[];
  v_reward public.rewards;
begin
  select coalesce(array_agg(id), '{}') into v_closed from public.merchants where closed_at is not null;
  -- Whoever is being taken or given back in this moment is passed over, and done next time if it is still open.
  select array_agg(due.voucher) into v_due from (
    select r as voucher from public.redemptions r
    where r.status = 'issued' and (r.expires_at < now() or r.merchant_id = any (v_closed))
    order by r.resident_id, r.id limit p_limit for update skip locked
  ) due;
  if v_due is null then
    return 0;
  end if;
  -- Before the first refund, in the order in which everybody locks wallets.
  perform ledger.enter_books();
  perform from ledger.wallets where resident_id in (select resident_id from unnest(v_due))
  order by resident_id for no key update;
  foreach v_redemption in array v_due loop
    if exists (
      select from public.merchants m where m.id = v_redemption.merchant_id and m.closed_at <= v_redemption.expires_at
    ) then
      perform private.give_voucher_back(v_redemption, 'refunded', null);
      select * into v_reward from public.rewards where id = v_redemption.reward_id;
      -- A voucher outlives an account that was deleted; its inbox does not.
      if exists (select from auth.users where id = v_redemption.resident_id) then
        perform private.notify(v_redemption.resident_id, 'voucher_refunded', jsonb_build_object(
          'title_zh', v_reward.name_zh, 'title_en', v_reward.name_en, 'coins', v_redemption.price
        ), '/vouchers/' || v_redemption.id || '/', 'refunded:' || v_redemption.id, true);
      end if;
    else
      perform private.give_voucher_back(v_redemption, 'expired', null);
    end if;
  end loop;
  -- The stock last, reward by reward in one order, as everybody touches it.
  for v_reward in
    select w.* from public.rewards w where w.id in (select reward_id from unnest(v_due)) order by w.id
    for no key update
  loop
    update public.rewards set
      stock = stock + (select count(*) from unnest(v_due) d where d.reward_id = v_reward.id)
    where id = v_reward.id;
  end loop;
  return cardinality(v_due);
end
$$;
comment on function private.settle_vouchers is
  'Ends open vouchers whose time is over (stock back, no coins) or whose merchant closed before that (coins and stock back, with a notice), at most so many, and gives how many. Safe beside takings, cancellations and itself. Called by: do_due_work.';
revoke execute on function private.settle_vouchers from public, anon, authenticated;

create function private.remind_vouchers(p_limit integer default 200) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_redemption public.redemptions;
  v_count integer := 0;
begin
  for v_redemption in
    with due as (
      select resident_id, id from public.redemptions
      where status = 'issued' and reminded_at is null
        and expires_at > now() and expires_at <= now() + interval '3 days'
        -- Who redeemed it within these three days knows.
        and issued_at < now() - interval '3 days'
      order by resident_id, id limit p_limit for update skip locked
    )
    update public.redemptions r set reminded_at = now()
    from due where r.resident_id = due.resident_id and r.id = due.id
    returning r.*
  loop
    v_count := v_count + 1;
    if exists (select from auth.users where id = v_redemption.resident_id) then
      perform private.notify(v_redemption.resident_id, 'voucher_expiring', jsonb_build_object(
          'title_zh', w.name_zh, 'title_en', w.name_en, 'expires_at', v_redemption.expires_at
        ), '/vouchers/' || v_redemption.id || '/', 'expiring:' || v_redemption.id, true)
      from public.rewards w where w.id = v_redemption.reward_id;
    end if;
  end loop;
  return v_count;
end
$$;
comment on function private.remind_vouchers is
  'Tells residents, once a voucher, that it expires within three days, at most so many, and gives how many. Called by: do_due_work.';
revoke execute on function private.remind_vouchers from public, anon, authenticated;

create function private.count_open_vouchers(p_merchant_id uuid) returns table (vouchers integer, coins bigint)
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role('editor');
  return query
    select count(*)::integer, coalesce(sum(price), 0)::bigint from public.redemptions
    where merchant_id = p_merchant_id and status = 'issued' and expires_at >= now();
end
$$;
comment on function private.count_open_vouchers is
  'Body of public.count_open_vouchers. Definer, because residents alone read their vouchers.';
revoke execute on function private.count_open_vouchers from public, anon, authenticated;
grant execute on function private.count_open_vouchers to authenticated;

create function public.count_open_vouchers(p_merchant_id uuid) returns table (vouchers integer, coins bigint)
language sql
set search_path = ''
as $$ select * from private.count_open_vouchers(p_merchant_id) $$;
comment on function public.count_open_vouchers is
  'How many vouchers of a merchant are open, and the coins that closing it would refund. Errors: not_found. Called by: editors.';
revoke execute on function public.count_open_vouchers from public, anon, authenticated;
grant execute on function public.count_open_vouchers to authenticated;
