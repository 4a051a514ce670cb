-- Imports (合作方报送): a partner hands the bureau who did what on which day, by member codes that mean nothing elsewhere.
-- A row counts once for a resident and day, however large its quantity: raw counters are never paid.

create type public.import_verdict as enum (
  'unknown_member', 'own_row', 'bad_date', 'bad_quantity', 'future', 'too_old', 'no_price', 'below_minimum',
  'twice_in_file', 'imported_before', 'over_cap', 'coins_per_year', 'envelope_empty'
);
comment on type public.import_verdict is
  'Why a row does not count. own_row: of whoever posts; too_old: more than 60 days; no_price: the action was not to be had from partners on that day.';

create type private.file_row as (
  line integer,
  member text,
  day text,
  quantity text,
  resident_id uuid,
  on_day date,
  price public.action_prices,
  verdict public.import_verdict
);
comment on type private.file_row is
  'A row of a file: its texts, whose it is, its day, the price of that day, and why it does not count, as far as it can be told from the row alone.';

create table public.partners (
  id uuid primary key,
  name_zh text not null,
  name_en text not null,
  action_code text not null references public.green_actions (code),
  unit_zh text not null,
  unit_en text not null,
  is_open boolean not null default true,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint partner_texts_are_short check (
    char_length(name_zh) between 1 and 60 and char_length(name_en) between 1 and 120
    and char_length(unit_zh) between 1 and 20 and char_length(unit_en) between 1 and 40
  )
);
comment on table public.partners is 'Who hands in green actions of its members: bike hire, a library, a recycling station.';
comment on column public.partners.unit_zh is 'What its quantities count, such as 次 or 公里: compared with the least quantity of the price, and paid once.';
create index partners_by_action on public.partners (action_code);
create trigger partner_versions_rise before update on public.partners
  for each row execute function private.raise_version();

create table private.partner_members (
  partner_id uuid not null references public.partners (id) on delete cascade,
  resident_id uuid not null references auth.users (id) on delete cascade,
  member_code text not null,
  joined_at timestamptz not null default now(),
  primary key (partner_id, resident_id),
  constraint member_code_is_one_of_ours check (member_code ~ '^[2-9A-HJ-NP-TV-Z]{10}$')
);
comment on table private.partner_members is
  'Which residents take part with which partner, under a random code of ours: the partner learns no more of them from us.';
create unique index member_codes_are_unique on private.partner_members (member_code);
create index partner_members_by_resident on private.partner_members (resident_id);
alter table private.partner_members enable row level security;

create table public.imports (
  id uuid primary key,
  partner_id uuid not null references public.partners (id),
  file_name text not null,
  sha256 text not null,
  content_hash bytea not null,
  rows integer not null,
  accepted integer not null default 0,
  coins bigint not null default 0,
  posted_by uuid,
  posted_at timestamptz not null default now(),
  constraint file_is_posted_once unique (partner_id, sha256),
  constraint rows_are_posted_once unique (partner_id, content_hash),
  constraint file_name_is_short check (char_length(file_name) between 1 and 200),
  constraint file_hash_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint accepted_rows_are_some_of_them check (accepted between 0 and rows)
);
comment on table public.imports is 'Files of partners that were posted: once each.';
comment on column public.imports.sha256 is 'Of the bytes of the file, in hex.';
comment on column public.imports.content_hash is
  'Of the rows as they were sent: the same rows in other bytes are the same file, and the same id with other rows is noticed.';
comment on column public.imports.coins is 'What it paid.';
comment on column public.imports.posted_by is 'The administrator. No foreign key: the books outlive their authors.';
create index imports_by_time on public.imports (posted_at, id);

create table private.imported_days (
  partner_id uuid not null references public.partners (id),
  resident_id uuid not null references auth.users (id) on delete cascade,
  day date not null,
  import_id uuid not null references public.imports (id),
  log_id uuid not null,
  coins bigint not null,
  constraint day_counts_once_for_a_resident_and_partner primary key (partner_id, resident_id, day)
);
comment on table private.imported_days is
  'The days that have counted for a resident with a partner, so that none counts twice; forgotten once they are too old to be handed in.';
comment on column private.imported_days.log_id is 'The log it became. No foreign key, as nowhere to logs.';
comment on column private.imported_days.coins is 'What the day paid.';
create index imported_days_by_import on private.imported_days (import_id);
create index imported_days_by_resident on private.imported_days (resident_id);
create index imported_days_by_day on private.imported_days (day);
alter table private.imported_days enable row level security;

create table private.import_rejects (
  import_id uuid not null references public.imports (id),
  line integer not null,
  member text not null,
  day text not null,
  quantity text not null,
  verdict public.import_verdict not null,
  primary key (import_id, line)
);
comment on table private.import_rejects is 'The rows of a posted file that did not count, as they stood in it, and why; forgotten after 60 days.';
comment on column private.import_rejects.line is 'Which row of the file, counted from one without its heading.';
alter table private.import_rejects enable row level security;

create function private.save_partner(p_id uuid, p_version integer, p_content jsonb) returns public.partners
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.partners;
  v_old public.partners;
  v_new public.partners;
begin
  perform private.require_role('administrator');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every partner names its id and version.');
  end if;
  perform private.require_content(p_content);
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 60, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 120, true);
  v_wish.unit_zh := private.read_text(p_content, 'unit_zh', 20, true);
  v_wish.unit_en := private.read_text(p_content, 'unit_en', 40, true);
  v_wish.action_code := private.read_text(p_content, 'action_code', 60, true);
  v_wish.is_open := coalesce((p_content -> 'is_open') = 'true', false);
  -- What is verified or checked in elsewhere would be paid a second time here.
  if coalesce((private.price_on(v_wish.action_code, private.shanghai_day())).proof in ('check_in', 'feedback'), true)
  then
    perform private.refuse_content('action_code');
  end if;
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.partners where id = p_id for update;
  if found then
    if (v_old.name_zh, v_old.name_en, v_old.unit_zh, v_old.unit_en, v_old.action_code, v_old.is_open)
      = (v_wish.name_zh, v_wish.name_en, v_wish.unit_zh, v_wish.unit_en, v_wish.action_code, v_wish.is_open)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.partners set
      name_zh = v_wish.name_zh, name_en = v_wish.name_en, unit_zh = v_wish.unit_zh, unit_en = v_wish.unit_en,
      action_code = v_wish.action_code, is_open = v_wish.is_open
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('partner_unknown', 404, 'There is no such partner.');
    end if;
    insert into public.partners (id, name_zh, name_en, action_code, unit_zh, unit_en, is_open, changed_by)
    values (p_id, v_wish.name_zh, v_wish.name_en, v_wish.action_code, v_wish.unit_zh, v_wish.unit_en,
      v_wish.is_open, auth.uid()) returning * into v_new;
  end if;
  perform private.record_audit('save_partner', 'partner', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' end, to_jsonb(v_new) - 'changed_by');
  return v_new;
end
$$;
comment on function private.save_partner is 'Body of public.save_partner. Definer, because nobody may write partners directly.';
revoke execute on function private.save_partner from public, anon, authenticated;
grant execute on function private.save_partner to authenticated;

create function public.save_partner(p_id uuid, p_version integer, p_content jsonb) returns public.partners
language sql
set search_path = ''
as $$ select jsonb_populate_record(private.save_partner(p_id, p_version, p_content), '{"changed_by": null}') $$;
comment on function public.save_partner is
  'Saves {name_zh, name_en, action_code, unit_zh, unit_en, is_open} on top of a version; version 0 makes a new partner with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), partner_unknown, newer_version (detail: version, changed_at, by). Called by: administrators.';
revoke execute on function public.save_partner from public, anon, authenticated;
grant execute on function public.save_partner to authenticated;

create function private.require_open_partner(p_partner_id uuid) returns public.partners
language plpgsql stable
set search_path = ''
as $$
declare
  v_partner public.partners;
begin
  select * into v_partner from public.partners where id = p_partner_id;
  if not found then
    perform private.refuse('partner_unknown', 404, 'There is no such partner.');
  elsif not v_partner.is_open
    or not exists (select from public.green_actions where code = v_partner.action_code and is_open)
  then
    perform private.refuse('partner_closed', 409, 'This partner, or its action, is closed.');
  end if;
  return v_partner;
end
$$;
comment on function private.require_open_partner is
  'The partner, if it takes part. Errors: partner_unknown, partner_closed. Called by: join_partner and start_import.';
revoke execute on function private.require_open_partner from public, anon, authenticated;

create function private.join_partner(p_partner_id uuid) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_partner public.partners := private.require_open_partner(p_partner_id);
  v_code text;
begin
  insert into private.partner_members (partner_id, resident_id, member_code)
  values (v_partner.id, v_resident_id, private.new_code(10))
  on conflict (partner_id, resident_id) do nothing;
  select member_code into v_code from private.partner_members
  where partner_id = v_partner.id and resident_id = v_resident_id;
  return v_code;
end
$$;
comment on function private.join_partner is 'Body of public.join_partner. Definer, because nobody may write members directly.';
revoke execute on function private.join_partner from public, anon, authenticated;
grant execute on function private.join_partner to authenticated;

create function public.join_partner(p_partner_id uuid) returns text
language sql
set search_path = ''
as $$ select private.join_partner(p_partner_id) $$;
comment on function public.join_partner is
  'The caller''s member code with a partner, to be handed to it; joining twice gives the same one. Errors: sign_in_first, partner_unknown, partner_closed. Called by: residents.';
revoke execute on function public.join_partner from public, anon, authenticated;
grant execute on function public.join_partner to authenticated;

create function private.leave_partner(p_partner_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  delete from private.partner_members where partner_id = p_partner_id and resident_id = v_resident_id;
end
$$;
comment on function private.leave_partner is 'Body of public.leave_partner. Definer, because nobody may write members directly.';
revoke execute on function private.leave_partner from public, anon, authenticated;
grant execute on function private.leave_partner to authenticated;

create function public.leave_partner(p_partner_id uuid) returns void
language sql
set search_path = ''
as $$ select private.leave_partner(p_partner_id) $$;
comment on function public.leave_partner is
  'Ends taking part with a partner: the member code is nobody''s any more, what counted stays. Twice is the same as once. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.leave_partner from public, anon, authenticated;
grant execute on function public.leave_partner to authenticated;

create function private.get_my_partners() returns table (
  partner_id uuid, name_zh text, name_en text, is_open boolean, member_code text, joined_at timestamptz
)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  return query
    select p.id, p.name_zh, p.name_en, p.is_open, m.member_code, m.joined_at
    from private.partner_members m join public.partners p on p.id = m.partner_id
    where m.resident_id = v_resident_id order by m.joined_at, p.id;
end
$$;
comment on function private.get_my_partners is 'Body of public.get_my_partners. Definer, because nobody reads members directly.';
revoke execute on function private.get_my_partners from public, anon, authenticated;
grant execute on function private.get_my_partners to authenticated;

create function public.get_my_partners() returns table (
  partner_id uuid, name_zh text, name_en text, is_open boolean, member_code text, joined_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from private.get_my_partners() $$;
comment on function public.get_my_partners is
  'The partners the caller takes part with, closed ones too, and their member codes. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.get_my_partners from public, anon, authenticated;
grant execute on function public.get_my_partners to authenticated;

create function private.day_of(p_text text) returns date
language plpgsql stable
set search_path = ''
as $$
begin
  return case when p_text ~ '^\d{4}-\d{2}-\d{2}$' then p_text::date end;
exception when datetime_field_overflow or invalid_datetime_format then
  return null;
end
$$;
comment on function private.day_of is 'A text as a day, YYYY-MM-DD; null when it is none. Called by: read_rows.';
revoke execute on function private.day_of from public, anon, authenticated;

create function private.read_rows(p_partner public.partners, p_actor_id uuid, p_rows jsonb)
returns setof private.file_row
language sql stable
set search_path = ''
as $$
  with given as materialized (
    select r.line::integer as line, r.value ->> 'member' as member, r.value ->> 'date' as day,
      r.value ->> 'quantity' as quantity,
      upper(regexp_replace(r.value ->> 'member', '[\s-]', '', 'g')) as member_code
    from jsonb_array_elements(p_rows) with ordinality as r (value, line)
  ),
  days as materialized (
    select d.day, d.on_day, private.price_on(p_partner.action_code, d.on_day) as price
    from (select g.day, private.day_of(g.day) as on_day from given g group by g.day) d
  )
  select g.line, g.member, g.day, g.quantity, m.resident_id, d.on_day, d.price, (case
    when m.resident_id is null then 'unknown_member'
    when m.resident_id = p_actor_id then 'own_row'
    when d.on_day is null then 'bad_date'
    when g.quantity !~ '^\d{1,9}(\.\d{1,6})?$' then 'bad_quantity'
    when d.on_day > private.shanghai_day() then 'future'
    when d.on_day < private.shanghai_day() - 60 then 'too_old'
    when coalesce((d.price).proof in ('check_in', 'feedback'), true) then 'no_price'
    when g.quantity::numeric < (d.price).minimum_quantity then 'below_minimum'
    when b.import_id is not null then 'imported_before'
  end)::public.import_verdict
  from given g
    join days d on d.day = g.day
    left join private.partner_members m on m.member_code = g.member_code and m.partner_id = p_partner.id
    left join private.imported_days b
      on b.partner_id = p_partner.id and b.resident_id = m.resident_id and b.day = d.on_day
  order by g.line
$$;
comment on function private.read_rows is
  'The rows of a file with what each is by itself, in its order. Called by: run_import.';
revoke execute on function private.read_rows from public, anon, authenticated;

create function private.why_row_does_not_count(p_import public.imports, p_row private.file_row)
returns public.import_verdict
language plpgsql stable
set search_path = ''
as $$
declare
  v_price public.action_prices := p_row.price;
  v_day date := p_row.on_day;
  v_monday date := date_trunc('week', v_day)::date;
  v_new_year date := date_trunc('year', v_day)::date;
  v_is_over boolean;
  v_coins_left bigint;
begin
  if exists (
    select from private.imported_days
    where partner_id = p_import.partner_id and resident_id = p_row.resident_id and day = v_day
  ) then
    return 'twice_in_file';
  end if;
  -- Like private.limits_of, but around a day that has passed: what came after it counts, too, and only its day is
  -- known of a row, so days stand for hours.
  select count(*) filter (where logged_on = v_day) >= v_price.daily_cap
    or count(*) filter (where logged_on between v_monday and v_monday + 6) >= v_price.weekly_cap
    or count(*) filter (where extract(year from logged_on) = extract(year from v_day)) >= v_price.yearly_cap
    or coalesce(bool_or(abs(logged_on - v_day) * 24 < v_price.cool_down_hours), false)
  into v_is_over
  from public.action_logs
  where resident_id = p_row.resident_id and action_code = v_price.action_code and status <> 'rejected'
    and logged_on >= least(v_monday, v_new_year, v_day - 1 - v_price.cool_down_hours / 24);
  if v_is_over then
    return 'over_cap';
  end if;
  -- What waits for a moderator is promised already, and so is what this file has brought before this row.
  select s.coins_per_year - case when w.year = ledger.year_of() then w.earned else 0 end
    - coalesce((
      select sum(l.coins) from public.action_logs l
      where l.resident_id = p_row.resident_id and l.status = 'pending'
    ), 0)
    - coalesce((
      select sum(d.coins) from private.imported_days d
      where d.partner_id = p_import.partner_id and d.resident_id = p_row.resident_id and d.import_id = p_import.id
    ), 0)
  into v_coins_left
  from ledger.wallets w, private.settings s where w.resident_id = p_row.resident_id;
  return case when v_coins_left < v_price.coins then 'coins_per_year' end;
end
$$;
comment on function private.why_row_does_not_count is
  'Why a row that is good by itself does not count after those before it: twice_in_file, over_cap, coins_per_year, or null. Who posts by it holds the lock of the wallet. Called by: run_import.';
revoke execute on function private.why_row_does_not_count from public, anon, authenticated;

create function private.run_import(p_import public.imports, p_partner public.partners, p_rows jsonb) returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_left bigint := ledger.envelope_left(ledger.year_of(), p_partner.action_code);
  v_row private.file_row;
  v_log_id uuid;
  v_accepted integer := 0;
  v_coins bigint := 0;
begin
  for v_row in select * from private.read_rows(p_partner, p_import.posted_by, p_rows) loop
    v_row.verdict := coalesce(v_row.verdict, private.why_row_does_not_count(p_import, v_row),
      case when v_left - v_coins < (v_row.price).coins then 'envelope_empty'::public.import_verdict end);
    if v_row.verdict is not null then
      insert into private.import_rejects (import_id, line, member, day, quantity, verdict)
      values (p_import.id, v_row.line, v_row.member, v_row.day, v_row.quantity, v_row.verdict);
      continue;
    end if;
    v_log_id := gen_random_uuid();
    insert into public.action_logs
      (id, resident_id, action_code, idempotency_key, town_code, coins, status, logged_on, decided_at)
    values (v_log_id, v_row.resident_id, p_partner.action_code, v_log_id,
      (select town_code from public.profiles where resident_id = v_row.resident_id), (v_row.price).coins,
      'approved', v_row.on_day, now());
    insert into private.imported_days (partner_id, resident_id, day, import_id, log_id, coins)
    values (p_partner.id, v_row.resident_id, v_row.on_day, p_import.id, v_log_id, (v_row.price).coins);
    v_accepted := v_accepted + 1;
    v_coins := v_coins + (v_row.price).coins;
  end loop;
  update public.imports set accepted = v_accepted, coins = v_coins where id = p_import.id;
  return v_coins;
end
$$;
comment on function private.run_import is
  'Judges the rows of a file in its order, by the price of the day of each, makes logs of those that count, and gives what they pay, which is not paid yet. Called by: start_import.';
revoke execute on function private.run_import from public, anon, authenticated;

create function private.pay_import(p_import public.imports, p_partner public.partners) returns void
language plpgsql
set search_path = ''
as $$
begin
  perform ledger.award_all(p_partner.action_code, array(
    select row (d.resident_id, d.coins, 'action_log:' || d.log_id, 'award:' || d.log_id)::ledger.award_order
    from private.imported_days d where d.import_id = p_import.id order by d.resident_id, d.day
  ), p_import.posted_by);
  perform private.notify(d.resident_id, 'partner_import',
    jsonb_build_object('title_zh', p_partner.name_zh, 'title_en', p_partner.name_en,
      'days', count(*), 'coins', sum(d.coins)),
    '/wallet/', 'import:' || p_import.id, false)
  from private.imported_days d where d.import_id = p_import.id
  group by d.resident_id order by d.resident_id;
end
$$;
comment on function private.pay_import is
  'Pays for the days of an import and tells each resident once. The caller holds their wallets and the envelope. Errors: those of ledger.award_all. Called by: start_import.';
revoke execute on function private.pay_import from public, anon, authenticated;

create function private.require_rows(p_rows jsonb) returns void
language plpgsql immutable
set search_path = ''
as $$
declare
  v_line bigint;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) = 0 then
    perform private.refuse('rows_invalid', 400, 'A file has rows of member, date and quantity.');
  elsif jsonb_array_length(p_rows) > 5000 then
    perform private.refuse('rows_too_many', 400, 'A file has at most 5,000 rows.', '{"limit": 5000}');
  end if;
  select r.line into v_line from jsonb_array_elements(p_rows) with ordinality as r (value, line)
  where coalesce(jsonb_typeof(r.value -> 'member') <> 'string' or jsonb_typeof(r.value -> 'date') <> 'string'
    or jsonb_typeof(r.value -> 'quantity') <> 'string' or char_length(r.value ->> 'member') > 60
    or char_length(r.value ->> 'date') > 30 or char_length(r.value ->> 'quantity') > 30, true)
  order by r.line limit 1;
  if found then
    perform private.refuse('row_invalid', 400, 'A row has a member, a date and a quantity, in short texts.',
      jsonb_build_object('line', v_line));
  end if;
end
$$;
comment on function private.require_rows is
  'Refuses what are no rows of a file. Errors: rows_invalid, rows_too_many (detail: limit), row_invalid (detail: line). Called by: preview_import and post_import.';
revoke execute on function private.require_rows from public, anon, authenticated;

create function private.start_import(
  p_id uuid, p_partner_id uuid, p_file_name text, p_sha256 text, p_rows jsonb, p_actor_id uuid, p_pays boolean
) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_hash bytea := pg_catalog.sha256(convert_to(p_rows::text, 'UTF8'));
  v_partner public.partners;
  v_before public.imports;
  v_import public.imports;
begin
  if coalesce(p_sha256, '') !~ '^[0-9a-f]{64}$' or char_length(coalesce(trim(p_file_name), '')) not between 1 and 200
  then
    perform private.refuse('rows_invalid', 400, 'A file has a name and a hash.');
  end if;
  -- One file of a partner at a time.
  perform pg_advisory_xact_lock(hashtextextended('import ' || p_partner_id, 0));
  v_partner := private.require_open_partner(p_partner_id);
  select * into v_before from public.imports
  where partner_id = p_partner_id and (sha256 = p_sha256 or content_hash = v_hash) limit 1;
  if found then
    perform private.refuse('file_posted', 409, 'This file has been posted.',
      jsonb_build_object('import_id', v_before.id, 'posted_at', v_before.posted_at));
  end if;
  if p_pays then
    perform ledger.lock_wallets(array(
      select r.resident_id from private.read_rows(v_partner, p_actor_id, p_rows) r where r.verdict is null
    ), v_partner.action_code);
  end if;
  insert into public.imports (id, partner_id, file_name, sha256, content_hash, rows, posted_by)
  values (p_id, p_partner_id, trim(p_file_name), p_sha256, v_hash, jsonb_array_length(p_rows), p_actor_id)
  returning * into v_import;
  if private.run_import(v_import, v_partner, p_rows) > 0 and p_pays then
    perform private.pay_import(v_import, v_partner);
  end if;
end
$$;
comment on function private.start_import is
  'Judges a file for the first time and, if it pays, posts it under the locks of all its wallets. Errors: rows_invalid, partner_unknown, partner_closed, file_posted (detail: import_id, posted_at). Called by: preview_import and post_import.';
revoke execute on function private.start_import from public, anon, authenticated;

create function private.import_answer(p_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', i.id, 'rows', i.rows, 'accepted', i.accepted, 'coins', i.coins, 'posted_at', i.posted_at,
    -- Rejected rows are forgotten after a while; then the numbers are all that is left.
    'rejected', case when i.rows - i.accepted = (select count(*) from private.import_rejects where import_id = i.id)
      then coalesce((select jsonb_agg(jsonb_build_object('line', r.line, 'verdict', r.verdict) order by r.line)
        from private.import_rejects r where r.import_id = i.id), '[]') end
  )
  from public.imports i where i.id = p_id
$$;
comment on function private.import_answer is 'What preview_import and post_import answer of an import.';
revoke execute on function private.import_answer from public, anon, authenticated;

create function private.preview_import(p_partner_id uuid, p_file_name text, p_sha256 text, p_rows jsonb) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor_id uuid := private.require_role('administrator');
  v_id uuid := gen_random_uuid();
  v_answer jsonb;
begin
  perform private.require_rows(p_rows);
  -- The same judgement as that of the posting, undone, and without its locks.
  begin
    perform private.start_import(v_id, p_partner_id, p_file_name, p_sha256, p_rows, v_actor_id, false);
    v_answer := private.import_answer(v_id);
    raise exception using errcode = 'UNDO0';
  exception when sqlstate 'UNDO0' then
    return v_answer - 'id' - 'posted_at';
  end;
end
$$;
comment on function private.preview_import is 'Body of public.preview_import. Definer, because nobody reads members or writes imports directly.';
revoke execute on function private.preview_import from public, anon, authenticated;
grant execute on function private.preview_import to authenticated;

create function public.preview_import(p_partner_id uuid, p_file_name text, p_sha256 text, p_rows jsonb) returns jsonb
language sql
set search_path = ''
as $$ select private.preview_import(p_partner_id, p_file_name, p_sha256, p_rows) $$;
comment on function public.preview_import is
  'What posting a file [{member, date, quantity}] of texts would do now, and nothing of it done: {rows, accepted, coins, rejected: [{line, verdict}]}, lines counted from one. Errors: not_found, rows_invalid, rows_too_many (detail: limit), row_invalid (detail: line), partner_unknown, partner_closed, file_posted (detail: import_id, posted_at), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.preview_import from public, anon, authenticated;
grant execute on function public.preview_import to authenticated;

create function private.post_import(
  p_id uuid, p_partner_id uuid, p_file_name text, p_sha256 text, p_rows jsonb
) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  v_actor_id uuid := private.require_role('administrator');
  v_import public.imports;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every import names its id.');
  end if;
  perform private.require_rows(p_rows);
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_import from public.imports where id = p_id;
  if found then
    if (v_import.partner_id, v_import.sha256, v_import.content_hash)
      is distinct from (p_partner_id, p_sha256, pg_catalog.sha256(convert_to(p_rows::text, 'UTF8')))
    then
      perform private.refuse('key_reused', 409, 'This key was used for another import.');
    end if;
    return private.import_answer(p_id);
  end if;
  perform private.start_import(p_id, p_partner_id, p_file_name, p_sha256, p_rows, v_actor_id, true);
  select * into v_import from public.imports where id = p_id;
  perform private.record_audit('post_import', 'import', p_id::text, jsonb_build_object('partner_id', p_partner_id,
    'file_name', p_file_name, 'rows', v_import.rows, 'accepted', v_import.accepted, 'coins', v_import.coins));
  return private.import_answer(p_id);
end
$$;
comment on function private.post_import is 'Body of public.post_import. Definer, because nobody may write logs, coins or imports directly.';
revoke execute on function private.post_import from public, anon, authenticated;
grant execute on function private.post_import to authenticated;

create function public.post_import(
  p_id uuid, p_partner_id uuid, p_file_name text, p_sha256 text, p_rows jsonb
) returns jsonb
language sql
set search_path = ''
as $$ select private.post_import(p_id, p_partner_id, p_file_name, p_sha256, p_rows) $$;
comment on function public.post_import is
  'Posts a file [{member, date, quantity}] of texts, all of it or nothing, and answers like preview_import with id and posted_at. The same id is the same posting, and the same file of a partner is posted once. Errors: not_found, key_missing, key_reused, rows_invalid, rows_too_many (detail: limit), row_invalid (detail: line), partner_unknown, partner_closed, file_posted (detail: import_id, posted_at), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.post_import from public, anon, authenticated;
grant execute on function public.post_import to authenticated;

create function private.list_import_rejects(p_import_id uuid) returns table (
  line integer, member text, day text, quantity text, verdict public.import_verdict
)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_role('administrator');
  return query
    select r.line, r.member, r.day, r.quantity, r.verdict from private.import_rejects r
    where r.import_id = p_import_id order by r.line;
end
$$;
comment on function private.list_import_rejects is 'Body of public.list_import_rejects. Definer, because nobody reads rejected rows directly.';
revoke execute on function private.list_import_rejects from public, anon, authenticated;
grant execute on function private.list_import_rejects to authenticated;

create function public.list_import_rejects(p_import_id uuid) returns table (
  line integer, member text, day text, quantity text, verdict public.import_verdict
)
language sql stable
set search_path = ''
as $$ select * from private.list_import_rejects(p_import_id) $$;
comment on function public.list_import_rejects is
  'The rows of a posted file that did not count, as they stood in it, and why; none once they are forgotten. Errors: not_found, staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.list_import_rejects from public, anon, authenticated;
grant execute on function public.list_import_rejects to authenticated;

create function private.forget_imported_rows() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_days integer;
  v_rejects integer;
begin
  delete from private.imported_days where (partner_id, resident_id, day) in (
    select partner_id, resident_id, day from private.imported_days
    where day < private.shanghai_day() - 62 limit 10000 for update skip locked
  );
  get diagnostics v_days = row_count;
  delete from private.import_rejects where (import_id, line) in (
    select r.import_id, r.line from private.import_rejects r join public.imports i on i.id = r.import_id
    where i.posted_at < now() - interval '60 days' limit 10000 for update of r skip locked
  );
  get diagnostics v_rejects = row_count;
  return v_days + v_rejects;
end
$$;
comment on function private.forget_imported_rows is
  'Forgets days too old to be handed in again, and rejected rows of 60 days ago, at most 10,000 of each at a time, and gives how many. Called by: do_due_work.';
revoke execute on function private.forget_imported_rows from public, anon, authenticated;

create function private.partner_counts() returns table (partner_id uuid, members integer)
language sql stable security definer
set search_path = ''
as $$
  select m.partner_id, count(*)::integer from private.partner_members m
  where (select private.has_role('administrator'))
  group by m.partner_id
$$;
comment on function private.partner_counts is
  'How many residents take part with each partner; nothing for anybody but administrators. Definer, because who they are is nobody''s to read. Called by: desk_partners.';
revoke execute on function private.partner_counts from public, anon, authenticated;
grant execute on function private.partner_counts to authenticated;

alter table public.partners enable row level security;
create policy "visitors read open partners" on public.partners
  for select to anon using (is_open);
create policy "residents read open partners, administrators all" on public.partners
  for select to authenticated using (is_open or (select private.has_role('administrator')));
grant select (id, name_zh, name_en, action_code, unit_zh, unit_en, is_open, is_demo, version, changed_at)
  on public.partners to anon, authenticated;

alter table public.imports enable row level security;
create policy "administrators read imports" on public.imports
  for select to authenticated using ((select private.has_role('administrator')));
grant select (id, partner_id, file_name, sha256, rows, accepted, coins, posted_at)
  on public.imports to authenticated;

create view public.desk_partners with (security_invoker = on) as
  select p.id, p.name_zh, p.name_en, p.action_code, a.name_zh as action_zh, a.name_en as action_en, p.unit_zh,
    p.unit_en, p.is_open, p.is_demo, p.version, p.changed_at, coalesce(c.members, 0) as members,
    p.name_zh || ' ' || p.name_en || ' ' || a.name_zh || ' ' || a.name_en as search
  from public.partners p
  join public.green_actions a on a.code = p.action_code
  left join private.partner_counts() c on c.partner_id = p.id
  where (select private.has_role('administrator'));
comment on view public.desk_partners is
  'Every partner and how many take part, for administrators. Called by: the list of partners.';
grant select on public.desk_partners to authenticated;

create view public.desk_imports with (security_invoker = on) as
  select i.id, i.partner_id, p.name_zh, p.name_en, i.file_name, i.rows, i.accepted, i.rows - i.accepted as rejected,
    i.coins, i.posted_at, i.file_name || ' ' || p.name_zh || ' ' || p.name_en as search
  from public.imports i join public.partners p on p.id = i.partner_id;
comment on view public.desk_imports is
  'Every posted file, for administrators. Called by: the list of imports.';
grant select on public.desk_imports to authenticated;
