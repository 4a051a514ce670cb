-- Questionnaires (问卷): drafts that analysts write, versions that never change, and what makes content and answers valid.
-- features/surveys/questionnaire/ holds the same rules for the browser; tests/fixtures/questionnaires.ts holds the two together.

create type public.satisfaction_choice as enum (
  'satisfied', 'fairly_satisfied', 'not_very_satisfied', 'not_satisfied', 'dont_know'
);
create type public.survey_part as enum (
  'gain', 'satisfaction', 'awareness', 'participation', 'confidence'
);

create schema survey_private;
comment on schema survey_private is 'Answers without residents, and residents without answers. The API does not expose it.';
revoke all on schema survey_private from public;
grant usage on schema survey_private to anon, authenticated;

create table public.questionnaires (
  id uuid primary key,
  title_zh text not null,
  title_en text not null,
  draft jsonb not null,
  version integer not null default 1,
  is_template boolean not null default false,
  is_demo boolean not null default false,
  changed_at timestamptz not null default now(),
  changed_by uuid references auth.users (id) on delete set null
);
comment on table public.questionnaires is 'What analysts write. A wave asks a published version of it, never the draft.';
comment on column public.questionnaires.draft is 'The content as it is being written: {sections: [{id, title, questions}]}. See docs/surveys.md.';
comment on column public.questionnaires.version is 'Of the draft: each save is a new one.';
comment on column public.questionnaires.is_template is 'Offered as a beginning for others.';
create index questionnaires_by_changed_by on public.questionnaires (changed_by);
create trigger questionnaires_raise_their_version before update on public.questionnaires
  for each row execute function private.raise_version();

create table public.questionnaire_versions (
  questionnaire_id uuid not null references public.questionnaires (id),
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  primary key (questionnaire_id, version)
);
comment on table public.questionnaire_versions is 'Published content, which never changes again; numbered from 1 for each questionnaire.';
comment on column public.questionnaire_versions.sha256 is 'Of the content as PostgreSQL writes jsonb as text, in UTF-8; 64 hexadecimal digits.';
comment on column public.questionnaire_versions.published_by is 'No foreign key: the line outlives the account.';
create trigger questionnaire_versions_are_append_only before update or delete on public.questionnaire_versions
  for each row execute function private.refuse_change();
create trigger questionnaire_versions_are_never_emptied before truncate on public.questionnaire_versions
  for each statement execute function private.refuse_change();

alter table public.questionnaires enable row level security;
create policy "analysts read questionnaires" on public.questionnaires
  for select to authenticated using ((select private.has_role('analyst')));
grant select (id, title_zh, title_en, draft, version, is_template, is_demo, changed_at)
  on public.questionnaires to authenticated;
alter table public.questionnaire_versions enable row level security;
grant select (questionnaire_id, version, content, sha256, published_at)
  on public.questionnaire_versions to anon, authenticated;

-- What makes content valid.

create function survey_private.is_blank(p_text text) returns boolean
language sql immutable
set search_path = ''
as $$ select translate(p_text, E' \t\n\r\u3000', '') = '' $$;
comment on function survey_private.is_blank is 'Whether a text says nothing. Called by: the checks of questionnaires and answers.';
revoke execute on function survey_private.is_blank from public, anon, authenticated;

create function survey_private.has_shape(p_value jsonb, p_needed text[], p_optional text[] default '{}') returns boolean
language sql immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'object'
    then p_value ?& p_needed and p_value - p_needed - p_optional = '{}' else false end
$$;
comment on function survey_private.has_shape is
  'Whether a value is an object with these keys and no others. Called by: the checks of questionnaires.';
revoke execute on function survey_private.has_shape from public, anon, authenticated;

create function survey_private.is_whole(p_value jsonb, p_least integer, p_most integer) returns boolean
language sql immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'number'
    then (p_value #>> '{}')::numeric between p_least and p_most and (p_value #>> '{}')::numeric % 1 = 0 else false end
$$;
comment on function survey_private.is_whole is
  'Whether a value is a whole number in a range. Called by: the checks of questionnaires and answers.';
revoke execute on function survey_private.is_whole from public, anon, authenticated;

create function survey_private.is_id(p_value jsonb) returns boolean
language sql immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_value) = 'string' then p_value #>> '{}' ~ '^[a-z][a-z0-9_]{0,31}$' else false end
$$;
comment on function survey_private.is_id is
  'Whether a value can name a section, question, option or row. Called by: the checks of questionnaires.';
revoke execute on function survey_private.is_id from public, anon, authenticated;

create function survey_private.refuse_questionnaire(p_at text, p_why text) returns void
language plpgsql stable
set search_path = ''
as $$
begin
  perform private.refuse('questionnaire_invalid', 400, 'The questionnaire cannot be asked like this.',
    jsonb_build_object('at', p_at, 'why', p_why));
end
$$;
comment on function survey_private.refuse_questionnaire is
  'Refuses content (questionnaire_invalid; detail: at, why). Called by: the checks of questionnaires.';
revoke execute on function survey_private.refuse_questionnaire from public, anon, authenticated;

create function survey_private.refuse_invalid_words(
  p_words jsonb, p_at text, p_longest integer, p_is_draft boolean
) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_language text;
begin
  if not survey_private.has_shape(p_words, '{zh,en}') then
    perform survey_private.refuse_questionnaire(p_at, 'shape');
  end if;
  foreach v_language in array array['zh', 'en'] loop
    if jsonb_typeof(p_words -> v_language) <> 'string' then
      perform survey_private.refuse_questionnaire(p_at || '.' || v_language, 'shape');
    elsif char_length(p_words ->> v_language) > p_longest then
      perform survey_private.refuse_questionnaire(p_at || '.' || v_language, 'too_long');
    elsif not p_is_draft and survey_private.is_blank(p_words ->> v_language) then
      perform survey_private.refuse_questionnaire(p_at || '.' || v_language, 'missing');
    end if;
  end loop;
end
$$;
comment on function survey_private.refuse_invalid_words is
  'Refuses words that are not in both languages or too long; a draft may leave them empty. Called by: the checks of questionnaires.';
revoke execute on function survey_private.refuse_invalid_words from public, anon, authenticated;

create function survey_private.refuse_invalid_list(
  p_list jsonb, p_at text, p_least integer, p_most integer, p_is_draft boolean, p_optional text[] default '{}'
) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_item jsonb;
  v_place integer;
  v_at text;
  v_seen text[] := '{}';
begin
  if coalesce(jsonb_typeof(p_list), '') <> 'array' then
    perform survey_private.refuse_questionnaire(p_at, 'shape');
  elsif jsonb_array_length(p_list) > p_most then
    perform survey_private.refuse_questionnaire(p_at, 'too_many');
  elsif not p_is_draft and jsonb_array_length(p_list) < p_least then
    perform survey_private.refuse_questionnaire(p_at, 'too_few');
  end if;
  for v_item, v_place in select item, place - 1 from jsonb_array_elements(p_list) with ordinality as l(item, place)
    order by place
  loop
    v_at := p_at || '.' || v_place;
    if not survey_private.has_shape(v_item, '{id,zh,en}', p_optional) then
      perform survey_private.refuse_questionnaire(v_at, 'shape');
    elsif not survey_private.is_id(v_item -> 'id') then
      perform survey_private.refuse_questionnaire(v_at || '.id', 'id');
    elsif v_item ->> 'id' = any (v_seen) then
      perform survey_private.refuse_questionnaire(v_at || '.id', 'twice');
    elsif v_item ? 'dont_know' and v_item -> 'dont_know' <> 'true' then
      perform survey_private.refuse_questionnaire(v_at || '.dont_know', 'shape');
    elsif v_item ? 'dont_know' and v_place < jsonb_array_length(p_list) - 1 then
      perform survey_private.refuse_questionnaire(v_at || '.dont_know', 'not_last');
    end if;
    v_seen := v_seen || (v_item ->> 'id');
    perform survey_private.refuse_invalid_words(v_item - 'id' - 'dont_know', v_at, 200, p_is_draft);
  end loop;
end
$$;
comment on function survey_private.refuse_invalid_list is
  'Refuses options or rows that cannot be offered: [{id, zh, en, dont_know: true for the last one only}]. Called by: refuse_invalid_question.';
revoke execute on function survey_private.refuse_invalid_list from public, anon, authenticated;

create function survey_private.refuse_invalid_question(p_question jsonb, p_at text, p_is_draft boolean) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_kind text := case when jsonb_typeof(p_question) = 'object' then p_question ->> 'kind' end;
  v_needed text[] := case v_kind
    when 'single' then '{options,random}'
    when 'multiple' then '{options,random}'
    when 'scale' then '{from,to,from_label,to_label,dont_know}'
    when 'matrix' then '{rows,options}'
    when 'number' then '{min,max,unit}'
    when 'text' then '{longest}'
  end::text[];
  v_optional text[] := array['hint', 'show_if', 'part'] || case when v_kind = 'multiple' then '{at_most}' else '{}' end::text[];
begin
  if v_needed is null
    or not survey_private.has_shape(p_question, array['id', 'kind', 'text', 'required'] || v_needed, v_optional)
  then
    perform survey_private.refuse_questionnaire(p_at, 'shape');
  elsif not survey_private.is_id(p_question -> 'id') then
    perform survey_private.refuse_questionnaire(p_at || '.id', 'id');
  elsif jsonb_typeof(p_question -> 'required') <> 'boolean' then
    perform survey_private.refuse_questionnaire(p_at || '.required', 'shape');
  end if;
  perform survey_private.refuse_invalid_words(p_question -> 'text', p_at || '.text', 500, p_is_draft);
  if p_question ? 'hint' then
    perform survey_private.refuse_invalid_words(p_question -> 'hint', p_at || '.hint', 500, p_is_draft);
  end if;
  if p_question ? 'show_if' and not (
    survey_private.has_shape(p_question -> 'show_if', '{question,any_of}')
    and survey_private.is_id(p_question #> '{show_if,question}')
    and jsonb_typeof(p_question #> '{show_if,any_of}') = 'array'
  ) then
    perform survey_private.refuse_questionnaire(p_at || '.show_if', 'shape');
  elsif p_question ? 'part' and not coalesce(
    p_question ->> 'part' = any (enum_range(null::public.survey_part)::text[]), false)
  then
    perform survey_private.refuse_questionnaire(p_at || '.part', 'shape');
  end if;
  case v_kind
    when 'single', 'multiple' then
      if jsonb_typeof(p_question -> 'random') <> 'boolean' then
        perform survey_private.refuse_questionnaire(p_at || '.random', 'shape');
      elsif p_question ? 'at_most' and not survey_private.is_whole(p_question -> 'at_most', 1, 30) then
        perform survey_private.refuse_questionnaire(p_at || '.at_most', 'range');
      end if;
      perform survey_private.refuse_invalid_list(p_question -> 'options', p_at || '.options', 2, 30, p_is_draft, '{dont_know}');
    when 'scale' then
      if not (survey_private.is_whole(p_question -> 'from', 0, 1) and survey_private.is_whole(p_question -> 'to', 2, 10)) then
        perform survey_private.refuse_questionnaire(p_at || '.to', 'range');
      elsif jsonb_typeof(p_question -> 'dont_know') <> 'boolean' then
        perform survey_private.refuse_questionnaire(p_at || '.dont_know', 'shape');
      end if;
      perform survey_private.refuse_invalid_words(p_question -> 'from_label', p_at || '.from_label', 200, p_is_draft);
      perform survey_private.refuse_invalid_words(p_question -> 'to_label', p_at || '.to_label', 200, p_is_draft);
    when 'matrix' then
      perform survey_private.refuse_invalid_list(p_question -> 'rows', p_at || '.rows', 1, 20, p_is_draft);
      perform survey_private.refuse_invalid_list(p_question -> 'options', p_at || '.options', 2, 30, p_is_draft, '{dont_know}');
    when 'number' then
      if not (survey_private.is_whole(p_question -> 'min', -1000000000, 1000000000)
        and survey_private.is_whole(p_question -> 'max', -1000000000, 1000000000))
      then
        perform survey_private.refuse_questionnaire(p_at || '.max', 'range');
      elsif (p_question ->> 'min')::numeric >= (p_question ->> 'max')::numeric then
        perform survey_private.refuse_questionnaire(p_at || '.max', 'range');
      end if;
      perform survey_private.refuse_invalid_words(p_question -> 'unit', p_at || '.unit', 200, true);
    when 'text' then
      if not survey_private.is_whole(p_question -> 'longest', 1, 1000) then
        perform survey_private.refuse_questionnaire(p_at || '.longest', 'range');
      end if;
  end case;
end
$$;
comment on function survey_private.refuse_invalid_question is
  'Refuses a question that cannot be asked, looking at it alone. Called by: refuse_invalid_questionnaire.';
revoke execute on function survey_private.refuse_invalid_question from public, anon, authenticated;

create function survey_private.refuse_invalid_links(p_content jsonb) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_question jsonb;
  v_at text;
  v_choices constant text[] := enum_range(null::public.satisfaction_choice)::text[];
  v_offered jsonb := '{}';
  v_options jsonb;
  v_parts text[] := '{}';
begin
  for v_question, v_at in
    select q.item, format('sections.%s.questions.%s', s.place - 1, q.place - 1)
    from jsonb_array_elements(p_content -> 'sections') with ordinality as s(item, place),
      jsonb_array_elements(s.item -> 'questions') with ordinality as q(item, place)
    order by s.place, q.place
  loop
    if v_question ? 'show_if' then
      v_options := v_offered -> (v_question #>> '{show_if,question}');
      if v_options is null then
        perform survey_private.refuse_questionnaire(v_at || '.show_if', 'not_earlier');
      elsif v_question #> '{show_if,any_of}' = '[]' or not v_options @> (v_question #> '{show_if,any_of}') then
        perform survey_private.refuse_questionnaire(v_at || '.show_if', 'unknown_option');
      end if;
    end if;
    v_options := coalesce(jsonb_path_query_array(v_question, '$.options[*].id'), '[]');
    if v_question ? 'part' then
      if v_question ->> 'part' = any (v_parts) then
        perform survey_private.refuse_questionnaire(v_at || '.part', 'twice');
      elsif v_question ->> 'kind' <> 'single' or v_options <> to_jsonb(v_choices) then
        perform survey_private.refuse_questionnaire(v_at || '.part', 'options');
      elsif v_question #> '{options,4,dont_know}' is distinct from 'true' then
        perform survey_private.refuse_questionnaire(v_at || '.part', 'options');
      end if;
      v_parts := v_parts || (v_question ->> 'part');
    end if;
    if v_question ->> 'kind' in ('single', 'multiple') then
      v_offered := v_offered || jsonb_build_object(v_question ->> 'id', v_options);
    end if;
  end loop;
end
$$;
comment on function survey_private.refuse_invalid_links is
  'Refuses questions that do not go together: shown by an answer that is not offered before, a part of the province''s five asked twice or with other options. Called by: refuse_invalid_questionnaire.';
revoke execute on function survey_private.refuse_invalid_links from public, anon, authenticated;

create function survey_private.refuse_invalid_questionnaire(p_content jsonb, p_is_draft boolean default false) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_section jsonb;
  v_question jsonb;
  v_place integer;
  v_number integer;
  v_at text;
  v_sections text[] := '{}';
  v_questions text[] := '{}';
begin
  if not survey_private.has_shape(p_content, '{sections}') then
    perform survey_private.refuse_questionnaire('', 'shape');
  elsif octet_length(p_content::text) > 200000 then
    perform survey_private.refuse_questionnaire('', 'too_long');
  elsif jsonb_typeof(p_content -> 'sections') <> 'array' then
    perform survey_private.refuse_questionnaire('sections', 'shape');
  elsif jsonb_array_length(p_content -> 'sections') > 20 then
    perform survey_private.refuse_questionnaire('sections', 'too_many');
  elsif not p_is_draft and jsonb_array_length(p_content -> 'sections') = 0 then
    perform survey_private.refuse_questionnaire('sections', 'too_few');
  end if;
  for v_section, v_place in
    select item, place - 1 from jsonb_array_elements(p_content -> 'sections') with ordinality as s(item, place) order by place
  loop
    v_at := 'sections.' || v_place;
    if not survey_private.has_shape(v_section, '{id,title,questions}') then
      perform survey_private.refuse_questionnaire(v_at, 'shape');
    elsif not survey_private.is_id(v_section -> 'id') then
      perform survey_private.refuse_questionnaire(v_at || '.id', 'id');
    elsif v_section ->> 'id' = any (v_sections) then
      perform survey_private.refuse_questionnaire(v_at || '.id', 'twice');
    elsif jsonb_typeof(v_section -> 'questions') <> 'array' then
      perform survey_private.refuse_questionnaire(v_at || '.questions', 'shape');
    elsif not p_is_draft and jsonb_array_length(v_section -> 'questions') = 0 then
      perform survey_private.refuse_questionnaire(v_at || '.questions', 'too_few');
    elsif cardinality(v_questions) + jsonb_array_length(v_section -> 'questions') > 60 then
      perform survey_private.refuse_questionnaire(v_at || '.questions', 'too_many');
    end if;
    v_sections := v_sections || (v_section ->> 'id');
    perform survey_private.refuse_invalid_words(v_section -> 'title', v_at || '.title', 200, p_is_draft);
    for v_question, v_number in
      select item, place - 1 from jsonb_array_elements(v_section -> 'questions') with ordinality as q(item, place) order by place
    loop
      perform survey_private.refuse_invalid_question(v_question, format('%s.questions.%s', v_at, v_number), p_is_draft);
      if v_question ->> 'id' = any (v_questions) then
        perform survey_private.refuse_questionnaire(format('%s.questions.%s.id', v_at, v_number), 'twice');
      end if;
      v_questions := v_questions || (v_question ->> 'id');
    end loop;
  end loop;
  if not p_is_draft then
    perform survey_private.refuse_invalid_links(p_content);
  end if;
end
$$;
comment on function survey_private.refuse_invalid_questionnaire is
  'Refuses content that could not be asked (questionnaire_invalid; detail: at, the place in it, and why). A draft may leave texts empty and lists short, and its questions need not go together yet. Called by: save_questionnaire and freeze_version.';
revoke execute on function survey_private.refuse_invalid_questionnaire from public, anon, authenticated;

-- What makes answers valid.

create function survey_private.answer_problem(p_question jsonb, p_answer jsonb) returns text
language plpgsql immutable
set search_path = ''
as $$
declare
  v_kind text := p_question ->> 'kind';
  v_type text := jsonb_typeof(p_answer);
  v_options jsonb := jsonb_path_query_array(p_question, '$.options[*].id');
  v_rows jsonb := jsonb_path_query_array(p_question, '$.rows[*].id');
  v_given jsonb;
begin
  if v_type <> (case v_kind when 'single' then 'string' when 'multiple' then 'array' when 'matrix' then 'object'
    when 'text' then 'string' else 'number' end)
  then
    return case when v_kind = 'scale' and p_question -> 'dont_know' = 'true' and p_answer = '"dont_know"' then null
      else 'wrong_kind' end;
  end if;
  case v_kind
    when 'single' then
      if not v_options @> p_answer then
        return 'unknown_option';
      end if;
    when 'multiple' then
      if exists (select from jsonb_array_elements(p_answer) as one where jsonb_typeof(one) <> 'string') then
        return 'wrong_kind';
      elsif p_answer = '[]' then
        return 'missing';
      elsif jsonb_array_length(p_answer) > (select count(distinct one) from jsonb_array_elements(p_answer) as one) then
        return 'twice';
      elsif not v_options @> p_answer then
        return 'unknown_option';
      elsif jsonb_array_length(p_answer) > (p_question ->> 'at_most')::integer then
        return 'too_many';
      elsif jsonb_array_length(p_answer) > 1 and p_answer @> jsonb_path_query_array(p_question, '$.options[*] ? (@.dont_know == true).id')
        and jsonb_path_exists(p_question, '$.options[*].dont_know')
      then
        return 'dont_know_alone';
      end if;
    when 'matrix' then
      v_given := jsonb_path_query_array(p_answer, '$.*');
      if exists (select from jsonb_object_keys(p_answer) as row_id where not v_rows ? row_id) then
        return 'unknown_row';
      elsif p_answer = '{}' then
        return 'missing';
      elsif exists (select from jsonb_array_elements(v_given) as one where jsonb_typeof(one) <> 'string') then
        return 'wrong_kind';
      elsif not v_options @> v_given then
        return 'unknown_option';
      elsif p_question -> 'required' = 'true' and jsonb_array_length(v_given) < jsonb_array_length(v_rows) then
        return 'missing';
      end if;
    when 'text' then
      if survey_private.is_blank(p_answer #>> '{}') then
        return 'missing';
      elsif char_length(p_answer #>> '{}') > (p_question ->> 'longest')::integer then
        return 'too_long';
      end if;
    else
      if (p_answer #>> '{}')::numeric % 1 <> 0 then
        return 'wrong_kind';
      elsif (p_answer #>> '{}')::numeric not between (p_question ->> case v_kind when 'scale' then 'from' else 'min' end)::numeric
        and (p_question ->> case v_kind when 'scale' then 'to' else 'max' end)::numeric
      then
        return 'out_of_range';
      end if;
  end case;
  return null;
end
$$;
comment on function survey_private.answer_problem is
  'What is wrong with the answer to a question of a published version; null when nothing is. Called by: refuse_invalid_answers.';
revoke execute on function survey_private.answer_problem from public, anon, authenticated;

create function survey_private.refuse_invalid_answers(p_content jsonb, p_answers jsonb) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_question jsonb;
  v_id text;
  v_why text;
begin
  if coalesce(jsonb_typeof(p_answers), '') <> 'object' then
    perform private.refuse('answer_invalid', 400, 'Answers name questions.', '{"question": "", "why": "shape"}');
  end if;
  select left(k, 40) into v_id from jsonb_object_keys(p_answers) as k
  where not jsonb_path_query_array(p_content, '$.sections[*].questions[*].id') ? k order by k collate "C" limit 1;
  v_why := case when found then 'unknown_question' end;
  if v_why is null then
    for v_question in select jsonb_path_query(p_content, '$.sections[*].questions[*]') loop
      v_id := v_question ->> 'id';
      if v_question ? 'show_if' and not coalesce(
        (p_answers -> (v_question #>> '{show_if,question}')) ?|
          array(select jsonb_array_elements_text(v_question #> '{show_if,any_of}')), false)
      then
        v_why := case when p_answers ? v_id then 'not_asked' end;
      elsif p_answers ? v_id then
        v_why := survey_private.answer_problem(v_question, p_answers -> v_id);
      elsif v_question -> 'required' = 'true' then
        v_why := 'missing';
      end if;
      exit when v_why is not null;
    end loop;
  end if;
  if v_why is not null then
    perform private.refuse('answer_invalid', 400, 'An answer does not fit its question.',
      jsonb_build_object('question', v_id, 'why', v_why));
  end if;
end
$$;
comment on function survey_private.refuse_invalid_answers is
  'Refuses answers that do not fit a published version (answer_invalid; detail: question, why): one for a question that is not in it or was not asked, a required one missing, an option that is not offered, out of range, too long. Called by: add_answer.';
revoke execute on function survey_private.refuse_invalid_answers from public, anon, authenticated;

create function survey_private.get_choices(p_answers jsonb, p_content jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(q ->> 'part', p_answers -> (q ->> 'id')), '{}')
  from jsonb_path_query(p_content, '$.sections[*].questions[*] ? (exists (@.part))') as q
  where p_answers ? (q ->> 'id')
$$;
comment on function survey_private.get_choices is
  'The choice in each of the province''s parts that was answered, {part: choice}, out of the answers to a version. Called by: tallies and snapshots.';
revoke execute on function survey_private.get_choices from public, anon, authenticated;

-- How analysts keep them.

create function survey_private.freeze_version(p_questionnaire_id uuid) returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_draft jsonb;
  v_latest public.questionnaire_versions;
begin
  select draft into v_draft from public.questionnaires where id = p_questionnaire_id for update;
  perform survey_private.refuse_invalid_questionnaire(v_draft);
  select * into v_latest from public.questionnaire_versions
  where questionnaire_id = p_questionnaire_id order by version desc limit 1;
  if v_latest.content = v_draft then
    return v_latest.version;
  end if;
  insert into public.questionnaire_versions (questionnaire_id, version, content, sha256, published_by)
  values (p_questionnaire_id, coalesce(v_latest.version, 0) + 1, v_draft,
    encode(sha256(convert_to(v_draft::text, 'UTF8')), 'hex'), auth.uid())
  returning * into v_latest;
  return v_latest.version;
end
$$;
comment on function survey_private.freeze_version is
  'Makes the draft the next version, unless it is the latest already, and gives its number. Errors: questionnaire_invalid. Called by: publish_questionnaire and the seeds.';
revoke execute on function survey_private.freeze_version from public, anon, authenticated;

create function survey_private.save_questionnaire(p_id uuid, p_version integer, p_content jsonb)
returns public.questionnaires
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wish public.questionnaires;
  v_old public.questionnaires;
  v_new public.questionnaires;
begin
  perform private.require_role('analyst');
  if p_id is null or p_version is null then
    perform private.refuse('key_missing', 400, 'Every questionnaire names its id and version.');
  end if;
  v_wish.title_zh := private.read_text(p_content, 'title_zh', 80, true);
  v_wish.title_en := private.read_text(p_content, 'title_en', 160, true);
  v_wish.is_template := coalesce(p_content -> 'is_template' = 'true', false);
  v_wish.draft := p_content -> 'draft';
  perform survey_private.refuse_invalid_questionnaire(v_wish.draft, true);
  -- One save of a thing at a time, also while it is not there yet.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  select * into v_old from public.questionnaires where id = p_id for update;
  if found then
    if (v_old.title_zh, v_old.title_en, v_old.is_template, v_old.draft)
      is not distinct from (v_wish.title_zh, v_wish.title_en, v_wish.is_template, v_wish.draft)
    then
      return v_old;
    end if;
    perform private.refuse_newer_version(p_version, v_old.version, v_old.changed_at, v_old.changed_by);
    update public.questionnaires set title_zh = v_wish.title_zh, title_en = v_wish.title_en,
      is_template = v_wish.is_template, draft = v_wish.draft
    where id = p_id returning * into v_new;
  else
    if p_version <> 0 then
      perform private.refuse('questionnaire_unknown', 404, 'There is no such questionnaire.');
    end if;
    insert into public.questionnaires (id, title_zh, title_en, is_template, draft, changed_by)
    values (p_id, v_wish.title_zh, v_wish.title_en, v_wish.is_template, v_wish.draft, auth.uid())
    returning * into v_new;
  end if;
  perform private.record_audit('save_questionnaire', 'questionnaire', p_id::text,
    jsonb_build_object('version', v_new.version, 'title_zh', v_new.title_zh));
  return v_new;
end
$$;
comment on function survey_private.save_questionnaire is
  'Body of public.save_questionnaire. Definer, because nobody may write questionnaires directly.';
revoke execute on function survey_private.save_questionnaire from public, anon, authenticated;
grant execute on function survey_private.save_questionnaire to authenticated;

create function public.save_questionnaire(p_id uuid, p_version integer, p_content jsonb) returns public.questionnaires
language sql
set search_path = ''
as $$
  select jsonb_populate_record(survey_private.save_questionnaire(p_id, p_version, p_content), '{"changed_by": null}')
$$;
comment on function public.save_questionnaire is
  'Saves {title_zh, title_en, is_template, draft: {sections}} on top of a version of the draft; version 0 makes a new questionnaire with this id. The same content again is saved already. Errors: not_found, key_missing, content_invalid (detail: field), questionnaire_invalid (detail: at, why), questionnaire_unknown, newer_version (detail: version, changed_at, by), staff_session_ended, second_factor_needed. Called by: analysts.';
revoke execute on function public.save_questionnaire from public, anon, authenticated;
grant execute on function public.save_questionnaire to authenticated;

create function survey_private.publish_questionnaire(p_id uuid, p_version integer) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_questionnaire public.questionnaires;
  v_latest integer;
  v_published integer;
begin
  perform private.require_role('analyst');
  select * into v_questionnaire from public.questionnaires where id = p_id for update;
  if not found then
    perform private.refuse('questionnaire_unknown', 404, 'There is no such questionnaire.');
  elsif p_version is null then
    perform private.refuse('key_missing', 400, 'Publishing names the version of the draft.');
  end if;
  perform private.refuse_newer_version(p_version, v_questionnaire.version, v_questionnaire.changed_at,
    v_questionnaire.changed_by);
  select max(version) into v_latest from public.questionnaire_versions where questionnaire_id = p_id;
  v_published := survey_private.freeze_version(p_id);
  if v_published is distinct from v_latest then
    perform private.record_audit('publish_questionnaire', 'questionnaire', p_id::text,
      jsonb_build_object('version', v_published));
  end if;
  return v_published;
end
$$;
comment on function survey_private.publish_questionnaire is
  'Body of public.publish_questionnaire. Definer, because nobody may write versions directly.';
revoke execute on function survey_private.publish_questionnaire from public, anon, authenticated;
grant execute on function survey_private.publish_questionnaire to authenticated;

create function public.publish_questionnaire(p_id uuid, p_version integer) returns integer
language sql
set search_path = ''
as $$ select survey_private.publish_questionnaire(p_id, p_version) $$;
comment on function public.publish_questionnaire is
  'Freezes the draft, whose version is named, as the next published version and gives its number; a draft that is the latest version already publishes nothing new. Errors: not_found, questionnaire_unknown, key_missing, newer_version (detail: version, changed_at, by), questionnaire_invalid (detail: at, why), staff_session_ended, second_factor_needed. Called by: analysts.';
revoke execute on function public.publish_questionnaire from public, anon, authenticated;
grant execute on function public.publish_questionnaire to authenticated;

create view public.desk_questionnaires with (security_invoker = on) as
  select q.id, q.title_zh, q.title_en, q.is_template, q.is_demo, q.changed_at, v.version as published_version,
    v.published_at, q.title_zh || ' ' || q.title_en as search
  from public.questionnaires q left join lateral (
    select version, published_at from public.questionnaire_versions
    where questionnaire_id = q.id order by version desc limit 1
  ) v on true;
comment on view public.desk_questionnaires is
  'Every questionnaire and its latest published version, for analysts. Called by: the list of questionnaires.';
grant select on public.desk_questionnaires to authenticated;
