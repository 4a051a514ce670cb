-- Green actions (绿色行动): the price list, the logs of residents, their evidence, and its moderation.

create type public.action_proof as enum ('none', 'photo', 'onsite_code', 'check_in', 'import', 'feedback');
comment on type public.action_proof is 'check_in: at an event; import: a partner hands it in; feedback: it pays when a report is verified. None of the three is logged by the resident.';
create type public.action_review as enum ('automatic', 'moderator');
create type public.log_status as enum ('approved', 'pending', 'rejected');
create type public.rejection_reason as enum (
  'unclear_photo', 'another_action', 'seen_before', 'outside_yiwu', 'not_verified', 'other'
);

create type private.action_limits as (
  left_today integer,
  left_this_week integer,
  left_this_year integer,
  coins_left bigint,
  reason text,
  cap bigint,
  next_at timestamptz
);
comment on type private.action_limits is
  'What a resident may still log of an action. reason: why not now, a code of a refusal, or null; cap: how many of what it says; next_at: when it counts again.';

create table public.green_actions (
  code text primary key,
  position smallint not null unique,
  name_zh text not null,
  name_en text not null,
  hint_zh text not null,
  hint_en text not null,
  plan_section text not null,
  is_open boolean not null default true,
  constraint action_code_is_a_slug check (code ~ '^[a-z][a-z-]{2,40}$')
);
comment on table public.green_actions is 'What a resident can do for the environment; what it pays is on the price list. Logs name an action without a foreign key, so none is ever taken away: it is closed.';
comment on column public.green_actions.plan_section is 'The section of the plan that asks for it.';
create trigger actions_are_never_taken_away before delete on public.green_actions
  for each row execute function private.refuse_change();

create table public.action_prices (
  action_code text not null references public.green_actions (code),
  valid_from date not null,
  coins bigint not null,
  proof public.action_proof not null,
  review public.action_review not null,
  daily_cap smallint not null,
  weekly_cap smallint not null,
  yearly_cap smallint not null,
  cool_down_hours smallint not null default 0,
  minimum_quantity integer not null default 1,
  announced_at timestamptz,
  announced_by uuid,
  note_zh text not null default '',
  note_en text not null default '',
  primary key (action_code, valid_from),
  constraint action_pays_something_modest check (coins between 1 and 1000),
  constraint caps_are_positive_and_ordered check (
    daily_cap >= 1 and weekly_cap >= daily_cap and yearly_cap >= weekly_cap
  ),
  constraint cool_down_ends_within_a_year check (cool_down_hours between 0 and 8760),
  constraint minimum_is_positive check (minimum_quantity >= 1),
  constraint photos_wait_for_a_moderator check (
    proof not in ('photo', 'feedback') or review = 'moderator'
  ),
  constraint price_is_announced_a_day_ahead check (
    announced_at + interval '24 hours' <= valid_from::timestamp at time zone 'Asia/Shanghai'
  ),
  constraint price_note_is_short check (greatest(char_length(note_zh), char_length(note_en)) <= 300)
);
comment on table public.action_prices is
  'The price list with its history: what an action pays from a day on, how it is proved, how often it counts. A version is never changed, and is taken back only before its day.';
comment on column public.action_prices.valid_from is 'The first day in Asia/Shanghai it is in force.';
comment on column public.action_prices.coins is 'Coins for one approved log.';
comment on column public.action_prices.daily_cap is 'Logs a resident may make in a day of Asia/Shanghai, rejected ones not counted.';
comment on column public.action_prices.weekly_cap is 'The same for a week, Monday to Sunday in Asia/Shanghai.';
comment on column public.action_prices.yearly_cap is 'The same for a year in Asia/Shanghai.';
comment on column public.action_prices.cool_down_hours is 'Hours between two logs of a resident, rejected ones not counted; 0 for none.';
comment on column public.action_prices.minimum_quantity is 'Of what partners hand in: the least quantity that counts, in the unit of the partner. More of it pays no more.';
comment on column public.action_prices.announced_at is 'When it was announced; empty for the price an action began with.';
comment on column public.action_prices.announced_by is 'The administrator who announced it. No foreign key: the list outlives its authors.';
create unique index only_the_first_price_came_unannounced on public.action_prices (action_code)
  where announced_at is null;

create function private.keep_prices() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and private.shanghai_midnight(old.valid_from) > clock_timestamp() + interval '1 minute' then
    return old;
  end if;
  raise exception using
    errcode = 'PT403', message = 'A price is never changed, and stays from its day on.', hint = 'append_only';
end
$$;
comment on function private.keep_prices is
  'Trigger of action_prices: a version is never changed, and goes only while its day is more than a minute away, so that no log of that day has been paid by it. Called by: the trigger on action_prices.';
revoke execute on function private.keep_prices from public, anon, authenticated;
create trigger prices_are_kept before update or delete on public.action_prices
  for each row execute function private.keep_prices();
create trigger prices_are_never_truncated before truncate on public.action_prices
  for each statement execute function private.refuse_change();

create function private.price_on(p_action_code text, p_day date) returns public.action_prices
language sql stable
set search_path = ''
as $$
  select * from public.action_prices
  where action_code = p_action_code and valid_from <= p_day
  order by valid_from desc limit 1
$$;
comment on function private.price_on is
  'The price of an action on a day in Asia/Shanghai; empty when it had none yet. Called by: green actions, imports and feedback.';
revoke execute on function private.price_on from public, anon, authenticated;

create table public.action_logs (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null,
  action_code text not null,
  idempotency_key uuid not null,
  note text not null default '',
  evidence_path text,
  has_photo boolean not null generated always as (evidence_path is not null) stored,
  town_code text,
  coins bigint not null,
  status public.log_status not null,
  reason public.rejection_reason,
  reason_note text not null default '',
  logged_at timestamptz not null default now(),
  logged_on date not null default private.shanghai_day(),
  decided_at timestamptz,
  primary key (resident_id, id),
  constraint log_is_made_once unique (resident_id, idempotency_key),
  -- One check, because PostgreSQL reads the text of each anew in every statement.
  constraint log_makes_sense check (
    greatest(char_length(note), char_length(reason_note)) <= 200
    and (status = 'rejected') = (reason is not null)
  )
);
comment on table public.action_logs is
  'What residents say they did, and what became of it. Keyed by resident, so that it can be distributed. No foreign keys: checking one locks its row, which for actions and towns all residents share; the functions that write take those from tables whose rows stay, and write for nobody without a profile, and a trigger takes the logs away with the account.';
comment on column public.action_logs.coins is 'What it pays when approved: the price on the day it was logged.';
comment on column public.action_logs.evidence_path is 'Name of the photo in the private bucket "evidence": <resident>/<key>.webp.';
comment on column public.action_logs.has_photo is 'Whether there is such a photo; its name says whose it is.';
comment on column public.action_logs.town_code is
  'The town the resident lived in when they logged it, if they said: moderators of a town judge its logs.';
comment on column public.action_logs.logged_on is 'The day in Asia/Shanghai, for the caps.';
create function private.forget_logs() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  delete from public.action_logs where resident_id = old.id;
  return null;
end
$$;
comment on function private.forget_logs is
  'Takes the logs of an account away with it. Definer, because nobody may delete logs directly. Called by: the trigger on auth.users.';
revoke execute on function private.forget_logs from public, anon, authenticated;
create trigger logs_go_with_their_account after delete on auth.users
  for each row execute function private.forget_logs();
create index action_logs_by_id on public.action_logs (id);
create index action_logs_by_day on public.action_logs (resident_id, action_code, logged_on);
create index action_logs_waiting_by_resident on public.action_logs (resident_id) where status = 'pending';
create index action_logs_by_town on public.action_logs (town_code, logged_at, id);
create index action_logs_waiting on public.action_logs (logged_at, id) where status = 'pending';
create unique index evidence_proves_one_log on public.action_logs (evidence_path)
  where evidence_path is not null;

create function private.limits_of(
  p_resident_id uuid, p_price public.action_prices, p_today date, p_earned bigint
) returns private.action_limits
language plpgsql stable
set search_path = ''
as $$
declare
  v_monday date := date_trunc('week', p_today)::date;
  v_new_year date := date_trunc('year', p_today)::date;
  v_cap bigint;
  v_promised bigint;
  v_last_at timestamptz;
  v_limits private.action_limits;
begin
  select p_price.daily_cap - count(*) filter (where logged_on = p_today),
    p_price.weekly_cap - count(*) filter (where logged_on >= v_monday),
    p_price.yearly_cap - count(*) filter (where logged_on >= v_new_year),
    max(logged_at),
    (select coins_per_year from private.settings),
    -- What waits for a moderator is promised already.
    p_earned + coalesce((
      select sum(coins) from public.action_logs where resident_id = p_resident_id and status = 'pending'
    ), 0)
  into v_limits.left_today, v_limits.left_this_week, v_limits.left_this_year, v_last_at, v_cap, v_promised
  from public.action_logs
  where resident_id = p_resident_id and action_code = p_price.action_code and status <> 'rejected'
    and logged_on >= least(v_monday, v_new_year, p_today - 1 - p_price.cool_down_hours / 24);
  v_limits.coins_left := v_cap - v_promised;

  if least(v_limits.left_today, v_limits.left_this_week, v_limits.left_this_year) < 1
    or v_limits.coins_left < p_price.coins
    or (p_price.cool_down_hours > 0 and v_last_at + p_price.cool_down_hours * interval '1 hour' > now())
  then
    -- Of several reasons the one that ends last.
    select r.reason, r.cap, r.next_at into v_limits.reason, v_limits.cap, v_limits.next_at
    from (values
      ('coins_per_year', v_cap, v_limits.coins_left < p_price.coins,
        private.shanghai_midnight((v_new_year + interval '1 year')::date)),
      ('yearly_cap', p_price.yearly_cap, v_limits.left_this_year < 1,
        private.shanghai_midnight((v_new_year + interval '1 year')::date)),
      ('weekly_cap', p_price.weekly_cap, v_limits.left_this_week < 1, private.shanghai_midnight(v_monday + 7)),
      ('daily_cap', p_price.daily_cap, v_limits.left_today < 1, private.shanghai_midnight(p_today + 1)),
      ('cool_down', p_price.cool_down_hours, p_price.cool_down_hours > 0,
        v_last_at + p_price.cool_down_hours * interval '1 hour')
    ) as r (reason, cap, holds, next_at)
    where r.holds and r.next_at > now()
    order by r.next_at desc limit 1;
  end if;
  return v_limits;
end
$$;
comment on function private.limits_of is
  'What a resident who earned so many coins this year may still log of an action on a day, today in Asia/Shanghai. Who goes by it holds the lock of the wallet. Called by: log_green_action and get_my_limits.';
revoke execute on function private.limits_of from public, anon, authenticated;

create function private.refuse_over_limit(p_limits private.action_limits) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.refuse(p_limits.reason, 409,
    case p_limits.reason
      when 'coins_per_year' then 'With this the resident would earn more than anybody may in a year.'
      when 'yearly_cap' then 'This action has been logged as often as it counts this year.'
      when 'weekly_cap' then 'This action has been logged as often as it counts this week.'
      when 'daily_cap' then 'This action has been logged as often as it counts today.'
      else 'The last log of this action is too short a while ago.'
    end,
    jsonb_build_object('cap', p_limits.cap, 'next_at', p_limits.next_at));
end
$$;
comment on function private.refuse_over_limit is
  'Refuses a log for the reason of its limits and says when it counts again. Called by: log_green_action.';
revoke execute on function private.refuse_over_limit from public, anon, authenticated;

create function private.require_proof(
  p_resident_id uuid, p_action public.action_prices, p_evidence_path text, p_onsite_code text, p_position jsonb
) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_action.proof = 'photo' then
    if p_evidence_path is null then
      perform private.refuse('photo_missing', 400, 'This action is proved by a photo.');
    elsif split_part(p_evidence_path, '/', 1) <> p_resident_id::text or not exists (
      select from storage.objects where bucket_id = 'evidence' and name = p_evidence_path
    ) then
      perform private.refuse('photo_unknown', 400, 'The photo has not arrived.');
    elsif exists (select from public.action_logs where evidence_path = p_evidence_path) then
      perform private.refuse('photo_used', 409, 'This photo already proves another log.');
    end if;
  elsif p_action.proof = 'onsite_code' then
    perform private.check_onsite_code(p_resident_id, p_action.action_code, p_onsite_code, p_position);
  end if;
end
$$;
comment on function private.require_proof is 'Refuses a log whose proof is missing or not the resident''s. Called by: log_green_action.';
revoke execute on function private.require_proof from public, anon, authenticated;

create function private.log_of_key(
  p_resident_id uuid, p_idempotency_key uuid, p_action_code text, p_note text, p_evidence_path text
) returns public.action_logs
language plpgsql stable
set search_path = ''
as $$
declare
  v_log public.action_logs;
begin
  select * into v_log from public.action_logs
  where resident_id = p_resident_id and idempotency_key = p_idempotency_key;
  -- A photo that the action does not ask for was never kept, so it makes no difference either.
  if found and (v_log.action_code, v_log.note, coalesce(v_log.evidence_path, p_evidence_path))
    is distinct from (p_action_code, p_note, p_evidence_path)
  then
    perform private.refuse('key_reused', 409, 'This key was used for another log.');
  end if;
  return v_log;
end
$$;
comment on function private.log_of_key is
  'The log a resident made with a key, or nothing. Errors: key_reused, when it says something else. Called by: log_green_action.';
revoke execute on function private.log_of_key from public, anon, authenticated;

create function private.log_green_action(
  p_action_code text, p_idempotency_key uuid, p_note text, p_evidence_path text, p_onsite_code text,
  p_position jsonb, p_device uuid
) returns public.action_logs
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_today date := private.shanghai_day();
  v_price public.action_prices;
  v_year smallint;
  v_limits private.action_limits;
  v_earned bigint;
  v_log public.action_logs;
  v_award ledger.transfers;
  v_note text := coalesce(trim(p_note), '');
begin
  if p_idempotency_key is null then
    perform private.refuse('key_missing', 400, 'Every log names its key.');
  end if;
  if char_length(v_note) > 200 then
    perform private.refuse('note_too_long', 400, 'A note has at most 200 characters.', '{"limit": 200}');
  end if;
  -- One log of a resident at a time: counting and inserting are one step for everybody else.
  -- No key is updated: a plain `for update` would also wait for transfers that only refer to the
  -- wallet and have yet to move it, and they for us.
  v_year := ledger.enter_books();
  select case when year = v_year then earned else 0 end into v_earned
  from ledger.wallets where resident_id = v_resident_id for no key update;

  select p.* into v_price
  from public.green_actions a join public.action_prices p on p.action_code = a.code
  where a.code = p_action_code and a.is_open and p.valid_from <= v_today
  order by p.valid_from desc limit 1;
  if found then
    v_limits := private.limits_of(v_resident_id, v_price, v_today, v_earned);
  end if;
  if v_price.proof is distinct from 'none' or v_price.review = 'moderator' or v_limits.reason is not null then
    -- Who repeats a call gets their log, whatever has become of action, proof and caps since. Where nothing
    -- could be refused the insert finds it.
    v_log := private.log_of_key(v_resident_id, p_idempotency_key, p_action_code, v_note, p_evidence_path);
    if v_log.id is not null then
      return v_log;
    end if;
  end if;
  if v_price.action_code is null then
    perform private.refuse('action_unknown', 404, 'There is no such action on the price list.');
  elsif v_price.proof in ('check_in', 'import') then
    perform private.refuse('not_logged_here', 409, 'This is not logged by hand; it arrives by itself.');
  elsif v_price.proof = 'feedback' then
    perform private.refuse('report_instead', 409, 'This is not logged but sent as feedback, where it is verified.');
  end if;
  if v_limits.reason is not null then
    perform private.refuse_over_limit(v_limits);
  end if;
  if v_price.proof <> 'none' then
    perform private.require_proof(v_resident_id, v_price, p_evidence_path, p_onsite_code, p_position);
  end if;
  -- What counts by itself is refused by its award; what waits is not promised from an empty envelope.
  if v_price.review = 'moderator'
    and ledger.envelope_left(extract(year from v_today)::smallint, p_action_code) < v_price.coins
  then
    perform private.refuse('envelope_empty', 409, 'The envelope of this action is used up for this year.',
      jsonb_build_object('action_code', p_action_code, 'year', extract(year from v_today)));
  end if;

  insert into public.action_logs
    (resident_id, action_code, idempotency_key, note, evidence_path, town_code, coins, status,
      logged_on, decided_at)
  select
    resident_id, p_action_code, p_idempotency_key, v_note,
    case when v_price.proof = 'photo' then p_evidence_path end, town_code, v_price.coins,
    case v_price.review when 'automatic' then 'approved' else 'pending' end::public.log_status,
    v_today, case v_price.review when 'automatic' then now() end
  from public.profiles where resident_id = v_resident_id
  on conflict on constraint log_is_made_once do nothing
  returning * into v_log;
  if not found then
    v_log := private.log_of_key(v_resident_id, p_idempotency_key, p_action_code, v_note, p_evidence_path);
    if v_log.id is null then
      -- The account is gone, its session is not.
      perform private.refuse('sign_in_first', 401, 'Sign in first.');
    end if;
    return v_log;
  end if;
  if p_device is not null then
    perform private.remember_device(v_log, p_device);
  end if;
  if v_log.status = 'approved' then
    -- Not ledger.award: the wallet is held, the limits are kept, and no other log has this id.
    v_award := ledger.pay(v_resident_id, v_year, p_action_code, v_log.coins, 'action_log:' || v_log.id,
      'award:' || v_log.id, v_resident_id);
  end if;
  return v_log;
end
$$;
comment on function private.log_green_action is
  'Body of public.log_green_action. Definer, because nobody may write logs or coins directly.';
revoke execute on function private.log_green_action from public, anon, authenticated;
grant execute on function private.log_green_action to authenticated;

create function public.log_green_action(
  p_action_code text,
  p_idempotency_key uuid,
  p_note text default '',
  p_evidence_path text default null,
  p_onsite_code text default null,
  p_position jsonb default null,
  p_device uuid default null
) returns public.action_logs
language sql
set search_path = ''
as $$
  select private.log_green_action(p_action_code, p_idempotency_key, p_note, p_evidence_path, p_onsite_code,
    p_position, p_device)
$$;
comment on function public.log_green_action is
  'Logs a green action and gives the log: approved with its coins, or pending. The same key gives the same log. p_device: a random number the browser keeps, of which a keyed hash is kept for 30 days. Errors: sign_in_first, key_missing, key_reused, note_too_long, action_unknown, not_logged_here, report_instead, daily_cap, weekly_cap, yearly_cap, cool_down and coins_per_year (detail: cap, next_at), envelope_empty (detail: action_code, year), photo_missing, photo_unknown, photo_used, and those of private.check_onsite_code. Called by: residents.';
revoke execute on function public.log_green_action from public, anon, authenticated;
grant execute on function public.log_green_action to authenticated;

create function private.get_my_limits() returns table (
  action_code text, left_today integer, left_this_week integer, left_this_year integer, coins_left bigint,
  reason text, cap bigint, next_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_today date := private.shanghai_day();
  v_earned bigint;
begin
  select case when w.year = extract(year from v_today) then w.earned else 0 end into v_earned
  from ledger.wallets w where w.resident_id = v_resident_id;
  return query
    select a.code, l.left_today, l.left_this_week, l.left_this_year, l.coins_left,
      coalesce(l.reason, case when e.is_empty then 'envelope_empty' end), l.cap,
      case when l.reason is null and e.is_empty
        then private.shanghai_midnight((date_trunc('year', v_today) + interval '1 year')::date)
        else l.next_at end
    from public.green_actions a
      cross join lateral private.price_on(a.code, v_today) p
      cross join lateral private.limits_of(v_resident_id, p, v_today, v_earned) l
      cross join lateral (
        select ledger.envelope_left(extract(year from v_today)::smallint, a.code) < p.coins as is_empty
      ) e
    where a.is_open and p.proof in ('none', 'photo', 'onsite_code')
    order by a.position;
end
$$;
comment on function private.get_my_limits is
  'Body of public.get_my_limits. Definer, because envelopes are not for clients to read.';
revoke execute on function private.get_my_limits from public, anon, authenticated;
grant execute on function private.get_my_limits to authenticated;

create function public.get_my_limits() returns table (
  action_code text, left_today integer, left_this_week integer, left_this_year integer, coins_left bigint,
  reason text, cap bigint, next_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.get_my_limits() $$;
comment on function public.get_my_limits is
  'Of each action the caller logs by hand: how often it still counts today, this week, this year, and how many coins they may still earn this year; reason: why not now (daily_cap, weekly_cap, yearly_cap, cool_down, coins_per_year, envelope_empty) or null, with its cap and when it counts again. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.get_my_limits from public, anon, authenticated;
grant execute on function public.get_my_limits to authenticated;

create function private.get_my_logs(p_id uuid) returns setof public.action_logs
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  if p_id is not null then
    return query select * from public.action_logs where resident_id = v_resident_id and id = p_id;
  else
    return query select * from public.action_logs
      where resident_id = v_resident_id and status in ('pending', 'rejected') order by logged_at desc, id limit 20;
  end if;
end
$$;
comment on function private.get_my_logs is
  'Body of public.get_my_logs. Definer, because clients read logs without those columns that name the resident.';
revoke execute on function private.get_my_logs from public, anon, authenticated;
grant execute on function private.get_my_logs to authenticated;

create function public.get_my_logs(p_id uuid default null) returns setof public.action_logs
language sql stable
set search_path = ''
as $$ select * from private.get_my_logs(p_id) $$;
comment on function public.get_my_logs is
  'The caller''s own log of this id, whole, or nothing; without an id their 20 newest that wait or were rejected. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.get_my_logs from public, anon, authenticated;
grant execute on function public.get_my_logs to authenticated;

create view public.price_list with (security_invoker = on) as
  select a.code, a.position, a.name_zh, a.name_en, a.hint_zh, a.hint_en, a.plan_section, a.is_open,
    p.valid_from, p.coins, p.proof, p.review, p.daily_cap, p.weekly_cap, p.yearly_cap, p.cool_down_hours,
    p.minimum_quantity, n.valid_from as next_from, n.coins as next_coins, n.proof as next_proof,
    n.review as next_review, n.daily_cap as next_daily_cap, n.weekly_cap as next_weekly_cap,
    n.yearly_cap as next_yearly_cap, n.cool_down_hours as next_cool_down_hours,
    n.minimum_quantity as next_minimum_quantity, n.note_zh as next_note_zh, n.note_en as next_note_en
  from public.green_actions a
    cross join lateral (
      select v.valid_from, v.coins, v.proof, v.review, v.daily_cap, v.weekly_cap, v.yearly_cap,
        v.cool_down_hours, v.minimum_quantity
      from public.action_prices v
      where v.action_code = a.code and v.valid_from <= private.shanghai_day()
      order by v.valid_from desc limit 1
    ) p
    left join lateral (
      select v.valid_from, v.coins, v.proof, v.review, v.daily_cap, v.weekly_cap, v.yearly_cap,
        v.cool_down_hours, v.minimum_quantity, v.note_zh, v.note_en
      from public.action_prices v
      where v.action_code = a.code and v.valid_from > private.shanghai_day()
      order by v.valid_from limit 1
    ) n on true;
comment on view public.price_list is
  'Every action with its price in force today in Asia/Shanghai and, if one is announced, the next one (next_…). Called by: everyone.';
grant select on public.price_list to anon, authenticated;

alter table public.green_actions enable row level security;
create policy "everyone reads what can be done" on public.green_actions
  for select to anon, authenticated using (true);
grant select on public.green_actions to anon, authenticated;

alter table public.action_prices enable row level security;
create policy "everyone reads prices, past and announced" on public.action_prices
  for select to anon, authenticated using (true);
-- All but who announced it, which the audit keeps.
grant select (action_code, valid_from, coins, proof, review, daily_cap, weekly_cap, yearly_cap, cool_down_hours,
  minimum_quantity, announced_at, note_zh, note_en) on public.action_prices to anon, authenticated;

alter table public.action_logs enable row level security;
create policy "residents read their own logs, moderators those of their towns" on public.action_logs
  for select to authenticated
  using (
    resident_id = (select auth.uid())
    or (select private.holds_everywhere('moderator'))
    or town_code = any ((select private.role_towns('moderator'))::text[])
  );
-- Not what names the resident: a moderator judges without knowing whose log it is.
grant select (id, action_code, note, has_photo, town_code, coins, status, reason, reason_note, logged_at, logged_on,
  decided_at) on public.action_logs to authenticated;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('evidence', 'evidence', false, 2097152, array['image/webp', 'image/jpeg'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create policy "residents add evidence to their own folder" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'evidence' and (storage.foldername(name))[1] = (select auth.uid())::text);
