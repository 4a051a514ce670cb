-- The green-living fund (绿色生活基金): who pledged what, what it has paid, and whether it covers the coins people hold.

alter table private.settings add column fund_warn_percent integer not null default 120
  constraint fund_warns_before_it_is_short check (fund_warn_percent between 100 and 1000);
comment on column private.settings.fund_warn_percent is
  'The console warns when the fund covers less than so many per cent of what it may have to pay. Changed by set_fund_terms.';

create type public.pledge_kind as enum ('city', 'sponsor');
comment on type public.pledge_kind is 'city: from the budget of the city; sponsor: from anybody else.';

create table public.fund_pledges (
  id uuid primary key,
  kind public.pledge_kind not null,
  sponsor_zh text not null,
  sponsor_en text not null,
  fen bigint not null,
  pledged_on date not null,
  withdrawn_at timestamptz,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint sponsor_names_are_short check (
    char_length(sponsor_zh) between 1 and 60 and char_length(sponsor_en) between 1 and 120
  ),
  constraint pledge_is_a_sane_amount check (fen between 1 and 1000000000000)
);
comment on table public.fund_pledges is
  'Money pledged to the green-living fund, by the city or by sponsors; a pledge that was withdrawn stays and counts no more. Written only by save_pledge.';
comment on column public.fund_pledges.fen is 'The amount in fen (1/100 元).';
comment on column public.fund_pledges.pledged_on is 'The day (Asia/Shanghai) of the pledge.';
comment on column public.fund_pledges.withdrawn_at is 'Since when it counts no more; empty: it counts.';
create index pledges_by_day on public.fund_pledges (pledged_on, id);
create trigger pledge_versions_rise before update on public.fund_pledges
  for each row execute function private.raise_version();

-- The figures of a day that is over leave out what was used, settled or given since.
create index redemptions_used on public.redemptions (used_at) include (price)
  where status = 'used' and voucher_code is not null;
create index redemptions_settled on public.redemptions (settled_at) include (price) where settled_at is not null;
create index redemptions_given on public.redemptions (used_at) include (price) where voucher_code is null;

create function private.coins_owed(p_until timestamptz) returns bigint
language sql stable
set search_path = ''
as $$
  -- Months are paid in their order, so what is not paid yet begins after the last that is.
  select coalesce(sum(r.price), 0)::bigint
  from (
    select m.id, (select private.shanghai_midnight((max(p.month) + interval '1 month')::date)
      from private.fund_payments p where p.merchant_id = m.id) as unpaid_since
    from public.merchants m
  ) s join public.redemptions r on r.merchant_id = s.id
  where r.status = 'used' and r.take_key is not null
    and r.used_at >= coalesce(s.unpaid_since, '-infinity') and r.used_at < p_until
$$;
comment on function private.coins_owed is
  'Coins of vouchers that merchants took before a moment and that are not paid for. Called by: fund_figures.';
revoke execute on function private.coins_owed from public, anon, authenticated;

create function private.coins_committed(p_until timestamptz) returns bigint
language sql stable
set search_path = ''
as $$
  select coalesce(sum(price), 0)::bigint from (
    select r.price from public.redemptions r where r.status = 'issued' and r.issued_at < p_until
    union all
    select r.price from public.redemptions r
    where r.status = 'used' and r.voucher_code is not null and r.used_at >= p_until and r.issued_at < p_until
    union all
    select r.price from public.redemptions r
    where r.settled_at is not null and r.settled_at >= p_until and r.issued_at < p_until
  ) as out_then
$$;
comment on function private.coins_committed is
  'Coins of the vouchers that were out at a moment: not taken, given back, refunded or expired before it. Called by: fund_figures.';
revoke execute on function private.coins_committed from public, anon, authenticated;

create function private.coins_on_offer(p_reward public.rewards) returns bigint
language sql stable
set search_path = ''
as $$
  select case
    when p_reward.is_open and p_reward.kind <> 'donation'
      and coalesce(p_reward.valid_until >= private.shanghai_day(), true)
    then p_reward.stock * p_reward.price else 0
  end
$$;
comment on function private.coins_on_offer is
  'What merchants would take in coins if everything left of a reward were redeemed; nothing for gifts to the fund and what is no longer on offer. Called by: fund_figures and refuse_uncovered.';
revoke execute on function private.coins_on_offer from public, anon, authenticated;

create function private.fund_figures(p_is_live boolean) returns table (
  through date, fen_per_coin integer, warn_percent integer, pledged bigint, paid bigint, coins_owed bigint,
  coins_committed bigint, coins_given bigint, coins_held bigint, coins_offered bigint, available bigint, cost bigint,
  cover numeric, has_demo boolean
)
language sql stable
set search_path = ''
as $$
  with last_day as (
    select max(day) as day from ledger.days
  ), moment as (
    select day, case when p_is_live then 'infinity'
      else coalesce(private.shanghai_midnight(day + 1), '-infinity') end as until
    from last_day
  ), sums as (
    select moment.day, s.fen_per_coin, s.fund_warn_percent,
      (select coalesce(sum(p.fen), 0)::bigint from public.fund_pledges p where p.withdrawn_at is null) as pledged,
      (select coalesce(sum(p.fen), 0)::bigint from private.fund_payments p) as paid,
      private.coins_owed(moment.until) as owed,
      private.coins_committed(moment.until) as committed,
      (select coalesce(sum(r.price), 0)::bigint from public.redemptions r
        where r.voucher_code is null and r.used_at < moment.until) as given,
      coalesce(d.held, 0) as held,
      (select coalesce(sum(private.coins_on_offer(w)), 0)::bigint from public.rewards w) as offered,
      coalesce(d.has_demo, false)
        or exists (select from public.fund_pledges p where p.is_demo and p.withdrawn_at is null) as has_demo
    from moment cross join private.settings s left join ledger.days d on d.day = moment.day
  )
  select day, fen_per_coin, fund_warn_percent, pledged, paid, owed, committed, given, held, offered,
    pledged - paid - (owed + committed) * fen_per_coin, held * fen_per_coin,
    round((pledged - paid - (owed + committed) * fen_per_coin)::numeric / nullif(held * fen_per_coin, 0), 4),
    has_demo
  from sums
$$;
comment on function private.fund_figures is
  'The figures of the fund: vouchers as of now, or as of the end of the last closed day; the coins people hold always as of that day, because a sum of this moment would tell of single residents. available, cost and cover are empty while fen_per_coin is. Called by: get_fund, get_fund_outlook and refuse_uncovered.';
revoke execute on function private.fund_figures from public, anon, authenticated;

create function private.get_fund() returns table (
  through date, fen_per_coin integer, pledged bigint, paid bigint, coins_owed bigint, owed bigint,
  coins_committed bigint, committed bigint, available bigint, coins_held bigint, cost bigint, cover numeric,
  coins_given bigint, has_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  select f.through, f.fen_per_coin, f.pledged, f.paid, f.coins_owed, f.coins_owed * f.fen_per_coin,
    f.coins_committed, f.coins_committed * f.fen_per_coin, f.available, f.coins_held, f.cost, f.cover,
    f.coins_given, f.has_demo
  from private.fund_figures(false) f
$$;
comment on function private.get_fund is
  'Body of public.get_fund. Definer, because the books, the payments and the redemptions are open to nobody.';
revoke execute on function private.get_fund from public, anon, authenticated;
grant execute on function private.get_fund to anon, authenticated;

create function public.get_fund() returns table (
  through date, fen_per_coin integer, pledged bigint, paid bigint, coins_owed bigint, owed bigint,
  coins_committed bigint, committed bigint, available bigint, coins_held bigint, cost bigint, cover numeric,
  coins_given bigint, has_demo boolean
)
language sql stable
set search_path = ''
as $$ select * from private.get_fund() $$;
comment on function public.get_fund is
  'The green-living fund, in fen: pledged, paid to merchants, owed (vouchers taken, months not paid), committed (vouchers out), available (what is left of the pledges after these), cost (of the coins people hold) and cover (available / cost); coins_given were given to the fund and cost it nothing any more. Vouchers and coins are as of the end of the day named by through (empty before the first is closed). What depends on fen_per_coin is empty while that is not set. Called by: everyone.';
revoke execute on function public.get_fund from public, anon, authenticated;
grant execute on function public.get_fund to anon, authenticated;

create function private.get_fund_outlook() returns table (
  state text, fen_per_coin integer, warn_percent integer, available bigint, cost bigint, offered bigint, cover numeric
)
language plpgsql security definer
set search_path = ''
as $$
begin
  if private.has_role('administrator') then
    perform private.require_role('administrator');
  else
    perform private.require_role('editor');
  end if;
  return query
    select case
        when f.fen_per_coin is null then 'not_set'
        when f.available < needed.coins * f.fen_per_coin then 'short'
        when f.available * 100.0 < needed.coins * f.fen_per_coin * f.warn_percent::numeric then 'low'
        else 'covered'
      end,
      f.fen_per_coin, f.warn_percent, f.available, f.cost, f.coins_offered * f.fen_per_coin,
      round(f.available::numeric / nullif(needed.coins * f.fen_per_coin, 0), 4)
    from private.fund_figures(true) f
    cross join lateral (select greatest(f.coins_held, f.coins_offered) as coins) needed;
end
$$;
comment on function private.get_fund_outlook is
  'Body of public.get_fund_outlook. Definer, because the books, the payments and the redemptions are open to nobody.';
revoke execute on function private.get_fund_outlook from public, anon, authenticated;
grant execute on function private.get_fund_outlook to authenticated;

create function public.get_fund_outlook() returns table (
  state text, fen_per_coin integer, warn_percent integer, available bigint, cost bigint, offered bigint, cover numeric
)
language sql
set search_path = ''
as $$ select * from private.get_fund_outlook() $$;
comment on function public.get_fund_outlook is
  'Whether rewards can be added: not_set (nothing is judged), covered, low (below warn_percent) or short (new and larger rewards are refused), by what is available now beside the larger of cost (of the coins held at the end of the last closed day) and offered (of all that is left of the rewards), in fen. Errors: not_found, for all but editors and administrators. Called by: staff.';
revoke execute on function public.get_fund_outlook from public, anon, authenticated;
grant execute on function public.get_fund_outlook to authenticated;

create function private.refuse_uncovered(p_more bigint) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_fund record;
  v_needed bigint;
begin
  if p_more <= 0 then
    return;
  end if;
  -- Whoever adds to what the fund may have to pay does so one after the other.
  perform pg_advisory_xact_lock(hashtextextended('the fund', 0));
  select f.fen_per_coin, f.available, f.coins_held, f.coins_offered into v_fund from private.fund_figures(true) f;
  v_needed := greatest(v_fund.coins_held, v_fund.coins_offered + p_more) * v_fund.fen_per_coin;
  if v_fund.available < v_needed then
    perform private.refuse('fund_too_low', 409, 'The fund does not cover this.',
      jsonb_build_object('needed_fen', v_needed, 'available_fen', v_fund.available));
  end if;
end
$$;
comment on function private.refuse_uncovered is
  'Refuses so many coins more on offer when the fund covers neither them with all that is on offer, nor the coins people hold (fund_too_low, 409; detail: needed_fen, available_fen); nothing is refused while fen_per_coin is not set. Called by: save_reward.';
revoke execute on function private.refuse_uncovered from public, anon, authenticated;

create function private.save_pledge(p_id uuid, p_version integer, p_content jsonb) returns public.fund_pledges
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.fund_pledges;
  v_old public.fund_pledges;
  v_new public.fund_pledges;
  v_fen numeric;
  v_is_withdrawn boolean := coalesce((p_content -> 'is_withdrawn') = 'true', false);
begin
  perform private.require_role('administrator');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every pledge names its id and version.');
  end if;
  v_wish.kind := private.read_choice(p_content, 'kind', array['city', 'sponsor'])::public.pledge_kind;
  v_wish.sponsor_zh := private.read_text(p_content, 'sponsor_zh', 60, true);
  v_wish.sponsor_en := private.read_text(p_content, 'sponsor_en', 120, true);
  v_wish.pledged_on := private.read_day(p_content, 'pledged_on');
  if jsonb_typeof(p_content -> 'fen') = 'number' then
    v_fen := (p_content ->> 'fen')::numeric;
  end if;
  if v_fen is null or v_fen not between 1 and 1000000000000 or v_fen <> trunc(v_fen) then
    perform private.refuse_content('fen');
  elsif v_wish.pledged_on is null or v_wish.pledged_on > private.shanghai_day() then
    perform private.refuse_content('pledged_on');
  end if;
  v_wish.fen := v_fen;
  perform pg_advisory_xact_lock(hashtextextended('the fund', 0));
  select * into v_old from public.fund_pledges where id = p_id for update;
  v_wish.withdrawn_at := case when v_is_withdrawn then coalesce(v_old.withdrawn_at, now()) end;
  if v_old.id is not null then
    if (v_old.kind, v_old.sponsor_zh, v_old.sponsor_en, v_old.fen, v_old.pledged_on, v_old.withdrawn_at)
      is not distinct from
      (v_wish.kind, v_wish.sponsor_zh, v_wish.sponsor_en, v_wish.fen, v_wish.pledged_on, v_wish.withdrawn_at)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.fund_pledges set
      kind = v_wish.kind, sponsor_zh = v_wish.sponsor_zh, sponsor_en = v_wish.sponsor_en, fen = v_wish.fen,
      pledged_on = v_wish.pledged_on, withdrawn_at = v_wish.withdrawn_at
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('pledge_unknown', 404, 'There is no such pledge.');
    end if;
    insert into public.fund_pledges (id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at, changed_by)
    values (p_id, v_wish.kind, v_wish.sponsor_zh, v_wish.sponsor_en, v_wish.fen, v_wish.pledged_on,
      v_wish.withdrawn_at, auth.uid())
    returning * into v_new;
  end if;
  perform private.record_audit('save_pledge', 'pledge', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' end, to_jsonb(v_new) - 'changed_by');
  return v_new;
end
$$;
comment on function private.save_pledge is
  'Body of public.save_pledge. Definer, because nobody may write pledges directly.';
revoke execute on function private.save_pledge from public, anon, authenticated;
grant execute on function private.save_pledge to authenticated;

create function public.save_pledge(p_id uuid, p_version integer, p_content jsonb) returns public.fund_pledges
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_pledge(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_pledge is
  'Saves {kind: city or sponsor, sponsor_zh, sponsor_en, fen, pledged_on, is_withdrawn} of a pledge on top of a version; version 0 adds one with this id; a withdrawn one stays in the list and counts no more. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), pledge_unknown, newer_version (detail: version, changed_at, by). Called by: administrators.';
revoke execute on function public.save_pledge from public, anon, authenticated;
grant execute on function public.save_pledge to authenticated;

create function private.set_fund_terms(
  p_fen_per_coin integer, p_warn_percent integer, p_fen_before integer, p_warn_before integer
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_old record;
begin
  perform private.require_role('administrator');
  if p_fen_per_coin not between 1 and 100000 or coalesce(p_warn_percent, 0) not between 100 and 1000 then
    perform private.refuse('terms_invalid', 400, 'These are no terms of the fund.');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('the fund', 0));
  select s.fen_per_coin, s.fund_warn_percent as warn_percent into strict v_old from private.settings s for update;
  if (v_old.fen_per_coin, v_old.warn_percent) is not distinct from (p_fen_per_coin, p_warn_percent) then
    return;
  elsif (v_old.fen_per_coin, v_old.warn_percent) is distinct from (p_fen_before, p_warn_before) then
    perform private.refuse('terms_changed', 409, 'A colleague has changed the terms.', to_jsonb(v_old));
  end if;
  update private.settings set fen_per_coin = p_fen_per_coin, fund_warn_percent = p_warn_percent
  where is_the_only_row;
  perform private.record_audit('set_fund_terms', 'fund', 'terms', '{}', to_jsonb(v_old),
    jsonb_build_object('fen_per_coin', p_fen_per_coin, 'warn_percent', p_warn_percent));
end
$$;
comment on function private.set_fund_terms is
  'Body of public.set_fund_terms. Definer, because nobody may write settings directly.';
revoke execute on function private.set_fund_terms from public, anon, authenticated;
grant execute on function private.set_fund_terms to authenticated;

create function public.set_fund_terms(
  p_fen_per_coin integer, p_warn_percent integer, p_fen_before integer, p_warn_before integer
) returns void
language sql
set search_path = ''
as $$ select private.set_fund_terms(p_fen_per_coin, p_warn_percent, p_fen_before, p_warn_before) $$;
comment on function public.set_fund_terms is
  'Sets what the fund pays for a coin (1 to 100,000 fen; null: not set) and below how many per cent (100 to 1,000) the console warns, on top of those the caller saw. What is set already is set. Errors: not_found, terms_invalid, terms_changed (detail: fen_per_coin, warn_percent). Called by: administrators.';
revoke execute on function public.set_fund_terms from public, anon, authenticated;
grant execute on function public.set_fund_terms to authenticated;

alter table public.fund_pledges enable row level security;
create policy "everyone reads pledges" on public.fund_pledges
  for select to anon, authenticated using (true);
grant select (id, kind, sponsor_zh, sponsor_en, fen, pledged_on, withdrawn_at, is_demo, version, changed_at)
  on public.fund_pledges to anon, authenticated;
