-- Moderation (审核): who judges which log how, what becomes of it when they take that back or the resident appeals, and
-- the photos they open for it.

create type public.decision_kind as enum ('decide', 'undo', 'appeal');
comment on type public.decision_kind is
  'decide: the first judgement; undo: whoever judged took it back; appeal: another moderator''s, which is final.';

create table public.moderation_decisions (
  id bigint generated always as identity primary key,
  log_id uuid not null,
  kind public.decision_kind not null default 'decide',
  moderator_id uuid not null,
  approved boolean,
  reason public.rejection_reason,
  note text not null default '',
  transfer_id bigint,
  decided_at timestamptz not null default now(),
  constraint only_an_undo_judges_nothing check ((kind = 'undo') = (approved is null))
);
comment on table public.moderation_decisions is 'Who judged which log how. Append-only; the status of a log can be rebuilt from it.';
comment on column public.moderation_decisions.transfer_id is
  'The award this approval posted, or the reversal this undo posted; empty where no coins moved.';
create index moderation_decisions_by_log on public.moderation_decisions (log_id, id);
create index moderation_decisions_by_time on public.moderation_decisions (decided_at);
create trigger decisions_are_append_only before update or delete on public.moderation_decisions
  for each row execute function private.refuse_change();
create trigger decisions_are_never_truncated before truncate on public.moderation_decisions
  for each statement execute function private.refuse_change();

create table public.log_appeals (
  resident_id uuid not null,
  log_id uuid not null,
  text text not null,
  appealed_at timestamptz not null default now(),
  primary key (resident_id, log_id),
  foreign key (resident_id, log_id) references public.action_logs (resident_id, id) on delete cascade,
  constraint appeal_says_something_short check (char_length(text) between 1 and 500)
);
comment on table public.log_appeals is 'What residents said against a rejection, once per log. Keyed by resident, so that it can be distributed.';
create index log_appeals_by_log on public.log_appeals (log_id);

create table private.log_claims (
  log_id uuid primary key,
  resident_id uuid not null,
  moderator_id uuid not null references auth.users (id) on delete cascade,
  claimed_until timestamptz not null,
  foreign key (resident_id, log_id) references public.action_logs (resident_id, id) on delete cascade
);
comment on table private.log_claims is
  'Which moderator has which waiting log before them. A claim that has run out is nobody''s and is taken over.';
create index log_claims_by_moderator on private.log_claims (moderator_id);
create index log_claims_by_resident on private.log_claims (resident_id, log_id);

create function private.standing_decision(p_log_id uuid) returns public.moderation_decisions
language sql stable
set search_path = ''
as $$ select d from public.moderation_decisions d where d.log_id = p_log_id order by d.id desc limit 1 $$;
comment on function private.standing_decision is 'The latest decision about a log, or null. Called by: undo_decision and the audit sample.';
revoke execute on function private.standing_decision from public, anon, authenticated;

create function private.first_moderator(p_log_id uuid) returns uuid
language sql stable
set search_path = ''
as $$
  select d.moderator_id from public.moderation_decisions d
  where d.log_id = p_log_id and d.kind = 'decide' order by d.id desc limit 1
$$;
comment on function private.first_moderator is
  'Who judged a log first, or null: not who decides an appeal against it. Called by: claim_logs and decide_action_log.';
revoke execute on function private.first_moderator from public, anon, authenticated;

create function private.has_appealed(p_log_id uuid) returns boolean
language sql stable
set search_path = ''
as $$ select exists (select from public.log_appeals where log_id = p_log_id) $$;
comment on function private.has_appealed is 'Whether the resident appealed against the rejection of a log. Called by: the bodies of moderation.';
revoke execute on function private.has_appealed from public, anon, authenticated;

create function private.why_not_judge(p_log public.action_logs, p_moderator_id uuid) returns text
language plpgsql stable
set search_path = ''
as $$
begin
  if p_log.resident_id = p_moderator_id then
    return 'own_log';
  elsif private.has_appealed(p_log.id) and private.first_moderator(p_log.id) = p_moderator_id then
    return 'first_moderator';
  elsif private.share_a_cell(p_log.resident_id, p_moderator_id) then
    return 'own_cell';
  end if;
  return null;
end
$$;
comment on function private.why_not_judge is
  'Why a log is not a moderator''s to judge: own_log, own_cell, first_moderator, or null when it is. Called by: claim_logs, decide_action_log and the audit sample.';
revoke execute on function private.why_not_judge from public, anon, authenticated;

create function private.refuse_to_judge(p_log public.action_logs, p_moderator_id uuid) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_why text := private.why_not_judge(p_log, p_moderator_id);
begin
  if v_why = 'own_log' then
    perform private.refuse('own_log', 403, 'Nobody judges their own log.');
  elsif v_why = 'own_cell' then
    perform private.refuse('own_cell', 403, 'Nobody judges a log of their own cell.');
  elsif v_why = 'first_moderator' then
    perform private.refuse('first_moderator', 403, 'Somebody else than the first moderator decides an appeal.');
  end if;
end
$$;
comment on function private.refuse_to_judge is
  'Refuses a moderator who may not judge a log. Errors: own_log, own_cell, first_moderator. Called by: decide_action_log and judge_audit_sample.';
revoke execute on function private.refuse_to_judge from public, anon, authenticated;

create function private.refuse_invalid_judgement(
  p_approve boolean, p_reason public.rejection_reason, p_note text
) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_approve is null or p_approve = (p_reason is not null) then
    perform private.refuse('reason_missing', 400, 'A rejection has a reason, and an approval has none.');
  elsif char_length(coalesce(p_note, '')) > 200 then
    perform private.refuse('note_too_long', 400, 'A note has at most 200 characters.', '{"limit": 200}');
  end if;
end
$$;
comment on function private.refuse_invalid_judgement is
  'Refuses a judgement that is none. Errors: reason_missing, note_too_long. Called by: decide_action_log and judge_audit_sample.';
revoke execute on function private.refuse_invalid_judgement from public, anon, authenticated;

create function private.refuse_reopening_over_cap(p_log public.action_logs) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_price public.action_prices := private.price_on(p_log.action_code, p_log.logged_on);
  v_monday date := date_trunc('week', p_log.logged_on)::date;
  v_new_year date := date_trunc('year', p_log.logged_on)::date;
  v_day_count integer;
  v_week_count integer;
  v_year_count integer;
  v_cool_down interval := v_price.cool_down_hours * interval '1 hour';
  v_is_too_soon boolean;
begin
  -- Counting and opening are one step: logging waits for the wallet, too.
  perform from ledger.wallets where resident_id = p_log.resident_id for no key update;
  select count(*) filter (where logged_on = p_log.logged_on),
    count(*) filter (where logged_on between v_monday and v_monday + 6),
    count(*) filter (where logged_on >= v_new_year and logged_on < v_new_year + interval '1 year'),
    coalesce(bool_or(logged_at > p_log.logged_at - v_cool_down and logged_at < p_log.logged_at + v_cool_down), false)
  into v_day_count, v_week_count, v_year_count, v_is_too_soon
  from public.action_logs
  where resident_id = p_log.resident_id and action_code = p_log.action_code and status <> 'rejected'
    -- A year and a week around, which is more than any cool-down.
    and logged_on between v_new_year - 372 and v_new_year + 738;
  if v_day_count >= v_price.daily_cap or v_week_count >= v_price.weekly_cap
    or v_year_count >= v_price.yearly_cap or v_is_too_soon
  then
    perform private.refuse('reopened_over_cap', 409, 'Other logs have taken its place under the cap.');
  end if;
end
$$;
comment on function private.refuse_reopening_over_cap is
  'Refuses to open a rejected log again when the resident has logged the action as often as it counted in that day, week or year, or within its cool-down. Errors: reopened_over_cap. Called by: undo_decision and appeal_decision.';
revoke execute on function private.refuse_reopening_over_cap from public, anon, authenticated;

create function private.claim_logs(p_limit integer) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_is_everywhere boolean := private.holds_everywhere('moderator');
  v_towns text[] := private.role_towns('moderator');
  v_until timestamptz := now() + make_interval(mins => (select claim_minutes from private.settings));
  v_held integer;
  v_found integer;
  v_taken integer;
begin
  -- A moderator's own pages take turns: a page that is being left must not give away what the next one counts on.
  perform pg_advisory_xact_lock(hashtextextended('claims of ' || v_moderator_id, 0));
  -- A claim is written under the lock of its log, or not waited for: no two moderators wait for each other.
  select count(*) into v_held from private.log_claims
  where moderator_id = v_moderator_id and claimed_until > now();
  while v_held < least(coalesce(p_limit, 1), 20) loop
    with candidates as (
      select l.id, l.resident_id from public.action_logs l
      where l.status = 'pending'
        and (v_is_everywhere or l.town_code = any (v_towns))
        and not exists (
          select from private.log_claims c where c.log_id = l.id and c.claimed_until > now()
        )
        and private.why_not_judge(l, v_moderator_id) is null
      order by l.logged_at, l.id
      limit least(p_limit, 20) - v_held
      for no key update of l skip locked
    ), taken as (
      insert into private.log_claims as c (log_id, resident_id, moderator_id, claimed_until)
      select id, resident_id, v_moderator_id, v_until from candidates
      on conflict (log_id) do update set moderator_id = excluded.moderator_id, claimed_until = excluded.claimed_until
      where c.claimed_until <= now()
      returning c.log_id
    )
    select (select count(*) from candidates), (select count(*) from taken) into v_found, v_taken;
    v_held := v_held + v_taken;
    exit when v_found = 0;
  end loop;
  update private.log_claims set claimed_until = v_until where log_id in (
    select c.log_id from private.log_claims c
    where c.moderator_id = v_moderator_id and c.claimed_until > now() for update skip locked
  );
  return v_held;
end
$$;
comment on function private.claim_logs is 'Body of public.claim_logs. Definer, because nobody may write claims directly.';
revoke execute on function private.claim_logs from public, anon, authenticated;
grant execute on function private.claim_logs to authenticated;

create function public.claim_logs(p_limit integer default 3) returns integer
language sql
set search_path = ''
as $$ select private.claim_logs(p_limit) $$;
comment on function public.claim_logs is
  'Claims waiting logs for the caller, the oldest first, until they hold p_limit of them (at most 20), renews those they hold, and gives how many that are; what another moderator holds is passed over. A claim runs out after settings.claim_minutes. Errors: not_found, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.claim_logs from public, anon, authenticated;
grant execute on function public.claim_logs to authenticated;

create function private.release_claims(p_read_at timestamptz) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_until timestamptz := coalesce(
    p_read_at + make_interval(mins => (select claim_minutes from private.settings)), 'infinity'
  );
  v_count integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('claims of ' || v_moderator_id, 0));
  delete from private.log_claims where log_id in (
    select c.log_id from private.log_claims c
    where c.moderator_id = v_moderator_id and c.claimed_until <= v_until for update skip locked
  );
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.release_claims is 'Body of public.release_claims. Definer, because nobody may write claims directly.';
revoke execute on function private.release_claims from public, anon, authenticated;
grant execute on function private.release_claims to authenticated;

create function public.release_claims(p_read_at timestamptz default null) returns integer
language sql
set search_path = ''
as $$ select private.release_claims(p_read_at) $$;
comment on function public.release_claims is
  'Puts back what the caller has claimed and not judged, and gives how many. p_read_at: only what has not been claimed or renewed since that moment (read_at of get_moderation_load), so that a page that is being left takes nothing from the next one, which may be quicker. Errors: not_found, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.release_claims from public, anon, authenticated;
grant execute on function public.release_claims to authenticated;

create function private.pay_log(p_log public.action_logs, p_actor_id uuid) returns ledger.transfers
language sql
set search_path = ''
as $$
  -- The first approval posts under the same key as an automatic one; each that follows an undo under its own.
  select ledger.award(p_log.resident_id, p_log.action_code, p_log.coins, 'action_log:' || p_log.id,
    'award:' || p_log.id || coalesce(':' || nullif((
      select count(*) from public.moderation_decisions d where d.log_id = p_log.id and d.kind = 'undo'
    ), 0), ''), p_actor_id)
$$;
comment on function private.pay_log is
  'Posts the coins of a log a moderator approved, once per approval; null when the yearly cap left nothing to pay. Called by: decide_action_log.';
revoke execute on function private.pay_log from public, anon, authenticated;

create function private.tell_decision(p_log public.action_logs, p_kind public.decision_kind, p_paid bigint)
returns void
language sql
set search_path = ''
as $$
  select private.notify(
    p_log.resident_id,
    case
      when p_kind = 'appeal' then 'appeal_decided'
      when p_log.status = 'rejected' then 'log_rejected'
      when p_paid = 0 then 'log_approved_unpaid'
      else 'log_approved'
    end,
    jsonb_build_object('name_zh', a.name_zh, 'name_en', a.name_en,
      'coins', case p_log.status when 'approved' then p_paid else p_log.coins end),
    '/act/log/' || p_log.id || '/',
    case p_kind when 'appeal' then 'appeal:' else 'log:' end || p_log.id,
    true
  ) from public.green_actions a where a.code = p_log.action_code;
  -- A mail cannot be withdrawn, so it goes when the decision can no longer be taken back.
  update private.outbox set send_after = clock_timestamp() + make_interval(secs => s.undo_seconds + 10)
  from private.settings s
  where resident_id = p_log.resident_id
    and key = case p_kind when 'appeal' then 'appeal:' else 'log:' end || p_log.id
$$;
comment on function private.tell_decision is
  'Tells a resident what was decided about their log, by mail once it can no longer be taken back. Called by: decide_action_log.';
revoke execute on function private.tell_decision from public, anon, authenticated;

create function private.without_resident(p_log public.action_logs) returns public.action_logs
language plpgsql immutable
set search_path = ''
as $$
begin
  p_log.resident_id := null;
  p_log.idempotency_key := null;
  p_log.evidence_path := null;
  return p_log;
end
$$;
comment on function private.without_resident is
  'A log without what says whose it is. Called by: decide_action_log and undo_decision, which answer moderators.';
revoke execute on function private.without_resident from public, anon, authenticated;
grant execute on function private.without_resident to authenticated;

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
  v_claimed_until timestamptz;
  v_kind public.decision_kind;
  v_paid ledger.transfers;
begin
  select * into v_log from public.action_logs where id = p_log_id for update;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  if v_log.resident_id = v_moderator_id then
    perform private.refuse_to_judge(v_log, v_moderator_id);
  end if;
  perform private.refuse_invalid_judgement(p_approve, p_reason, p_note);
  if v_log.status <> 'pending' then
    if (v_log.status = 'approved') = p_approve and v_log.reason is not distinct from p_reason then
      return v_log;
    end if;
    perform private.refuse('already_decided', 409, 'A colleague has already decided this log.',
      jsonb_build_object('status', v_log.status));
  end if;
  perform private.refuse_to_judge(v_log, v_moderator_id);
  select claimed_until into v_claimed_until from private.log_claims
  where log_id = v_log.id and moderator_id <> v_moderator_id and claimed_until > now();
  if found then
    perform private.refuse('claimed_by_another', 409, 'A colleague has this log before them.',
      jsonb_build_object('until_at', v_claimed_until));
  end if;

  v_before := v_log;
  v_kind := case when private.has_appealed(v_log.id) then 'appeal' else 'decide' end;
  update public.action_logs set
    status = case when p_approve then 'approved' else 'rejected' end::public.log_status,
    reason = p_reason,
    reason_note = coalesce(trim(p_note), ''),
    decided_at = now()
  where resident_id = v_log.resident_id and id = v_log.id
  returning * into v_log;
  if p_approve then
    v_paid := private.pay_log(v_log, v_moderator_id);
  end if;
  insert into public.moderation_decisions (log_id, kind, moderator_id, approved, reason, note, transfer_id)
  values (v_log.id, v_kind, v_moderator_id, p_approve, p_reason, v_log.reason_note, v_paid.id);
  delete from private.log_claims where log_id = v_log.id;
  perform private.tell_decision(v_log, v_kind, coalesce(v_paid.amount, 0));
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
as $$ select private.without_resident(private.decide_action_log(p_log_id, p_approve, p_reason, p_note)) $$;
comment on function public.decide_action_log is
  'Approves a waiting log, which posts its coins, or rejects it with a reason; on an appeal that is final. The log is free or claimed by the caller. The same decision twice is one. Errors: not_found, log_unknown, own_log, own_cell, first_moderator, claimed_by_another (detail: until_at), reason_missing, note_too_long, already_decided (detail: status), envelope_empty, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.decide_action_log from public, anon, authenticated;
grant execute on function public.decide_action_log to authenticated;

create function private.take_coins_back(
  p_log public.action_logs, p_decision public.moderation_decisions, p_actor_id uuid
) returns bigint
language plpgsql
set search_path = ''
as $$
declare
  v_wallet ledger.wallets := ledger.turn_wallet(p_log.resident_id, ledger.enter_books());
begin
  if v_wallet.balance < (
    select amount from ledger.transfers where resident_id = p_log.resident_id and id = p_decision.transfer_id
  ) then
    perform private.refuse('coins_spent', 409, 'The resident has spent these coins.');
  end if;
  return (ledger.take_back(p_log.resident_id, p_decision.transfer_id, 'action_log:' || p_log.id,
    'reverse:' || p_log.id || ':' || p_decision.id, p_actor_id)).id;
end
$$;
comment on function private.take_coins_back is
  'Takes back what an approval paid and gives the reversal. Errors: coins_spent. Called by: undo_decision.';
revoke execute on function private.take_coins_back from public, anon, authenticated;

create function private.withdraw_notice(p_log public.action_logs, p_decision public.moderation_decisions)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_key text := case p_decision.kind when 'appeal' then 'appeal:' else 'log:' end || p_log.id;
  v_read_at timestamptz;
begin
  delete from private.outbox where resident_id = p_log.resident_id and key = v_key;
  delete from public.notices where resident_id = p_log.resident_id and key = v_key
  returning read_at into v_read_at;
  if v_read_at is not null then
    perform private.notify(p_log.resident_id, 'log_reopened',
      (select jsonb_build_object('name_zh', a.name_zh, 'name_en', a.name_en)
       from public.green_actions a where a.code = p_log.action_code),
      '/act/log/' || p_log.id || '/', 'undo:' || p_decision.id, false);
  end if;
end
$$;
comment on function private.withdraw_notice is
  'Withdraws the notice of a decision that was taken back, and its mail, which has waited; a resident who has read it is told that the log waits again. Called by: undo_decision.';
revoke execute on function private.withdraw_notice from public, anon, authenticated;

create function private.undo_decision(p_log_id uuid) returns public.action_logs
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_settings private.settings;
  v_log public.action_logs;
  v_before public.action_logs;
  v_decision public.moderation_decisions;
  v_transfer_id bigint;
begin
  select * into v_log from public.action_logs where id = p_log_id for update;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  select * into v_settings from private.settings;
  v_decision := private.standing_decision(v_log.id);
  if v_decision.id is null then
    perform private.refuse('nothing_to_undo', 409, 'Nobody has decided this log.');
  elsif v_decision.moderator_id <> v_moderator_id then
    perform private.refuse('decided_by_another', 403, 'A decision is taken back by whoever made it.');
  elsif v_decision.kind = 'undo' then
    return v_log;
  elsif clock_timestamp() > v_decision.decided_at + make_interval(secs => v_settings.undo_seconds) then
    perform private.refuse('too_late_to_undo', 409, 'A decision can be taken back only shortly after it was made.',
      jsonb_build_object('seconds', v_settings.undo_seconds));
  elsif v_log.status = 'pending' then
    perform private.refuse('appealed_already', 409, 'The resident has appealed against this decision.');
  elsif v_log.status = 'rejected' then
    perform private.refuse_reopening_over_cap(v_log);
  elsif v_decision.transfer_id is not null then
    v_transfer_id := private.take_coins_back(v_log, v_decision, v_moderator_id);
  end if;

  v_before := v_log;
  update public.action_logs set status = 'pending', reason = null, reason_note = '', decided_at = null
  where resident_id = v_log.resident_id and id = v_log.id
  returning * into v_log;
  insert into public.moderation_decisions (log_id, kind, moderator_id, transfer_id)
  values (v_log.id, 'undo', v_moderator_id, v_transfer_id);
  insert into private.log_claims (log_id, resident_id, moderator_id, claimed_until)
  values (v_log.id, v_log.resident_id, v_moderator_id, now() + make_interval(mins => v_settings.claim_minutes));
  perform private.withdraw_notice(v_log, v_decision);
  perform private.record_audit('undo_decision', 'action_log', v_log.id::text, '{}',
    jsonb_build_object('status', v_before.status, 'reason', v_before.reason, 'note', v_before.reason_note),
    jsonb_build_object('status', v_log.status));
  return v_log;
end
$$;
comment on function private.undo_decision is
  'Body of public.undo_decision. Definer, because nobody may write logs or coins directly.';
revoke execute on function private.undo_decision from public, anon, authenticated;
grant execute on function private.undo_decision to authenticated;

create function public.undo_decision(p_log_id uuid) returns public.action_logs
language sql
set search_path = ''
as $$ select private.without_resident(private.undo_decision(p_log_id)) $$;
comment on function public.undo_decision is
  'Takes back the caller''s own decision within settings.undo_seconds: coins go back, the notice is withdrawn, the log waits again and is claimed by the caller. Twice is the same as once. Errors: not_found, log_unknown, nothing_to_undo, decided_by_another, too_late_to_undo (detail: seconds), coins_spent, appealed_already, reopened_over_cap, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.undo_decision from public, anon, authenticated;
grant execute on function public.undo_decision to authenticated;

create function private.appeal_decision(p_log_id uuid, p_text text) returns public.action_logs
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_log public.action_logs;
  v_text text := trim(coalesce(p_text, ''));
  v_said text;
begin
  select * into v_log from public.action_logs where resident_id = v_resident_id and id = p_log_id for update;
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log.');
  elsif v_text = '' then
    perform private.refuse('appeal_missing', 400, 'An appeal says why.');
  elsif char_length(v_text) > 500 then
    perform private.refuse('appeal_too_long', 400, 'An appeal has at most 500 characters.', '{"limit": 500}');
  end if;
  select text into v_said from public.log_appeals where resident_id = v_resident_id and log_id = v_log.id;
  if v_said = v_text then
    return v_log;
  elsif v_said is not null then
    perform private.refuse('appealed_already', 409, 'One appeals once.');
  elsif v_log.status <> 'rejected' then
    perform private.refuse('not_rejected', 409, 'Only a rejection is appealed against.',
      jsonb_build_object('status', v_log.status));
  end if;
  perform private.refuse_reopening_over_cap(v_log);
  insert into public.log_appeals (resident_id, log_id, text) values (v_resident_id, v_log.id, v_text);
  update public.action_logs set status = 'pending', reason = null, reason_note = '', decided_at = null
  where resident_id = v_log.resident_id and id = v_log.id
  returning * into v_log;
  return v_log;
end
$$;
comment on function private.appeal_decision is
  'Body of public.appeal_decision. Definer, because nobody may write logs or appeals directly.';
revoke execute on function private.appeal_decision from public, anon, authenticated;
grant execute on function private.appeal_decision to authenticated;

create function public.appeal_decision(p_log_id uuid, p_text text) returns public.action_logs
language sql
set search_path = ''
as $$ select private.appeal_decision(p_log_id, p_text) $$;
comment on function public.appeal_decision is
  'Appeals, once and in up to 500 characters, against the rejection of the caller''s log: it waits again, for another moderator, who decides finally. The same text twice is once. Errors: sign_in_first, log_unknown, appeal_missing, appeal_too_long (detail: limit), appealed_already, not_rejected (detail: status), reopened_over_cap. Called by: residents.';
revoke execute on function public.appeal_decision from public, anon, authenticated;
grant execute on function public.appeal_decision to authenticated;

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

alter table public.moderation_decisions enable row level security;
create policy "moderators and administrators read decisions" on public.moderation_decisions
  for select to authenticated
  using ((select private.has_role('moderator')) or (select private.has_role('administrator')));
grant select on public.moderation_decisions to authenticated;

alter table public.log_appeals enable row level security;
create policy "residents read their own appeals" on public.log_appeals
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on public.log_appeals to authenticated;

alter table private.log_claims enable row level security;

create policy "residents see their own evidence, moderators what they opened" on storage.objects
  for select to authenticated
  using (bucket_id = 'evidence' and (
    (storage.foldername(name))[1] = (select auth.uid())::text
    or ((select private.has_role('moderator')) and private.has_opened_evidence(name))
  ));
