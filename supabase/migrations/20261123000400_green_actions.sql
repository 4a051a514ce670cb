-- Green actions (绿色行动): the price list, the logs of residents, their evidence, and its moderation.

create type public.action_proof as enum ('none', 'photo', 'onsite_code', 'feedback');
comment on type public.action_proof is 'feedback: nothing is logged; it is sent as feedback and pays when it is verified there.';
create type public.action_review as enum ('automatic', 'moderator');
create type public.log_status as enum ('approved', 'pending', 'rejected');
create type public.rejection_reason as enum (
  'unclear_photo', 'another_action', 'seen_before', 'outside_yiwu', 'not_verified', 'other'
);

create table public.green_actions (
  code text primary key,
  position smallint not null unique,
  name_zh text not null,
  name_en text not null,
  hint_zh text not null,
  hint_en text not null,
  plan_section text not null,
  coins bigint not null,
  proof public.action_proof not null,
  review public.action_review not null,
  daily_cap smallint not null,
  weekly_cap smallint not null,
  is_open boolean not null default true,
  constraint action_code_is_a_slug check (code ~ '^[a-z][a-z-]{2,40}$'),
  constraint action_pays_something_modest check (coins between 1 and 1000),
  constraint caps_are_positive_and_ordered check (daily_cap >= 1 and weekly_cap >= daily_cap),
  constraint photos_wait_for_a_moderator check (
    proof not in ('photo', 'feedback') or review = 'moderator'
  )
);
comment on table public.green_actions is 'The price list: what an action pays, how it is proved, how often it counts.';
comment on column public.green_actions.coins is 'Coins for one approved log.';
comment on column public.green_actions.daily_cap is 'Logs a resident may make in a day of Asia/Shanghai, rejected ones not counted.';
comment on column public.green_actions.weekly_cap is 'The same for a week, Monday to Sunday in Asia/Shanghai.';
comment on column public.green_actions.plan_section is 'The section of the plan that asks for it.';

create table private.onsite_codes (
  code text primary key,
  action_code text not null references public.green_actions (code),
  place_zh text not null,
  place_en text not null,
  valid_from timestamptz not null default now(),
  valid_until timestamptz not null,
  is_demo boolean not null default false,
  constraint onsite_code_is_hard_to_guess check (code ~ '^[0-9A-Z]{8,16}$')
);
comment on table private.onsite_codes is 'Codes shown at a place; whoever types one was there.';
create index onsite_codes_by_action on private.onsite_codes (action_code);
alter table private.onsite_codes enable row level security;

create table public.action_logs (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null references auth.users (id) on delete cascade,
  action_code text not null references public.green_actions (code),
  idempotency_key uuid not null,
  note text not null default '',
  evidence_path text,
  town_code text references public.towns (code),
  coins bigint not null,
  status public.log_status not null,
  reason public.rejection_reason,
  reason_note text not null default '',
  logged_at timestamptz not null default now(),
  logged_on date not null default private.shanghai_day(),
  decided_at timestamptz,
  primary key (resident_id, id),
  constraint log_is_made_once unique (resident_id, idempotency_key),
  constraint note_is_short check (char_length(note) <= 200),
  constraint reason_note_is_short check (char_length(reason_note) <= 200),
  constraint only_rejected_logs_have_a_reason check ((status = 'rejected') = (reason is not null))
);
comment on table public.action_logs is 'What residents say they did, and what became of it. Keyed by resident, so that it can be distributed.';
comment on column public.action_logs.coins is 'What it pays when approved: the price on the day it was logged.';
comment on column public.action_logs.evidence_path is 'Name of the photo in the private bucket "evidence": <resident>/<key>.webp.';
comment on column public.action_logs.town_code is
  'The town the resident lived in when they logged it, if they said: moderators of a town judge its logs.';
comment on column public.action_logs.logged_on is 'The day in Asia/Shanghai, for the caps.';
create index action_logs_by_id on public.action_logs (id);
create index action_logs_by_day on public.action_logs (resident_id, action_code, logged_on);
create index action_logs_by_action on public.action_logs (action_code);
create index action_logs_by_town on public.action_logs (town_code, logged_at, id);
create index action_logs_waiting on public.action_logs (logged_at, id) where status = 'pending';
create unique index evidence_proves_one_log on public.action_logs (evidence_path)
  where evidence_path is not null;

create table public.moderation_decisions (
  id bigint generated always as identity primary key,
  log_id uuid not null,
  moderator_id uuid not null,
  approved boolean not null,
  reason public.rejection_reason,
  note text not null default '',
  decided_at timestamptz not null default now()
);
comment on table public.moderation_decisions is 'Who judged which log how. Append-only; the status of a log can be rebuilt from it.';
create index moderation_decisions_by_log on public.moderation_decisions (log_id);
create trigger decisions_are_append_only before update or delete on public.moderation_decisions
  for each row execute function private.refuse_change();
create trigger decisions_are_never_truncated before truncate on public.moderation_decisions
  for each statement execute function private.refuse_change();

create function private.award_log(p_log public.action_logs, p_actor_id uuid) returns void
language sql
set search_path = ''
as $$
  select ledger.post_transfer(
    p_log.resident_id, 'award', 'issuance', 'wallet', p_log.coins,
    'action_log:' || p_log.id, 'award:' || p_log.id, p_actor_id
  )
$$;
comment on function private.award_log is 'Posts the coins of an approved log, once. Called by: log_green_action and decide_action_log.';
revoke execute on function private.award_log from public, anon, authenticated;

create function private.refuse_over_cap(p_resident_id uuid, p_action public.green_actions) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_today date := private.shanghai_day();
  v_monday date := date_trunc('week', v_today)::date;
  v_today_count integer;
  v_week_count integer;
begin
  select count(*) filter (where logged_on = v_today), count(*) into v_today_count, v_week_count
  from public.action_logs
  where resident_id = p_resident_id and action_code = p_action.code
    and logged_on >= v_monday and status <> 'rejected';
  if v_week_count >= p_action.weekly_cap then
    perform private.refuse('weekly_cap', 409, 'This action has been logged as often as it counts this week.',
      jsonb_build_object('cap', p_action.weekly_cap, 'next_at', private.shanghai_midnight(v_monday + 7)));
  elsif v_today_count >= p_action.daily_cap then
    perform private.refuse('daily_cap', 409, 'This action has been logged as often as it counts today.',
      jsonb_build_object('cap', p_action.daily_cap, 'next_at', private.shanghai_midnight(v_today + 1)));
  end if;
end
$$;
comment on function private.refuse_over_cap is
  'Refuses a log over the weekly or daily cap and says when it counts again. The caller holds the wallet''s lock. Called by: log_green_action.';
revoke execute on function private.refuse_over_cap from public, anon, authenticated;

create function private.require_proof(
  p_resident_id uuid, p_action public.green_actions, p_evidence_path text, p_onsite_code text
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
  elsif p_action.proof = 'onsite_code' and not exists (
    select from private.onsite_codes
    where code = upper(regexp_replace(coalesce(p_onsite_code, ''), '[\s-]', '', 'g'))
      and action_code = p_action.code and now() between valid_from and valid_until
  ) then
    perform private.refuse('onsite_code_wrong', 400, 'This code is not valid for this action today.');
  end if;
end
$$;
comment on function private.require_proof is 'Refuses a log whose proof is missing or not the resident''s. Called by: log_green_action.';
revoke execute on function private.require_proof from public, anon, authenticated;

create function private.log_green_action(
  p_action_code text, p_idempotency_key uuid, p_note text, p_evidence_path text, p_onsite_code text
) returns public.action_logs
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_action public.green_actions;
  v_log public.action_logs;
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
  perform from ledger.wallets where resident_id = v_resident_id for no key update;

  select * into v_log from public.action_logs
  where resident_id = v_resident_id and idempotency_key = p_idempotency_key;
  if found then
    -- A photo that the action does not ask for was never kept, so it makes no difference either.
    if (v_log.action_code, v_log.note, coalesce(v_log.evidence_path, p_evidence_path))
      is distinct from (p_action_code, v_note, p_evidence_path)
    then
      perform private.refuse('key_reused', 409, 'This key was used for another log.');
    end if;
    return v_log;
  end if;

  select * into v_action from public.green_actions where code = p_action_code and is_open;
  if not found then
    perform private.refuse('action_unknown', 404, 'There is no such action on the price list.');
  elsif v_action.proof = 'feedback' then
    perform private.refuse('report_instead', 409, 'This is not logged but sent as feedback, where it is verified.');
  end if;
  perform private.refuse_over_cap(v_resident_id, v_action);
  perform private.require_proof(v_resident_id, v_action, p_evidence_path, p_onsite_code);

  insert into public.action_logs
    (resident_id, action_code, idempotency_key, note, evidence_path, town_code, coins, status,
      decided_at)
  values (
    v_resident_id, v_action.code, p_idempotency_key, v_note,
    case when v_action.proof = 'photo' then p_evidence_path end,
    (select town_code from public.profiles where resident_id = v_resident_id), v_action.coins,
    case v_action.review when 'automatic' then 'approved' else 'pending' end::public.log_status,
    case v_action.review when 'automatic' then now() end
  ) returning * into v_log;
  if v_log.status = 'approved' then
    perform private.award_log(v_log, v_resident_id);
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
  p_onsite_code text default null
) returns public.action_logs
language sql
set search_path = ''
as $$
  select private.log_green_action(p_action_code, p_idempotency_key, p_note, p_evidence_path, p_onsite_code)
$$;
comment on function public.log_green_action is
  'Logs a green action and gives the log: approved with its coins, or pending. The same key gives the same log. Errors: sign_in_first, key_missing, key_reused, note_too_long, action_unknown, report_instead, daily_cap and weekly_cap (detail: cap, next_at), photo_missing, photo_unknown, photo_used, onsite_code_wrong. Called by: residents.';
revoke execute on function public.log_green_action from public, anon, authenticated;
grant execute on function public.log_green_action to authenticated;

create function private.decide_action_log(
  p_log_id uuid, p_approve boolean, p_reason public.rejection_reason, p_note text
) returns public.action_logs
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_log public.action_logs;
  v_before public.action_logs;
begin
  select * into v_log from public.action_logs where id = p_log_id for update;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  if v_log.resident_id = v_moderator_id then
    perform private.refuse('own_log', 403, 'Nobody judges their own log.');
  elsif p_approve is null or p_approve = (p_reason is not null) then
    perform private.refuse('reason_missing', 400, 'A rejection has a reason, and an approval has none.');
  elsif char_length(coalesce(p_note, '')) > 200 then
    perform private.refuse('note_too_long', 400, 'A note has at most 200 characters.', '{"limit": 200}');
  elsif v_log.status <> 'pending' then
    if (v_log.status = 'approved') = p_approve and v_log.reason is not distinct from p_reason then
      return v_log;
    end if;
    perform private.refuse('already_decided', 409, 'A colleague has already decided this log.',
      jsonb_build_object('status', v_log.status));
  end if;

  v_before := v_log;
  update public.action_logs set
    status = case when p_approve then 'approved' else 'rejected' end::public.log_status,
    reason = p_reason,
    reason_note = coalesce(trim(p_note), ''),
    decided_at = now()
  where resident_id = v_log.resident_id and id = v_log.id
  returning * into v_log;
  insert into public.moderation_decisions (log_id, moderator_id, approved, reason, note)
  values (v_log.id, v_moderator_id, p_approve, p_reason, v_log.reason_note);
  if p_approve then
    perform private.award_log(v_log, v_moderator_id);
  end if;
  perform private.notify(v_log.resident_id, case when p_approve then 'log_approved' else 'log_rejected' end,
    (select jsonb_build_object('name_zh', a.name_zh, 'name_en', a.name_en, 'coins', v_log.coins)
     from public.green_actions a where a.code = v_log.action_code),
    '/wallet/', 'log:' || v_log.id, false);
  perform private.record_audit('decide_action_log', 'action_log', v_log.id::text,
    jsonb_build_object('approved', p_approve, 'reason', p_reason),
    jsonb_build_object('status', v_before.status),
    jsonb_build_object('status', v_log.status, 'reason', v_log.reason, 'note', v_log.reason_note));
  return v_log;
end
$$;
comment on function private.decide_action_log is
  'Body of public.decide_action_log. Definer, because nobody may write logs or coins directly.';
revoke execute on function private.decide_action_log from public, anon, authenticated;
grant execute on function private.decide_action_log to authenticated;

create function public.decide_action_log(
  p_log_id uuid,
  p_approve boolean,
  p_reason public.rejection_reason default null,
  p_note text default ''
) returns public.action_logs
language sql
set search_path = ''
as $$ select private.decide_action_log(p_log_id, p_approve, p_reason, p_note) $$;
comment on function public.decide_action_log is
  'Approves a pending log, which posts its coins, or rejects it with a reason. The same decision twice is one. Errors: not_found, log_unknown, own_log, reason_missing, note_too_long, already_decided, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.decide_action_log from public, anon, authenticated;
grant execute on function public.decide_action_log to authenticated;

create function private.read_evidence(p_log_id uuid) returns text
language plpgsql security definer
set search_path = ''
as $$
declare
  v_log public.action_logs;
begin
  perform private.require_role('moderator');
  select * into v_log from public.action_logs where id = p_log_id;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  if v_log.evidence_path is null then
    perform private.refuse('photo_unknown', 404, 'This log has no photo.');
  end if;
  perform private.record_audit('read_evidence', 'action_log', p_log_id::text);
  return v_log.evidence_path;
end
$$;
comment on function private.read_evidence is
  'Body of public.read_evidence. Definer, because nobody may write the audit directly.';
revoke execute on function private.read_evidence from public, anon, authenticated;
grant execute on function private.read_evidence to authenticated;

create function public.read_evidence(p_log_id uuid) returns text
language sql
set search_path = ''
as $$ select private.read_evidence(p_log_id) $$;
comment on function public.read_evidence is
  'Gives the name of the photo behind a log, writes into the audit that it was opened, and lets the caller download it for ten minutes. Errors: not_found, log_unknown, photo_unknown, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.read_evidence from public, anon, authenticated;
grant execute on function public.read_evidence to authenticated;

create function private.has_opened_evidence(p_name text) returns boolean
language sql stable security definer
set search_path = ''
as $$
  select exists (
    select from public.action_logs l join public.audit_entries a
      on a.subject_kind = 'action_log' and a.subject_id = l.id::text
    where l.evidence_path = p_name and a.act = 'read_evidence' and a.actor_id = auth.uid()
      and a.at > now() - interval '10 minutes'
  )
$$;
comment on function private.has_opened_evidence is
  'Whether the audit says that the caller opened this photo in the last ten minutes. Definer, because administrators alone read the audit. Called by: the policy of the bucket evidence.';
revoke execute on function private.has_opened_evidence from public, anon, authenticated;
grant execute on function private.has_opened_evidence to authenticated;

alter table public.green_actions enable row level security;
create policy "everyone reads the price list" on public.green_actions
  for select to anon, authenticated using (true);
grant select on public.green_actions to anon, authenticated;

alter table public.action_logs enable row level security;
create policy "residents read their own logs, moderators those of their towns" on public.action_logs
  for select to authenticated
  using (
    resident_id = (select auth.uid())
    or (select private.holds_everywhere('moderator'))
    or town_code = any ((select private.role_towns('moderator'))::text[])
  );
grant select on public.action_logs to authenticated;

alter table public.moderation_decisions enable row level security;
create policy "moderators and administrators read decisions" on public.moderation_decisions
  for select to authenticated
  using ((select private.has_role('moderator')) or (select private.has_role('administrator')));
grant select on public.moderation_decisions to authenticated;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('evidence', 'evidence', false, 2097152, array['image/webp', 'image/jpeg'])
on conflict (id) do update set
  public = excluded.public,
  file_size_limit = excluded.file_size_limit,
  allowed_mime_types = excluded.allowed_mime_types;

create policy "residents add evidence to their own folder" on storage.objects
  for insert to authenticated
  with check (bucket_id = 'evidence' and (storage.foldername(name))[1] = (select auth.uid())::text);
create policy "residents see their own evidence, moderators what they opened" on storage.objects
  for select to authenticated
  using (bucket_id = 'evidence' and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or ((select private.has_role('moderator')) and private.has_opened_evidence(name))
  ));
