-- Waves (调查) as analysts keep them: targets, invitations by code, and interviewers who enter by phone or from paper.

alter table public.survey_waves
  add column population_zh text not null default '',
  add column population_en text not null default '',
  add column announced_at timestamptz,
  add column version integer not null default 1,
  add column changed_at timestamptz not null default now(),
  add column changed_by uuid;
comment on column public.survey_waves.population_zh is 'Who is asked, in Chinese: “义乌 18 岁以上常住居民”.';
comment on column public.survey_waves.population_en is 'Who is asked, in English.';
comment on column public.survey_waves.announced_at is
  'Since when everyone may read it; empty: a draft. What was announced does not change any more.';
comment on column public.survey_waves.version is 'Rises with each save, also of its targets.';

drop policy "everyone reads waves" on public.survey_waves;
create policy "visitors read announced waves" on public.survey_waves
  for select to anon using (announced_at is not null);
create policy "residents read announced waves, analysts drafts too" on public.survey_waves
  for select to authenticated using (announced_at is not null or (select private.has_role('analyst')));
revoke select on public.survey_waves from anon, authenticated;
grant select (id, questionnaire_id, questionnaire_version, title_zh, title_en, series, opens_on, closes_on,
  population_zh, population_en, form_number, form_maker, approval_number, form_expires_on, announced_at, closed_at,
  is_demo, version, changed_at) on public.survey_waves to anon, authenticated;

create table public.survey_targets (
  wave_id uuid not null references public.survey_waves (id) on delete cascade,
  town_code text not null references public.towns (code),
  age_band public.age_band not null,
  sex public.sex not null,
  target integer not null,
  primary key (wave_id, town_code, age_band, sex),
  constraint target_is_sane check (target between 1 and 20000)
);
comment on table public.survey_targets is 'How many answers a wave aims at, by town, age and sex. Written by save_wave.';
create index survey_targets_by_town on public.survey_targets (town_code);
alter table public.survey_targets enable row level security;
create policy "analysts read targets" on public.survey_targets
  for select to authenticated using ((select private.has_role('analyst')));
grant select on public.survey_targets to authenticated;

create table survey_private.invitation_batches (
  id uuid primary key,
  wave_id uuid not null references public.survey_waves (id),
  strata jsonb not null,
  secret bytea not null default
    pg_catalog.sha256(pg_catalog.uuid_send(gen_random_uuid()) || pg_catalog.uuid_send(gen_random_uuid())),
  drawn_at timestamptz not null default now(),
  constraint batch_secret_is_32_bytes check (octet_length(secret) = 32)
);
comment on table survey_private.invitation_batches is
  'Invitations drawn in one go. Whoever has the secret can write the codes of the batch again.';
comment on column survey_private.invitation_batches.strata is
  'How many were drawn for whom: [{town_code, age_band, sex, count}], null where the sample does not know.';
create index invitation_batches_by_wave on survey_private.invitation_batches (wave_id);
alter table survey_private.invitation_batches enable row level security;

create table survey_private.invitations (
  code_sha256 bytea primary key,
  batch_id uuid not null references survey_private.invitation_batches (id),
  wave_id uuid not null references public.survey_waves (id),
  number integer not null,
  town_code text references public.towns (code),
  age_band public.age_band,
  sex public.sex,
  mode public.survey_mode,
  blinded_sha256 bytea,
  constraint invitation_is_numbered_once unique (batch_id, number),
  constraint invitation_is_redeemed_as_a_whole check ((mode is null) = (blinded_sha256 is null)),
  constraint invitation_hashes_are_sha256 check (
    octet_length(code_sha256) = 32 and octet_length(blinded_sha256) = 32
  )
);
comment on table survey_private.invitations is
  'Codes as hashes, whom they were drawn for, and, once redeemed, by which mode and for which blinded token. No time, and no way to an answer.';
create index invitations_redeemed_by_mode on survey_private.invitations (wave_id, mode) where mode is not null;
create index invitations_by_town on survey_private.invitations (town_code) where town_code is not null;
alter table survey_private.invitations enable row level security;

create function survey_private.read_strata(p_strata jsonb, p_field text, p_amount text, p_is_whole boolean)
returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  v_strata jsonb;
begin
  if jsonb_typeof(p_strata) is distinct from 'array' then
    perform private.refuse_content(p_field);
  end if;
  if exists (
    select from jsonb_array_elements(p_strata) as s
    where jsonb_typeof(s) <> 'object'
      or case when s ->> 'town_code' is null then p_is_whole
        else not exists (select from public.towns t where t.code = s ->> 'town_code') end
      or case when s ->> 'age_band' is null then p_is_whole
        else not s ->> 'age_band' = any (enum_range(null::public.age_band)::text[]) end
      or case when s ->> 'sex' is null then p_is_whole
        else not s ->> 'sex' = any (enum_range(null::public.sex)::text[]) end
      or case when jsonb_typeof(s -> p_amount) = 'number'
        then (s ->> p_amount)::numeric not between 1 and 20000 or (s ->> p_amount)::numeric % 1 <> 0
        else true end
  ) or exists (
    select from jsonb_array_elements(p_strata) as s
    group by s ->> 'town_code', s ->> 'age_band', s ->> 'sex' having count(*) > 1
  ) then
    perform private.refuse_content(p_field);
  end if;
  select jsonb_agg(jsonb_build_object('town_code', s ->> 'town_code', 'age_band', s ->> 'age_band',
      'sex', s ->> 'sex', p_amount, (s ->> p_amount)::numeric::integer)
    order by s ->> 'town_code', s ->> 'age_band', s ->> 'sex') into v_strata
  from jsonb_array_elements(p_strata) as s;
  return coalesce(v_strata, '[]');
end
$$;
comment on function survey_private.read_strata is
  'A list of strata with a number of people each, from 1 to 20,000, in one order; a whole one names town, age and sex, others may leave open what is not known. Errors: content_invalid. Called by: save_wave and draw_invitations.';
revoke execute on function survey_private.read_strata from public, anon, authenticated;

create function survey_private.wave_content(p_wave public.survey_waves) returns jsonb
language sql stable
set search_path = ''
as $$
  select to_jsonb(p_wave) - array['id', 'is_demo', 'announced_at', 'closed_at', 'version', 'changed_at', 'changed_by']
    || jsonb_build_object('targets', coalesce((
      select jsonb_agg(to_jsonb(t) - 'wave_id' order by t.town_code, t.age_band::text, t.sex::text)
      from public.survey_targets t where t.wave_id = p_wave.id
    ), '[]'))
$$;
comment on function survey_private.wave_content is 'What an analyst says of a wave, its targets included. Called by: save_wave.';
revoke execute on function survey_private.wave_content from public, anon, authenticated;

create function survey_private.read_wave(p_content jsonb, p_before public.survey_waves) returns public.survey_waves
language plpgsql stable
set search_path = ''
as $$
declare
  v_wave public.survey_waves := p_before;
begin
  perform private.require_content(p_content);
  v_wave.title_zh := private.read_text(p_content, 'title_zh', 60, true);
  v_wave.title_en := private.read_text(p_content, 'title_en', 120, true);
  v_wave.population_zh := private.read_text(p_content, 'population_zh', 200);
  v_wave.population_en := private.read_text(p_content, 'population_en', 400);
  v_wave.form_number := private.read_text(p_content, 'form_number', 60);
  v_wave.form_maker := private.read_text(p_content, 'form_maker', 120);
  v_wave.approval_number := private.read_text(p_content, 'approval_number', 60);
  v_wave.form_expires_on := private.read_day(p_content, 'form_expires_on');
  v_wave.series := private.read_choice(p_content, 'series', enum_range(null::public.survey_series)::text[]);
  v_wave.opens_on := private.read_day(p_content, 'opens_on');
  v_wave.closes_on := private.read_day(p_content, 'closes_on');
  if v_wave.opens_on is null then
    perform private.refuse_content('opens_on');
  elsif v_wave.closes_on is null or v_wave.closes_on < v_wave.opens_on then
    perform private.refuse_content('closes_on');
  end if;
  v_wave.questionnaire_version := private.read_number(p_content, 'questionnaire_version', 1, 100000);
  select questionnaire_id into v_wave.questionnaire_id from public.questionnaire_versions
  where questionnaire_id::text = p_content ->> 'questionnaire_id' and version = v_wave.questionnaire_version;
  if not found then
    perform private.refuse_content('questionnaire_id');
  end if;
  return v_wave;
end
$$;
comment on function survey_private.read_wave is
  'A wave as its form says it; the questionnaire is a published version. Errors: content_invalid (detail: field). Called by: save_wave.';
revoke execute on function survey_private.read_wave from public, anon, authenticated;

create function survey_private.save_wave(p_id uuid, p_version integer, p_content jsonb) returns public.survey_waves
language plpgsql security definer
set search_path = ''
as $$
declare
  v_old public.survey_waves;
  v_wish public.survey_waves;
  v_new public.survey_waves;
  v_targets jsonb;
  v_before jsonb;
begin
  perform private.require_role('analyst');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every wave names its id and version.');
  end if;
  -- One save of a wave at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.survey_waves where id = p_id for update;
  v_wish := survey_private.read_wave(p_content, v_old);
  v_targets := survey_private.read_strata(coalesce(p_content -> 'targets', '[]'), 'targets', 'target', true);
  if v_old.id is null then
    if p_version <> 0 then
      perform private.refuse('wave_unknown', 404, 'There is no such survey.');
    end if;
    insert into public.survey_waves (id, questionnaire_id, questionnaire_version, title_zh, title_en, series, opens_on,
      closes_on, population_zh, population_en, form_number, form_maker, approval_number, form_expires_on, changed_by)
    values (p_id, v_wish.questionnaire_id, v_wish.questionnaire_version, v_wish.title_zh, v_wish.title_en,
      v_wish.series, v_wish.opens_on, v_wish.closes_on, v_wish.population_zh, v_wish.population_en,
      v_wish.form_number, v_wish.form_maker, v_wish.approval_number, v_wish.form_expires_on, auth.uid())
    returning * into v_new;
  else
    v_before := survey_private.wave_content(v_old);
    if v_before = survey_private.wave_content(v_wish) || jsonb_build_object('targets', v_targets) then
      return v_old;
    elsif v_old.announced_at is not null then
      perform private.refuse('wave_announced', 409, 'What was announced does not change any more.');
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.survey_waves set
      questionnaire_id = v_wish.questionnaire_id, questionnaire_version = v_wish.questionnaire_version,
      title_zh = v_wish.title_zh, title_en = v_wish.title_en, series = v_wish.series,
      opens_on = v_wish.opens_on, closes_on = v_wish.closes_on,
      population_zh = v_wish.population_zh, population_en = v_wish.population_en,
      form_number = v_wish.form_number, form_maker = v_wish.form_maker,
      approval_number = v_wish.approval_number, form_expires_on = v_wish.form_expires_on,
      version = v_old.version + 1, changed_at = now(), changed_by = auth.uid()
    where id = p_id returning * into v_new;
  end if;
  delete from public.survey_targets where wave_id = p_id;
  insert into public.survey_targets (wave_id, town_code, age_band, sex, target)
  select p_id, s ->> 'town_code', (s ->> 'age_band')::public.age_band, (s ->> 'sex')::public.sex, (s ->> 'target')::integer
  from jsonb_array_elements(v_targets) as s;
  perform private.record_audit('save_wave', 'survey_wave', p_id::text, '{}', v_before, survey_private.wave_content(v_new));
  return v_new;
end
$$;
comment on function survey_private.save_wave is
  'Body of public.save_wave. Definer, because nobody may write waves directly.';
revoke execute on function survey_private.save_wave from public, anon, authenticated;
grant execute on function survey_private.save_wave to authenticated;

create function public.save_wave(p_id uuid, p_version integer, p_content jsonb) returns public.survey_waves
language sql
set search_path = ''
as $$
  select jsonb_populate_record(survey_private.save_wave(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_wave is
  'Saves {questionnaire_id, questionnaire_version, title_zh, title_en, series, opens_on, closes_on, population_zh, population_en, form_number, form_maker, approval_number, form_expires_on, targets: [{town_code, age_band, sex, target}]} of a wave that is not announced, on top of a version; version 0 makes a new wave with this id. The same content again is saved already. Errors: not_found, staff_session_ended, second_factor_needed, key_missing, content_invalid (detail: field), wave_unknown, wave_announced, newer_version (detail: version, changed_at, by). Called by: analysts.';
revoke execute on function public.save_wave from public, anon, authenticated;
grant execute on function public.save_wave to authenticated;

create function survey_private.announce_wave(p_id uuid, p_version integer) returns public.survey_waves
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
begin
  perform private.require_role('analyst');
  select * into v_wave from public.survey_waves where id = p_id for update;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.announced_at is not null then
    return v_wave;
  end if;
  perform private.refuse_newer_version(p_version, v_wave.version, v_wave.changed_at, v_wave.changed_by);
  if v_wave.opens_on < private.shanghai_day() then
    perform private.refuse('wave_begins_in_the_past', 409, 'A wave begins today or later.',
      jsonb_build_object('opens_on', v_wave.opens_on));
  end if;
  perform survey_private.take_key(p_id);
  update public.survey_waves set
    announced_at = now(), version = version + 1, changed_at = now(), changed_by = auth.uid()
  where id = p_id returning * into v_wave;
  perform private.record_audit('announce_wave', 'survey_wave', p_id::text, '{}', null, survey_private.wave_content(v_wave));
  return v_wave;
end
$$;
comment on function survey_private.announce_wave is
  'Body of public.announce_wave. Definer, because nobody may write waves directly.';
revoke execute on function survey_private.announce_wave from public, anon, authenticated;
grant execute on function survey_private.announce_wave to authenticated;

create function public.announce_wave(p_id uuid, p_version integer) returns public.survey_waves
language sql
set search_path = ''
as $$ select jsonb_populate_record(survey_private.announce_wave(p_id, p_version), '{"changed_by": null}') $$;
comment on function public.announce_wave is
  'Shows a wave to everyone, gives it a key of the ring, and freezes it; twice is the same as once. Errors: not_found, staff_session_ended, second_factor_needed, wave_unknown, newer_version (detail: version, changed_at, by), wave_begins_in_the_past (detail: opens_on), survey_key_missing. Called by: analysts.';
revoke execute on function public.announce_wave from public, anon, authenticated;
grant execute on function public.announce_wave to authenticated;

create function survey_private.invitation_code(p_secret bytea, p_number integer) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_mac bytea := private.hmac_sha256(p_secret, pg_catalog.int4send(p_number));
  v_body text := '';
begin
  for i in 0 .. 9 loop
    v_body := v_body || substr('23456789ABCDEFGHJKLMNPQRSTVWXYZ',
      1 + (get_byte(v_mac, 2 * i) * 256 + get_byte(v_mac, 2 * i + 1)) % 31, 1);
  end loop;
  return v_body || private.code_check_character(v_body);
end
$$;
comment on function survey_private.invitation_code is
  'The code of an invitation: ten characters of HMAC-SHA-256(secret of the batch, number as 4 bytes) and a check character; about 50 bits. Called by: draw_invitations and export_invitations.';
revoke execute on function survey_private.invitation_code from public, anon, authenticated;

create function survey_private.draw_invitations(p_id uuid, p_wave_id uuid, p_strata jsonb)
returns survey_private.invitation_batches
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
  v_batch survey_private.invitation_batches;
  v_strata jsonb;
  v_count bigint;
begin
  perform private.require_role('analyst');
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every draw names its id.');
  end if;
  v_strata := survey_private.read_strata(p_strata, 'strata', 'count', false);
  select sum((s ->> 'count')::integer) into v_count from jsonb_array_elements(v_strata) as s;
  if v_count is null or v_count > 20000 then
    perform private.refuse('content_invalid', 400, 'A draw is of 1 to 20,000 invitations.',
      '{"field": "strata", "limit": 20000}');
  end if;
  -- The same draw sent twice at once is one draw.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_batch from survey_private.invitation_batches where id = p_id;
  if found then
    if v_batch.wave_id is distinct from p_wave_id or v_batch.strata <> v_strata then
      perform private.refuse('key_reused', 409, 'This draw was made with other content.');
    end if;
    return v_batch;
  end if;
  select * into v_wave from public.survey_waves where id = p_wave_id for share;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.series <> 'sampled' then
    perform private.refuse('wave_without_invitations', 409, 'This survey is open to all.');
  elsif v_wave.announced_at is null then
    perform private.refuse('wave_not_announced', 409, 'Announce the survey first: a letter names its days.');
  elsif v_wave.closed_at is not null or v_wave.closes_on < private.shanghai_day() then
    perform private.refuse('wave_closed', 409, 'This survey is over.',
      jsonb_build_object('opens_on', v_wave.opens_on, 'closes_on', v_wave.closes_on));
  end if;
  insert into survey_private.invitation_batches (id, wave_id, strata) values (p_id, p_wave_id, v_strata)
  returning * into v_batch;
  insert into survey_private.invitations (code_sha256, batch_id, wave_id, number, town_code, age_band, sex)
  select sha256(convert_to(survey_private.invitation_code(v_batch.secret, n.number::integer), 'UTF8')),
    p_id, p_wave_id, n.number, n.s ->> 'town_code', (n.s ->> 'age_band')::public.age_band, (n.s ->> 'sex')::public.sex
  from (
    select s, row_number() over (order by place, turn) as number
    from jsonb_array_elements(v_strata) with ordinality as stratum (s, place),
      generate_series(1, (s ->> 'count')::integer) as turn
  ) n;
  perform private.record_audit('draw_invitations', 'survey_wave', p_wave_id::text,
    jsonb_build_object('batch', p_id, 'count', v_count));
  return v_batch;
end
$$;
comment on function survey_private.draw_invitations is
  'Body of public.draw_invitations. Definer, because nobody may write invitations directly.';
revoke execute on function survey_private.draw_invitations from public, anon, authenticated;
grant execute on function survey_private.draw_invitations to authenticated;

create function public.draw_invitations(p_id uuid, p_wave_id uuid, p_strata jsonb)
returns table (id uuid, drawn_at timestamptz)
language sql
set search_path = ''
as $$ select b.id, b.drawn_at from survey_private.draw_invitations(p_id, p_wave_id, p_strata) b $$;
comment on function public.draw_invitations is
  'Draws invitations to an announced sampled wave, at most 20,000 at once: [{town_code, age_band, sex, count}], null where the sample does not know. The same id again is the same draw. Errors: not_found, staff_session_ended, second_factor_needed, key_missing, key_reused, content_invalid (detail: field), wave_unknown, wave_without_invitations, wave_not_announced, wave_closed (detail: opens_on, closes_on). Called by: analysts.';
revoke execute on function public.draw_invitations from public, anon, authenticated;
grant execute on function public.draw_invitations to authenticated;

create function survey_private.export_invitations(p_batch_id uuid, p_from integer, p_count integer) returns jsonb
language plpgsql security definer
set search_path = ''
as $$
declare
  v_batch survey_private.invitation_batches;
  v_from integer := greatest(coalesce(p_from, 1), 1);
  v_codes jsonb;
begin
  perform private.require_role('analyst');
  select * into v_batch from survey_private.invitation_batches where id = p_batch_id;
  if not found then
    perform private.refuse('batch_unknown', 404, 'There is no such draw.');
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('number', number,
      'code', survey_private.invitation_code(v_batch.secret, number), 'town_code', town_code, 'age_band', age_band,
      'sex', sex, 'is_used', mode is not null) order by number), '[]') into v_codes
  from survey_private.invitations
  where batch_id = p_batch_id and number >= v_from and number - v_from < coalesce(p_count, 20000);
  perform private.record_audit('export_invitations', 'survey_wave', v_batch.wave_id::text,
    jsonb_build_object('batch', p_batch_id, 'from', v_from, 'count', jsonb_array_length(v_codes)));
  return jsonb_build_object('wave_id', v_batch.wave_id, 'invitations', v_codes);
end
$$;
comment on function survey_private.export_invitations is
  'Body of public.export_invitations. Definer, because nobody reads the secrets of batches.';
revoke execute on function survey_private.export_invitations from public, anon, authenticated;
grant execute on function survey_private.export_invitations to authenticated;

create function public.export_invitations(p_batch_id uuid, p_from integer default 1, p_count integer default 20000)
returns jsonb
language sql
set search_path = ''
as $$ select survey_private.export_invitations(p_batch_id, p_from, p_count) $$;
comment on function public.export_invitations is
  'The codes of a draw, made again from its secret, from a number on and so many: {wave_id, invitations: [{number, code, town_code, age_band, sex, is_used}]}; each time audited. Errors: not_found, staff_session_ended, second_factor_needed, batch_unknown. Called by: analysts.';
revoke execute on function public.export_invitations from public, anon, authenticated;
grant execute on function public.export_invitations to authenticated;

create function survey_private.find_invitation(p_code text) returns survey_private.invitations
language plpgsql stable
set search_path = ''
as $$
declare
  v_invitation survey_private.invitations;
  v_code text;
begin
  if char_length(p_code) <= 40 then
    v_code := upper(regexp_replace(p_code, '[\s-]', '', 'g'));
  end if;
  select * into v_invitation from survey_private.invitations where code_sha256 = sha256(convert_to(v_code, 'UTF8'));
  if v_invitation.wave_id is null then
    perform private.refuse('invitation_unknown', 404, 'There is no invitation with this code.');
  end if;
  return v_invitation;
end
$$;
comment on function survey_private.find_invitation is
  'The invitation of a code, in small letters, spaced or with dashes too. Errors: invitation_unknown. Called by: check_invitation and issue_token_by_invitation.';
revoke execute on function survey_private.find_invitation from public, anon, authenticated;

create function survey_private.require_open_wave(p_wave_id uuid) returns public.survey_waves
language plpgsql stable
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
begin
  select * into v_wave from public.survey_waves where id = p_wave_id and announced_at is not null;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.closed_at is not null or private.shanghai_day() not between v_wave.opens_on and v_wave.closes_on then
    perform private.refuse('wave_closed', 409, 'This survey is not open today.',
      jsonb_build_object('opens_on', v_wave.opens_on, 'closes_on', v_wave.closes_on));
  end if;
  return v_wave;
end
$$;
comment on function survey_private.require_open_wave is
  'A wave that is open today. Errors: wave_unknown, wave_closed (detail: opens_on, closes_on). Called by: check_invitation and issue_token_by_invitation.';
revoke execute on function survey_private.require_open_wave from public, anon, authenticated;

create function survey_private.check_invitation(p_code text) returns table (wave_id uuid, is_used boolean)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_invitation survey_private.invitations := survey_private.find_invitation(p_code);
begin
  perform survey_private.require_open_wave(v_invitation.wave_id);
  return query select v_invitation.wave_id, v_invitation.mode is not null;
end
$$;
comment on function survey_private.check_invitation is
  'Body of public.check_invitation. Definer, because nobody reads invitations.';
revoke execute on function survey_private.check_invitation from public, anon, authenticated;
grant execute on function survey_private.check_invitation to anon, authenticated;

create function public.check_invitation(p_code text) returns table (wave_id uuid, is_used boolean)
language sql stable
set search_path = ''
as $$ select * from survey_private.check_invitation(p_code) $$;
comment on function public.check_invitation is
  'Which wave a code invites to, and whether its token was signed already. Guessing is hopeless: 20,000 codes among 31^10. Errors: invitation_unknown, wave_closed (detail: opens_on, closes_on). Called by: everyone.';
revoke execute on function public.check_invitation from public, anon, authenticated;
grant execute on function public.check_invitation to anon, authenticated;

create function survey_private.issue_token_by_invitation(
  p_code text, p_mode public.survey_mode, p_blinded_sha256 text
) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_invitation survey_private.invitations := survey_private.find_invitation(p_code);
  v_mode public.survey_mode := coalesce(p_mode, 'web');
begin
  perform survey_private.require_open_wave(v_invitation.wave_id);
  if p_blinded_sha256 is null or p_blinded_sha256 !~ '^[0-9a-f]{64}$' then
    perform private.refuse('token_invalid', 400, 'A blinded token is named by its SHA-256.');
  elsif v_mode <> 'web' and not (private.has_role('interviewer') or private.has_role('analyst')) then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  -- Of several at once the first redeems it; the others then see whose it is.
  update survey_private.invitations set mode = v_mode, blinded_sha256 = decode(p_blinded_sha256, 'hex')
  where code_sha256 = v_invitation.code_sha256 and blinded_sha256 is null;
  if not found and not exists (
    select from survey_private.invitations
    where code_sha256 = v_invitation.code_sha256 and blinded_sha256 = decode(p_blinded_sha256, 'hex')
  ) then
    perform private.refuse('invitation_used', 409, 'This invitation has been used.');
  end if;
  return v_invitation.wave_id;
end
$$;
comment on function survey_private.issue_token_by_invitation is
  'Body of public.issue_token_by_invitation. Definer, because nobody may write invitations directly.';
revoke execute on function survey_private.issue_token_by_invitation from public, anon, authenticated;
grant execute on function survey_private.issue_token_by_invitation to anon, authenticated;

create function public.issue_token_by_invitation(p_code text, p_mode public.survey_mode, p_blinded_sha256 text)
returns uuid
language sql
set search_path = ''
as $$ select survey_private.issue_token_by_invitation(p_code, p_mode, p_blinded_sha256) $$;
comment on function public.issue_token_by_invitation is
  'Redeems an invitation for one blinded token, named by its SHA-256 in hexadecimal, and gives the wave whose key signs it: what the site asks before it signs (/survey/token). The same hash again is fine, another is refused. By web whoever holds the code; by phone or paper interviewers and analysts alone. Errors: invitation_unknown, wave_closed (detail: opens_on, closes_on), token_invalid, not_found, invitation_used. Called by: everyone.';
revoke execute on function public.issue_token_by_invitation from public, anon, authenticated;
grant execute on function public.issue_token_by_invitation to anon, authenticated;

create function survey_private.issued_by_mode(p_wave_id uuid, p_mode public.survey_mode) returns bigint
language sql stable
set search_path = ''
as $$
  select (select count(*) from survey_private.invitations where wave_id = p_wave_id and mode = p_mode)
    + case when p_mode = 'web'
      then (select count(*) from survey_private.issuances where wave_id = p_wave_id) else 0 end
$$;
comment on function survey_private.issued_by_mode is
  'How many tokens of a wave were signed for a mode: residents who signed in answer by web. Called by: submit_answer, which takes no more answers of a mode, and get_wave_progress.';
revoke execute on function survey_private.issued_by_mode from public, anon, authenticated;

create function survey_private.get_wave_progress(p_wave_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.require_role('analyst');
  if not exists (select from public.survey_waves where id = p_wave_id) then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  end if;
  return jsonb_build_object(
    'days', coalesce((
      select jsonb_agg(to_jsonb(d) order by d.day desc, d.mode) from (
        select answered_on as day, mode, count(*)::integer as answers
        from survey_private.answers where wave_id = p_wave_id group by answered_on, mode
      ) d), '[]'),
    'strata', coalesce((
      select jsonb_agg(to_jsonb(s)) from (
        select town_code, age_band, sex, count(*)::integer as answers
        from survey_private.answers where wave_id = p_wave_id group by town_code, age_band, sex
      ) s), '[]'),
    'issued', (
      select jsonb_object_agg(m, survey_private.issued_by_mode(p_wave_id, m))
      from unnest(enum_range(null::public.survey_mode)) as m),
    'batches', coalesce((
      select jsonb_agg(to_jsonb(b) order by b.drawn_at) from (
        select id, drawn_at, strata,
          (select count(*)::integer from survey_private.invitations i where i.batch_id = a.id) as invitations,
          (select count(*)::integer from survey_private.invitations i where i.batch_id = a.id and i.mode is not null)
            as used
        from survey_private.invitation_batches a where wave_id = p_wave_id
      ) b), '[]')
  );
end
$$;
comment on function survey_private.get_wave_progress is
  'Body of public.get_wave_progress. Definer, because it counts answers and invitations and shows none.';
revoke execute on function survey_private.get_wave_progress from public, anon, authenticated;
grant execute on function survey_private.get_wave_progress to authenticated;

create function public.get_wave_progress(p_wave_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select survey_private.get_wave_progress(p_wave_id) $$;
comment on function public.get_wave_progress is
  'How a wave stands, never what was answered: {days: [{day, mode, answers}], strata: [{town_code, age_band, sex, answers}] as stated, issued: {web, phone, paper}, batches: [{id, drawn_at, strata, invitations, used}]}. Errors: not_found, staff_session_ended, second_factor_needed, wave_unknown. Called by: analysts.';
revoke execute on function public.get_wave_progress from public, anon, authenticated;
grant execute on function public.get_wave_progress to authenticated;
