-- The inbox (收件箱): what a resident is told here and by mail, and the work that is due without anybody asking.

create table public.notices (
  id uuid not null default gen_random_uuid(),
  resident_id uuid not null references auth.users (id) on delete cascade,
  kind text not null,
  values jsonb not null default '{}',
  path text not null,
  key text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (resident_id, id),
  constraint notice_is_given_once unique (resident_id, key),
  constraint notice_kind_is_a_word check (kind ~ '^[a-z][a-z_]{2,40}$'),
  constraint notice_leads_into_the_site check (path ~ '^/([^/\\]|$)')
);
comment on table public.notices is
  'What a resident was told. Written only by private.notify; keyed by resident, so that it can be distributed.';
comment on column public.notices.kind is 'Which sentence: a key of inbox.kinds in the dictionary.';
comment on column public.notices.values is
  'What fills its braces; of title_zh and title_en the reader gets the one in their language, as {title}.';
comment on column public.notices.path is 'The page it is about, without language: /my-events/.';
comment on column public.notices.key is 'What it is about, so that it is told once: remind:<registration>.';
create index notices_by_time on public.notices (resident_id, created_at desc, id desc);
create index notices_unread on public.notices (resident_id) where read_at is null;

create table private.outbox (
  id bigint generated always as identity primary key,
  resident_id uuid not null references auth.users (id) on delete cascade,
  kind text not null,
  values jsonb not null,
  path text not null,
  key text not null,
  send_after timestamptz not null default now(),
  leased_until timestamptz,
  attempts smallint not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text not null default '',
  constraint mail_is_written_once unique (resident_id, key),
  constraint mail_is_sent_or_given_up check (sent_at is null or failed_at is null)
);
comment on table private.outbox is 'Mails of notices: to be sent, sent, or given up after five attempts.';
comment on column private.outbox.leased_until is 'Until when whoever took it may be sending it; nobody else takes it before.';
create index outbox_waiting on private.outbox (send_after, id) where sent_at is null and failed_at is null;

create function private.notify(
  p_resident_id uuid, p_kind text, p_values jsonb, p_path text, p_key text, p_mail boolean
) returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.notices (resident_id, kind, values, path, key)
  values (p_resident_id, p_kind, p_values, p_path, p_key)
  on conflict on constraint notice_is_given_once do nothing;
  if found and p_mail and exists (
    select from public.profiles where resident_id = p_resident_id and wants_mail
  ) then
    insert into private.outbox (resident_id, kind, values, path, key)
    values (p_resident_id, p_kind, p_values, p_path, p_key);
  end if;
end
$$;
comment on function private.notify is
  'Tells a resident something, once per key, in their inbox and, if asked for and wanted by them, by mail. Called by: definer bodies of every room.';
revoke execute on function private.notify from public, anon, authenticated;

create function private.read_notices(p_ids uuid[]) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_count integer;
begin
  update public.notices set read_at = now()
  where resident_id = v_resident_id and id = any (p_ids) and read_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.read_notices is 'Body of public.read_notices. Definer, because nobody may write notices directly.';
revoke execute on function private.read_notices from public, anon, authenticated;
grant execute on function private.read_notices to authenticated;

create function public.read_notices(p_ids uuid[]) returns integer
language sql
set search_path = ''
as $$ select private.read_notices(p_ids) $$;
comment on function public.read_notices is
  'Marks notices of the caller as read and gives how many were not; others'' are passed over. Errors: sign_in_first. Called by: residents.';
revoke execute on function public.read_notices from public, anon, authenticated;
grant execute on function public.read_notices to authenticated;

create function private.take_mail(p_limit integer) returns table (
  id bigint, email text, locale text, kind text, "values" jsonb, path text
)
language plpgsql security definer
set search_path = ''
as $$
begin
  -- Whoever took it five times has five times not come back: no sixth time.
  update private.outbox o set failed_at = now(), leased_until = null, last_error = 'Nobody came back from sending it.'
  where o.sent_at is null and o.failed_at is null and o.attempts >= 5 and o.leased_until < now();
  return query
    with due as (
      select o.id from private.outbox o
      where o.sent_at is null and o.failed_at is null and o.send_after <= now()
        and (o.leased_until is null or o.leased_until < now())
      order by o.send_after, o.id
      limit least(greatest(p_limit, 0), 100)
      for update skip locked
    ), taken as (
      update private.outbox o set leased_until = now() + interval '2 minutes', attempts = o.attempts + 1
      from due where o.id = due.id
      returning o.*
    )
    select t.id, u.email::text, p.locale, t.kind, t.values, t.path
    from taken t
    join auth.users u on u.id = t.resident_id
    join public.profiles p on p.resident_id = t.resident_id
    order by t.id;
end
$$;
comment on function private.take_mail is
  'Body of public.take_mail. Definer, because the outbox and e-mail addresses are seen by nobody else.';
revoke execute on function private.take_mail from public, anon, authenticated;
grant execute on function private.take_mail to service_role;

create function public.take_mail(p_limit integer default 1) returns table (
  id bigint, email text, locale text, kind text, "values" jsonb, path text
)
language sql
set search_path = ''
as $$ select * from private.take_mail(p_limit) $$;
comment on function public.take_mail is
  'Mails that are due, for two minutes nobody else''s to send. Called by: the jobs of the site.';
revoke execute on function public.take_mail from public, anon, authenticated;
grant execute on function public.take_mail to service_role;

create function private.finish_mail(p_id bigint, p_error text) returns void
language sql security definer
set search_path = ''
as $$
  update private.outbox set
    sent_at = case when p_error is null then now() end,
    failed_at = case when p_error is not null and attempts >= 5 then now() end,
    last_error = coalesce(left(p_error, 500), ''),
    leased_until = null,
    -- 1, 4, 9, 16 minutes: a mail server that is away is not asked all the time.
    send_after = case when p_error is null then send_after
      else now() + attempts * attempts * interval '1 minute' end
  where id = p_id and sent_at is null and failed_at is null
$$;
comment on function private.finish_mail is
  'Body of public.finish_mail. Definer, because the outbox is seen by nobody else.';
revoke execute on function private.finish_mail from public, anon, authenticated;
grant execute on function private.finish_mail to service_role;

create function public.finish_mail(p_id bigint, p_error text default null) returns void
language sql
set search_path = ''
as $$ select private.finish_mail(p_id, p_error) $$;
comment on function public.finish_mail is
  'Writes down that a mail was sent, or why it was not: then it is tried again later, five times in all. Called by: the jobs of the site.';
revoke execute on function public.finish_mail from public, anon, authenticated;
grant execute on function public.finish_mail to service_role;

create function private.forget_staff_sessions() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from private.staff_sessions s
  where not exists (select from auth.sessions a where a.id = s.session_id);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function private.forget_staff_sessions is
  'Forgets sessions of staff that no longer exist and gives how many. Called by: do_due_work.';
revoke execute on function private.forget_staff_sessions from public, anon, authenticated;

create function private.do_due_work() returns table (what text, done integer)
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.keep_residents();
  return query select 'forget_staff_sessions', private.forget_staff_sessions();
  return query select 'forget_point_uses', private.forget_point_uses();
  return query select 'forget_imported_rows', private.forget_imported_rows();
  return query select 'forget_left_cells', private.forget_left_cells();
  return query select 'forget_feedback_senders', private.forget_feedback_senders();
  return query select 'settle_due_sessions', private.settle_due_sessions();
  return query select 'remind_registrations', private.remind_registrations();
  return query select 'tell_price_changes', private.tell_price_changes();
  return query select 'forget_log_devices', private.forget_log_devices();
  return query select 'rebuild_town_norms', private.rebuild_town_norms();
  return query select 'draw_audit_sample', private.draw_audit_sample();
  return query select 'remind_vouchers', private.remind_vouchers();
  return query select 'settle_vouchers', private.settle_vouchers();
  return query select 'close_waves', survey_private.close_waves();
end
$$;
comment on function private.do_due_work is
  'Body of public.do_due_work; each room adds its line. Definer, because what is due touches what nobody may write directly.';
revoke execute on function private.do_due_work from public, anon, authenticated;
grant execute on function private.do_due_work to service_role;

create function public.do_due_work() returns table (what text, done integer)
language sql
set search_path = ''
as $$ select * from private.do_due_work() $$;
comment on function public.do_due_work is
  'Does what is due without anybody asking, and says how much of what; safe to call as often as one likes. Called by: the jobs of the site.';
revoke execute on function public.do_due_work from public, anon, authenticated;
grant execute on function public.do_due_work to service_role;

alter table public.notices enable row level security;
create policy "residents read their own notices" on public.notices
  for select to authenticated using (resident_id = (select auth.uid()));
grant select on public.notices to authenticated;

alter table private.outbox enable row level security;
