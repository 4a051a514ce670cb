-- Waves of asking, and their answers.
-- How an answer comes here without its resident: 0610_survey_keys.sql.

create type public.survey_series as enum ('sampled', 'open');
create type public.survey_mode as enum ('web', 'phone', 'paper');
create type public.age_band as enum ('18_29', '30_44', '45_59', '60_over');
create type public.sex as enum ('female', 'male');

create table public.survey_waves (
  id uuid primary key default gen_random_uuid(),
  title_zh text not null,
  title_en text not null,
  series public.survey_series not null,
  questionnaire_id uuid not null,
  questionnaire_version integer not null,
  opens_on date not null,
  closes_on date not null,
  form_number text not null default '',
  form_maker text not null default '',
  approval_number text not null default '',
  form_expires_on date,
  is_demo boolean not null default false,
  constraint wave_opens_before_it_closes check (opens_on <= closes_on),
  constraint wave_asks_a_published_version foreign key (questionnaire_id, questionnaire_version)
    references public.questionnaire_versions (questionnaire_id, version)
);
comment on table public.survey_waves is 'One round of asking. Days are days in Asia/Shanghai, both included.';
comment on column public.survey_waves.series is
  'sampled: people the bureau drew; open: any resident who wishes. The two are never mixed.';
comment on column public.survey_waves.form_number is
  'What a departmental survey has to show: number of the form, who made it, number of its approval, day it expires. Empty until the bureau fills it in.';
create index waves_by_questionnaire on public.survey_waves (questionnaire_id, questionnaire_version);

create table survey_private.answers (
  wave_id uuid not null references public.survey_waves (id),
  token_sha256 bytea not null,
  answered_on date not null default private.shanghai_day(),
  mode public.survey_mode not null,
  town_code text references public.towns (code),
  age_band public.age_band,
  sex public.sex,
  answers jsonb not null,
  primary key (wave_id, token_sha256),
  constraint token_is_a_sha256 check (octet_length(token_sha256) = 32)
);
comment on table survey_private.answers is
  'What was answered, without the resident: the day alone, and of town, age and sex what they stated; null is not stated.';
comment on column survey_private.answers.answers is
  'By question: option, options, number, {row: option} or text, valid for the version the wave asks.';
create index answers_by_town on survey_private.answers (town_code);
alter table survey_private.answers enable row level security;

create function survey_private.refuse_invalid_strata(p_strata jsonb) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_field text;
begin
  if jsonb_typeof(p_strata) is distinct from 'object' or p_strata - array['town_code', 'age_band', 'sex'] <> '{}' then
    perform private.refuse('strata_invalid', 400, 'Town, age and sex are stated or left out, and nothing else.', '{"field": ""}');
  end if;
  v_field := case
    when jsonb_typeof(p_strata -> 'town_code') not in ('string', 'null')
      or p_strata ->> 'town_code' not in (select code from public.towns) then 'town_code'
    when not p_strata ->> 'age_band' = any (enum_range(null::public.age_band)::text[]) then 'age_band'
    when not p_strata ->> 'sex' = any (enum_range(null::public.sex)::text[]) then 'sex' end;
  if v_field is not null then
    perform private.refuse('strata_invalid', 400, 'There is no such town, age or sex.', jsonb_build_object('field', v_field));
  end if;
end
$$;
comment on function survey_private.refuse_invalid_strata is
  'Refuses {town_code, age_band, sex} that are not known (strata_invalid; detail: field); each may be left out or null. Called by: add_answer.';
revoke execute on function survey_private.refuse_invalid_strata from public, anon, authenticated;

create function survey_private.add_answer(
  p_wave public.survey_waves, p_token_sha256 bytea, p_mode public.survey_mode, p_strata jsonb, p_answers jsonb
) returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_content jsonb;
begin
  perform survey_private.refuse_invalid_strata(p_strata);
  select content into v_content from public.questionnaire_versions
  where questionnaire_id = p_wave.questionnaire_id and version = p_wave.questionnaire_version;
  perform survey_private.refuse_invalid_answers(v_content, p_answers);
  insert into survey_private.answers (wave_id, token_sha256, mode, town_code, age_band, sex, answers)
  values (p_wave.id, p_token_sha256, p_mode, p_strata ->> 'town_code',
    (p_strata ->> 'age_band')::public.age_band, (p_strata ->> 'sex')::public.sex, p_answers)
  on conflict do nothing;
  return found;
end
$$;
comment on function survey_private.add_answer is
  'Keeps one answer to a wave; false, and nothing changed, when there is one with this token. Errors: strata_invalid (detail: field), answer_invalid (detail: question, why). Called by: submit_answer.';
revoke execute on function survey_private.add_answer from public, anon, authenticated;

create function survey_private.answer_counts() returns table (wave_id uuid, answers bigint)
language sql stable security definer
set search_path = ''
as $$
  select a.wave_id, count(*) from survey_private.answers a
  where (select private.has_role('analyst')) or (select private.has_role('interviewer'))
  group by a.wave_id
$$;
comment on function survey_private.answer_counts is
  'Body of public.get_answer_counts. Definer, because it counts answers and shows none.';
revoke execute on function survey_private.answer_counts from public, anon, authenticated;
grant execute on function survey_private.answer_counts to authenticated;

create function public.get_answer_counts() returns table (wave_id uuid, answers bigint)
language sql stable
set search_path = ''
as $$ select * from survey_private.answer_counts() $$;
comment on function public.get_answer_counts is
  'How many answers each wave has so far, whatever they say; nothing for anybody but analysts and interviewers. A tally of choices would tell what was answered to whoever watches it. Called by: staff.';
revoke execute on function public.get_answer_counts from public, anon, authenticated;
grant execute on function public.get_answer_counts to authenticated;

alter table public.survey_waves enable row level security;
create policy "everyone reads waves" on public.survey_waves
  for select to anon, authenticated using (true);
grant select on public.survey_waves to anon, authenticated;

create policy "visitors read versions that a wave asks" on public.questionnaire_versions
  for select to anon using (exists (
    select from public.survey_waves w
    where w.questionnaire_id = questionnaire_versions.questionnaire_id
      and w.questionnaire_version = questionnaire_versions.version
  ));
create policy "residents read versions that a wave asks, analysts all" on public.questionnaire_versions
  for select to authenticated using ((select private.has_role('analyst')) or exists (
    select from public.survey_waves w
    where w.questionnaire_id = questionnaire_versions.questionnaire_id
      and w.questionnaire_version = questionnaire_versions.version
  ));
