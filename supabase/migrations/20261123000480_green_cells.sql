-- Green cells (绿色细胞): households, which residents make themselves, and schools, hospitals, communities, shops and
-- buildings, which the bureau registers. Order of locks: the resident's memberships, then the cell.

create type public.cell_kind as enum ('family', 'school', 'hospital', 'community', 'shop', 'building');

create table public.green_cells (
  id uuid primary key default gen_random_uuid(),
  kind public.cell_kind not null,
  name_zh text not null,
  name_en text not null,
  town_code text references public.towns (code),
  join_code text not null,
  opened_by uuid,
  members integer not null default 0,
  is_open boolean not null default true,
  is_demo boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  constraint cell_names_are_short check (
    char_length(name_zh) between 1 and 40 and char_length(name_en) between 1 and 80
    and name_zh !~ '[[:cntrl:]]' and name_en !~ '[[:cntrl:]]'
  ),
  constraint only_households_have_no_town check (kind = 'family' or town_code is not null),
  constraint household_is_at_most_ten_people check (members >= 0 and (kind <> 'family' or members <= 10))
);
comment on table public.green_cells is
  'Green cells (plan §三): families, schools, hospitals, communities, shops and buildings. Read by editors and administrators, who see no families; members read theirs in my_cells.';
comment on column public.green_cells.name_zh is 'A family writes one name, which stands in both languages.';
comment on column public.green_cells.join_code is 'Twelve characters, the last a check character: whoever knows it may join, so it is as long as a voucher''s.';
comment on column public.green_cells.opened_by is 'The resident who made the household, for whom making it twice is once.';
comment on column public.green_cells.members is 'How many there are; counted by the trigger on private.cell_members.';
create unique index cell_codes_are_unique on public.green_cells (join_code);
create index green_cells_by_town on public.green_cells (town_code);
create trigger cell_versions_rise before update on public.green_cells
  for each row execute function private.raise_version('members', 'join_code');

create table private.cell_members (
  cell_id uuid not null references public.green_cells (id) on delete cascade,
  resident_id uuid not null references auth.users (id) on delete cascade,
  kind public.cell_kind not null,
  joined_at timestamptz not null default now(),
  primary key (resident_id, cell_id)
);
comment on table private.cell_members is 'Who belongs to which cell. Nobody reads it but functions, so that no cell knows its people by account.';
comment on column private.cell_members.kind is 'The cell''s, which never changes.';
create index cell_members_by_cell on private.cell_members (cell_id);
create unique index residents_live_in_one_household on private.cell_members (resident_id) where kind = 'family';

create table private.left_cells (
  cell_id uuid not null references public.green_cells (id) on delete cascade,
  resident_id uuid not null references auth.users (id) on delete cascade,
  left_at timestamptz not null default now(),
  primary key (resident_id, cell_id)
);
comment on table private.left_cells is
  'Who left which cell in the last 90 days: whoever goes out for a moment, to redeem once more or to judge, is still one of it. Nobody reads it but functions.';
create index left_cells_by_cell on private.left_cells (cell_id);
create index left_cells_by_time on private.left_cells (left_at);

create function private.forget_left_cells() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from private.left_cells where (resident_id, cell_id) in (
    select resident_id, cell_id from private.left_cells
    where left_at < now() - interval '90 days' limit 10000 for update skip locked
  );
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.forget_left_cells is
  'Forgets who left a cell more than 90 days ago, at most 10,000 at a time, and gives how many. Called by: do_due_work.';
revoke execute on function private.forget_left_cells from public, anon, authenticated;

create function private.count_cell_members() returns trigger
language plpgsql security definer
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    update public.green_cells set members = members + 1 where id = new.cell_id;
  else
    update public.green_cells set members = members - 1 where id = old.cell_id;
  end if;
  return null;
end
$$;
comment on function private.count_cell_members is
  'Counts the members of a cell. Definer, because the auth service, which deletes accounts, has no rights here. Called by: the trigger on cell_members.';
revoke execute on function private.count_cell_members from public, anon, authenticated;
create trigger cells_count_their_members after insert or delete on private.cell_members
  for each row execute function private.count_cell_members();

create function private.household_of(p_resident_id uuid) returns uuid
language sql stable
set search_path = ''
as $$ select cell_id from private.cell_members where resident_id = p_resident_id and kind = 'family' $$;
comment on function private.household_of is
  'The household a resident lives in, or null. Called by: definer bodies of rewards.';
revoke execute on function private.household_of from public, anon, authenticated;

create function private.share_a_cell(a uuid, b uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from (
      select cell_id from private.cell_members where resident_id = a
      union all select cell_id from private.left_cells where resident_id = a
    ) x join (
      select cell_id from private.cell_members where resident_id = b
      union all select cell_id from private.left_cells where resident_id = b
    ) y using (cell_id)
  )
$$;
comment on function private.share_a_cell is
  'Whether two residents belong to one cell of whatever kind, or did in the last 90 days. Called by: definer bodies of moderation, so that nobody judges their cell''s logs.';
revoke execute on function private.share_a_cell from public, anon, authenticated;

create function private.keep_memberships(p_resident_id uuid) returns void
language sql
set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('cells of ' || p_resident_id, 0)) $$;
comment on function private.keep_memberships is
  'Lets a resident neither join nor leave a cell elsewhere until the transaction ends; locked before the cell and before the wallet. Called by: create_household, join_cell, leave_cell and redeem_reward.';
revoke execute on function private.keep_memberships from public, anon, authenticated;

create function private.refuse_second_household(p_resident_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  if private.household_of(p_resident_id) is not null then
    perform private.refuse('in_a_household', 409, 'One lives in one household at a time.');
  end if;
end
$$;
comment on function private.refuse_second_household is
  'Refuses whoever lives in a household (in_a_household). Called by: create_household and join_cell.';
revoke execute on function private.refuse_second_household from public, anon, authenticated;

create function private.create_household(p_id uuid, p_name text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_name text := trim(coalesce(p_name, ''));
  v_cell public.green_cells;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every household names its id.');
  elsif char_length(v_name) not between 1 and 40 or v_name ~ '[[:cntrl:]]' then
    perform private.refuse('cell_name_invalid', 400, 'A household has a name of one line.',
      jsonb_build_object('limit', 40));
  end if;
  perform private.keep_memberships(v_resident_id);
  select * into v_cell from public.green_cells where id = p_id;
  if found then
    if (v_cell.opened_by, v_cell.name_zh) is distinct from (v_resident_id, v_name) then
      perform private.refuse('key_reused', 409, 'This id was used for another household.');
    end if;
    return v_cell.id;
  end if;
  perform private.refuse_second_household(v_resident_id);
  insert into public.green_cells (id, kind, name_zh, name_en, join_code, opened_by)
  values (p_id, 'family', v_name, v_name, private.new_code(12), v_resident_id)
  on conflict (id) do nothing;
  if not found then
    -- Somebody else's, made in the same moment.
    perform private.refuse('key_reused', 409, 'This id was used for another household.');
  end if;
  insert into private.cell_members (cell_id, resident_id, kind) values (p_id, v_resident_id, 'family');
  return p_id;
end
$$;
comment on function private.create_household is
  'Body of public.create_household. Definer, because nobody may write cells directly.';
revoke execute on function private.create_household from public, anon, authenticated;
grant execute on function private.create_household to authenticated;

create function public.create_household(p_id uuid, p_name text) returns uuid
language sql
set search_path = ''
as $$ select private.create_household(p_id, p_name) $$;
comment on function public.create_household is
  'Makes a household with this id and the caller in it; the same id and name again are the same household. Errors: sign_in_first, key_missing, key_reused, cell_name_invalid (detail: limit), in_a_household. Called by: residents.';
revoke execute on function public.create_household from public, anon, authenticated;
grant execute on function public.create_household to authenticated;

create function private.join_cell(p_code text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_code text := upper(regexp_replace(left(coalesce(p_code, ''), 100), '[\s-]', '', 'g'));
  v_cell public.green_cells;
begin
  perform private.keep_memberships(v_resident_id);
  select * into v_cell from public.green_cells where join_code = v_code and is_open for no key update;
  if not found then
    perform private.refuse('cell_unknown', 404, 'No cell has this code.');
  elsif exists (
    select from private.cell_members where resident_id = v_resident_id and cell_id = v_cell.id
  ) then
    return v_cell.id;
  elsif v_cell.kind = 'family' then
    perform private.refuse_second_household(v_resident_id);
    if v_cell.members >= 10 then
      perform private.refuse('household_full', 409, 'A household has ten people at most.',
        jsonb_build_object('limit', 10));
    end if;
  end if;
  insert into private.cell_members (cell_id, resident_id, kind) values (v_cell.id, v_resident_id, v_cell.kind);
  return v_cell.id;
end
$$;
comment on function private.join_cell is
  'Body of public.join_cell. Definer, because nobody may write cells directly.';
revoke execute on function private.join_cell from public, anon, authenticated;
grant execute on function private.join_cell to authenticated;

create function public.join_cell(p_code text) returns uuid
language sql
set search_path = ''
as $$ select private.join_cell(p_code) $$;
comment on function public.join_cell is
  'Takes the caller into the cell with this code and gives its id; joining twice is the same as once. Errors: sign_in_first, cell_unknown, in_a_household, household_full (detail: limit). Called by: residents.';
revoke execute on function public.join_cell from public, anon, authenticated;
grant execute on function public.join_cell to authenticated;

create function private.leave_cell(p_id uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
begin
  perform private.keep_memberships(v_resident_id);
  delete from private.cell_members where resident_id = v_resident_id and cell_id = p_id;
  if found then
    insert into private.left_cells (cell_id, resident_id) values (p_id, v_resident_id)
    on conflict (resident_id, cell_id) do update set left_at = excluded.left_at;
  end if;
end
$$;
comment on function private.leave_cell is
  'Body of public.leave_cell. Definer, because nobody may write cells directly.';
revoke execute on function private.leave_cell from public, anon, authenticated;
grant execute on function private.leave_cell to authenticated;

create function public.leave_cell(p_id uuid) returns void
language sql
set search_path = ''
as $$ select private.leave_cell(p_id) $$;
comment on function public.leave_cell is
  'Takes the caller out of a cell; doing it twice, or for a cell they are not in, changes nothing. What was redeemed in a household goes on counting, there and, for 90 days, for whoever left. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.leave_cell from public, anon, authenticated;
grant execute on function public.leave_cell to authenticated;

create function private.renew_cell_code(p_id uuid) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_cell public.green_cells;
begin
  perform private.keep_memberships(v_resident_id);
  select * into v_cell from public.green_cells where id = p_id for no key update;
  if coalesce(v_cell.kind, 'school') <> 'family' or not exists (
    select from private.cell_members where resident_id = v_resident_id and cell_id = p_id
  ) then
    perform private.require_role('editor');
    if v_cell.id is null or v_cell.kind = 'family' then
      perform private.refuse('cell_unknown', 404, 'There is no such cell.');
    end if;
    perform private.require_role_at('editor', null, v_cell.town_code);
    perform private.record_audit('renew_cell_code', 'cell', p_id::text);
  end if;
  update public.green_cells set join_code = private.new_code(12) where id = p_id
  returning * into v_cell;
  return v_cell.join_code;
end
$$;
comment on function private.renew_cell_code is
  'Body of public.renew_cell_code. Definer, because nobody may write cells directly.';
revoke execute on function private.renew_cell_code from public, anon, authenticated;
grant execute on function private.renew_cell_code to authenticated;

create function public.renew_cell_code(p_id uuid) returns text
language sql
set search_path = ''
as $$ select private.renew_cell_code(p_id) $$;
comment on function public.renew_cell_code is
  'Gives a cell another code, after which the old one lets nobody in. Errors: sign_in_first; not_found, for a household that is not the caller''s as for other cells to whoever is no editor of their town; cell_unknown. For their household residents call it, for the rest editors. Called by: residents.';
revoke execute on function public.renew_cell_code from public, anon, authenticated;
grant execute on function public.renew_cell_code to authenticated;

create function private.save_cell(p_id uuid, p_version integer, p_content jsonb) returns public.green_cells
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.green_cells;
  v_old public.green_cells;
  v_new public.green_cells;
begin
  perform private.require_role('editor');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every cell names its id and version.');
  end if;
  v_wish.name_zh := private.read_text(p_content, 'name_zh', 40, true);
  v_wish.name_en := private.read_text(p_content, 'name_en', 80, true);
  if v_wish.name_zh ~ '[[:cntrl:]]' or v_wish.name_en ~ '[[:cntrl:]]' then
    perform private.refuse_content(case when v_wish.name_zh ~ '[[:cntrl:]]' then 'name_zh' else 'name_en' end);
  elsif coalesce(p_content ->> 'kind', '') not in ('school', 'hospital', 'community', 'shop', 'building') then
    perform private.refuse_content('kind');
  elsif not exists (select from public.towns where code = p_content ->> 'town_code') then
    perform private.refuse_content('town_code');
  end if;
  v_wish.kind := (p_content ->> 'kind')::public.cell_kind;
  v_wish.town_code := p_content ->> 'town_code';
  v_wish.is_open := coalesce((p_content -> 'is_open') = 'true', false);
  perform private.require_role_at('editor', null, v_wish.town_code);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.green_cells where id = p_id for no key update;
  if found then
    if v_old.kind = 'family' then
      perform private.refuse('cell_unknown', 404, 'There is no such cell.');
    end if;
    perform private.require_role_at('editor', null, v_old.town_code);
    if v_old.kind <> v_wish.kind then
      -- Members carry the kind, and a school does not become a hospital.
      perform private.refuse_content('kind');
    elsif (v_old.name_zh, v_old.name_en, v_old.town_code, v_old.is_open)
      = (v_wish.name_zh, v_wish.name_en, v_wish.town_code, v_wish.is_open)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.green_cells set
      name_zh = v_wish.name_zh, name_en = v_wish.name_en, town_code = v_wish.town_code, is_open = v_wish.is_open
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('cell_unknown', 404, 'There is no such cell.');
    end if;
    insert into public.green_cells (id, kind, name_zh, name_en, town_code, join_code, is_open, changed_by)
    values (p_id, v_wish.kind, v_wish.name_zh, v_wish.name_en, v_wish.town_code, private.new_code(12),
      v_wish.is_open, auth.uid())
    returning * into v_new;
  end if;
  -- Without the code: it lets people in, and the audit is read by more than those who hand it out.
  perform private.record_audit('save_cell', 'cell', p_id::text, '{}',
    case when v_old.id is not null then to_jsonb(v_old) - 'changed_by' - 'join_code' end,
    to_jsonb(v_new) - 'changed_by' - 'join_code');
  return v_new;
end
$$;
comment on function private.save_cell is
  'Body of public.save_cell. Definer, because nobody may write cells directly.';
revoke execute on function private.save_cell from public, anon, authenticated;
grant execute on function private.save_cell to authenticated;

create function public.save_cell(p_id uuid, p_version integer, p_content jsonb) returns public.green_cells
language sql
set search_path = ''
as $$
  select jsonb_populate_record(private.save_cell(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_cell is
  'Saves {kind, name_zh, name_en, town_code, is_open} of a school, hospital, community, shop or building on top of a version; version 0 makes a new cell with this id, whose kind stays. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), cell_unknown, newer_version (detail: version, changed_at, by). Called by: editors.';
revoke execute on function public.save_cell from public, anon, authenticated;
grant execute on function public.save_cell to authenticated;

create function private.list_my_cells() returns table (
  id uuid, kind public.cell_kind, name_zh text, name_en text, town_code text, members integer,
  join_code text, joined_at timestamptz, is_demo boolean
)
language sql stable security definer
set search_path = ''
as $$
  select c.id, c.kind, c.name_zh, c.name_en, c.town_code, c.members,
    -- A household invites; elsewhere the code comes from whoever registered the cell.
    case when c.kind = 'family' then c.join_code end, m.joined_at, c.is_demo
  from private.cell_members m join public.green_cells c on c.id = m.cell_id
  where m.resident_id = (select auth.uid())
$$;
comment on function private.list_my_cells is
  'Rows of public.my_cells. Definer, because nobody reads memberships directly.';
revoke execute on function private.list_my_cells from public, anon, authenticated;
grant execute on function private.list_my_cells to authenticated;

create view public.my_cells with (security_invoker = on) as
  select * from private.list_my_cells();
comment on view public.my_cells is
  'The cells the caller belongs to, with how many they are and, of their household, the code to invite by. Called by: the account page.';
grant select on public.my_cells to authenticated;

alter table private.cell_members enable row level security;
alter table private.left_cells enable row level security;

alter table public.green_cells enable row level security;
create policy "editors and administrators read cells that are no families" on public.green_cells
  for select to authenticated
  using (kind <> 'family' and ((select private.has_role('editor')) or (select private.has_role('administrator'))));
grant select (id, kind, name_zh, name_en, town_code, join_code, members, is_open, is_demo, version, changed_at)
  on public.green_cells to authenticated;

create view public.desk_cells with (security_invoker = on) as
  select c.id, c.kind, c.name_zh, c.name_en, c.town_code, c.join_code, c.members, c.is_open, c.is_demo, c.version,
    c.changed_at, c.name_zh || ' ' || c.name_en as search
  from public.green_cells c where c.kind <> 'family';
comment on view public.desk_cells is
  'Every cell that is no family, for editors and administrators. Called by: the list of green cells.';
grant select on public.desk_cells to authenticated;
