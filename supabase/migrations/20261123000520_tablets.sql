-- Shared tablets (共用平板): a device at the counter that takes vouchers without an account, by PIN.

create table private.tablets (
  id uuid primary key,
  merchant_id uuid not null references public.merchants (id) on delete cascade,
  name text not null,
  key_hash bytea not null,
  salt bytea not null,
  pin_hash bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  wrong_tries smallint not null default 0,
  locked_until timestamptz,
  revoked_at timestamptz,
  constraint device_keys_are_unique unique (key_hash),
  constraint tablet_name_is_short check (char_length(name) between 1 and 40),
  constraint tries_are_counted_to_twenty check (wrong_tries between 0 and 20)
);
comment on table private.tablets is
  'Devices that take vouchers for a merchant without an account. Neither the key of the device nor the PIN is stored.';
comment on column private.tablets.key_hash is 'SHA-256 of the device key, which has 122 random bits and is known to the device alone.';
comment on column private.tablets.pin_hash is
  'See private.tablet_pin_hash: the device key goes into it, so that nobody who reads this table can try all PINs.';
comment on column private.tablets.used_at is 'When the right PIN was last given; empty until then.';
comment on column private.tablets.wrong_tries is 'Wrong PINs since the last right one. Every fifth locks the tablet, the twentieth ends it.';
create index tablets_by_merchant on private.tablets (merchant_id);

create function private.tablet_pin_hash(p_salt bytea, p_device_key text, p_pin text) returns bytea
language sql immutable
set search_path = ''
as $$
  select sha256(p_salt || sha256(p_salt || convert_to(p_device_key || ':' || coalesce(p_pin, ''), 'UTF8')))
$$;
comment on function private.tablet_pin_hash is
  'What is stored of a PIN, salted, with the device key that is stored nowhere. Called by: create_tablet and open_tablet.';
revoke execute on function private.tablet_pin_hash from public, anon, authenticated;

create function private.create_tablet(p_id uuid, p_name text, p_pin text) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
  v_name text := trim(coalesce(p_name, ''));
  v_key text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
  v_salt bytea := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
  v_tablet private.tablets;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every tablet names its id.');
  elsif char_length(v_name) not between 1 and 40 or v_name ~ '[[:cntrl:]]' then
    perform private.refuse('tablet_name_invalid', 400, 'A tablet has a name of at most 40 characters.');
  elsif coalesce(p_pin !~ '^[0-9]{4,8}$', true) then
    perform private.refuse('pin_invalid', 400, 'A PIN has four to eight digits.');
  elsif p_pin ~ '^(\d)\1+$' or '01234567890' like '%' || p_pin || '%' or '09876543210' like '%' || p_pin || '%' then
    perform private.refuse('pin_too_simple', 400, 'Not a run of digits and not all the same.');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('tablets of ' || v_merchant_id, 0));
  select * into v_tablet from private.tablets where id = p_id for update;
  if found then
    if v_tablet.merchant_id <> v_merchant_id or v_tablet.used_at is not null or v_tablet.revoked_at is not null then
      perform private.refuse('tablet_exists', 409, 'This tablet has been set up.');
    end if;
  elsif (select count(*) from private.tablets where merchant_id = v_merchant_id and revoked_at is null) >= 20 then
    perform private.refuse('too_many_tablets', 409, 'A merchant has at most twenty tablets.', '{"limit": 20}');
  end if;
  -- Nobody has used it yet: the answer with its key may have been lost, so another key takes its place.
  insert into private.tablets (id, merchant_id, name, key_hash, salt, pin_hash)
  values (p_id, v_merchant_id, v_name, sha256(convert_to(v_key, 'UTF8')), v_salt,
    private.tablet_pin_hash(v_salt, v_key, p_pin))
  on conflict (id) do update set name = excluded.name, key_hash = excluded.key_hash, salt = excluded.salt,
    pin_hash = excluded.pin_hash, wrong_tries = 0, locked_until = null;
  if v_tablet.id is null then
    perform private.record_audit('create_tablet', 'tablet', p_id::text,
      jsonb_build_object('merchant_id', v_merchant_id, 'name', v_name));
  end if;
  return v_key;
end
$$;
comment on function private.create_tablet is
  'Body of public.create_tablet. Definer, because nobody reads or writes tablets directly.';
revoke execute on function private.create_tablet from public, anon, authenticated;
grant execute on function private.create_tablet to authenticated;

create function public.create_tablet(p_id uuid, p_name text, p_pin text) returns text
language sql
set search_path = ''
as $$ select private.create_tablet(p_id, p_name, p_pin) $$;
comment on function public.create_tablet is
  'Sets a tablet up for the caller''s shop and gives its device key, which is shown this once. Until its PIN has been used the same id sets it up anew, with another key. Errors: not_found, key_missing, tablet_name_invalid, pin_invalid, pin_too_simple, tablet_exists, too_many_tablets (detail: limit). Called by: merchants.';
revoke execute on function public.create_tablet from public, anon, authenticated;
grant execute on function public.create_tablet to authenticated;

create function private.list_tablets() returns table (
  id uuid, name text, created_at timestamptz, used_at timestamptz, locked_until timestamptz,
  revoked_at timestamptz, was_guessed boolean
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
begin
  return query
    select t.id, t.name, t.created_at, t.used_at,
      case when t.locked_until > now() then t.locked_until end, t.revoked_at, t.wrong_tries = 20
    from private.tablets t
    where t.merchant_id = v_merchant_id
      and (t.revoked_at is null or t.revoked_at > now() - interval '30 days')
    order by t.created_at desc, t.id;
end
$$;
comment on function private.list_tablets is
  'Body of public.list_tablets. Definer, because nobody reads tablets directly.';
revoke execute on function private.list_tablets from public, anon, authenticated;
grant execute on function private.list_tablets to authenticated;

create function public.list_tablets() returns table (
  id uuid, name text, created_at timestamptz, used_at timestamptz, locked_until timestamptz,
  revoked_at timestamptz, was_guessed boolean
)
language sql stable
set search_path = ''
as $$ select * from private.list_tablets() $$;
comment on function public.list_tablets is
  'The tablets of the caller''s shop, newest first, those revoked within thirty days among them; was_guessed: ended by twenty wrong PINs. Errors: not_found. Called by: merchants.';
revoke execute on function public.list_tablets from public, anon, authenticated;
grant execute on function public.list_tablets to authenticated;

create function private.revoke_tablet(p_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_merchant_id uuid := private.require_merchant();
  v_tablet private.tablets;
begin
  select * into v_tablet from private.tablets where id = p_id and merchant_id = v_merchant_id for update;
  if not found then
    perform private.refuse('tablet_unknown', 404, 'There is no such tablet.');
  elsif v_tablet.revoked_at is null then
    update private.tablets set revoked_at = now() where id = p_id;
    perform private.record_audit('revoke_tablet', 'tablet', p_id::text,
      jsonb_build_object('merchant_id', v_merchant_id, 'name', v_tablet.name));
  end if;
end
$$;
comment on function private.revoke_tablet is
  'Body of public.revoke_tablet. Definer, because nobody writes tablets directly.';
revoke execute on function private.revoke_tablet from public, anon, authenticated;
grant execute on function private.revoke_tablet to authenticated;

create function public.revoke_tablet(p_id uuid) returns void
language sql
set search_path = ''
as $$ select private.revoke_tablet(p_id) $$;
comment on function public.revoke_tablet is
  'Ends a tablet of the caller''s shop at once and for good; twice is the same as once. Errors: not_found, tablet_unknown. Called by: merchants.';
revoke execute on function public.revoke_tablet from public, anon, authenticated;
grant execute on function public.revoke_tablet to authenticated;

create function private.open_tablet(p_device_key text, p_pin text) returns table (
  merchant_id uuid, problem text, next_at timestamptz, tries_left integer
)
language plpgsql
set search_path = ''
as $$
declare
  v_tablet private.tablets;
  v_wrong integer;
begin
  perform private.keep_residents();
  -- One try at a time on a tablet: simultaneous guesses are counted one after the other.
  select * into v_tablet from private.tablets t
  where t.key_hash = sha256(convert_to(coalesce(p_device_key, ''), 'UTF8')) and t.revoked_at is null for update;
  if not found then
    perform private.refuse('tablet_unknown', 404, 'There is no such tablet.');
  elsif v_tablet.locked_until > clock_timestamp() then
    return query select null::uuid, 'tablet_locked', v_tablet.locked_until, 0;
  elsif v_tablet.pin_hash = private.tablet_pin_hash(v_tablet.salt, p_device_key, p_pin) then
    update private.tablets t set wrong_tries = 0, locked_until = null, used_at = now() where t.id = v_tablet.id;
    return query select v_tablet.merchant_id, null::text, null::timestamptz, null::integer;
  else
    v_wrong := v_tablet.wrong_tries + 1;
    -- An answer and no refusal, which would take the count back with it.
    update private.tablets t set
      wrong_tries = v_wrong,
      locked_until = case when v_wrong % 5 = 0 then clock_timestamp() + interval '15 minutes' end,
      revoked_at = case when v_wrong = 20 then now() end
    where t.id = v_tablet.id returning * into v_tablet;
    return query select null::uuid,
      case when v_wrong = 20 then 'tablet_ended' when v_wrong % 5 = 0 then 'tablet_locked' else 'pin_wrong' end,
      v_tablet.locked_until, 4 - (v_wrong - 1) % 5;
  end if;
end
$$;
comment on function private.open_tablet is
  'Whose tablet this is, if the PIN is right; otherwise what is the matter: pin_wrong (with tries_left), tablet_locked (until next_at) or tablet_ended. Locks the tablet until the transaction ends. Errors: tablet_unknown, for a key there never was and for one that was revoked. Called by: take_voucher_on_tablet and list_taken_on_tablet.';
revoke execute on function private.open_tablet from public, anon, authenticated;

create function private.take_voucher_on_tablet(
  p_device_key text, p_pin text, p_voucher_code text, p_take_key uuid
) returns table (
  problem text, next_at timestamptz, tries_left integer,
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_opened record;
begin
  select * into v_opened from private.open_tablet(p_device_key, p_pin);
  if v_opened.problem is not null then
    return query select v_opened.problem, v_opened.next_at, v_opened.tries_left, null::text, null::text, null::timestamptz;
  else
    return query
      select null::text, null::timestamptz, null::integer, t.*
      from private.take_voucher_at(v_opened.merchant_id, p_voucher_code, p_take_key) as t;
  end if;
end
$$;
comment on function private.take_voucher_on_tablet is
  'Body of public.take_voucher_on_tablet. Definer, because nobody reads tablets or redemptions directly.';
revoke execute on function private.take_voucher_on_tablet from public, anon, authenticated;
grant execute on function private.take_voucher_on_tablet to anon, authenticated;

create function public.take_voucher_on_tablet(
  p_device_key text, p_pin text, p_voucher_code text, p_take_key uuid
) returns table (
  problem text, next_at timestamptz, tries_left integer,
  reward_name_zh text, reward_name_en text, used_at timestamptz
)
language sql
set search_path = ''
as $$ select * from private.take_voucher_on_tablet(p_device_key, p_pin, p_voucher_code, p_take_key) $$;
comment on function public.take_voucher_on_tablet is
  'Takes a voucher of the shop that a tablet without an account works for, once; the same take key again gives the same answer. A wrong PIN is an answer with its problem: pin_wrong (tries_left), tablet_locked (until next_at), tablet_ended. Errors: tablet_unknown, key_missing, key_reused, voucher_unknown, voucher_used (detail: used_at), voucher_cancelled, voucher_expired (detail: expires_at), voucher_shop_closed. Called by: everyone.';
revoke execute on function public.take_voucher_on_tablet from public, anon, authenticated;
grant execute on function public.take_voucher_on_tablet to anon, authenticated;

create function private.list_taken_on_tablet(p_device_key text, p_pin text) returns table (
  problem text, next_at timestamptz, tries_left integer,
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_opened record;
begin
  select * into v_opened from private.open_tablet(p_device_key, p_pin);
  if v_opened.problem is not null then
    return query select v_opened.problem, v_opened.next_at, v_opened.tries_left,
      null::text, null::text, null::text, null::bigint, null::timestamptz;
  else
    return query
      select null::text, null::timestamptz, null::integer, t.* from private.taken_today_at(v_opened.merchant_id) as t;
  end if;
end
$$;
comment on function private.list_taken_on_tablet is
  'Body of public.list_taken_on_tablet. Definer, because nobody reads tablets or redemptions directly.';
revoke execute on function private.list_taken_on_tablet from public, anon, authenticated;
grant execute on function private.list_taken_on_tablet to anon, authenticated;

create function public.list_taken_on_tablet(p_device_key text, p_pin text) returns table (
  problem text, next_at timestamptz, tries_left integer,
  voucher_ending text, reward_name_zh text, reward_name_en text, price bigint, used_at timestamptz
)
language sql
set search_path = ''
as $$ select * from private.list_taken_on_tablet(p_device_key, p_pin) $$;
comment on function public.list_taken_on_tablet is
  'Vouchers the shop of a device took today (Asia/Shanghai), newest first, without their residents; or one row with a problem, as take_voucher_on_tablet gives it. Asked first, to see whether a PIN is right. Errors: tablet_unknown. Called by: everyone.';
revoke execute on function public.list_taken_on_tablet from public, anon, authenticated;
grant execute on function public.list_taken_on_tablet to anon, authenticated;

alter table private.tablets enable row level security;
