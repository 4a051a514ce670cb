-- Demo data: invented, marked is_demo, and absent from a start without --demo.

insert into public.merchants (id, name_zh, name_en, town_code, is_demo) values
  ('11111111-1111-4111-8111-111111111111', '演示兑换点·佛堂', 'Demo shop · Fotang', 'fotang', true),
  ('22222222-2222-4222-8222-222222222222', '演示兑换点·稠城', 'Demo shop · Choucheng', 'choucheng', true)
on conflict (id) do nothing;

insert into public.rewards
  (id, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, is_demo)
values
  ('31111111-1111-4111-8111-111111111111', '11111111-1111-4111-8111-111111111111',
    '义乌红糖一小袋', 'A small bag of brown sugar',
    '演示兑换品：150 克，到店领取。', 'Demo reward: 150 g, collected at the shop.', 20, 120, true),
  ('32222222-2222-4222-8222-222222222222', '11111111-1111-4111-8111-111111111111',
    '粗布购物袋一只', 'A cotton shopping bag',
    '演示兑换品：可以用上好几年。', 'Demo reward: it lasts for years.', 15, 60, true),
  ('33333333-3333-4333-8333-333333333333', '22222222-2222-4222-8222-222222222222',
    '公交单程票两张', 'Two bus rides',
    '演示兑换品：凭券换领。', 'Demo reward: exchanged for tickets at the counter.', 10, 200, true),
  ('34444444-4444-4444-8444-444444444444', '22222222-2222-4222-8222-222222222222',
    '小盆绿植', 'A potted plant',
    '演示兑换品：每周三、周六有货。', 'Demo reward: in on Wednesdays and Saturdays.', 30, 3, true)
on conflict (id) do nothing;

insert into private.onsite_codes (code, action_code, place_zh, place_en, valid_until, is_demo)
values ('FST2YW24', 'base-visit', '分水塘村（演示码）', 'Fenshuitang (demo code)', now() + interval '5 years', true)
on conflict (code) do nothing;

insert into public.survey_waves (id, title_zh, title_en, series, opens_on, closes_on, is_demo) values
  ('41111111-1111-4111-8111-111111111111', '生态环境满意度自愿问卷（演示）', 'Open survey on the environment (demo)',
    'open', private.shanghai_day() - 30, private.shanghai_day() + 335, true)
on conflict (id) do nothing;

-- Sixty invented answers, so that the page has a figure to show.
insert into survey_private.answers
  (wave_id, answered_on, gain, satisfaction, awareness, participation, confidence)
select '41111111-1111-4111-8111-111111111111', private.shanghai_day() - (n % 20), c, c, c, c, c
from generate_series(1, 60) as n,
  lateral (select (case
    when n <= 31 then 'satisfied' when n <= 53 then 'fairly_satisfied'
    when n <= 56 then 'not_very_satisfied' when n <= 57 then 'not_satisfied'
    else 'dont_know' end)::public.satisfaction_choice as c) as choice
where not exists (
  select from survey_private.answers where wave_id = '41111111-1111-4111-8111-111111111111'
);
