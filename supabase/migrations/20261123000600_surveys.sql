-- Surveys (问卷) and the tallies of the public-satisfaction indicator.
-- Answers and who was issued one live apart; no key joins them. See docs/surveys.md for what that does not yet hide.

create type public.survey_series as enum ('sampled', 'open');
create type public.satisfaction_choice as enum (
  'satisfied', 'fairly_satisfied', 'not_very_satisfied', 'not_satisfied', 'dont_know'
);
create type public.survey_part as enum (
  'gain', 'satisfaction', 'awareness', 'participation', 'confidence'
);

create table public.survey_waves (
  id uuid primary key default gen_random_uuid(),
  title_zh text not null,
  title_en text not null,
  series public.survey_series not null,
  opens_on date not null,
  closes_on date not null,
  is_demo boolean not null default false,
  constraint wave_opens_before_it_closes check (opens_on <= closes_on)
);
comment on table public.survey_waves is 'One round of asking. Days are days in Asia/Shanghai, both included.';
comment on column public.survey_waves.series is
  'sampled: people the bureau drew; open: any resident who wishes. The two are never mixed.';

create table public.survey_questions (
  part public.survey_part primary key,
  position smallint not null unique,
  text_zh text not null,
  text_en text not null
);
comment on table public.survey_questions is
  'The five parts asked in every wave; "satisfaction" is the one behind the indicator. Rows come from seed/reference.sql.';

create schema survey_private;
comment on schema survey_private is 'Answers without residents, and residents without answers. The API does not expose it.';
revoke all on schema survey_private from public;
grant usage on schema survey_private to anon, authenticated;

create table survey_private.issuances (
  resident_id uuid not null references auth.users (id) on delete cascade,
  wave_id uuid not null references public.survey_waves (id),
  primary key (resident_id, wave_id)
);
comment on table survey_private.issuances is 'Who has answered which wave, and nothing else.';
create index issuances_by_wave on survey_private.issuances (wave_id);
alter table survey_private.issuances enable row level security;

create table survey_private.answers (
  id uuid primary key default gen_random_uuid(),
  wave_id uuid not null references public.survey_waves (id),
  answered_on date not null default private.shanghai_day(),
  gain public.satisfaction_choice not null,
  satisfaction public.satisfaction_choice not null,
  awareness public.satisfaction_choice not null,
  participation public.satisfaction_choice not null,
  confidence public.satisfaction_choice not null
);
comment on table survey_private.answers is 'What was answered, without the resident. The key is random; only the day is kept.';
create index answers_by_wave on survey_private.answers (wave_id, satisfaction);
alter table survey_private.answers enable row level security;

create function survey_private.choice(p_responses jsonb, p_part text) returns public.satisfaction_choice
language plpgsql stable
set search_path = ''
as $$
declare
  v_text text := p_responses ->> p_part;
begin
  if v_text is null or not v_text = any (enum_range(null::public.satisfaction_choice)::text[]) then
    perform private.refuse('answer_invalid', 400, 'Every question has one of the offered answers.',
      jsonb_build_object('part', p_part));
  end if;
  return v_text::public.satisfaction_choice;
end
$$;
comment on function survey_private.choice is 'One answer out of a response, or a refusal that names the question. Called by: submit_survey_answer.';
revoke execute on function survey_private.choice from public, anon, authenticated;

create function survey_private.submit_answer(p_wave_id uuid, p_responses jsonb) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_wave public.survey_waves;
begin
  select * into v_wave from public.survey_waves where id = p_wave_id;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.series <> 'open' then
    perform private.refuse('wave_by_invitation', 403, 'This survey is by invitation.');
  elsif private.shanghai_day() not between v_wave.opens_on and v_wave.closes_on then
    perform private.refuse('wave_closed', 409, 'This survey is not open today.',
      jsonb_build_object('opens_on', v_wave.opens_on, 'closes_on', v_wave.closes_on));
  elsif p_responses is null or jsonb_typeof(p_responses) <> 'object' or exists (
    select from jsonb_object_keys(p_responses) as part
    where not part = any (enum_range(null::public.survey_part)::text[])
  ) then
    perform private.refuse('answer_invalid', 400, 'An answer names the five questions and nothing else.');
  end if;
  insert into survey_private.issuances (resident_id, wave_id) values (v_resident_id, p_wave_id)
  on conflict do nothing;
  if not found then
    perform private.refuse('already_answered', 409, 'You have answered this survey; your answer counts.');
  end if;
  insert into survey_private.answers (wave_id, gain, satisfaction, awareness, participation, confidence)
  values (
    p_wave_id,
    survey_private.choice(p_responses, 'gain'),
    survey_private.choice(p_responses, 'satisfaction'),
    survey_private.choice(p_responses, 'awareness'),
    survey_private.choice(p_responses, 'participation'),
    survey_private.choice(p_responses, 'confidence')
  );
end
$$;
comment on function survey_private.submit_answer is
  'Body of public.submit_survey_answer. Definer, because nobody may read or write answers directly.';
revoke execute on function survey_private.submit_answer from public, anon, authenticated;
grant execute on function survey_private.submit_answer to authenticated;

create function public.submit_survey_answer(p_wave_id uuid, p_responses jsonb) returns void
language sql
set search_path = ''
as $$ select survey_private.submit_answer(p_wave_id, p_responses) $$;
comment on function public.submit_survey_answer is
  'Counts one answer of the caller to an open wave: {gain, satisfaction, awareness, participation, confidence: choice}. Errors: sign_in_first, wave_unknown, wave_by_invitation, wave_closed (detail: opens_on, closes_on), answer_invalid (detail: part), already_answered. Called by: residents.';
revoke execute on function public.submit_survey_answer from public, anon, authenticated;
grant execute on function public.submit_survey_answer to authenticated;

create function survey_private.has_answered(p_wave_id uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from survey_private.issuances where resident_id = auth.uid() and wave_id = p_wave_id
  )
$$;
comment on function survey_private.has_answered is 'Body of public.has_answered_survey. Definer, because issuances are nobody''s to read.';
revoke execute on function survey_private.has_answered from public, anon, authenticated;
grant execute on function survey_private.has_answered to authenticated;

create function public.has_answered_survey(p_wave_id uuid) returns boolean
language sql stable
set search_path = ''
as $$ select survey_private.has_answered(p_wave_id) $$;
comment on function public.has_answered_survey is 'Whether the caller has answered a wave. Called by: residents.';
revoke execute on function public.has_answered_survey from public, anon, authenticated;
grant execute on function public.has_answered_survey to authenticated;

create function survey_private.satisfaction_tallies() returns table (
  wave_id uuid, choice public.satisfaction_choice, answers bigint
)
language sql stable security definer
set search_path = ''
as $$
  select a.wave_id, a.satisfaction, count(*)
  from survey_private.answers a group by a.wave_id, a.satisfaction
$$;
comment on function survey_private.satisfaction_tallies is
  'Body of public.get_satisfaction_tallies. Definer, because it counts answers and shows none.';
revoke execute on function survey_private.satisfaction_tallies from public, anon, authenticated;
grant execute on function survey_private.satisfaction_tallies to anon, authenticated;

create function public.get_satisfaction_tallies() returns table (
  wave_id uuid, choice public.satisfaction_choice, answers bigint
)
language sql stable
set search_path = ''
as $$ select * from survey_private.satisfaction_tallies() $$;
comment on function public.get_satisfaction_tallies is
  'How often each answer to the satisfaction question was given, by wave. Called by: everyone.';
revoke execute on function public.get_satisfaction_tallies from public, anon, authenticated;
grant execute on function public.get_satisfaction_tallies to anon, authenticated;

alter table public.survey_waves enable row level security;
create policy "everyone reads waves" on public.survey_waves
  for select to anon, authenticated using (true);
grant select on public.survey_waves to anon, authenticated;

alter table public.survey_questions enable row level security;
create policy "everyone reads the questions" on public.survey_questions
  for select to anon, authenticated using (true);
grant select on public.survey_questions to anon, authenticated;
