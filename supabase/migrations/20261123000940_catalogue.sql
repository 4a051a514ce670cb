-- How editors keep the catalogue: rewards and merchants, saved by version.

create function private.save_merchant(p_id uuid, p_version integer, p_content jsonb) returns public.merchants
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.merchants;
  v_old public.merchants;
  v_new public.merchants;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every merchant names its id and version.');
  end if;
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_wish.address_zh := private.read_text(p_content, 'address_zh', 120);
  v_wish.address_en := private.read_text(p_content, 'address_en', 240);
  v_wish.accessibility_zh := private.read_text(p_content, 'accessibility_zh', 300);
  v_wish.accessibility_en := private.read_text(p_content, 'accessibility_en', 600);
  if coalesce(jsonb_typeof(p_content -> 'step_free'), 'null') not in ('boolean', 'null') then
    perform private.refuse_content('step_free');
  elsif not exists (select from public.towns where code = p_content ->> 'town_code') then
    perform private.refuse_content('town_code');
  end if;
  v_wish.step_free := (p_content ->> 'step_free')::boolean;
  v_wish.town_code := p_content ->> 'town_code';
  perform private.require_role_at('editor', null, v_wish.town_code);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.merchants where id = p_id for update;
  v_wish.closed_at := case when p_content -> 'is_closed' = 'true' then coalesce(v_old.closed_at, now()) end;
  if v_old.id is not null then
    perform private.require_role_at('editor', null, v_old.town_code);
    if (v_old.name_zh, v_old.name_en, v_old.town_code, v_old.address_zh, v_old.address_en, v_old.accessibility_zh,
        v_old.accessibility_en, v_old.step_free, v_old.closed_at)
      is not distinct from (v_wish.name_zh, v_wish.name_en, v_wish.town_code, v_wish.address_zh, v_wish.address_en,
        v_wish.accessibility_zh, v_wish.accessibility_en, v_wish.step_free, v_wish.closed_at)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.merchants set
      name_zh = v_wish.name_zh, name_en = v_wish.name_en, town_code = v_wish.town_code,
      address_zh = v_wish.address_zh, address_en = v_wish.address_en,
      accessibility_zh = v_wish.accessibility_zh, accessibility_en = v_wish.accessibility_en,
      step_free = v_wish.step_free, closed_at = v_wish.closed_at
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
    end if;
    insert into public.merchants (id, name_zh, name_en, town_code, address_zh, address_en, accessibility_zh,
      accessibility_en, step_free, closed_at, changed_by)
    values (p_id, v_wish.name_zh, v_wish.name_en, v_wish.town_code, v_wish.address_zh, v_wish.address_en,
      v_wish.accessibility_zh, v_wish.accessibility_en, v_wish.step_free, v_wish.closed_at, auth.uid())
    returning * into v_new;
  end if;
  perform private.record_audit('save_merchant', 'merchant', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' end, to_jsonb(v_new) - 'changed_by');
  return v_new;
end
$$;
comment on function private.save_merchant is
  'Body of public.save_merchant. Definer, because nobody may write merchants directly.';
revoke execute on function private.save_merchant from public, anon, authenticated;
grant execute on function private.save_merchant to authenticated;

create function public.save_merchant(p_id uuid, p_version integer, p_content jsonb) returns public.merchants
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_merchant(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_merchant is
  'Saves {name_zh, name_en, town_code, address_zh, address_en, accessibility_zh, accessibility_en, step_free: true, false or null, is_closed} of a merchant, whose open vouchers are refunded once it is closed, on top of a version; version 0 makes a new merchant with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), merchant_unknown, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_merchant from public, anon, authenticated;
grant execute on function public.save_merchant to authenticated;

create function private.read_reward(p_id uuid, p_content jsonb) returns public.rewards
language plpgsql stable
set search_path = ''
as $$
declare
  v_wish public.rewards;
begin
  v_wish.kind := private.read_choice(p_content, 'kind', array['goods', 'service', 'donation'], 'goods');
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_wish.detail_zh := private.read_text(p_content, 'detail_zh', 300);
  v_wish.detail_en := private.read_text(p_content, 'detail_en', 600);
  v_wish.price := private.read_number(p_content, 'price', 1, 100000);
  v_wish.stocked := private.read_number(p_content, 'stocked', 0, 1000000);
  v_wish.quota_per_resident := private.read_number(p_content, 'quota_per_resident', 1, 1000);
  v_wish.quota_per_household := private.read_number(p_content, 'quota_per_household', 1, 1000);
  v_wish.valid_from := private.read_day(p_content, 'valid_from');
  v_wish.valid_until := private.read_day(p_content, 'valid_until');
  v_wish.picture := nullif(private.read_text(p_content, 'picture', 100), '');
  v_wish.picture_alt_zh := private.read_text(p_content, 'picture_alt_zh', 120, v_wish.picture is not null);
  v_wish.picture_alt_en := private.read_text(p_content, 'picture_alt_en', 240, v_wish.picture is not null);
  v_wish.is_open := coalesce((p_content -> 'is_open') = 'true', false);
  if v_wish.price is null then
    perform private.refuse_content('price');
  elsif v_wish.kind = 'donation' then
    -- The fund takes what it is given: nothing runs out, and nobody hands anything over.
    v_wish.stocked := 0;
  elsif v_wish.stocked is null then
    perform private.refuse_content('stocked');
  elsif v_wish.price * v_wish.stocked > 1000000000 then
    -- More coins than the city could ever issue in a year.
    perform private.refuse_content('stocked', (1000000000 / v_wish.price)::integer);
  else
    select id into v_wish.merchant_id from public.merchants where id::text = p_content ->> 'merchant_id';
    if not found then
      perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
    end if;
  end if;
  if v_wish.valid_until < v_wish.valid_from then
    perform private.refuse_content('valid_until');
  elsif v_wish.picture is not null and not (starts_with(v_wish.picture, p_id || '/') and exists (
    select from storage.objects where bucket_id = 'reward-pictures' and name = v_wish.picture
  )) then
    perform private.refuse_content('picture');
  end if;
  return v_wish;
end
$$;
comment on function private.read_reward is
  'A reward as its form says it. Errors: content_invalid (detail: field), merchant_unknown. Called by: save_reward.';
revoke execute on function private.read_reward from public, anon, authenticated;

create function private.save_reward(p_id uuid, p_version integer, p_content jsonb) returns public.rewards
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.rewards;
  v_old public.rewards;
  v_new public.rewards;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every reward names its id and version.');
  end if;
  v_wish := private.read_reward(p_id, p_content);
  -- A gift to the fund is at no merchant and in no town: for editors of the whole city.
  perform private.require_role_at('editor', null,
    (select town_code from public.merchants where id = v_wish.merchant_id));
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.rewards where id = p_id for update;
  if found then
    perform private.require_role_at('editor', null,
      (select town_code from public.merchants where id = v_old.merchant_id));
    if (v_old.kind = 'donation') <> (v_wish.kind = 'donation') then
      perform private.refuse_content('kind');
    elsif (v_old.kind, v_old.merchant_id, v_old.name_zh, v_old.name_en, v_old.detail_zh, v_old.detail_en, v_old.price,
        v_old.stocked, v_old.quota_per_resident, v_old.quota_per_household, v_old.valid_from, v_old.valid_until,
        v_old.picture, v_old.picture_alt_zh, v_old.picture_alt_en, v_old.is_open)
      is not distinct from (v_wish.kind, v_wish.merchant_id, v_wish.name_zh, v_wish.name_en, v_wish.detail_zh,
        v_wish.detail_en, v_wish.price, v_wish.stocked, v_wish.quota_per_resident, v_wish.quota_per_household,
        v_wish.valid_from, v_wish.valid_until, v_wish.picture, v_wish.picture_alt_zh, v_wish.picture_alt_en,
        v_wish.is_open)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    if v_wish.stocked < v_old.stocked - v_old.stock then
      perform private.refuse('stocked_below_redeemed', 409, 'More than that have been redeemed.',
        jsonb_build_object('redeemed', v_old.stocked - v_old.stock));
    end if;
    v_wish.stock := v_old.stock + v_wish.stocked - v_old.stocked;
    perform private.refuse_uncovered(private.coins_on_offer(v_wish) - private.coins_on_offer(v_old));
    update public.rewards set
      kind = v_wish.kind, merchant_id = v_wish.merchant_id, name_zh = v_wish.name_zh, name_en = v_wish.name_en,
      detail_zh = v_wish.detail_zh, detail_en = v_wish.detail_en, price = v_wish.price,
      stock = stock + v_wish.stocked - stocked, stocked = v_wish.stocked,
      quota_per_resident = v_wish.quota_per_resident, quota_per_household = v_wish.quota_per_household,
      valid_from = v_wish.valid_from, valid_until = v_wish.valid_until, picture = v_wish.picture,
      picture_alt_zh = v_wish.picture_alt_zh, picture_alt_en = v_wish.picture_alt_en, is_open = v_wish.is_open
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('reward_unknown', 404, 'There is no such reward.');
    end if;
    v_wish.stock := v_wish.stocked;
    perform private.refuse_uncovered(private.coins_on_offer(v_wish));
    insert into public.rewards (id, kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, stocked,
      quota_per_resident, quota_per_household, valid_from, valid_until, picture, picture_alt_zh, picture_alt_en,
      is_open, changed_by)
    values (p_id, v_wish.kind, v_wish.merchant_id, v_wish.name_zh, v_wish.name_en, v_wish.detail_zh,
      v_wish.detail_en, v_wish.price, v_wish.stocked, v_wish.stocked, v_wish.quota_per_resident,
      v_wish.quota_per_household, v_wish.valid_from, v_wish.valid_until, v_wish.picture, v_wish.picture_alt_zh,
      v_wish.picture_alt_en, v_wish.is_open, auth.uid())
    returning * into v_new;
  end if;
  perform private.record_audit('save_reward', 'reward', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' end, to_jsonb(v_new) - 'changed_by');
  return v_new;
end
$$;
comment on function private.save_reward is
  'Body of public.save_reward. Definer, because nobody may write rewards directly.';
revoke execute on function private.save_reward from public, anon, authenticated;
grant execute on function private.save_reward to authenticated;

create function public.save_reward(p_id uuid, p_version integer, p_content jsonb) returns public.rewards
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_reward(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_reward is
  'Saves {kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stocked, quota_per_resident, quota_per_household, valid_from, valid_until, picture, picture_alt_zh, picture_alt_en, is_open} on top of a version; a donation has neither merchant nor stock, and stays one; version 0 makes a new reward with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), merchant_unknown, reward_unknown, stocked_below_redeemed (detail: redeemed), fund_too_low (detail: needed_fen, available_fen; only for what adds to what is on offer), newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_reward from public, anon, authenticated;
grant execute on function public.save_reward to authenticated;

-- What is shown of the fund to everyone is kept in memory by the site until one of these changes.
create constraint trigger pledges_raise_the_site_revision
  after insert or update on public.fund_pledges deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger payments_raise_the_site_revision
  after insert on private.fund_payments deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger releases_raise_the_site_revision
  after update on public.satisfaction_snapshots deferrable initially deferred
  for each row execute function private.raise_site_revision();
create constraint trigger terms_of_the_fund_raise_the_site_revision
  after update of fen_per_coin on private.settings deferrable initially deferred
  for each row execute function private.raise_site_revision();
