-- The random audit (抽查): each month a sample of what moderators approved is judged again by somebody else, and the share
-- that should not have been approved is published with its interval.

create table private.audit_months (
  month date primary key,
  seed bytea not null,
  seed_day date not null,
  approved integer not null,
  threshold bytea,
  drawn_at timestamptz not null default now(),
  constraint month_is_its_first_day check (extract(day from month) = 1)
);
comment on table private.audit_months is 'Months of which a sample was drawn. Written once.';
comment on column private.audit_months.seed is 'The published root of the books of seed_day, which nobody knew while the month''s logs were judged.';
comment on column private.audit_months.approved is 'Logs that moderators approved in the month and that stood when it was drawn.';
comment on column private.audit_months.threshold is
  'The largest SHA-256(seed ‖ log id) that was drawn: a log approved in the month is in the sample when its own is not larger.';

create table private.audit_samples (
  month date not null references private.audit_months (month),
  log_id uuid not null,
  is_right boolean,
  reason public.rejection_reason,
  note text not null default '',
  judged_by uuid,
  judged_at timestamptz,
  primary key (month, log_id),
  constraint only_a_wrong_approval_has_a_reason check ((is_right is false) = (reason is not null)),
  constraint a_verdict_has_its_judge check ((is_right is null) = (judged_at is null) and (judged_at is null) = (judged_by is null)),
  constraint note_is_short check (char_length(note) <= 200)
);
comment on table private.audit_samples is
  'Approved logs that are judged a second time. No foreign key to the log: a verdict stays when the resident leaves, and names nobody.';
create index audit_samples_by_log on private.audit_samples (log_id);
create index audit_samples_waiting on private.audit_samples (month, log_id) where is_right is null;

create function private.draw_audit_sample() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_month date := (date_trunc('month', private.shanghai_day()) - interval '1 month')::date;
  v_after timestamptz := private.shanghai_midnight((v_month + interval '1 month')::date);
  v_size integer := (select audit_sample from private.settings);
  v_seed bytea;
  v_seed_day date := (v_month + interval '1 month')::date - 1;
  v_count integer;
begin
  if exists (select from private.audit_months where month = v_month)
    or not pg_try_advisory_xact_lock(hashtextextended('audit sample', 0))
  then
    return 0;
  end if;
  -- The books of the last day have to be closed: before, the root could still be chosen.
  select root into v_seed from ledger.days where day = v_seed_day;
  if not found then
    return 0;
  end if;
  with approved as (
    select l.id, sha256(v_seed || uuid_send(l.id)) as lot
    from public.moderation_decisions d join public.action_logs l on l.id = d.log_id
    where d.approved and d.decided_at >= private.shanghai_midnight(v_month) and d.decided_at < v_after
      and l.status = 'approved' and (private.standing_decision(l.id)).id = d.id
  ), drawn as (
    select id, lot from approved order by lot limit v_size
  ), written as (
    insert into private.audit_months (month, seed, seed_day, approved, threshold)
    select v_month, v_seed, v_seed_day, (select count(*) from approved),
      (select lot from drawn order by lot desc limit 1)
    returning month
  )
  insert into private.audit_samples (month, log_id) select month, drawn.id from drawn, written;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.draw_audit_sample is
  'Draws last month''s sample once the books of its last day are closed, and gives its size: the settings.audit_sample logs with the smallest SHA-256(root ‖ log id). Called by: do_due_work.';
revoke execute on function private.draw_audit_sample from public, anon, authenticated;

create function private.open_samples(p_moderator_id uuid) returns table (month date, log_id uuid)
language plpgsql stable
set search_path = ''
as $$
declare
  v_is_everywhere boolean := private.holds_everywhere('moderator');
  v_towns text[] := private.role_towns('moderator');
begin
  return query
    select s.month, s.log_id from private.audit_samples s join public.action_logs l on l.id = s.log_id
    where s.is_right is null and (v_is_everywhere or l.town_code = any (v_towns))
      and not exists (
        select from public.moderation_decisions d where d.log_id = l.id and d.moderator_id = p_moderator_id
      )
      and private.why_not_judge(l, p_moderator_id) is null;
end
$$;
comment on function private.open_samples is
  'Sampled logs the caller, a moderator, may judge a second time: of their towns, and none they had a part in. Called by: get_audit_queue and count_open_samples.';
revoke execute on function private.open_samples from public, anon, authenticated;

create function private.count_open_samples() returns integer
language plpgsql stable security definer
set search_path = ''
as $$
begin
  if not private.has_role('moderator') then
    return 0;
  end if;
  return (select count(*) from private.open_samples(auth.uid()));
end
$$;
comment on function private.count_open_samples is
  'How many sampled logs the caller may judge a second time. Definer, because nobody reads samples directly. Called by: get_desk_today.';
revoke execute on function private.count_open_samples from public, anon, authenticated;
grant execute on function private.count_open_samples to authenticated;

create function private.get_audit_queue() returns table (
  month date, id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz,
  has_photo boolean, approved integer, rejected integer, appeals integer, closer jsonb
)
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_ids uuid[];
begin
  -- In an order of each moderator's own, so that two seldom have the same one before them.
  v_ids := array(
    select o.log_id from private.open_samples(v_moderator_id) o
    order by o.month, sha256(uuid_send(o.log_id) || uuid_send(v_moderator_id)) limit 10
  );
  return query
    select s.month, i.id, i.action_code, i.coins, i.note, i.town_code, i.logged_at, i.has_photo, i.approved, i.rejected,
      i.appeals, i.closer
    from private.moderation_items(v_ids) i join private.audit_samples s on s.log_id = i.id
    order by array_position(v_ids, i.id);
end
$$;
comment on function private.get_audit_queue is
  'Body of public.get_audit_queue. Definer, because nobody reads samples directly.';
revoke execute on function private.get_audit_queue from public, anon, authenticated;
grant execute on function private.get_audit_queue to authenticated;

create function public.get_audit_queue() returns table (
  month date, id uuid, action_code text, coins bigint, note text, town_code text, logged_at timestamptz,
  has_photo boolean, approved integer, rejected integer, appeals integer, closer jsonb
)
language sql
set search_path = ''
as $$ select * from private.get_audit_queue() $$;
comment on function public.get_audit_queue is
  'Up to ten sampled logs the caller may judge a second time, without what was decided first or by whom; none the caller had a part in. Errors: not_found, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.get_audit_queue from public, anon, authenticated;
grant execute on function public.get_audit_queue to authenticated;

create function private.judge_audit_sample(
  p_log_id uuid, p_right boolean, p_reason public.rejection_reason, p_note text
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_moderator_id uuid := private.require_role('moderator');
  v_log public.action_logs;
  v_sample private.audit_samples;
begin
  select l.* into v_log from public.action_logs l
  where l.id = p_log_id and exists (select from private.audit_samples s where s.log_id = l.id);
  if not found then
    perform private.refuse('log_unknown', 404, 'There is no such log in a sample.');
  end if;
  perform private.require_role_at('moderator', null, v_log.town_code);
  perform private.refuse_invalid_judgement(p_right, p_reason, p_note);
  perform private.refuse_to_judge(v_log, v_moderator_id);
  if exists (
    select from public.moderation_decisions d where d.log_id = v_log.id and d.moderator_id = v_moderator_id
  ) then
    perform private.refuse('first_moderator', 403, 'Somebody else than the first moderator judges a second time.');
  end if;
  select * into v_sample from private.audit_samples where log_id = v_log.id for update;
  if v_sample.is_right is not null then
    if (v_sample.judged_by, v_sample.is_right, v_sample.reason) is distinct from (v_moderator_id, p_right, p_reason) then
      perform private.refuse('judged_already', 409, 'A colleague has judged this log a second time.');
    end if;
    return;
  end if;
  update private.audit_samples set is_right = p_right, reason = p_reason, note = coalesce(trim(p_note), ''),
    judged_by = v_moderator_id, judged_at = now()
  where month = v_sample.month and log_id = v_sample.log_id;
  perform private.record_audit('judge_audit_sample', 'action_log', v_log.id::text,
    jsonb_build_object('month', v_sample.month, 'right', p_right, 'reason', p_reason));
end
$$;
comment on function private.judge_audit_sample is
  'Body of public.judge_audit_sample. Definer, because nobody may write verdicts directly.';
revoke execute on function private.judge_audit_sample from public, anon, authenticated;
grant execute on function private.judge_audit_sample to authenticated;

create function public.judge_audit_sample(
  p_log_id uuid,
  p_right boolean,
  p_reason public.rejection_reason default null,
  p_note text default ''
) returns void
language sql
set search_path = ''
as $$ select private.judge_audit_sample(p_log_id, p_right, p_reason, p_note) $$;
comment on function public.judge_audit_sample is
  'Says of a sampled log whether approving it was right, or wrong and why. It changes no coins. The same verdict twice is one. Errors: not_found, log_unknown, own_log, own_cell, first_moderator, reason_missing, note_too_long, judged_already, staff_session_ended, second_factor_needed. Called by: moderators.';
revoke execute on function public.judge_audit_sample from public, anon, authenticated;
grant execute on function public.judge_audit_sample to authenticated;

create function private.wilson(p_hits bigint, p_of bigint, out low double precision, out high double precision)
language sql immutable
set search_path = ''
as $$
  -- greatest and least pass over nulls, and an unknown interval is not the whole one.
  select case when p_of > 0 then greatest(0, c.middle - c.half) end,
    case when p_of > 0 then least(1, c.middle + c.half) end
  from (
    select p_hits::double precision / nullif(p_of, 0) as p, nullif(p_of, 0)::double precision as n,
      1.959963984540054 ^ 2 as zz
  ) x
  cross join lateral (
    select (x.p + x.zz / (2 * x.n)) / (1 + x.zz / x.n) as middle,
      sqrt(x.zz * (x.p * (1 - x.p) / x.n + x.zz / (4 * x.n * x.n))) / (1 + x.zz / x.n) as half
  ) c
$$;
comment on function private.wilson is
  'The 95 percent interval of a share by Wilson: between 0 and 1, null where nothing was counted. Called by: get_audit_rates.';
revoke execute on function private.wilson from public, anon, authenticated;

create function private.audit_rates() returns table (
  month date, approved integer, sampled integer, judged integer, wrong integer,
  share double precision, low double precision, high double precision, seed text, seed_day date, threshold text
)
language sql stable security definer
set search_path = ''
as $$
  select m.month, m.approved, c.sampled, c.judged, c.wrong, c.wrong::double precision / nullif(c.judged, 0), w.low, w.high,
    encode(m.seed, 'hex'), m.seed_day, encode(m.threshold, 'hex')
  from private.audit_months m
  cross join lateral (
    select
      -- What nobody can judge any more, because its resident left first, is no part of the sample.
      (count(*) filter (where s.is_right is not null or l.id is not null))::integer as sampled,
      count(s.is_right)::integer as judged,
      (count(*) filter (where not s.is_right))::integer as wrong
    from private.audit_samples s left join public.action_logs l on l.id = s.log_id
    where s.month = m.month
  ) c
  cross join lateral private.wilson(c.wrong, c.judged) w
  order by m.month desc
$$;
comment on function private.audit_rates is
  'Body of public.get_audit_rates. Definer, because it counts verdicts and shows none.';
revoke execute on function private.audit_rates from public, anon, authenticated;
grant execute on function private.audit_rates to anon, authenticated;

create function public.get_audit_rates() returns table (
  month date, approved integer, sampled integer, judged integer, wrong integer,
  share double precision, low double precision, high double precision, seed text, seed_day date, threshold text
)
language sql stable
set search_path = ''
as $$ select * from private.audit_rates() $$;
comment on function public.get_audit_rates is
  'Per month, newest first: logs approved by moderators, sampled, judged a second time so far and found wrong; the share wrong of those judged with its Wilson interval (95 percent, 0 to 1; null before the first verdict); and the draw: seed (root of the books of seed_day) and threshold, in hexadecimal. Called by: everyone.';
revoke execute on function public.get_audit_rates from public, anon, authenticated;
grant execute on function public.get_audit_rates to anon, authenticated;

alter table private.audit_months enable row level security;
alter table private.audit_samples enable row level security;
