-- Adjustments (调整): coins given or taken by hand. One administrator asks, another decides, and nothing moves till then.

create type public.adjustment_status as enum ('pending', 'approved', 'rejected');

create table public.adjustments (
  id uuid primary key,
  resident_id uuid not null,
  change bigint not null,
  reason text not null,
  status public.adjustment_status not null default 'pending',
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  note text not null default '',
  constraint adjustment_moves_a_sane_amount check (abs(change) between 1 and 100000),
  constraint adjustment_says_why check (char_length(reason) between 1 and 300),
  constraint adjustment_note_is_short check (char_length(note) <= 300),
  constraint adjustment_is_decided_by_a_second_person check (decided_by <> requested_by),
  constraint nobody_adjusts_their_own_wallet check (requested_by <> resident_id and decided_by <> resident_id),
  constraint only_decided_adjustments_say_by_whom check (
    (status = 'pending') = (decided_at is null) and (decided_at is null) = (decided_by is null)
  ),
  constraint rejections_say_why check (status <> 'rejected' or note <> '')
);
comment on table public.adjustments is
  'Coins to be given or taken by hand, and what a second administrator decided. No foreign keys to accounts: the books stay when a resident leaves. Written only by request_adjustment and decide_adjustment.';
comment on column public.adjustments.change is 'Coins given, or, negative, taken.';
comment on column public.adjustments.reason is 'Why; the resident reads it.';
comment on column public.adjustments.note is 'What whoever decided has to say; a rejection says why.';
create index adjustments_by_time on public.adjustments (requested_at, id);

create function private.request_adjustment(p_id uuid, p_email text, p_change bigint, p_reason text)
returns public.adjustments
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
  v_reason text := trim(coalesce(p_reason, ''));
  v_resident_id uuid;
  v_adjustment public.adjustments;
begin
  if p_id is null then
    perform private.refuse('key_missing', 400, 'Every adjustment names its id.');
  elsif p_change is null or p_change not between -100000 and 100000 or p_change = 0 then
    perform private.refuse_content('change', 100000);
  elsif char_length(v_reason) not between 1 and 300 then
    perform private.refuse_content('reason', 300);
  end if;
  select id into v_resident_id from auth.users where lower(email) = lower(trim(p_email));
  if v_resident_id is null then
    perform private.refuse('account_unknown', 404, 'No account has this e-mail address.');
  elsif v_resident_id = v_administrator_id then
    perform private.refuse('own_wallet', 403, 'Nobody adjusts their own wallet.');
  end if;
  insert into public.adjustments (id, resident_id, change, reason, requested_by)
  values (p_id, v_resident_id, p_change, v_reason, v_administrator_id)
  on conflict (id) do nothing
  returning * into v_adjustment;
  if found then
    perform private.record_audit('request_adjustment', 'adjustment', p_id::text, '{}', null, to_jsonb(v_adjustment));
    return v_adjustment;
  end if;
  select * into strict v_adjustment from public.adjustments where id = p_id;
  if (v_adjustment.resident_id, v_adjustment.change, v_adjustment.reason, v_adjustment.requested_by)
    is distinct from (v_resident_id, p_change, v_reason, v_administrator_id)
  then
    perform private.refuse('key_reused', 409, 'This id was used for another adjustment.');
  end if;
  return v_adjustment;
end
$$;
comment on function private.request_adjustment is
  'Body of public.request_adjustment. Definer, because nobody may write adjustments directly, and addresses live in the auth schema.';
revoke execute on function private.request_adjustment from public, anon, authenticated;
grant execute on function private.request_adjustment to authenticated;

create function public.request_adjustment(p_id uuid, p_email text, p_change bigint, p_reason text)
returns public.adjustments
language sql
set search_path = ''
as $$ select private.request_adjustment(p_id, p_email, p_change, p_reason) $$;
comment on function public.request_adjustment is
  'Asks that the account with this e-mail address be given coins, or, negative, be taken some: 100,000 at most, and nothing moves until another administrator decides. The same id with the same content is asked once. Errors: not_found, key_missing, key_reused, content_invalid (detail: field), account_unknown, own_wallet, staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.request_adjustment from public, anon, authenticated;
grant execute on function public.request_adjustment to authenticated;

create function private.post_adjustment(p_adjustment public.adjustments) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_is_gift boolean := p_adjustment.change > 0;
begin
  if not exists (select from auth.users where id = p_adjustment.resident_id) then
    perform private.refuse('account_unknown', 404, 'The account of this resident is gone.');
  end if;
  perform ledger.post_transfer(p_adjustment.resident_id, 'adjust',
    case when v_is_gift then 'adjustment' else 'wallet' end::ledger.account,
    case when v_is_gift then 'wallet' else 'adjustment' end::ledger.account,
    abs(p_adjustment.change), 'adjustment:' || p_adjustment.id, 'adjust:' || p_adjustment.id,
    p_adjustment.decided_by);
  perform private.notify(p_adjustment.resident_id, 'coins_adjusted',
    jsonb_build_object('change', p_adjustment.change, 'reason', p_adjustment.reason), '/wallet/',
    'adjustment:' || p_adjustment.id, true);
end
$$;
comment on function private.post_adjustment is
  'Posts an approved adjustment and tells the resident. Errors: account_unknown, not_enough_coins. Called by: decide_adjustment.';
revoke execute on function private.post_adjustment from public, anon, authenticated;

create function private.decide_adjustment(p_id uuid, p_approve boolean, p_note text) returns public.adjustments
language plpgsql security definer
set search_path = ''
as $$
declare
  v_administrator_id uuid := private.require_role('administrator');
  v_note text := trim(coalesce(p_note, ''));
  v_before public.adjustments;
  v_after public.adjustments;
begin
  select * into v_before from public.adjustments where id = p_id for update;
  if not found then
    perform private.refuse('adjustment_unknown', 404, 'There is no such adjustment.');
  elsif v_before.requested_by = v_administrator_id then
    perform private.refuse('second_person_needed', 403, 'Whoever asked for it does not decide it.');
  elsif v_before.resident_id = v_administrator_id then
    perform private.refuse('own_wallet', 403, 'Nobody adjusts their own wallet.');
  elsif p_approve is null then
    perform private.refuse_content('approve');
  elsif char_length(v_note) > 300 or (not p_approve and v_note = '') then
    perform private.refuse_content('note', 300);
  elsif v_before.status <> 'pending' then
    if (v_before.status = 'approved') = p_approve and v_before.decided_by = v_administrator_id then
      return v_before;
    end if;
    perform private.refuse('already_decided', 409, 'A colleague has already decided this.',
      jsonb_build_object('status', v_before.status));
  end if;
  update public.adjustments set
    status = case when p_approve then 'approved' else 'rejected' end::public.adjustment_status,
    decided_by = v_administrator_id, decided_at = now(), note = v_note
  where id = p_id returning * into v_after;
  if p_approve then
    perform private.post_adjustment(v_after);
  end if;
  perform private.record_audit('decide_adjustment', 'adjustment', p_id::text,
    jsonb_build_object('approved', p_approve), to_jsonb(v_before), to_jsonb(v_after));
  return v_after;
end
$$;
comment on function private.decide_adjustment is
  'Body of public.decide_adjustment. Definer, because nobody may write adjustments or coins directly.';
revoke execute on function private.decide_adjustment from public, anon, authenticated;
grant execute on function private.decide_adjustment to authenticated;

create function public.decide_adjustment(p_id uuid, p_approve boolean, p_note text default '')
returns public.adjustments
language sql
set search_path = ''
as $$ select private.decide_adjustment(p_id, p_approve, p_note) $$;
comment on function public.decide_adjustment is
  'Approves an adjustment somebody else asked for, which posts its coins and tells the resident, or rejects it with a note. The same decision twice is one; without the coins to take it stays pending. Errors: not_found, adjustment_unknown, second_person_needed, own_wallet, content_invalid (detail: field), already_decided, account_unknown, not_enough_coins (detail: needed, balance), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.decide_adjustment from public, anon, authenticated;
grant execute on function public.decide_adjustment to authenticated;

create function private.adjustment_emails() returns table (resident_id uuid, email text)
language sql stable security definer
set search_path = ''
as $$
  select u.id, u.email::text from auth.users u
  where (select private.has_role('administrator')) and u.id in (
    select a.resident_id from public.adjustments a
    union select a.requested_by from public.adjustments a
    union select a.decided_by from public.adjustments a
  )
$$;
comment on function private.adjustment_emails is
  'E-mail addresses of those whom adjustments name; none for anybody but administrators. Definer, because addresses live in the auth schema. Called by: desk_adjustments.';
revoke execute on function private.adjustment_emails from public, anon, authenticated;
grant execute on function private.adjustment_emails to authenticated;

alter table public.adjustments enable row level security;
create policy "administrators read adjustments" on public.adjustments
  for select to authenticated using ((select private.has_role('administrator')));
grant select on public.adjustments to authenticated;

create view public.desk_adjustments with (security_invoker = on) as
  select a.id, a.resident_id, e.email, a.change, a.reason, a.status, a.requested_by, r.email as requested_by_email,
    a.requested_at, a.decided_by, d.email as decided_by_email, a.decided_at, a.note,
    coalesce(e.email, '') || ' ' || a.reason || ' ' || coalesce(r.email, '') as search
  from public.adjustments a
    left join private.adjustment_emails() e on e.resident_id = a.resident_id
    left join private.adjustment_emails() r on r.resident_id = a.requested_by
    left join private.adjustment_emails() d on d.resident_id = a.decided_by;
comment on view public.desk_adjustments is
  'Adjustments with the addresses of those they name; an address is empty when its account is gone. Called by: the list of adjustments, for administrators.';
grant select on public.desk_adjustments to authenticated;
