import type { Sql } from 'postgres';

/** How much there is when the lists are measured. */
export const sizes = { logs: 50_000, feedback: 50_000, audit: 50_000, events: 5_000 };

/** Fills the database past all its rules: a year of a busy desk. */
export async function fillDesk(sql: Sql): Promise<void> {
  await sql`insert into auth.users (id, email)
    select gen_random_uuid(), 'bench-list-' || n || '@example.com' from generate_series(1, 500) as n`;
  await sql`insert into public.action_logs (resident_id, action_code, idempotency_key, note, coins,
      status, reason, logged_at, decided_at)
    select u.id, a.code, gen_random_uuid(), case when n % 4 = 0 then '佛堂江边走了一段 ' || n else '' end, a.coins,
      s.status, case when s.status = 'rejected' then 'other'::public.rejection_reason end,
      now() - n * interval '10 minutes', case when s.status <> 'pending' then now() - n * interval '9 minutes' end
    from generate_series(1, ${sizes.logs}::integer) as n
    join (select id, row_number() over (order by id) as place from auth.users
      where email like 'bench-list-%') u on u.place = 1 + n % 500
    join (select code, coins, row_number() over (order by code) as place from public.price_list) a
      on a.place = 1 + n % 15
    cross join lateral (select (array['approved', 'approved', 'rejected', 'pending'])[1 + n % 4]
      ::public.log_status as status) s`;
  await sql`insert into public.feedback (kind, town_code, status, department, due_on, public_text, place_text,
      answer_zh, answer_en, received_at, assigned_at, answered_at, wants_public, is_public, published_at)
    select (enum_range(null::public.feedback_kind))[1 + n % 4], t.code, s.status,
      case when s.status <> 'received' then 'environment' end,
      private.shanghai_day(now() - n * interval '10 minutes') + 15,
      '河边有人焚烧垃圾，味道很重，已经好几天了 ' || n, '江滨路 ' || n % 300 || ' 号',
      case when s.status = 'answered' then '已经清理，会继续巡查。' else '' end,
      case when s.status = 'answered' then 'It has been cleared.' else '' end,
      now() - n * interval '10 minutes',
      case when s.status <> 'received' then now() - n * interval '9 minutes' end,
      case when s.status = 'answered' then now() - n * interval '8 minutes' end, true, false, null
    from generate_series(1, ${sizes.feedback}::integer) as n
    join (select code, row_number() over (order by code) as place from public.towns) t on t.place = 1 + n % 14
    cross join lateral (select (array['received', 'assigned', 'answered', 'answered'])[1 + n % 4]
      ::public.feedback_status as status) s`;
  await sql`insert into public.audit_entries (at, actor_id, act, subject_kind, subject_id, detail)
    select now() - n * interval '10 minutes', r.resident_id, 'decide_action_log', 'action_log',
      gen_random_uuid()::text, '{"approved": true}'
    from generate_series(1, ${sizes.audit}::integer) as n
    join (select resident_id, row_number() over (order by resident_id) as place,
      count(*) over () as number from public.staff_roles) r on r.place = 1 + n % r.number`;
  await sql`with made as (
      insert into public.events (slug, base_id, kind, title_zh, title_en, summary_zh, summary_en, status,
        published_at, languages)
      select 'bench-' || n, b.id, 'visit', '参观 ' || n, 'Visit ' || n, '说明', 'Summary', 'published', now(),
        '{zh-CN}'
      from generate_series(1, ${sizes.events}::integer) as n
      join (select id, row_number() over (order by id) as place, count(*) over () as number
        from public.bases) b on b.place = 1 + n % b.number
      returning id
    )
    insert into public.event_sessions (event_id, starts_at, ends_at, place_zh, place_en, capacity, opens_at,
      closes_at)
    select id, t.at, t.at + interval '2 hours', '小屋', 'The hut', 30, t.at - interval '20 days',
      t.at - interval '1 day'
    from (select id, row_number() over (order by id) as place from made) m
    cross join lateral (select now() + (m.place % 400 - 200) * interval '1 day' as at) t`;
  await sql`vacuum analyze`;
}
