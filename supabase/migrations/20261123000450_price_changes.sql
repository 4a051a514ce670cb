-- Changes of the price list: an administrator announces one, everybody who cares is told, and its day comes.

create table private.price_news (
  id bigint generated always as identity primary key,
  action_code text not null references public.green_actions (code),
  valid_from date not null,
  kind text not null,
  values jsonb not null,
  created_at timestamptz not null default now(),
  told_until uuid not null default '00000000-0000-0000-0000-000000000000',
  ends_with uuid,
  done_at timestamptz,
  constraint price_news_is_of_three_kinds check (kind in ('price_change', 'price_rules_change', 'price_kept'))
);
comment on table private.price_news is
  'What residents are told of the price list, in batches: residents are walked in the order of their ids, so that the work can stop and go on.';
comment on column private.price_news.told_until is 'The resident the last batch ended with.';
comment on column private.price_news.ends_with is 'The last resident it is for; empty when it is for all.';
create index price_news_of_an_action on private.price_news (action_code, valid_from);
create index price_news_waiting on private.price_news (id) where done_at is null;
alter table private.price_news enable row level security;

create function private.tell_price_changes(p_limit integer default 10000) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_news private.price_news;
  v_walked integer;
  v_last uuid;
  v_told integer;
begin
  select * into v_news from private.price_news where done_at is null order by id limit 1 for update skip locked;
  if not found then
    return 0;
  end if;
  with walked as materialized (
    select p.resident_id, p.wants_mail from public.profiles p
    where p.resident_id > v_news.told_until
      and (v_news.ends_with is null or p.resident_id <= v_news.ends_with)
    order by p.resident_id limit p_limit
  ), told as (
    insert into public.notices (resident_id, kind, values, path, key)
    select w.resident_id, v_news.kind, v_news.values, '/prices/', 'price:' || v_news.id
    from walked w
    where exists (
      select from public.action_logs l
      where l.resident_id = w.resident_id and l.action_code = v_news.action_code
        and l.logged_on >= private.shanghai_day(v_news.created_at) - 90
    )
    on conflict on constraint notice_is_given_once do nothing
    returning resident_id
  ), mailed as (
    insert into private.outbox (resident_id, kind, values, path, key)
    select t.resident_id, v_news.kind, v_news.values, '/prices/', 'price:' || v_news.id
    from told t join walked w using (resident_id) where w.wants_mail
  )
  select (select count(*) from walked), (select resident_id from walked order by resident_id desc limit 1),
    (select count(*) from told)
  into v_walked, v_last, v_told;
  update private.price_news set
    told_until = coalesce(v_last, told_until),
    done_at = case when v_walked < p_limit then now() end
  where id = v_news.id;
  return v_told;
end
$$;
comment on function private.tell_price_changes is
  'Tells the next so many residents of the oldest change, if they logged its action in the 90 days before it was announced, and gives how many were told. Called by: do_due_work.';
revoke execute on function private.tell_price_changes from public, anon, authenticated;

create function private.read_price(p_content jsonb) returns public.action_prices
language plpgsql stable
set search_path = ''
as $$
declare
  v_price public.action_prices;
  v_field text;
begin
  perform private.require_content(p_content);
  v_price.coins := private.read_number(p_content, 'coins', 1, 1000);
  v_price.daily_cap := private.read_number(p_content, 'daily_cap', 1, 100);
  v_price.weekly_cap := private.read_number(p_content, 'weekly_cap', 1, 700);
  v_price.yearly_cap := private.read_number(p_content, 'yearly_cap', 1, 30000);
  v_price.cool_down_hours := private.read_number(p_content, 'cool_down_hours', 0, 8760);
  v_price.minimum_quantity := private.read_number(p_content, 'minimum_quantity', 1, 1000000);
  v_price.proof := private.read_choice(p_content, 'proof', enum_range(null::public.action_proof)::text[]);
  v_price.review := private.read_choice(p_content, 'review', enum_range(null::public.action_review)::text[]);
  v_price.note_zh := private.read_text(p_content, 'note_zh', 300);
  v_price.note_en := private.read_text(p_content, 'note_en', 300);
  select field into v_field from (values
    ('coins', v_price.coins is null),
    ('daily_cap', v_price.daily_cap is null),
    ('weekly_cap', v_price.weekly_cap is null or v_price.weekly_cap < v_price.daily_cap),
    ('yearly_cap', v_price.yearly_cap is null or v_price.yearly_cap < v_price.weekly_cap),
    ('cool_down_hours', v_price.cool_down_hours is null),
    ('minimum_quantity', v_price.minimum_quantity is null),
    ('review', v_price.proof in ('photo', 'feedback') and v_price.review <> 'moderator'),
    ('note_en', (v_price.note_zh = '') <> (v_price.note_en = ''))
  ) as wrong (field, is_wrong) where is_wrong limit 1;
  if v_field is not null then
    perform private.refuse_content(v_field);
  end if;
  return v_price;
end
$$;
comment on function private.read_price is
  'The price in a form: caps in their order, a note in both languages or none. Errors: content_invalid (detail: field). Called by: announce_price.';
revoke execute on function private.read_price from public, anon, authenticated;

create function private.is_same_price(p_one public.action_prices, p_other public.action_prices) returns boolean
language sql immutable
set search_path = ''
as $$
  select (p_one.coins, p_one.proof, p_one.review, p_one.daily_cap, p_one.weekly_cap, p_one.yearly_cap,
      p_one.cool_down_hours, p_one.minimum_quantity)
    = (p_other.coins, p_other.proof, p_other.review, p_other.daily_cap, p_other.weekly_cap, p_other.yearly_cap,
      p_other.cool_down_hours, p_other.minimum_quantity)
$$;
comment on function private.is_same_price is
  'Whether two versions pay the same under the same rules, whatever their days and notes. Called by: announce_price.';
revoke execute on function private.is_same_price from public, anon, authenticated;

create function private.announce_price(p_action_code text, p_valid_from date, p_content jsonb)
returns public.action_prices
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
  v_wish public.action_prices;
  v_last public.action_prices;
  v_new public.action_prices;
  v_action public.green_actions;
begin
  if p_valid_from is null or p_valid_from > private.shanghai_day() + 366 then
    perform private.refuse_content('valid_from');
  end if;
  v_wish := private.read_price(p_content);
  -- One announcement of an action at a time, in the order of their days.
  select * into v_action from public.green_actions where code = p_action_code for no key update;
  if not found then
    perform private.refuse('action_unknown', 404, 'There is no such action on the price list.');
  end if;
  select * into strict v_last from public.action_prices
  where action_code = p_action_code order by valid_from desc limit 1;
  if v_last.valid_from = p_valid_from and private.is_same_price(v_last, v_wish)
    and (v_last.note_zh, v_last.note_en) = (v_wish.note_zh, v_wish.note_en)
  then
    return v_last;
  elsif v_last.valid_from >= p_valid_from then
    perform private.refuse('price_announced', 409, 'A price has been announced for this day or a later one.',
      jsonb_build_object('valid_from', v_last.valid_from));
  elsif private.shanghai_midnight(p_valid_from) < clock_timestamp() + interval '24 hours' then
    perform private.refuse('announced_too_late', 409, 'A price is announced at least 24 hours ahead.',
      jsonb_build_object('earliest', private.shanghai_day(clock_timestamp() + interval '24 hours') + 1));
  elsif v_wish.proof <> v_last.proof
    and (v_wish.proof in ('check_in', 'feedback') or v_last.proof in ('check_in', 'feedback'))
  then
    perform private.refuse('proof_stays', 409, 'What is proved by a check-in or a report cannot be proved otherwise.');
  elsif v_wish.proof = 'none' and v_wish.coins > 5 then
    perform private.refuse('unproved_pays_little', 409, 'What nobody proves pays at most 5 coins.', '{"limit": 5}');
  elsif private.is_same_price(v_last, v_wish) then
    perform private.refuse('price_unchanged', 409, 'This is the price already.');
  end if;

  insert into public.action_prices (action_code, valid_from, coins, proof, review, daily_cap, weekly_cap,
    yearly_cap, cool_down_hours, minimum_quantity, announced_at, announced_by, note_zh, note_en)
  values (p_action_code, p_valid_from, v_wish.coins, v_wish.proof, v_wish.review, v_wish.daily_cap,
    v_wish.weekly_cap, v_wish.yearly_cap, v_wish.cool_down_hours, v_wish.minimum_quantity, clock_timestamp(),
    v_administrator_id, v_wish.note_zh, v_wish.note_en)
  returning * into v_new;
  insert into private.price_news (action_code, valid_from, kind, values)
  values (p_action_code, p_valid_from,
    case when v_new.coins = v_last.coins then 'price_rules_change' else 'price_change' end,
    jsonb_build_object('name_zh', v_action.name_zh, 'name_en', v_action.name_en, 'from_coins', v_last.coins,
      'to_coins', v_new.coins, 'on', p_valid_from));
  perform private.record_audit('announce_price', 'action_price', p_action_code || ':' || p_valid_from, '{}',
    to_jsonb(v_last) - 'announced_by', to_jsonb(v_new) - 'announced_by');
  return v_new;
end
$$;
comment on function private.announce_price is
  'Body of public.announce_price. Definer, because nobody may write prices directly.';
revoke execute on function private.announce_price from public, anon, authenticated;
grant execute on function private.announce_price to authenticated;

create function public.announce_price(p_action_code text, p_valid_from date, p_content jsonb)
returns public.action_prices
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.announce_price(p_action_code, p_valid_from, p_content),
    '{"announced_by": null}')
$$;
comment on function public.announce_price is
  'Announces {coins, proof, review, daily_cap, weekly_cap, yearly_cap, cool_down_hours, minimum_quantity, note_zh, note_en} for an action from a day in Asia/Shanghai on, and has those who log it told. The same again is announced already. Errors: not_found, content_invalid (detail: field), action_unknown, price_announced (detail: valid_from), announced_too_late (detail: earliest), proof_stays, unproved_pays_little (detail: limit), price_unchanged, staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.announce_price from public, anon, authenticated;
grant execute on function public.announce_price to authenticated;

create function private.withdraw_price(p_action_code text, p_valid_from date) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_price public.action_prices;
begin
  perform private.require_role('administrator');
  perform from public.green_actions where code = p_action_code for no key update;
  select * into v_price from public.action_prices
  where action_code = p_action_code and valid_from = p_valid_from;
  if not found then
    perform private.refuse('price_unknown', 404, 'No price is announced for this day.');
  elsif private.shanghai_midnight(p_valid_from) <= clock_timestamp() + interval '1 minute' then
    perform private.refuse('price_in_force', 409, 'This price is in force.');
  elsif exists (
    select from public.action_prices where action_code = p_action_code and valid_from > p_valid_from
  ) then
    perform private.refuse('price_announced', 409, 'A price has been announced for a later day.',
      jsonb_build_object('valid_from', (
        select max(valid_from) from public.action_prices where action_code = p_action_code)));
  end if;
  delete from public.action_prices where action_code = p_action_code and valid_from = p_valid_from;
  update private.price_news set done_at = now()
  where action_code = p_action_code and valid_from = p_valid_from and done_at is null;
  -- Whoever was told that it would change is told that it will not.
  insert into private.price_news (action_code, valid_from, kind, values, ends_with)
  select action_code, valid_from, 'price_kept', values, told_until from private.price_news
  where action_code = p_action_code and valid_from = p_valid_from and kind <> 'price_kept'
  order by id desc limit 1;
  perform private.record_audit('withdraw_price', 'action_price', p_action_code || ':' || p_valid_from, '{}',
    to_jsonb(v_price) - 'announced_by');
end
$$;
comment on function private.withdraw_price is
  'Body of public.withdraw_price. Definer, because nobody may write prices directly.';
revoke execute on function private.withdraw_price from public, anon, authenticated;
grant execute on function private.withdraw_price to authenticated;

create function public.withdraw_price(p_action_code text, p_valid_from date) returns void
language sql
set search_path = ''
as $$ select private.withdraw_price(p_action_code, p_valid_from) $$;
comment on function public.withdraw_price is
  'Takes an announced price back before its day, the last one first, and has those who were told of it told. Errors: not_found, price_unknown, price_in_force, price_announced (detail: valid_from of the later one), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.withdraw_price from public, anon, authenticated;
grant execute on function public.withdraw_price to authenticated;

create function private.get_price_outlook(p_action_code text) returns table (remaining bigint, daily bigint[])
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_role('administrator');
  return query
    select ledger.envelope_left(ledger.year_of(), p_action_code),
      coalesce(array_agg(coalesce(a.paid, 0) order by d.day), '{}')
    from ledger.days d
      left join lateral (
        select sum(issued - taken_back)::bigint as paid from ledger.day_actions
        where day = d.day and action_code = p_action_code
      ) a on true
    where d.day >= private.shanghai_day() - 28;
end
$$;
comment on function private.get_price_outlook is
  'Body of public.get_price_outlook. Definer, because the books are not for clients to read.';
revoke execute on function private.get_price_outlook from public, anon, authenticated;
grant execute on function private.get_price_outlook to authenticated;

create function public.get_price_outlook(p_action_code text) returns table (remaining bigint, daily bigint[])
language sql
set search_path = ''
as $$ select * from private.get_price_outlook(p_action_code) $$;
comment on function public.get_price_outlook is
  'Coins left in this year''s envelope of an action, and coins it paid, less those taken back, on each closed day of the last 28, oldest first: from what the console proposes a price that would last. Errors: not_found, staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.get_price_outlook from public, anon, authenticated;
grant execute on function public.get_price_outlook to authenticated;
