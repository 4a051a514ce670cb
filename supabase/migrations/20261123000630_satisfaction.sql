-- The satisfaction figure (公众满意度): snapshots of what was computed for a closed wave. One analyst freezes, a second
-- person releases, and what is released is never written over: a correction is a new snapshot that names the old one.

create table public.population_margins (
  variable text not null,
  level text not null,
  population integer not null,
  source text not null,
  as_of date not null,
  is_demo boolean not null default false,
  primary key (is_demo, variable, level),
  constraint margin_variable_is_known check (variable in ('town', 'age', 'sex')),
  constraint margin_age_is_known check (variable <> 'age' or level in ('18-29', '30-44', '45-59', '60+')),
  constraint margin_sex_is_known check (variable <> 'sex' or level in ('female', 'male')),
  constraint margin_has_people check (population > 0),
  constraint margin_says_its_source check (char_length(source) between 1 and 200)
);
comment on table public.population_margins is
  'How many people of each town, age and sex there are, to which samples are weighted. Empty until the bureau fills it, and till then samples are not weighted. Written by save_population_margins.';
comment on column public.population_margins.level is 'A code of public.towns, 18-29, 30-44, 45-59 or 60+, female or male.';
comment on column public.population_margins.is_demo is 'Demo waves are weighted to the demo rows, and no other wave is.';
alter table public.population_margins enable row level security;
create policy "everyone reads the margins" on public.population_margins
  for select to anon, authenticated using (true);
grant select on public.population_margins to anon, authenticated;

create function private.save_population_margins(p_rows jsonb, p_source text, p_as_of date) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_source text := trim(coalesce(p_source, ''));
  v_why text;
begin
  perform private.require_role('analyst');
  if char_length(v_source) not between 1 and 200 then
    perform private.refuse_content('source', 200);
  elsif p_as_of is null or p_as_of > private.shanghai_day() then
    perform private.refuse_content('as_of');
  elsif jsonb_typeof(p_rows) is distinct from 'array' or exists (
    select from jsonb_array_elements(p_rows) as r
    where not survey_private.has_shape(r, array['variable', 'level', 'population'])
      or not survey_private.is_whole(r -> 'population', 1, 100000000)
  ) then
    perform private.refuse('margins_invalid', 400, 'Every row has a variable, a level and a whole number of people.', '{"level": ""}');
  end if;
  -- All of them or none: a level that is missing could not be weighted to.
  with known as (
    select 'town' as variable, code as level from public.towns
    union all select 'age', unnest(array['18-29', '30-44', '45-59', '60+'])
    union all select 'sex', unnest(array['female', 'male'])
  ),
  given as (
    select r ->> 'variable' as variable, r ->> 'level' as level, count(*) as rows
    from jsonb_array_elements(p_rows) as r group by 1, 2
  )
  select coalesce(k.variable, g.variable, '') || ' ' || coalesce(k.level, g.level, '') into v_why
  from known k full join given g on g.variable = k.variable and g.level = k.level
  where k.level is null or g.rows is distinct from 1 order by 1 limit 1;
  if v_why is not null and p_rows <> '[]' then
    perform private.refuse('margins_invalid', 400, 'Every town, age and sex stands there once.',
      jsonb_build_object('level', v_why));
  end if;
  delete from public.population_margins where not is_demo;
  insert into public.population_margins (variable, level, population, source, as_of)
  select r ->> 'variable', r ->> 'level', (r ->> 'population')::integer, v_source, p_as_of
  from jsonb_array_elements(p_rows) as r;
  perform private.record_audit('save_population_margins', 'population_margins', '', '{}', null,
    jsonb_build_object('rows', p_rows, 'source', v_source, 'as_of', p_as_of));
end
$$;
comment on function private.save_population_margins is
  'Body of public.save_population_margins. Definer, because nobody may write margins directly.';
revoke execute on function private.save_population_margins from public, anon, authenticated;
grant execute on function private.save_population_margins to authenticated;

create function public.save_population_margins(p_rows jsonb, p_source text, p_as_of date) returns void
language sql
set search_path = ''
as $$ select private.save_population_margins(p_rows, p_source, p_as_of) $$;
comment on function public.save_population_margins is
  'Puts [{variable, level, population}] in the place of the margins there are; every town, age and sex once, or none at all. Snapshots keep the margins they were computed with. Errors: not_found, content_invalid (detail: field), margins_invalid (detail: level), staff_session_ended, second_factor_needed. Called by: analysts.';
revoke execute on function public.save_population_margins from public, anon, authenticated;
grant execute on function public.save_population_margins to authenticated;

create table public.satisfaction_snapshots (
  id uuid primary key,
  wave_id uuid not null references public.survey_waves (id),
  replaces uuid references public.satisfaction_snapshots (id),
  content jsonb not null,
  sha256 text not null,
  code_version text not null,
  frozen_by uuid not null,
  frozen_at timestamptz not null default now(),
  released_by uuid,
  released_at timestamptz,
  constraint snapshot_is_released_by_a_second_person check (released_by <> frozen_by),
  constraint released_snapshots_say_by_whom check ((released_at is null) = (released_by is null)),
  constraint snapshot_does_not_replace_itself check (replaces <> id),
  constraint sha256_is_in_hex check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table public.satisfaction_snapshots is
  'Figures of a closed wave as they were frozen; append-only but for the release. No foreign keys to accounts: figures stay when staff leave. Written only by freeze_snapshot and release_snapshot.';
comment on column public.satisfaction_snapshots.replaces is 'The released snapshot of the same wave that this one corrects.';
comment on column public.satisfaction_snapshots.content is
  'What is published, as features/satisfaction/snapshot/schema.ts describes it: the wave, its questions, the counts by mode, the margins, and the figures with their settings.';
comment on column public.satisfaction_snapshots.sha256 is 'SHA-256 of content as text in UTF-8, which is the file offered for download byte by byte.';
comment on column public.satisfaction_snapshots.code_version is 'The version of the site whose code computed the figures.';
create index snapshots_by_wave on public.satisfaction_snapshots (wave_id, frozen_at);
create unique index a_wave_has_one_first_released_snapshot on public.satisfaction_snapshots (wave_id)
  where released_at is not null and replaces is null;
create unique index a_snapshot_is_replaced_once on public.satisfaction_snapshots (replaces) where released_at is not null;

create function survey_private.keep_snapshots() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if old.released_at is not null or new.released_at is null
    or to_jsonb(new) - array['released_by', 'released_at'] <> to_jsonb(old) - array['released_by', 'released_at']
  then
    perform private.refuse('append_only', 403, 'A snapshot changes once, when it is released.');
  end if;
  return new;
end
$$;
comment on function survey_private.keep_snapshots is
  'Refuses every change of a snapshot but its release (append_only), to everyone, the owner included. Called by: the trigger on satisfaction_snapshots.';
revoke execute on function survey_private.keep_snapshots from public, anon, authenticated;
create trigger snapshots_change_by_release_alone before update on public.satisfaction_snapshots
  for each row execute function survey_private.keep_snapshots();
create trigger snapshots_are_never_deleted before delete on public.satisfaction_snapshots
  for each row execute function private.refuse_change();
create trigger snapshots_are_never_truncated before truncate on public.satisfaction_snapshots
  for each statement execute function private.refuse_change();

alter table public.satisfaction_snapshots enable row level security;
create policy "analysts and administrators read snapshots" on public.satisfaction_snapshots
  for select to authenticated using ((select private.has_role('analyst') or private.has_role('administrator')));
grant select on public.satisfaction_snapshots to authenticated;

-- What a wave's figures are computed from.

create function survey_private.require_closed_wave(p_wave_id uuid) returns public.survey_waves
language plpgsql stable
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
begin
  select * into v_wave from public.survey_waves where id = p_wave_id and announced_at is not null;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  -- An answer may be a day on its way; after that none is taken.
  elsif v_wave.closed_at is null and private.shanghai_day() <= v_wave.closes_on + 1 then
    perform private.refuse('wave_not_closed', 409, 'Figures are computed when the survey is over.',
      jsonb_build_object('closes_on', v_wave.closes_on));
  end if;
  return v_wave;
end
$$;
comment on function survey_private.require_closed_wave is
  'A wave that takes no answers any more. Errors: wave_unknown, wave_not_closed (detail: closes_on). Called by: get_wave_answers, freeze_snapshot.';
revoke execute on function survey_private.require_closed_wave from public, anon, authenticated;

create function survey_private.group_answers(p_wave public.survey_waves) returns jsonb
language sql stable
set search_path = ''
as $$
  with version as (
    select content from public.questionnaire_versions
    where questionnaire_id = p_wave.questionnaire_id and version = p_wave.questionnaire_version
  ),
  sheets as (
    select town_code, age_band, sex, mode, survey_private.get_choices(answers, version.content) as choices
    from survey_private.answers, version where wave_id = p_wave.id
  ),
  grouped as (
    select town_code as town, case age_band when '60_over' then '60+' else replace(age_band::text, '_', '-') end as age,
      sex, mode, choices, count(*) as count
    from sheets group by 1, 2, 3, 4, 5
  )
  select coalesce(jsonb_agg(to_jsonb(g) order by town, age, sex, mode, choices), '[]') from grouped g
$$;
comment on function survey_private.group_answers is
  'The answers to a wave, counted where town, age, sex, mode and the choices in the five parts are the same: [{town, age, sex, mode, choices, count}]. Called by: wave_facts.';
revoke execute on function survey_private.group_answers from public, anon, authenticated;

create function survey_private.wave_facts(p_wave public.survey_waves) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'wave', jsonb_build_object(
      'id', p_wave.id, 'series', p_wave.series, 'title', jsonb_build_object('zh', p_wave.title_zh, 'en', p_wave.title_en),
      'population', jsonb_build_object('zh', p_wave.population_zh, 'en', p_wave.population_en),
      'opens_on', p_wave.opens_on, 'closes_on', p_wave.closes_on, 'is_demo', p_wave.is_demo,
      'questionnaire', v.sha256
    ),
    'questions', (
      select coalesce(jsonb_object_agg(q ->> 'part', q -> 'text'), '{}')
      from jsonb_path_query(v.content, '$.sections[*].questions[*] ? (exists (@.part))') as q
    ),
    'margins', (
      select jsonb_agg(jsonb_build_object(
        'variable', m.variable, 'level', m.level, 'population', m.population, 'source', m.source, 'as_of', m.as_of
      ) order by m.variable, m.level)
      from public.population_margins m where m.is_demo = p_wave.is_demo
    ),
    'answers', survey_private.group_answers(p_wave)
  )
  from public.questionnaire_versions v
  where v.questionnaire_id = p_wave.questionnaire_id and v.version = p_wave.questionnaire_version
$$;
comment on function survey_private.wave_facts is
  'Everything that figures of a wave are computed from: {wave, questions: {part: text}, margins: null or [{variable, level, population, source, as_of}], answers}. Called by: get_wave_answers, freeze_snapshot.';
revoke execute on function survey_private.wave_facts from public, anon, authenticated;

create function survey_private.get_wave_answers(p_wave_id uuid) returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
begin
  -- As in a policy: a stable function cannot mark the session as seen.
  if not private.has_role('analyst') and not private.has_role('administrator') then
    perform private.refuse('not_found', 404, 'Not found.');
  end if;
  return survey_private.wave_facts(survey_private.require_closed_wave(p_wave_id));
end
$$;
comment on function survey_private.get_wave_answers is
  'Body of public.get_wave_answers. Definer, because nobody may read answers directly.';
revoke execute on function survey_private.get_wave_answers from public, anon, authenticated;
grant execute on function survey_private.get_wave_answers to authenticated;

create function public.get_wave_answers(p_wave_id uuid) returns jsonb
language sql stable
set search_path = ''
as $$ select survey_private.get_wave_answers(p_wave_id) $$;
comment on function public.get_wave_answers is
  'What figures of a closed wave are computed from: {wave, questions, margins, answers: [{town, age, sex, mode, choices, count}]}, without open texts and tokens. One value, because the API gives at most 1,000 rows. Errors: not_found, wave_unknown, wave_not_closed (detail: closes_on). Called by: staff.';
revoke execute on function public.get_wave_answers from public, anon, authenticated;
grant execute on function public.get_wave_answers to authenticated;

-- Freezing and releasing.

create function survey_private.are_counts_true(p_content jsonb, p_answers jsonb) returns boolean
language sql immutable
set search_path = ''
as $$
  with sheets as (
    select g ->> 'mode' as mode, g -> 'choices' as choices, (g ->> 'count')::bigint as number
    from jsonb_array_elements(p_answers) as g
  ),
  modes as (
    select jsonb_object_agg(mode, number) as counted
    from (
      select m.mode, coalesce(sum(s.number), 0) as number
      from unnest(array['web', 'phone', 'paper']) as m (mode) left join sheets s using (mode) group by m.mode
    ) as by_mode
  ),
  given as (
    select 'satisfaction' as part, p_content #> '{figures,overall}' as figure
    union all
    select key, value from jsonb_each(p_content #> '{figures,otherParts}')
  ),
  tallies as (
    select c.key as part,
      sum(number) filter (where c.value = 'satisfied') as satisfied,
      sum(number) filter (where c.value = 'fairly_satisfied') as fairly_satisfied,
      sum(number) filter (where c.value = 'not_very_satisfied') as not_very_satisfied,
      sum(number) filter (where c.value = 'not_satisfied') as not_satisfied,
      sum(number) filter (where c.value = 'dont_know') as dont_know,
      sum(number) as answered
    from sheets, jsonb_each_text(choices) as c group by c.key
  )
  select p_content -> 'modes' = (select counted from modes)
    and not exists (
      select from given g full join tallies t using (part)
      where g.figure -> 'counts' is distinct from jsonb_build_object(
          'answered', coalesce(t.answered, 0), 'dontKnow', coalesce(t.dont_know, 0),
          'valid', coalesce(t.answered, 0) - coalesce(t.dont_know, 0)
        )
        or g.figure -> 'tally' not in ('null', jsonb_build_object(
          'satisfied', coalesce(t.satisfied, 0), 'fairly_satisfied', coalesce(t.fairly_satisfied, 0),
          'not_very_satisfied', coalesce(t.not_very_satisfied, 0), 'not_satisfied', coalesce(t.not_satisfied, 0),
          'dont_know', coalesce(t.dont_know, 0)
        ))
    )
$$;
comment on function survey_private.are_counts_true is
  'Whether the counts of a content by mode and by part are those of the answers. Called by: freeze_snapshot.';
revoke execute on function survey_private.are_counts_true from public, anon, authenticated;

create function survey_private.snapshot_problem(p_content jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  -- What no setting can lower: fewer answers than this are never shown.
  v_smallest constant integer := 30;
  v_total numeric;
begin
  if not survey_private.has_shape(p_content,
      array['format', 'code_version', 'wave', 'questions', 'margins', 'modes', 'figures'])
    or not survey_private.has_shape(p_content -> 'figures',
      array['settings', 'weighting', 'overall', 'verdict', 'otherParts', 'by'])
    or not survey_private.has_shape(p_content #> '{figures,by}', array['town', 'age', 'sex'])
    or jsonb_typeof(p_content #> '{figures,otherParts}') <> 'object'
    or jsonb_path_exists(p_content, 'strict $.figures.by.* ? (@.type() != "array")')
    or p_content -> 'format' <> '1'
    or coalesce(p_content ->> 'code_version', '') !~ '^[0-9A-Za-z.+-]{1,80}$'
    or octet_length(p_content::text) > 200000
  then
    return 'shape';
  end if;
  v_total := coalesce((p_content #>> '{figures,overall,measures,valid}')::numeric, 0);
  if jsonb_path_exists(p_content, '$.figures.by.*[*] ? (@.visibility == "blanked" && @.measures != null)')
    or exists (
      select from jsonb_path_query(p_content, '$.figures.**.measures ? (@ != null)') as m
      where coalesce((m ->> 'valid')::numeric, 0) < v_smallest
    )
    -- What the shown cells leave of the total is known too.
    or exists (
      select from jsonb_each(p_content #> '{figures,by}') as b,
        lateral (
          select v_total - coalesce(sum((c #>> '{measures,valid}')::numeric), 0) as left_over
          from jsonb_array_elements(b.value) as c
        ) as rest
      where v_total > 0 and rest.left_over <> 0 and rest.left_over < v_smallest
    )
  then
    return 'small_cell';
  end if;
  return null;
exception when others then
  return 'shape';
end
$$;
comment on function survey_private.snapshot_problem is
  'What is wrong with a content by itself: shape, or small_cell where fewer than 30 valid answers are shown or left over beside what is shown; null where nothing is. Called by: freeze_snapshot.';
revoke execute on function survey_private.snapshot_problem from public, anon, authenticated;

create function survey_private.current_snapshot(p_wave_id uuid) returns uuid
language sql stable
set search_path = ''
as $$
  select s.id from public.satisfaction_snapshots s
  where s.wave_id = p_wave_id and s.released_at is not null and not exists (
    select from public.satisfaction_snapshots later where later.replaces = s.id and later.released_at is not null
  )
$$;
comment on function survey_private.current_snapshot is
  'The released snapshot of a wave that none has replaced, or null. Called by: freeze_snapshot, release_snapshot.';
revoke execute on function survey_private.current_snapshot from public, anon, authenticated;

create function survey_private.refuse_other_current(p_snapshot public.satisfaction_snapshots) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_current uuid := survey_private.current_snapshot(p_snapshot.wave_id);
begin
  if p_snapshot.replaces is distinct from v_current then
    perform private.refuse('snapshot_superseded', 409,
      'Another snapshot of this survey has been released; a correction names the one that stands now.',
      jsonb_build_object('current', v_current));
  end if;
end
$$;
comment on function survey_private.refuse_other_current is
  'Refuses a snapshot that does not replace the one that stands now, if there is one (snapshot_superseded; detail: current). Called by: freeze_snapshot, release_snapshot.';
revoke execute on function survey_private.refuse_other_current from public, anon, authenticated;

create function survey_private.freeze_snapshot(p_id uuid, p_wave_id uuid, p_content jsonb, p_replaces uuid)
returns public.satisfaction_snapshots
language plpgsql security definer
set search_path = ''
as $$
declare
  v_analyst_id uuid := private.require_role('analyst');
  v_snapshot public.satisfaction_snapshots;
  v_facts jsonb;
  v_why text;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every snapshot names its id.');
  end if;
  select * into v_snapshot from public.satisfaction_snapshots where id = p_id;
  if found then
    if (v_snapshot.wave_id, v_snapshot.content, v_snapshot.frozen_by) is distinct from (p_wave_id, p_content, v_analyst_id)
      or v_snapshot.replaces is distinct from p_replaces
    then
      perform private.refuse('key_reused', 409, 'This id was used for another snapshot.');
    end if;
    return v_snapshot;
  end if;
  v_why := survey_private.snapshot_problem(p_content);
  if v_why is not null then
    perform private.refuse('snapshot_invalid', 400, 'This is no content of a snapshot.', jsonb_build_object('why', v_why));
  end if;
  v_facts := survey_private.wave_facts(survey_private.require_closed_wave(p_wave_id));
  v_why := case
    when p_content -> 'wave' <> v_facts -> 'wave' then 'wave'
    when p_content -> 'questions' <> v_facts -> 'questions' then 'questions'
    when p_content -> 'margins' <> v_facts -> 'margins' then 'margins'
    when not survey_private.are_counts_true(p_content, v_facts -> 'answers') then 'counts' end;
  if v_why is not null then
    perform private.refuse('snapshot_differs', 409, 'The content is not of these answers and margins; compute again.',
      jsonb_build_object('why', v_why));
  end if;
  v_snapshot := row(p_id, p_wave_id, p_replaces, p_content, encode(sha256(convert_to(p_content::text, 'UTF8')), 'hex'),
    p_content ->> 'code_version', v_analyst_id, now(), null, null);
  perform survey_private.refuse_other_current(v_snapshot);
  insert into public.satisfaction_snapshots select (v_snapshot).*;
  perform private.record_audit('freeze_snapshot', 'satisfaction_snapshot', p_id::text,
    jsonb_build_object('wave_id', p_wave_id, 'sha256', v_snapshot.sha256, 'replaces', p_replaces));
  return v_snapshot;
end
$$;
comment on function survey_private.freeze_snapshot is
  'Body of public.freeze_snapshot. Definer, because nobody may write snapshots or read answers directly.';
revoke execute on function survey_private.freeze_snapshot from public, anon, authenticated;
grant execute on function survey_private.freeze_snapshot to authenticated;

create function public.freeze_snapshot(p_id uuid, p_wave_id uuid, p_content jsonb, p_replaces uuid default null)
returns public.satisfaction_snapshots
language sql
set search_path = ''
as $$ select survey_private.freeze_snapshot(p_id, p_wave_id, p_content, p_replaces) $$;
comment on function public.freeze_snapshot is
  'Keeps the figures of a closed wave as they are and gives them their SHA-256; nothing is public yet. Wave, questions, margins and counts have to be those of the database, and no cell smaller than 30. A correction names the released snapshot it replaces. The same id with the same content is frozen once. Errors: not_found, key_missing, key_reused, snapshot_invalid (detail: why), wave_unknown, wave_not_closed (detail: closes_on), snapshot_differs (detail: why), snapshot_superseded (detail: current), staff_session_ended, second_factor_needed. Called by: analysts.';
revoke execute on function public.freeze_snapshot from public, anon, authenticated;
grant execute on function public.freeze_snapshot to authenticated;

create function survey_private.release_snapshot(p_id uuid, p_sha256 text) returns public.satisfaction_snapshots
language plpgsql security definer
set search_path = ''
as $$
declare
  v_person_id uuid := private.require_role(
    case when private.has_role('administrator') then 'administrator' else 'analyst' end::public.staff_role);
  v_snapshot public.satisfaction_snapshots;
begin
  -- Two corrections of one wave are released one after the other.
  perform from public.survey_waves w join public.satisfaction_snapshots s on s.wave_id = w.id where s.id = p_id
  for update of w;
  select * into v_snapshot from public.satisfaction_snapshots where id = p_id for update;
  if not found then
    perform private.refuse('snapshot_unknown', 404, 'There is no such snapshot.');
  elsif v_snapshot.frozen_by = v_person_id then
    perform private.refuse('second_person_needed', 403, 'Somebody else has to release what you have frozen.');
  elsif v_snapshot.sha256 is distinct from p_sha256 then
    perform private.refuse('sha256_differs', 409, 'The SHA-256 is not that of this snapshot.');
  elsif v_snapshot.released_at is not null then
    if v_snapshot.released_by <> v_person_id then
      perform private.refuse('already_released', 409, 'This snapshot has been released.');
    end if;
    return v_snapshot;
  end if;
  perform survey_private.refuse_other_current(v_snapshot);
  update public.satisfaction_snapshots set released_by = v_person_id, released_at = now() where id = p_id
  returning * into v_snapshot;
  perform private.record_audit('release_snapshot', 'satisfaction_snapshot', p_id::text,
    jsonb_build_object('wave_id', v_snapshot.wave_id, 'sha256', v_snapshot.sha256, 'replaces', v_snapshot.replaces));
  return v_snapshot;
end
$$;
comment on function survey_private.release_snapshot is
  'Body of public.release_snapshot. Definer, because nobody may write snapshots directly.';
revoke execute on function survey_private.release_snapshot from public, anon, authenticated;
grant execute on function survey_private.release_snapshot to authenticated;

create function public.release_snapshot(p_id uuid, p_sha256 text) returns public.satisfaction_snapshots
language sql
set search_path = ''
as $$ select survey_private.release_snapshot(p_id, p_sha256) $$;
comment on function public.release_snapshot is
  'Publishes a snapshot somebody else has frozen, if its SHA-256 is the one that was looked at; from then on the page and the indicator show it. The same release twice is one. Errors: not_found, snapshot_unknown, second_person_needed, sha256_differs, already_released, snapshot_superseded (detail: current), staff_session_ended, second_factor_needed. Called by: staff.';
revoke execute on function public.release_snapshot from public, anon, authenticated;
grant execute on function public.release_snapshot to authenticated;

create function survey_private.get_released_satisfaction()
returns table (
  id uuid, wave_id uuid, replaces uuid, replaced_by uuid, content text, sha256 text, code_version text,
  frozen_at timestamptz, released_at timestamptz
)
language sql stable security definer
set search_path = ''
as $$
  select s.id, s.wave_id, s.replaces, later.id, s.content::text, s.sha256, s.code_version, s.frozen_at, s.released_at
  from public.satisfaction_snapshots s
    join public.survey_waves w on w.id = s.wave_id
    left join public.satisfaction_snapshots later on later.replaces = s.id and later.released_at is not null
  where s.released_at is not null
  order by w.closes_on desc, s.released_at desc
$$;
comment on function survey_private.get_released_satisfaction is
  'Body of public.get_released_satisfaction. Definer, because visitors read what is released and not who released it.';
revoke execute on function survey_private.get_released_satisfaction from public, anon, authenticated;
grant execute on function survey_private.get_released_satisfaction to anon, authenticated;

create function public.get_released_satisfaction()
returns table (
  id uuid, wave_id uuid, replaces uuid, replaced_by uuid, content text, sha256 text, code_version text,
  frozen_at timestamptz, released_at timestamptz
)
language sql stable
set search_path = ''
as $$ select * from survey_private.get_released_satisfaction() $$;
comment on function public.get_released_satisfaction is
  'The released snapshots, those of the latest waves first, the replaced ones with what replaced them. content is the text of which sha256 is the SHA-256. Called by: everyone.';
revoke execute on function public.get_released_satisfaction from public, anon, authenticated;
grant execute on function public.get_released_satisfaction to anon, authenticated;
