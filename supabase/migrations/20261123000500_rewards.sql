-- Rewards (兑换品), the merchants who hand them out, and vouchers (兑换券).

create type public.voucher_status as enum ('issued', 'used');

create table public.merchants (
  id uuid primary key default gen_random_uuid(),
  name_zh text not null,
  name_en text not null,
  town_code text not null references public.towns (code),
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint merchant_names_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
  )
);
comment on table public.merchants is 'Shops and places that hand out rewards.';
create index merchants_by_town on public.merchants (town_code);
create trigger merchant_versions_rise before update on public.merchants
  for each row execute function private.raise_version();

alter table public.staff_roles
  add constraint merchant_role_is_at_a_merchant
  foreign key (merchant_id) references public.merchants (id) on delete cascade;
create index staff_roles_by_merchant on public.staff_roles (merchant_id);

create table public.rewards (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants (id),
  name_zh text not null,
  name_en text not null,
  detail_zh text not null,
  detail_en text not null,
  price bigint not null,
  stock integer not null,
  stocked integer not null default 0,
  is_open boolean not null default true,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint reward_has_a_sane_price check (price between 1 and 100000),
  constraint stock_is_never_oversold check (stock between 0 and stocked),
  constraint reward_texts_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
    and char_length(detail_zh) <= 300 and char_length(detail_en) <= 600
  )
);
comment on table public.rewards is 'What coins can be spent on.';
comment on column public.rewards.price is 'Coins for one.';
comment on column public.rewards.stock is 'How many are left.';
comment on column public.rewards.stocked is
  'How many there have been in all; what is not left has been redeemed. Editors change this and never what is left, so that a sale in the same moment is not lost.';
create index rewards_by_merchant on public.rewards (merchant_id);

create function private.begin_stock() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.stocked = 0 then
    new.stocked := new.stock;
  end if;
  return new;
end
$$;
comment on function private.begin_stock is 'A new reward has as many as are left. Called by: the trigger on rewards.';
revoke execute on function private.begin_stock from public, anon, authenticated;
create trigger new_rewards_count_their_stock before insert on public.rewards
  for each row execute function private.begin_stock();
create trigger reward_versions_rise before update on public.rewards
  for each row execute function private.raise_version('stock');

create table public.redemptions (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null,
  reward_id uuid not null references public.rewards (id),
  merchant_id uuid not null references public.merchants (id),
  idempotency_key uuid not null,
  price bigint not null,
  voucher_code text not null,
  status public.voucher_status not null default 'issued',
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  used_at timestamptz,
  take_key uuid,
  primary key (resident_id, id),
  constraint redemption_is_made_once unique (resident_id, idempotency_key),
  constraint used_vouchers_say_when check ((status = 'used') = (used_at is not null))
);
comment on table public.redemptions is
  'Coins spent on a reward, and the voucher for it. Keyed by resident, so that it can be distributed; no key to the account, because the books stay when a resident leaves.';
comment on column public.redemptions.voucher_code is 'Eleven random characters and a check character of an alphabet of 31; see private.code_check_character.';
comment on column public.redemptions.take_key is 'The key of the merchant''s taking, so that the same taking sent twice is one.';
create unique index voucher_codes_are_unique on public.redemptions (voucher_code);
create index redemptions_by_id on public.redemptions (id);
create index redemptions_by_reward on public.redemptions (reward_id);
create index redemptions_taken on public.redemptions (merchant_id, used_at) where status = 'used';

create function private.code_check_character(p_body text) returns text
language sql immutable
set search_path = ''
as $$
  -- A weighted sum modulo the prime 31 notices every single wrong character and every swap of two.
  select substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ', 1 + (sum(
    place * (strpos('23456789ABCDEFGHJKLMNPQRSTVWXYZ', substr(p_body, place::integer, 1)) - 1)
  ) % 31)::integer, 1)
  from generate_series(1, char_length(p_body)) as place
$$;
comment on function private.code_check_character is
  'The last character of a code, from those before it. Twin of checkCharacter in features/rewards/voucher-code.ts. Called by: new_code.';
revoke execute on function private.code_check_character from public, anon, authenticated;

create function private.new_code(p_length integer) returns text
language sql volatile
set search_path = ''
as $$
  with random_bytes as (
    -- Bytes 6 and 8 of a version-4 UUID carry fixed bits; eleven of the others are used.
    select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex') as raw
  ),
  body as (
    select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ',
      1 + ((get_byte(raw, i) * 256 + get_byte(raw, i + 16)) % 31), 1), '') as text
    from random_bytes, unnest((array[0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13])[1:p_length - 1]) as i
  )
  select text || private.code_check_character(text) from body
$$;
comment on function private.new_code is
  'A random code of at most twelve characters, the last a check character: about 54 bits in twelve, 44 in ten. Called by: redeem_reward, register_for_session and issue_certificate.';
revoke execute on function private.new_code from public, anon, authenticated;

create function private.redeem_reward(p_reward_id uuid, p_idempotency_key uuid) returns public.redemptions
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_reward public.rewards;
  v_redemption public.redemptions;
begin
  if p_idempotency_key is null then
    perform private.refuse('key_missing', 400, 'Every redemption names its key.');
  end if;
  select * into v_redemption from public.redemptions
  where resident_id = v_resident_id and idempotency_key = p_idempotency_key;
  if not found then
    select * into v_reward from public.rewards where id = p_reward_id and is_open;
    if not found then
      perform private.refuse('reward_unknown', 404, 'There is no such reward.');
    end if;
    insert into public.redemptions
      (resident_id, reward_id, merchant_id, idempotency_key, price, voucher_code)
    values (v_resident_id, v_reward.id, v_reward.merchant_id, p_idempotency_key, v_reward.price,
      private.new_code(12))
    on conflict (resident_id, idempotency_key) do nothing
    returning * into v_redemption;
    if found then
      perform ledger.post_transfer(v_resident_id, 'redeem', 'wallet', 'redemption', v_reward.price,
        'redemption:' || v_redemption.id, 'redeem:' || v_redemption.id, v_resident_id);
      -- The stock is the one row all buyers share, so it is touched last and held shortest.
      update public.rewards set stock = stock - 1 where id = v_reward.id and stock > 0;
      if not found then
        perform private.refuse('out_of_stock', 409, 'The last one has just gone.');
      end if;
      return v_redemption;
    end if;
    select * into strict v_redemption from public.redemptions
    where resident_id = v_resident_id and idempotency_key = p_idempotency_key;
  end if;
  if v_redemption.reward_id is distinct from p_reward_id then
    perform private.refuse('key_reused', 409, 'This key was used for another reward.');
  end if;
  return v_redemption;
end
$$;
comment on function private.redeem_reward is
  'Body of public.redeem_reward. Definer, because nobody may write coins, stock or vouchers directly.';
revoke execute on function private.redeem_reward from public, anon, authenticated;
grant execute on function private.redeem_reward to authenticated;

create function public.redeem_reward(p_reward_id uuid, p_idempotency_key uuid) returns public.redemptions
language sql
set search_path = ''
as $$ select private.redeem_reward(p_reward_id, p_idempotency_key) $$;
comment on function public.redeem_reward is
  'Pays for a reward, takes it from stock and gives its voucher, all or nothing. The same key gives the same voucher. Errors: sign_in_first, key_missing, key_reused, reward_unknown, not_enough_coins (detail: needed, balance), out_of_stock. Called by: residents.';
revoke execute on function public.redeem_reward from public, anon, authenticated;
grant execute on function public.redeem_reward to authenticated;

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
  'The merchant the caller works for, or a refusal (not_found, 404). Called by: take_voucher and list_taken_vouchers.';
revoke execute on function private.require_merchant from public, anon, authenticated;

create function private.take_voucher(p_voucher_code text, p_take_key uuid) returns table (
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
  v_code text := upper(regexp_replace(coalesce(p_voucher_code, ''), '[\s-]', '', 'g'));
  v_redemption public.redemptions;
begin
  if p_take_key is null then
    perform private.refuse('key_missing', 400, 'Every taking names its key.');
  end if;
  select * into v_redemption from public.redemptions r
  where r.voucher_code = v_code and r.merchant_id = v_merchant_id for update;
  if not found then
    perform private.refuse('voucher_unknown', 404, 'This code is not a voucher of this merchant.');
  elsif v_redemption.status = 'used' and v_redemption.take_key is distinct from p_take_key then
    perform private.refuse('voucher_used', 409, 'This voucher has been used.',
      jsonb_build_object('used_at', v_redemption.used_at));
  elsif v_redemption.status = 'issued' and v_redemption.expires_at < now() then
    perform private.refuse('voucher_expired', 409, 'This voucher has expired.',
      jsonb_build_object('expires_at', v_redemption.expires_at));
  elsif v_redemption.status = 'issued' then
    update public.redemptions r set status = 'used', used_at = now(), take_key = p_take_key
    where r.resident_id = v_redemption.resident_id and r.id = v_redemption.id
    returning * into v_redemption;
  end if;
  return query
    select w.name_zh, w.name_en, v_redemption.used_at from public.rewards w
    where w.id = v_redemption.reward_id;
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
  'Takes a voucher of the caller''s own shop, once; the same key again gives the same answer. Errors: not_found, key_missing, voucher_unknown, voucher_used (detail: used_at), voucher_expired (detail: expires_at). Called by: merchants.';
revoke execute on function public.take_voucher from public, anon, authenticated;
grant execute on function public.take_voucher to authenticated;

create function private.list_taken_vouchers() returns table (
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
begin
  return query
    select right(r.voucher_code, 4), w.name_zh, w.name_en, r.price, r.used_at
    from public.redemptions r join public.rewards w on w.id = r.reward_id
    where r.merchant_id = v_merchant_id and r.status = 'used'
      and r.used_at >= private.shanghai_midnight(private.shanghai_day())
    order by r.used_at desc;
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

alter table public.merchants enable row level security;
create policy "everyone reads merchants" on public.merchants
  for select to anon, authenticated using (true);
grant select (id, name_zh, name_en, town_code, is_demo, version, changed_at)
  on public.merchants to anon, authenticated;

alter table public.rewards enable row level security;
create policy "visitors read open rewards" on public.rewards
  for select to anon using (is_open);
create policy "residents read open rewards, editors and administrators all" on public.rewards
  for select to authenticated
  using (is_open or (select private.has_role('editor')) or (select private.has_role('administrator')));
grant select (id, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, stocked, is_open,
  is_demo, version, changed_at) on public.rewards to anon, authenticated;

alter table public.redemptions enable row level security;
create policy "residents read their own redemptions" on public.redemptions
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (id, resident_id, reward_id, merchant_id, price, voucher_code, status, issued_at, expires_at, used_at)
  on public.redemptions to authenticated;
