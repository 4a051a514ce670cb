-- How editors keep the catalogue: rewards and merchants, saved by version.

create function private.save_merchant(p_id uuid, p_version integer, p_content jsonb) returns public.merchants
language plpgsql security definer
set search_path = ''
as $$
declare
  v_town_code text := p_content ->> 'town_code';
  v_name_zh text;
  v_name_en text;
  v_old public.merchants;
  v_new public.merchants;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every merchant names its id and version.');
  end if;
  v_name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_name_en := private.read_text(p_content, 'name_en', 120, true);
  if not exists (select from public.towns where code = v_town_code) then
    perform private.refuse_content('town_code');
  end if;
  perform private.require_role_at('editor', null, v_town_code);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.merchants where id = p_id for update;
  if found then
    perform private.require_role_at('editor', null, v_old.town_code);
    if (v_old.name_zh, v_old.name_en, v_old.town_code) = (v_name_zh, v_name_en, v_town_code) then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.merchants set name_zh = v_name_zh, name_en = v_name_en, town_code = v_town_code
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
    end if;
    insert into public.merchants (id, name_zh, name_en, town_code, changed_by)
    values (p_id, v_name_zh, v_name_en, v_town_code, auth.uid()) returning * into v_new;
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
  'Saves {name_zh, name_en, town_code} on top of a version; version 0 makes a new merchant with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), merchant_unknown, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_merchant from public, anon, authenticated;
grant execute on function public.save_merchant to authenticated;

create function private.save_reward(p_id uuid, p_version integer, p_content jsonb) returns public.rewards
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.rewards;
  v_old public.rewards;
  v_new public.rewards;
  v_town_code text;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every reward names its id and version.');
  end if;
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_wish.detail_zh := private.read_text(p_content, 'detail_zh', 300);
  v_wish.detail_en := private.read_text(p_content, 'detail_en', 600);
  v_wish.price := private.read_number(p_content, 'price', 1, 100000);
  v_wish.stocked := private.read_number(p_content, 'stocked', 0, 1000000);
  if v_wish.price is null or v_wish.stocked is null then
    perform private.refuse_content(case when v_wish.price is null then 'price' else 'stocked' end);
  end if;
  v_wish.is_open := coalesce((p_content -> 'is_open') = 'true', false);
  select id, town_code into v_wish.merchant_id, v_town_code
  from public.merchants where id::text = p_content ->> 'merchant_id';
  if not found then
    perform private.refuse('merchant_unknown', 404, 'There is no such merchant.');
  end if;
  perform private.require_role_at('editor', null, v_town_code);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.rewards where id = p_id for update;
  if found then
    perform private.require_role_at('editor', null,
      (select town_code from public.merchants where id = v_old.merchant_id));
    if (v_old.merchant_id, v_old.name_zh, v_old.name_en, v_old.detail_zh, v_old.detail_en, v_old.price,
        v_old.stocked, v_old.is_open)
      = (v_wish.merchant_id, v_wish.name_zh, v_wish.name_en, v_wish.detail_zh, v_wish.detail_en,
        v_wish.price, v_wish.stocked, v_wish.is_open)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    if v_wish.stocked < v_old.stocked - v_old.stock then
      perform private.refuse('stocked_below_redeemed', 409, 'More than that have been redeemed.',
        jsonb_build_object('redeemed', v_old.stocked - v_old.stock));
    end if;
    update public.rewards set
      merchant_id = v_wish.merchant_id, name_zh = v_wish.name_zh, name_en = v_wish.name_en,
      detail_zh = v_wish.detail_zh, detail_en = v_wish.detail_en, price = v_wish.price,
      stock = stock + v_wish.stocked - stocked, stocked = v_wish.stocked, is_open = v_wish.is_open
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('reward_unknown', 404, 'There is no such reward.');
    end if;
    insert into public.rewards (id, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock,
      stocked, is_open, changed_by)
    values (p_id, v_wish.merchant_id, v_wish.name_zh, v_wish.name_en, v_wish.detail_zh, v_wish.detail_en,
      v_wish.price, v_wish.stocked, v_wish.stocked, v_wish.is_open, auth.uid())
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
  'Saves {merchant_id, name_zh, name_en, detail_zh, detail_en, price, stocked, is_open} on top of a version; version 0 makes a new reward with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), merchant_unknown, reward_unknown, stocked_below_redeemed (detail: redeemed), newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_reward from public, anon, authenticated;
grant execute on function public.save_reward to authenticated;
