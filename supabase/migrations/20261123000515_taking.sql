-- How a merchant (兑换点) takes vouchers (兑换券), and what it took today.

create function private.require_merchant() returns uuid
language plpgsql stable
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_role('merchant');
begin
  return (select merchant_id from public.staff_roles
    where resident_id = v_resident_id and role = 'merchant');
end
$$;
comment on function private.require_merchant is
  'The merchant the caller works for, or a refusal (not_found, 404). Called by: RPC bodies of merchants.';
revoke execute on function private.require_merchant from public, anon, authenticated;

create unique index takings_are_made_once on public.redemptions (merchant_id, take_key)
  where take_key is not null;

create function private.take_voucher_at(p_merchant_id uuid, p_voucher_code text, p_take_key uuid) returns table (
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language plpgsql
set search_path = ''
as $$
declare
  v_code text := upper(regexp_replace(coalesce(p_voucher_code, ''), '[\s-]', '', 'g'));
  v_redemption public.redemptions;
  v_reward public.rewards;
begin
  if p_take_key is null then
    perform private.refuse('key_missing', 400, 'Every taking names its key.');
  end if;
  if exists (
    select from public.redemptions r
    where r.merchant_id = p_merchant_id and r.take_key = p_take_key and r.voucher_code <> v_code
  ) then
    perform private.refuse('key_reused', 409, 'This key was used for another voucher.');
  end if;
  select * into v_redemption from public.redemptions r
  where r.voucher_code = v_code and r.merchant_id = p_merchant_id for update;
  if not found then
    perform private.refuse('voucher_unknown', 404, 'This code is not a voucher of this merchant.');
  elsif v_redemption.status = 'used' and v_redemption.take_key is distinct from p_take_key then
    perform private.refuse('voucher_used', 409, 'This voucher has been used.',
      jsonb_build_object('used_at', v_redemption.used_at));
  elsif v_redemption.status::text in ('cancelled', 'refunded') then
    perform private.refuse('voucher_cancelled', 409, 'This voucher was given back.');
  elsif v_redemption.status <> 'used' and v_redemption.expires_at < now() then
    perform private.refuse('voucher_expired', 409, 'This voucher has expired.',
      jsonb_build_object('expires_at', v_redemption.expires_at));
  elsif v_redemption.status = 'issued' and exists (
    select from public.merchants m where m.id = p_merchant_id and m.closed_at is not null
  ) then
    -- Its coins go back by settle_vouchers.
    perform private.refuse('voucher_shop_closed', 409, 'This shop has closed: its vouchers are refunded.');
  end if;
  select * into strict v_reward from public.rewards w where w.id = v_redemption.reward_id;
  if v_redemption.status = 'issued' then
    begin
      update public.redemptions r set status = 'used', used_at = now(), take_key = p_take_key
      where r.resident_id = v_redemption.resident_id and r.id = v_redemption.id
      returning * into v_redemption;
    exception when unique_violation then
      perform private.refuse('key_reused', 409, 'This key was used for another voucher.');
    end;
    -- The voucher outlives an account that was deleted; its inbox does not.
    if exists (select from auth.users where id = v_redemption.resident_id) then
      perform private.notify(v_redemption.resident_id, 'voucher_used', jsonb_build_object(
        'title_zh', v_reward.name_zh, 'title_en', v_reward.name_en, 'used_at', v_redemption.used_at
      ), '/vouchers/' || v_redemption.id || '/', 'used:' || v_redemption.id, true);
    end if;
  end if;
  return query select v_reward.name_zh, v_reward.name_en, v_redemption.used_at;
end
$$;
comment on function private.take_voucher_at is
  'Takes a voucher of one merchant, once; the same key again gives the same answer. Errors: key_missing, key_reused, voucher_unknown, voucher_used (detail: used_at), voucher_cancelled, voucher_expired (detail: expires_at), voucher_shop_closed. Called by: take_voucher and take_voucher_on_tablet, which know whose merchant it is.';
revoke execute on function private.take_voucher_at from public, anon, authenticated;

create function private.taken_today_at(p_merchant_id uuid) returns table (
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language sql stable
set search_path = ''
as $$
  select right(r.voucher_code, 4), w.name_zh, w.name_en, r.price, r.used_at
  from public.redemptions r join public.rewards w on w.id = r.reward_id
  where r.merchant_id = p_merchant_id and r.status = 'used' and r.take_key is not null
    and r.used_at >= private.shanghai_midnight(private.shanghai_day())
  order by r.used_at desc, r.id
$$;
comment on function private.taken_today_at is
  'Vouchers one merchant took today (Asia/Shanghai), newest first, without their residents. Called by: list_taken_vouchers and list_taken_on_tablet.';
revoke execute on function private.taken_today_at from public, anon, authenticated;

create function private.take_voucher(p_voucher_code text, p_take_key uuid) returns table (
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
begin
  return query select * from private.take_voucher_at(private.require_merchant(), p_voucher_code, p_take_key);
end
$$;
comment on function private.take_voucher is
  'Body of public.take_voucher. Definer, because a merchant sees no redemption and no resident.';
revoke execute on function private.take_voucher from public, anon, authenticated;
grant execute on function private.take_voucher to authenticated;

create function public.take_voucher(p_voucher_code text, p_take_key uuid) returns table (
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language sql
set search_path = ''
as $$ select * from private.take_voucher(p_voucher_code, p_take_key) $$;
comment on function public.take_voucher is
  'Takes a voucher of the caller''s own shop, once; the same key again gives the same answer. Errors: not_found, key_missing, key_reused, voucher_unknown, voucher_used (detail: used_at), voucher_cancelled, voucher_expired (detail: expires_at), voucher_shop_closed. Called by: merchants.';
revoke execute on function public.take_voucher from public, anon, authenticated;
grant execute on function public.take_voucher to authenticated;

create function private.list_taken_vouchers() returns table (
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query select * from private.taken_today_at(private.require_merchant());
end
$$;
comment on function private.list_taken_vouchers is
  'Body of public.list_taken_vouchers. Definer, because a merchant sees no redemption and no resident.';
revoke execute on function private.list_taken_vouchers from public, anon, authenticated;
grant execute on function private.list_taken_vouchers to authenticated;

create function public.list_taken_vouchers() returns table (
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.list_taken_vouchers() $$;
comment on function public.list_taken_vouchers is
  'Vouchers the caller''s shop took today (Asia/Shanghai), newest first, without their residents. Errors: not_found. Called by: merchants.';
revoke execute on function public.list_taken_vouchers from public, anon, authenticated;
grant execute on function public.list_taken_vouchers to authenticated;
