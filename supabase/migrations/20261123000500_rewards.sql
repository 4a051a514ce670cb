-- Rewards (兑换品), the merchants who hand them out, and vouchers (兑换券).

create type public.voucher_status as enum ('issued', 'used', 'cancelled', 'expired', 'refunded');
comment on type public.voucher_status is
  'issued: to be taken; used: taken, or given to the fund; cancelled: given back by the resident; expired: its time was over; refunded: the merchant closed before.';
create type public.reward_kind as enum ('goods', 'service', 'donation');
comment on type public.reward_kind is
  'goods and service: handed out by a merchant for a voucher; donation: coins for the green-living fund (绿色生活基金), given at once.';

create table public.merchants (
  id uuid primary key default gen_random_uuid(),
  name_zh text not null,
  name_en text not null,
  town_code text not null references public.towns (code),
  address_zh text not null default '',
  address_en text not null default '',
  accessibility_zh text not null default '',
  accessibility_en text not null default '',
  step_free boolean,
  closed_at timestamptz,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint merchant_names_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
  ),
  constraint merchant_places_are_short check (
    char_length(address_zh) <= 120 and char_length(address_en) <= 240
    and char_length(accessibility_zh) <= 300 and char_length(accessibility_en) <= 600
  )
);
comment on table public.merchants is 'Shops and places that hand out rewards.';
comment on column public.merchants.accessibility_zh is 'How to get in and along, in words; empty where nobody has written it.';
comment on column public.merchants.step_free is 'Whether one reaches the counter without a step; empty where nobody has looked.';
comment on column public.merchants.closed_at is 'Since when it hands out nothing any more; vouchers that were open then are refunded by settle_vouchers.';
create index merchants_by_town on public.merchants (town_code);
create trigger merchant_versions_rise before update on public.merchants
  for each row execute function private.raise_version();

alter table public.staff_roles
  add constraint merchant_role_is_at_a_merchant
  foreign key (merchant_id) references public.merchants (id) on delete cascade;
create index staff_roles_by_merchant on public.staff_roles (merchant_id);

create table public.rewards (
  id uuid primary key default gen_random_uuid(),
  kind public.reward_kind not null default 'goods',
  merchant_id uuid references public.merchants (id),
  name_zh text not null,
  name_en text not null,
  detail_zh text not null,
  detail_en text not null,
  price bigint not null,
  stock integer not null,
  stocked integer not null default 0,
  quota_per_resident integer,
  quota_per_household integer,
  valid_from date,
  valid_until date,
  picture text,
  picture_alt_zh text not null default '',
  picture_alt_en text not null default '',
  is_open boolean not null default true,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint reward_has_a_sane_price check (price between 1 and 100000),
  constraint stock_is_never_oversold check (stock between 0 and stocked),
  constraint stock_is_worth_a_sane_sum check (price * stocked <= 1000000000),
  constraint reward_texts_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
    and char_length(detail_zh) <= 300 and char_length(detail_en) <= 600
  ),
  constraint only_donations_have_no_merchant check ((kind = 'donation') = (merchant_id is null)),
  constraint donations_have_no_stock check (kind <> 'donation' or stocked = 0),
  constraint quotas_are_positive check (quota_per_resident >= 1 and quota_per_household >= 1),
  constraint reward_ends_after_it_begins check (valid_until >= valid_from),
  constraint picture_is_described check (
    picture is null or (char_length(picture_alt_zh) between 1 and 120 and char_length(picture_alt_en) between 1 and 240)
  )
);
comment on table public.rewards is 'What coins can be spent on.';
comment on column public.rewards.price is 'Coins for one.';
comment on column public.rewards.stock is 'How many are left.';
comment on column public.rewards.stocked is
  'How many there have been in all; what is not left has been redeemed. Editors change this and never what is left, so that a sale in the same moment is not lost.';
comment on column public.rewards.quota_per_resident is 'How many a resident may redeem, those cancelled or refunded not counted; empty: no limit.';
comment on column public.rewards.quota_per_household is 'How many a household may redeem together; who lives in none is one alone; empty: no limit.';
comment on column public.rewards.valid_from is 'The first day in Asia/Shanghai it can be redeemed; empty: since ever.';
comment on column public.rewards.valid_until is 'The last day in Asia/Shanghai it can be redeemed; empty: until further notice.';
comment on column public.rewards.picture is 'Name of its picture in the bucket "reward-pictures": <reward>/<random>.webp; empty: a drawn one.';
create index rewards_by_merchant on public.rewards (merchant_id);

create function private.begin_stock() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.stocked = 0 and new.kind <> 'donation' then
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
  household_id uuid references public.green_cells (id),
  reward_id uuid not null references public.rewards (id),
  merchant_id uuid references public.merchants (id),
  idempotency_key uuid not null,
  price bigint not null,
  transfer_id bigint not null,
  voucher_code text,
  status public.voucher_status not null default 'issued',
  issued_at timestamptz not null default now(),
  expires_at timestamptz,
  used_at timestamptz,
  settled_at timestamptz,
  reminded_at timestamptz,
  take_key uuid,
  primary key (resident_id, id),
  constraint redemption_is_made_once unique (resident_id, idempotency_key),
  constraint redemption_names_its_transfer
    foreign key (resident_id, transfer_id) references ledger.transfers (resident_id, id),
  constraint only_gifts_have_no_voucher check (
    (voucher_code is null) = (merchant_id is null) and (expires_at is null) = (voucher_code is null)
  ),
  constraint gifts_are_given_at_once check (voucher_code is not null or status = 'used'),
  constraint used_vouchers_say_when check ((status = 'used') = (used_at is not null)),
  constraint settled_vouchers_say_when check (
    (status in ('cancelled', 'expired', 'refunded')) = (settled_at is not null)
  )
);
comment on table public.redemptions is
  'Coins spent on a reward, and the voucher for it; a gift to the fund has none. Keyed by resident, so that it can be distributed; no key to the account, because the books stay when a resident leaves.';
comment on column public.redemptions.household_id is 'The household the resident lived in then: it counts there, also after they have left.';
comment on column public.redemptions.transfer_id is 'The transfer that paid for it, which a refund corrects.';
comment on column public.redemptions.voucher_code is 'Eleven random characters and a check character of an alphabet of 31; see private.code_check_character.';
comment on column public.redemptions.settled_at is 'When it was cancelled, expired or refunded.';
comment on column public.redemptions.reminded_at is 'When the resident was told that it expires soon.';
comment on column public.redemptions.take_key is 'The key of the merchant''s taking, so that the same taking sent twice is one.';
create unique index voucher_codes_are_unique on public.redemptions (voucher_code);
create index redemptions_by_id on public.redemptions (id);
create index redemptions_by_reward on public.redemptions (reward_id, resident_id);
create index redemptions_by_household on public.redemptions (household_id, reward_id) where household_id is not null;
create index redemptions_taken on public.redemptions (merchant_id, used_at) where status = 'used';
create index redemptions_open on public.redemptions (expires_at) where status = 'issued';
create index redemptions_open_by_merchant on public.redemptions (merchant_id) where status = 'issued';

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

create function private.why_not_now(
  p_kind public.reward_kind, p_stock integer, p_valid_from date, p_valid_until date, p_merchant_closed_at timestamptz
) returns text
language sql stable
set search_path = ''
as $$
  select case
    when p_valid_until < private.shanghai_day() then 'over'
    when p_merchant_closed_at is not null then 'merchant_closed'
    when p_valid_from > private.shanghai_day() then 'not_yet'
    when p_kind <> 'donation' and p_stock = 0 then 'out_of_stock'
  end
$$;
comment on function private.why_not_now is
  'Why nobody can redeem a reward today: over, merchant_closed, not_yet or out_of_stock; null when it can be. Called by: reward_offers, get_my_offers and redeem_reward.';
revoke execute on function private.why_not_now from public, anon, authenticated;
grant execute on function private.why_not_now to anon, authenticated;

create function private.redeemed_by(p_reward_id uuid, p_resident_id uuid) returns integer
language sql stable
set search_path = ''
as $$
  select count(*)::integer from public.redemptions
  where reward_id = p_reward_id and resident_id = p_resident_id and status not in ('cancelled', 'refunded')
$$;
comment on function private.redeemed_by is
  'How many of a reward a resident has redeemed, without those cancelled or refunded. Called by: get_my_offers and refuse_over_quota.';
revoke execute on function private.redeemed_by from public, anon, authenticated;

create function private.redeemed_together(p_reward_id uuid, p_resident_id uuid, p_household_id uuid) returns integer
language sql stable
set search_path = ''
as $$
  -- What was redeemed in this household, whoever has left since, and what those who live here now redeemed before;
  -- and what was redeemed in one the resident left lately, until they left.
  select count(*)::integer from (
    select r.resident_id, r.id from public.redemptions r
    where r.reward_id = p_reward_id and r.status not in ('cancelled', 'refunded') and r.household_id = p_household_id
    union
    select r.resident_id, r.id from private.left_cells l join public.redemptions r on r.household_id = l.cell_id
    where l.resident_id = p_resident_id and r.issued_at <= l.left_at
      and r.reward_id = p_reward_id and r.status not in ('cancelled', 'refunded')
    union
    select r.resident_id, r.id from public.redemptions r
    where r.reward_id = p_reward_id and r.status not in ('cancelled', 'refunded') and r.resident_id in (
      select p_resident_id
      union all select m.resident_id from private.cell_members m where m.cell_id = p_household_id
    )
  ) as counted
$$;
comment on function private.redeemed_together is
  'How many of a reward a household has redeemed; without a household, the resident alone. Neither joining nor leaving makes it fewer. Called by: get_my_offers and refuse_over_quota.';
revoke execute on function private.redeemed_together from public, anon, authenticated;

create function private.refuse_over_quota(p_reward public.rewards, p_resident_id uuid, p_household_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  if private.redeemed_by(p_reward.id, p_resident_id) >= p_reward.quota_per_resident then
    perform private.refuse('quota', 409, 'Nobody redeems more of this.',
      jsonb_build_object('quota', p_reward.quota_per_resident));
  elsif p_reward.quota_per_household is not null
    and private.redeemed_together(p_reward.id, p_resident_id, p_household_id) >= p_reward.quota_per_household
  then
    perform private.refuse('household_quota', 409, 'No household redeems more of this.',
      jsonb_build_object('quota', p_reward.quota_per_household));
  end if;
end
$$;
comment on function private.refuse_over_quota is
  'Refuses one more than the quotas allow (quota, household_quota; detail: quota). The caller holds the locks of the household and the wallet. Called by: redeem_reward.';
revoke execute on function private.refuse_over_quota from public, anon, authenticated;

create function private.open_reward(p_id uuid) returns public.rewards
language plpgsql stable
set search_path = ''
as $$
declare
  v_reward public.rewards;
  v_closed_at timestamptz;
begin
  select * into v_reward from public.rewards where id = p_id and is_open;
  if not found then
    perform private.refuse('reward_unknown', 404, 'There is no such reward.');
  end if;
  select closed_at into v_closed_at from public.merchants where id = v_reward.merchant_id;
  case private.why_not_now(v_reward.kind, v_reward.stock, v_reward.valid_from, v_reward.valid_until, v_closed_at)
    when 'over' then
      perform private.refuse('over', 409, 'This was on offer until then.',
        jsonb_build_object('last_on', v_reward.valid_until));
    when 'not_yet' then
      perform private.refuse('not_yet', 409, 'This is on offer from then.',
        jsonb_build_object('first_on', v_reward.valid_from));
    when 'merchant_closed' then
      perform private.refuse('merchant_closed', 409, 'The merchant hands out nothing any more.');
    when 'out_of_stock' then
      perform private.refuse('out_of_stock', 409, 'The last one has gone.');
    else null;
  end case;
  return v_reward;
end
$$;
comment on function private.open_reward is
  'A reward that can be redeemed today. Errors: reward_unknown, over (detail: last_on), not_yet (detail: first_on), merchant_closed, out_of_stock. Called by: redeem_reward.';
revoke execute on function private.open_reward from public, anon, authenticated;

create function private.redeem_reward(p_reward_id uuid, p_idempotency_key uuid, p_price bigint)
returns public.redemptions
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_id uuid := gen_random_uuid();
  v_household_id uuid;
  v_reward public.rewards;
  v_transfer ledger.transfers;
  v_redemption public.redemptions;
begin
  if p_idempotency_key is null then
    perform private.refuse('key_missing', 400, 'Every redemption names its key.');
  end if;
  -- A resident redeems one thing at a time, and moves to no other household meanwhile.
  perform private.keep_memberships(v_resident_id);
  select * into v_redemption from public.redemptions
  where resident_id = v_resident_id and idempotency_key = p_idempotency_key;
  if found then
    if v_redemption.reward_id is distinct from p_reward_id then
      perform private.refuse('key_reused', 409, 'This key was used for another reward.');
    end if;
    return v_redemption;
  end if;
  v_reward := private.open_reward(p_reward_id);
  if v_reward.price <> p_price then
    perform private.refuse('price_changed', 409, 'This costs another number of coins than the buyer saw.',
      jsonb_build_object('price', v_reward.price));
  end if;
  v_household_id := private.household_of(v_resident_id);
  if v_reward.quota_per_household is not null then
    -- The quota is one count for the household, so its people redeem this one after the other.
    perform from public.green_cells where id = v_household_id for no key update;
  end if;
  perform private.refuse_over_quota(v_reward, v_resident_id, v_household_id);
  v_transfer := ledger.post_transfer(v_resident_id, 'redeem', 'wallet', 'redemption', v_reward.price,
    'redemption:' || v_id, 'redeem:' || v_id, v_resident_id);
  insert into public.redemptions (id, resident_id, household_id, reward_id, merchant_id, idempotency_key, price,
    transfer_id, voucher_code, status, expires_at, used_at)
  select v_id, v_resident_id, v_household_id, v_reward.id, v_reward.merchant_id, p_idempotency_key, v_reward.price,
    v_transfer.id, case when has_voucher then private.new_code(12) end,
    case when has_voucher then 'issued' else 'used' end::public.voucher_status,
    case when has_voucher then now() + s.voucher_days * interval '1 day' end,
    case when has_voucher then null else now() end
  from private.settings s, (select v_reward.kind <> 'donation' as has_voucher)
  returning * into v_redemption;
  if v_reward.kind <> 'donation' then
    -- The stock is the one row all buyers share, so it is touched last and held shortest.
    update public.rewards set stock = stock - 1 where id = v_reward.id and stock > 0;
    if not found then
      perform private.refuse('out_of_stock', 409, 'The last one has just gone.');
    end if;
  end if;
  return v_redemption;
end
$$;
comment on function private.redeem_reward is
  'Body of public.redeem_reward. Definer, because nobody may write coins, stock or vouchers directly.';
revoke execute on function private.redeem_reward from public, anon, authenticated;
grant execute on function private.redeem_reward to authenticated;

create function public.redeem_reward(p_reward_id uuid, p_idempotency_key uuid, p_price bigint default null)
returns public.redemptions
language sql
set search_path = ''
as $$ select private.redeem_reward(p_reward_id, p_idempotency_key, p_price) $$;
comment on function public.redeem_reward is
  'Pays for a reward, takes it from stock and gives its voucher, all or nothing; a gift to the fund is given at once and has neither stock nor voucher. The same key gives the same voucher. p_price: the price the buyer saw; left out, any. Errors: sign_in_first, key_missing, key_reused, reward_unknown, price_changed (detail: price), over (detail: last_on), not_yet (detail: first_on), merchant_closed, quota and household_quota (detail: quota), not_enough_coins (detail: needed, balance), out_of_stock. Called by: residents.';
revoke execute on function public.redeem_reward from public, anon, authenticated;
grant execute on function public.redeem_reward to authenticated;

create view public.reward_offers with (security_invoker = on) as
  select r.id, r.kind, r.name_zh, r.name_en, r.detail_zh, r.detail_en, r.price,
    case when r.kind <> 'donation' then r.stock end as stock, r.quota_per_resident, r.quota_per_household,
    r.valid_from, r.valid_until, r.picture, r.picture_alt_zh, r.picture_alt_en, r.is_demo, r.merchant_id,
    m.name_zh as merchant_zh, m.name_en as merchant_en, m.town_code, m.address_zh, m.address_en,
    m.accessibility_zh, m.accessibility_en, m.step_free,
    private.why_not_now(r.kind, r.stock, r.valid_from, r.valid_until, m.closed_at) as why_not
  from public.rewards r left join public.merchants m on m.id = r.merchant_id
  where r.is_open;
comment on view public.reward_offers is
  'The rewards on offer with their place, and why nobody can redeem one today (over, merchant_closed, not_yet, out_of_stock; null when it can be). Called by: everyone.';

create function private.get_my_offers() returns table (
  reward_id uuid, why_not text, missing bigint, quota integer, redeemed integer
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_household_id uuid := private.household_of(v_resident_id);
  v_balance bigint;
begin
  select balance into v_balance from public.my_wallet;
  return query
    select r.id,
      coalesce(private.why_not_now(r.kind, r.stock, r.valid_from, r.valid_until, m.closed_at), case
        when mine.count >= r.quota_per_resident then 'quota'
        when ours.count >= r.quota_per_household then 'household_quota'
        when v_balance < r.price then 'not_enough_coins'
      end),
      greatest(r.price - v_balance, 0),
      -- The quota that is nearer to its edge, and how much of it is used up.
      case when ours.is_tighter then r.quota_per_household else r.quota_per_resident end,
      case when ours.is_tighter then ours.count else mine.count end
    from public.rewards r
    left join public.merchants m on m.id = r.merchant_id
    cross join lateral (select case
      when r.quota_per_resident is not null or r.quota_per_household is not null
      then private.redeemed_by(r.id, v_resident_id) end as count) mine
    cross join lateral (select case
      when r.quota_per_household is not null
      then private.redeemed_together(r.id, v_resident_id, v_household_id) end as count) counted
    cross join lateral (select counted.count,
      coalesce(r.quota_per_household - counted.count < coalesce(r.quota_per_resident - mine.count, 1000000), false)
        as is_tighter) ours
    where r.is_open;
end
$$;
comment on function private.get_my_offers is
  'Body of public.get_my_offers. Definer, because it counts what the caller''s household redeemed.';
revoke execute on function private.get_my_offers from public, anon, authenticated;
grant execute on function private.get_my_offers to authenticated;

create function public.get_my_offers() returns table (
  reward_id uuid, why_not text, missing bigint, quota integer, redeemed integer
)
language sql
set search_path = ''
as $$ select * from private.get_my_offers() $$;
comment on function public.get_my_offers is
  'For each reward on offer why the caller cannot redeem it now: over, merchant_closed, not_yet, out_of_stock, quota, household_quota or not_enough_coins; null when they can. With the coins that are missing, and the quota nearest to its edge with how many of it are used up (null without one). Errors: sign_in_first. Called by: residents.';
revoke execute on function public.get_my_offers from public, anon, authenticated;
grant execute on function public.get_my_offers to authenticated;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('reward-pictures', 'reward-pictures', true, 2097152, array['image/webp', 'image/jpeg'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;
create policy "editors add pictures of rewards" on storage.objects
  for insert to authenticated
  with check (
    bucket_id = 'reward-pictures' and (select private.has_role('editor'))
    and name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(webp|jpg)$'
  );

alter table public.merchants enable row level security;
create policy "everyone reads merchants" on public.merchants
  for select to anon, authenticated using (true);
grant select (id, name_zh, name_en, town_code, address_zh, address_en, accessibility_zh, accessibility_en,
  step_free, closed_at, is_demo, version, changed_at)
  on public.merchants to anon, authenticated;

alter table public.rewards enable row level security;
create policy "visitors read open rewards" on public.rewards
  for select to anon using (is_open);
create policy "residents read open rewards, editors and administrators all" on public.rewards
  for select to authenticated
  using (is_open or (select private.has_role('editor')) or (select private.has_role('administrator')));
grant select (id, kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, stocked,
  quota_per_resident, quota_per_household, valid_from, valid_until, picture, picture_alt_zh, picture_alt_en,
  is_open, is_demo, version, changed_at) on public.rewards to anon, authenticated;

alter table public.redemptions enable row level security;
create policy "residents read their own redemptions" on public.redemptions
  for select to authenticated using (resident_id = (select auth.uid()));
grant select (id, resident_id, reward_id, merchant_id, price, transfer_id, voucher_code, status, issued_at,
  expires_at, used_at, settled_at)
  on public.redemptions to authenticated;
grant select on public.reward_offers to anon, authenticated;
