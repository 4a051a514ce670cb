-- Demo data: invented, marked is_demo, and absent from a start without --demo.

insert into public.merchants
  (id, name_zh, name_en, town_code, address_zh, address_en, accessibility_zh, accessibility_en, step_free, is_demo)
values
  ('11111111-1111-4111-8111-111111111111', '演示兑换点·佛堂', 'Demo shop · Fotang', 'fotang',
    '演示数据，没有真实地址。', 'Demo data; there is no real address.',
    '门口有坡道，柜台有一段是矮的，坐着也够得到。', 'A ramp at the door, and a low stretch of counter one reaches sitting down.',
    true, true),
  ('22222222-2222-4222-8222-222222222222', '演示兑换点·稠城', 'Demo shop · Choucheng', 'choucheng',
    '演示数据，没有真实地址。', 'Demo data; there is no real address.',
    '门口两级台阶，按铃就有人出来。', 'Two steps at the door; ring, and somebody comes out.',
    false, true)
on conflict (id) do nothing;

-- What the fund pays for a coin is left unset: nobody has decided it.
insert into public.fund_pledges (id, kind, sponsor_zh, sponsor_en, fen, pledged_on, is_demo)
values
  ('5a000001-1111-4111-8111-111111111111', 'city', '市财政（演示）', 'City budget (demo)', 500000,
    private.shanghai_day() - 60, true),
  ('5a000002-1111-4111-8111-111111111111', 'sponsor', '江东商会（演示）', 'Jiangdong chamber of commerce (demo)', 100000,
    private.shanghai_day() - 20, true)
on conflict (id) do nothing;

insert into public.rewards
  (id, kind, merchant_id, name_zh, name_en, detail_zh, detail_en, price, stock, quota_per_resident,
    quota_per_household, valid_from, valid_until, is_demo)
values
  ('31111111-1111-4111-8111-111111111111', 'goods', '11111111-1111-4111-8111-111111111111',
    '义乌红糖一小袋', 'A small bag of brown sugar',
    '演示兑换品：150 克，到店领取。', 'Demo reward: 150 g, collected at the shop.',
    20, 120, null, 2, null, private.shanghai_day() + 60, true),
  ('32222222-2222-4222-8222-222222222222', 'goods', '11111111-1111-4111-8111-111111111111',
    '粗布购物袋一只', 'A cotton shopping bag',
    '演示兑换品：可以用上好几年。', 'Demo reward: it lasts for years.',
    15, 60, 1, null, null, null, true),
  ('33333333-3333-4333-8333-333333333333', 'service', '22222222-2222-4222-8222-222222222222',
    '公交单程票两张', 'Two bus rides',
    '演示兑换品：凭券换领。', 'Demo reward: exchanged for tickets at the counter.',
    10, 200, null, null, null, null, true),
  ('34444444-4444-4444-8444-444444444444', 'goods', '22222222-2222-4222-8222-222222222222',
    '小盆绿植', 'A potted plant',
    '演示兑换品：每周三、周六有货。', 'Demo reward: in on Wednesdays and Saturdays.',
    30, 3, null, null, null, null, true),
  ('34555555-5555-4555-8555-555555555555', 'service', '11111111-1111-4111-8111-111111111111',
    '旧衣改一只袋', 'An old shirt made into a bag',
    '演示兑换品：带一件旧衣服来，两天后取。', 'Demo reward: bring an old shirt, collect the bag two days later.',
    12, 8, 2, null, null, null, true),
  ('34666666-6666-4666-8666-666666666666', 'service', '22222222-2222-4222-8222-222222222222',
    '修一次自行车', 'A bicycle repair',
    '演示兑换品：补胎、紧刹车、上油。', 'Demo reward: a tube mended, brakes tightened, the chain oiled.',
    18, 40, null, null, private.shanghai_day() + 14, null, true),
  ('34777777-7777-4777-8777-777777777777', 'goods', '11111111-1111-4111-8111-111111111111',
    '竹编小篮', 'A small bamboo basket',
    '演示兑换品：手工编的，一批二十只。', 'Demo reward: woven by hand, twenty at a time.',
    25, 0, null, null, null, null, true),
  ('34888888-8888-4888-8888-888888888888', 'donation', null,
    '捐五枚', 'Give five coins',
    '演示数据：进绿色生活基金，办下一批兑换品。', 'Demo data: to the green-living fund, for the next rewards.',
    5, 0, null, null, null, null, true)
on conflict (id) do nothing;

insert into public.green_cells (id, kind, name_zh, name_en, town_code, join_code, is_demo) values
  ('36111111-1111-4111-8111-111111111111', 'school', '演示小学·佛堂', 'Demo school · Fotang', 'fotang', 'GREENSCHFTAC', true)
on conflict (id) do nothing;

insert into public.action_points
  (id, handle, action_code, name_zh, name_en, town_code, kind, opens, closes, weekdays, daily_limit, is_demo)
values
  ('35111111-1111-4111-8111-111111111111', 'FST2', 'base-visit', '演示打卡点·分水塘村口',
    'Demo point · Fenshuitang village gate', 'chengxi', 'printed', null, null, '{1,2,3,4,5,6,7}', null, true),
  ('35222222-2222-4222-8222-222222222222', 'FTJA', 'base-visit', '演示打卡点·佛堂江岸小屋',
    'Demo point · Fotang riverside hut', 'fotang', 'screen', null, null, '{1,2,3,4,5,6,7}', 300, true),
  ('35333333-3333-4333-8333-333333333333', 'CCZX', 'base-visit', '演示打卡点·稠城展厅',
    'Demo point · Choucheng hall', 'choucheng', 'printed', '09:00', '16:30', '{2,3,4,5,6,7}', 200, true)
on conflict (id) do nothing;
-- The demo poster has the same code everywhere: FST2-…, as the pages and the tests of the demo name it.
update private.point_secrets set secret = pg_catalog.sha256('demo point FST2')
where point_id = '35111111-1111-4111-8111-111111111111';

insert into public.partners (id, name_zh, name_en, action_code, unit_zh, unit_en, is_demo) values
  ('37111111-1111-4111-8111-111111111111', '演示合作方·公共自行车', 'Demo partner · public bikes', 'green-travel',
    '次', 'rides', true),
  ('37222222-2222-4222-8222-222222222222', '演示合作方·旧物回收站', 'Demo partner · recycling station',
    'appliance-return', '件', 'items', true)
on conflict (id) do nothing;

insert into public.questionnaires (id, title_zh, title_en, is_demo, draft)
select '42000002-0000-4000-8000-000000000000', '生态环境满意度自愿问卷（演示）', 'Open survey on the environment (demo)', true,
  jsonb_set(draft, '{sections}', draft -> 'sections' || '[{
    "id": "around",
    "title": {"zh": "您身边的事", "en": "Around you"},
    "questions": [
      {"id": "ways", "kind": "multiple", "required": true, "random": true, "at_most": 3,
        "text": {"zh": "这一年，您做过哪些事？", "en": "Which of these have you done this year?"},
        "options": [
          {"id": "walked", "zh": "短途走路或骑车", "en": "Walked or cycled short ways"},
          {"id": "sorted", "zh": "坚持垃圾分类", "en": "Kept sorting my waste"},
          {"id": "planted", "zh": "种树", "en": "Planted trees"},
          {"id": "reported", "zh": "反映环境问题", "en": "Reported a problem"},
          {"id": "helped", "zh": "参加环保志愿服务", "en": "Volunteered"},
          {"id": "none", "zh": "都没有", "en": "None of these", "dont_know": true}
        ]},
      {"id": "trees", "kind": "number", "required": true, "min": 1, "max": 999,
        "show_if": {"question": "ways", "any_of": ["planted"]},
        "text": {"zh": "一共种了几棵？", "en": "How many trees was it?"},
        "unit": {"zh": "棵", "en": "trees"}},
      {"id": "air", "kind": "scale", "required": true, "from": 1, "to": 10, "dont_know": true,
        "text": {"zh": "给您家附近的空气打个分。", "en": "How would you score the air where you live?"},
        "from_label": {"zh": "很差", "en": "very bad"}, "to_label": {"zh": "很好", "en": "very good"}},
      {"id": "places", "kind": "matrix", "required": false,
        "text": {"zh": "这些地方的环境怎么样？", "en": "What are these places like?"},
        "rows": [
          {"id": "river", "zh": "江边和溪边", "en": "Along rivers and streams"},
          {"id": "street", "zh": "街上", "en": "In the streets"},
          {"id": "park", "zh": "公园", "en": "In the parks"}
        ],
        "options": [
          {"id": "good", "zh": "好", "en": "Good"},
          {"id": "fair", "zh": "一般", "en": "Fair"},
          {"id": "poor", "zh": "差", "en": "Poor"},
          {"id": "unsure", "zh": "说不清", "en": "Don’t know", "dont_know": true}
        ]},
      {"id": "wish", "kind": "text", "required": false, "longest": 200,
        "text": {"zh": "您最希望先改善什么？", "en": "What should get better first?"}}
    ]
  }]'::jsonb)
from public.questionnaires where id = '42000001-0000-4000-8000-000000000000'
on conflict (id) do nothing;
select survey_private.freeze_version(id) from public.questionnaires q
where id = '42000002-0000-4000-8000-000000000000'
  and not exists (select from public.questionnaire_versions v where v.questionnaire_id = q.id);
insert into public.survey_waves
  (id, title_zh, title_en, series, questionnaire_id, questionnaire_version, opens_on, closes_on, announced_at, is_demo)
values
  ('41111111-1111-4111-8111-111111111111', '生态环境满意度自愿问卷（演示）', 'Open survey on the environment (demo)',
    'open', '42000002-0000-4000-8000-000000000000', 1, private.shanghai_day() - 30, private.shanghai_day() + 335,
    private.shanghai_midnight(private.shanghai_day() - 31), true)
on conflict (id) do nothing;

-- Sixty invented answers, so that the page has a figure to show.
insert into survey_private.answers (wave_id, token_sha256, answered_on, mode, answers)
select '41111111-1111-4111-8111-111111111111', sha256(convert_to('demo ' || n, 'UTF8')), private.shanghai_day() - (n % 20), 'web',
  jsonb_build_object('gain', c, 'satisfaction', c, 'awareness', c, 'participation', c, 'confidence', c)
from generate_series(1, 60) as n,
  lateral (select case
    when n <= 31 then 'satisfied' when n <= 53 then 'fairly_satisfied'
    when n <= 56 then 'not_very_satisfied' when n <= 57 then 'not_satisfied'
    else 'dont_know' end as c) as choice
where not exists (
  select from survey_private.answers where wave_id = '41111111-1111-4111-8111-111111111111'
);

-- Three surveys that are over, with invented people and answers, and an invented population to weigh them to. Their
-- figures are frozen and released by the demo accounts (local/demo.ts), as the bureau would.
insert into public.population_margins (variable, level, population, source, as_of, is_demo)
select variable, level, population, '演示数据', '2025-12-31', true
from (values
  ('town', 'choucheng', 270000), ('town', 'futian', 240000), ('town', 'jiangdong', 230000), ('town', 'choujiang', 210000),
  ('town', 'beiyuan', 170000), ('town', 'houzhai', 130000), ('town', 'niansanli', 110000), ('town', 'chengxi', 90000),
  ('town', 'fotang', 120000), ('town', 'suxi', 100000), ('town', 'shangxi', 60000), ('town', 'dachen', 45000),
  ('town', 'yiting', 55000), ('town', 'chian', 30000),
  ('age', '18-29', 430000), ('age', '30-44', 640000), ('age', '45-59', 480000), ('age', '60+', 310000),
  ('sex', 'female', 890000), ('sex', 'male', 970000)
) as margins (variable, level, population)
on conflict do nothing;

insert into public.survey_waves
  (id, title_zh, title_en, population_zh, population_en, series, questionnaire_id, questionnaire_version, opens_on,
    closes_on, announced_at, closed_at, is_demo)
select id::uuid, title_zh, title_en, '编出来的人（演示）', 'Invented people (demo)', series::public.survey_series,
  '42000002-0000-4000-8000-000000000000', 1, private.shanghai_day() - opened, private.shanghai_day() - closed,
  private.shanghai_midnight(private.shanghai_day() - opened), private.shanghai_midnight(private.shanghai_day() - closed + 2), true
from (values
  ('41222222-2222-4222-8222-222222222222', '去年的抽样调查（演示）', 'Last year’s sample (demo)', 'sampled', 400, 370),
  ('41333333-3333-4333-8333-333333333333', '今年的抽样调查（演示）', 'This year’s sample (demo)', 'sampled', 60, 30),
  ('41444444-4444-4444-8444-444444444444', '今年的自愿问卷（演示）', 'This year’s open survey (demo)', 'open', 60, 30)
) as waves (id, title_zh, title_en, series, opened, closed)
on conflict (id) do nothing;

with drawn as (
  -- The same people and answers in every installation: what would be chance comes from hashes.
  select w.id as wave_id, n, w.closes_on,
    ('x' || substr(md5(w.id::text || n || 'town'), 1, 6))::bit(24)::integer % 1860 as town,
    ('x' || substr(md5(w.id::text || n || 'age'), 1, 6))::bit(24)::integer % 100 as age,
    ('x' || substr(md5(w.id::text || n || 'sex'), 1, 6))::bit(24)::integer % 100 as sex,
    s.satisfied
  from (values
    ('41222222-2222-4222-8222-222222222222'::uuid, 460, 945), ('41333333-3333-4333-8333-333333333333', 840, 962),
    ('41444444-4444-4444-8444-444444444444', 150, 930)
  ) as s (id, answers, satisfied) join public.survey_waves w using (id), generate_series(1, s.answers) as n
  where not exists (select from survey_private.answers a where a.wave_id = w.id)
),
people as (
  select *,
    (array['choucheng', 'futian', 'jiangdong', 'choujiang', 'beiyuan', 'houzhai', 'niansanli', 'chengxi', 'fotang', 'suxi',
      'shangxi', 'dachen', 'yiting', 'chian'])[
      width_bucket(town, array[270, 510, 740, 950, 1120, 1250, 1360, 1450, 1570, 1670, 1730, 1775, 1830]) + 1] as town_code,
    (array['18_29', '30_44', '45_59', '60_over'])[width_bucket(age, array[18, 50, 78]) + 1] as age_band,
    case when sex < 54 then 'female' when sex < 98 then 'male' end as sex_stated
  from drawn
)
insert into survey_private.answers (wave_id, token_sha256, answered_on, mode, town_code, age_band, sex, answers)
select wave_id, sha256(convert_to('demo ' || wave_id::text || n, 'UTF8')), closes_on - n % 25,
  (array['web', 'web', 'phone', 'phone', 'paper'])[n % 5 + 1]::public.survey_mode, town_code, age_band::public.age_band,
  sex_stated::public.sex, (
    select jsonb_object_agg(part, case
      when chance % 50 = 0 then 'dont_know'
      when chance >= satisfied - less then case when chance % 3 = 0 then 'not_satisfied' else 'not_very_satisfied' end
      when chance % 3 = 1 then 'fairly_satisfied' else 'satisfied' end)
    from (values ('gain', 10), ('satisfaction', 0), ('awareness', 90), ('participation', 60), ('confidence', -5))
      as parts (part, less),
      lateral (select ('x' || substr(md5(wave_id::text || n || part), 1, 6))::bit(24)::integer % 1000 as chance) as c
  )
from people;

-- Education: demo bases, events with sessions around today, and people who registered for them.
insert into public.bases
  (id, slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, courses_zh, courses_en, opening_zh,
    opening_en, directions_zh, directions_en, accessibility_zh, accessibility_en, host_zh, host_en, is_demo, is_public)
values
  ('50000001-1111-4111-8111-111111111111', 'demo-fotang-river', '演示基地·佛堂江岸', 'Demo base · Fotang riverside', 'river', 'fotang',
    '演示数据：江边的一段步道和一间小屋，屋里有显微镜、水桶和雨靴。',
    'Demo data: a stretch of riverside path and a small hut with microscopes, buckets and rubber boots.',
    E'看水识水\n沿江巡护\n认识水边的鸟',
    E'Reading the water\nWalking and tending the bank\nBirds by the water',
    '周二至周日 9:00–16:30',
    'Tuesday to Sunday, 9:00–16:30',
    '演示数据，没有真实地址。',
    'Demo data; there is no real address.',
    '步道平整，轮椅可以走到小屋门口；屋里有一级台阶。',
    'The path is level and a wheelchair reaches the hut; there is one step inside.',
    '演示单位·江岸小屋',
    'Demo organisation · the riverside hut',
    true, true),
  ('50000002-1111-4111-8111-111111111111', 'demo-yiting-cane', '演示基地·义亭蔗田', 'Demo base · Yiting cane field', 'farm', 'yiting',
    '演示数据：一块甘蔗田和一口老灶，冬天熬红糖。',
    'Demo data: a field of sugar cane and an old stove where brown sugar is boiled in winter.',
    E'从甘蔗到红糖\n蔗叶回田',
    E'From cane to brown sugar\nLeaves back to the field',
    '周末 8:30–16:00',
    'Weekends, 8:30–16:00',
    '演示数据，没有真实地址。',
    'Demo data; there is no real address.',
    '田埂不平，不便轮椅通行；灶房可以直达。',
    'The field paths are uneven and not for wheelchairs; the boiling house is level.',
    '演示单位·蔗田合作社',
    'Demo organisation · the cane field cooperative',
    true, true),
  ('50000003-1111-4111-8111-111111111111', 'demo-niansanli-workshop', '演示基地·廿三里再生工坊', 'Demo base · Niansanli reuse workshop', 'plant', 'niansanli',
    '演示数据：旧布料、纸箱和塑料在这里拆开、分类、再做成东西。',
    'Demo data: old cloth, boxes and plastics are taken apart here, sorted and made into something again.',
    E'一只纸箱的第二次旅行\n旧衣改袋',
    E'The second journey of a box\nBags from old clothes',
    '周一至周五 9:00–17:00',
    'Monday to Friday, 9:00–17:00',
    '演示数据，没有真实地址。',
    'Demo data; there is no real address.',
    '全部在一层，有无障碍卫生间。',
    'All on one floor, with an accessible toilet.',
    '演示单位·再生工坊',
    'Demo organisation · the reuse workshop',
    true, true),
  ('50000004-1111-4111-8111-111111111111', 'demo-houzhai-park', '演示基地·后宅小公园', 'Demo base · Houzhai pocket park', 'park', 'houzhai',
    '演示数据：一片草地、一个水塘和一圈本地树种，晚上看得到萤火虫和蛙。',
    'Demo data: a meadow, a pond and a ring of native trees; frogs and fireflies at night.',
    E'夜里的公园\n一棵树的一年',
    E'The park at night\nA year of one tree',
    '全天开放',
    'Always open',
    '演示数据，没有真实地址。',
    'Demo data; there is no real address.',
    '主路平整，水塘边是碎石路。',
    'The main path is level; around the pond it is gravel.',
    '演示单位·公园之友',
    'Demo organisation · friends of the park',
    true, true)
on conflict (id) do nothing;

insert into public.events
  (id, slug, base_id, kind, theme, title_zh, title_en, summary_zh, summary_en, programme_zh, programme_en,
    audience_zh, audience_en, languages, minimum_age, maximum_age, guardian_below, cover, coins, questions,
    recurrence, status, published_at, is_demo)
values
  ('60000001-1111-4111-8111-111111111111', 'demo-river-walk', '50000001-1111-4111-8111-111111111111', 'volunteering', 'none',
    '沿江走一段，捡一袋', 'A walk by the river, a bag of litter',
    '两个小时，沿江走三公里，捡垃圾、看水色、认几种水边的鸟。手套、夹子和雨靴都有。',
    'Two hours and three kilometres by the river: pick up litter, look at the colour of the water, get to know some birds. Gloves, tongs and boots are provided.',
    E'集合，领手套和夹子\n沿江走到第二座桥\n分拣，称重\n喝茶，说说看到了什么',
    E'Meet, gloves and tongs\nWalk to the second bridge\nSort and weigh\nTea, and what everyone saw',
    '谁都可以来', 'Everyone', '{zh-CN,yiwu}', null, null, 12, 'river', 10,
    '[]',
    'FREQ=WEEKLY;COUNT=4', 'published', now() - interval '60 days', true),
  ('60000002-1111-4111-8111-111111111111', 'demo-water-check', '50000001-1111-4111-8111-111111111111', 'course', 'none',
    '给一瓶江水做体检', 'A check-up for a bottle of river water',
    '自己取水，自己测：酸碱、浊度、溶解氧。最后在显微镜下看看水里住着谁。',
    'Take your own sample and measure it: acidity, clouding, oxygen. At the end, see under the microscope who lives in it.',
    E'取水\n三样测量\n显微镜下',
    E'Taking the sample\nThree measurements\nUnder the microscope',
    '小学三年级以上', 'From about nine years of age', '{zh-CN}', 8, null, 14, 'river', 8,
    '[{"key": "before", "label_zh": "以前用过显微镜吗", "label_en": "Have you used a microscope before", "required": true}]',
    '', 'published', now() - interval '60 days', true),
  ('60000003-1111-4111-8111-111111111111', 'demo-hearing-bins', '50000003-1111-4111-8111-111111111111', 'hearing', 'none',
    '听证会：工坊门前的分类点要不要挪', 'Hearing: should the sorting point by the workshop move',
    '演示听证会：工坊门前的垃圾分类点离居民楼近，有人说方便，有人说有味道。请来说说你的看法。',
    'Demo hearing: the sorting point by the workshop is close to the flats. Some call it handy, some say it smells. Come and say what you think.',
    E'说明情况\n赞成的人说\n反对的人说\n提问',
    E'How things are\nThose in favour\nThose against\nQuestions',
    '附近居民', 'People who live nearby', '{zh-CN,yiwu}', 18, null, null, 'hearing', 0,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000004-1111-4111-8111-111111111111', 'demo-workshop-open-day', '50000003-1111-4111-8111-111111111111', 'open_day', 'open_day',
    '再生工坊开放日', 'Open day at the reuse workshop',
    '跟着一只纸箱走一圈：拆、分、压、再做成新的。可以带一件旧衣服来改成袋子。',
    'Follow a box around the workshop: taken apart, sorted, pressed, made new. Bring an old shirt and take a bag home.',
    E'走一圈\n动手改袋子',
    E'A walk around\nMaking a bag',
    '带孩子的家庭也欢迎', 'Families are welcome', '{zh-CN,en}', null, null, 10, 'plant', 5,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000005-1111-4111-8111-111111111111', 'demo-tree-talk', '50000004-1111-4111-8111-111111111111', 'talk', 'none',
    '一棵树的一年', 'A year of one tree',
    '从冬芽讲到落叶，在树下讲。',
    'From winter bud to falling leaf, told under the tree.',
    E'冬芽\n花\n叶\n落叶',
    E'Bud\nFlower\nLeaf\nFall',
    '谁都可以来', 'Everyone', '{zh-CN}', null, null, null, 'orchard', 5,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000006-1111-4111-8111-111111111111', 'demo-environment-day', '50000001-1111-4111-8111-111111111111', 'open_day', 'environment_day',
    '六五环境日：江岸一天', 'World Environment Day by the river',
    '世界环境日在江岸过：上午取水测水，下午画一张江的地图。',
    'World Environment Day at the riverside: measuring the water in the morning, drawing a map of the river in the afternoon.',
    E'上午：取水测水\n中午：自带午饭\n下午：画江的地图',
    E'Morning: measuring the water\nNoon: bring your lunch\nAfternoon: a map of the river',
    '谁都可以来', 'Everyone', '{zh-CN,en}', null, null, 12, 'river', 15,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000007-1111-4111-8111-111111111111', 'demo-night-walk', '50000004-1111-4111-8111-111111111111', 'visit', 'biodiversity_day',
    '夜里的公园', 'The park at night',
    '关掉手电听一会儿：蛙、虫和风。全程慢走，有英语讲解。',
    'Torches off, and listen: frogs, insects, wind. A slow walk, guided in English too.',
    E'集合\n水塘边\n草地上\n回来',
    E'Meet\nBy the pond\nIn the meadow\nBack',
    '不怕黑的人', 'People who do not mind the dark', '{zh-CN,en}', 6, null, 14, 'night', 6,
    '[{"key": "torch", "label_zh": "会带手电吗", "label_en": "Will you bring a torch", "required": false}]',
    '', 'published', now() - interval '60 days', true),
  ('60000008-1111-4111-8111-111111111111', 'demo-hearing-path', '50000001-1111-4111-8111-111111111111', 'hearing', 'none',
    '听证会：江边步道晚上要不要亮灯', 'Hearing: lights on the river path at night',
    '演示听证会：亮灯走路安全，不亮灯鸟睡得好。两边的话都想听。',
    'Demo hearing: with lights people walk safely, without them birds sleep. Both sides should be heard.',
    E'说明情况\n两边发言\n提问',
    E'How things are\nBoth sides\nQuestions',
    '附近居民', 'People who live nearby', '{zh-CN,yiwu}', 18, null, null, 'hearing', 0,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000009-1111-4111-8111-111111111111', 'demo-cane-day', '50000002-1111-4111-8111-111111111111', 'course', 'none',
    '从甘蔗到红糖', 'From cane to brown sugar',
    '砍蔗、榨汁、看一锅糖慢慢熬稠。蔗叶不烧，回到田里。',
    'Cut the cane, press it, watch a pan of sugar thicken. The leaves are not burnt: they go back to the field.',
    E'下田\n榨汁\n灶边',
    E'In the field\nPressing\nAt the stove',
    '谁都可以来', 'Everyone', '{zh-CN,yiwu}', 5, null, 12, 'field', 5,
    '[]',
    '', 'published', now() - interval '60 days', true),
  ('60000010-1111-4111-8111-111111111111', 'demo-bird-count', '50000001-1111-4111-8111-111111111111', 'volunteering', 'none',
    '冬天数一次水鸟', 'A winter count of water birds',
    '拿着望远镜沿江数鸟，记在表上。望远镜可以借。',
    'Count the birds along the river with binoculars and write them down. Binoculars can be borrowed.',
    E'认鸟\n数鸟\n填表',
    E'Knowing them\nCounting them\nThe sheet',
    '有一点耐心的人', 'People with a little patience', '{zh-CN}', 10, null, 14, 'river', 10,
    '[]',
    '', 'submitted', null, true)
on conflict (id) do nothing;

-- Days from today in Asia/Shanghai; a later start moves sessions that were to come and are over.
insert into public.event_sessions
  (id, event_id, starts_at, ends_at, place_zh, place_en, capacity, waitlist_limit, opens_at, closes_at)
select s.id::uuid, s.event_id::uuid, t.starts_at, t.starts_at + s.lasts, s.place_zh, s.place_en, s.capacity,
  s.waitlist_limit, t.starts_at - interval '60 days', t.starts_at + s.lasts
from (values
  ('70000001-1111-4111-8111-111111111111', '60000001-1111-4111-8111-111111111111', 0, interval '840 minutes', interval '120 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 20, 5),
  ('70000002-1111-4111-8111-111111111111', '60000001-1111-4111-8111-111111111111', 7, interval '840 minutes', interval '120 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 20, 5),
  ('70000003-1111-4111-8111-111111111111', '60000001-1111-4111-8111-111111111111', 14, interval '840 minutes', interval '120 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 20, 5),
  ('70000004-1111-4111-8111-111111111111', '60000001-1111-4111-8111-111111111111', 21, interval '840 minutes', interval '120 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 20, 5),
  ('70000005-1111-4111-8111-111111111111', '60000002-1111-4111-8111-111111111111', 5, interval '570 minutes', interval '150 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 6, 10),
  ('70000006-1111-4111-8111-111111111111', '60000002-1111-4111-8111-111111111111', 26, interval '570 minutes', interval '150 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 6, 10),
  ('70000007-1111-4111-8111-111111111111', '60000003-1111-4111-8111-111111111111', -20, interval '1140 minutes', interval '120 minutes',
    '再生工坊', 'The reuse workshop', 60, 0),
  ('70000008-1111-4111-8111-111111111111', '60000004-1111-4111-8111-111111111111', 10, interval '540 minutes', interval '360 minutes',
    '再生工坊', 'The reuse workshop', 80, 20),
  ('70000009-1111-4111-8111-111111111111', '60000004-1111-4111-8111-111111111111', 4, interval '540 minutes', interval '360 minutes',
    '再生工坊', 'The reuse workshop', 80, 20),
  ('70000010-1111-4111-8111-111111111111', '60000005-1111-4111-8111-111111111111', -9, interval '900 minutes', interval '90 minutes',
    '水塘边的大树下', 'Under the big tree by the pond', 30, 0),
  ('70000011-1111-4111-8111-111111111111', '60000006-1111-4111-8111-111111111111', (select min(d) - private.shanghai_day() from (values (make_date(extract(year from private.shanghai_day())::integer, 6, 5)), (make_date(extract(year from private.shanghai_day())::integer + 1, 6, 5))) as june(d) where d >= private.shanghai_day()), interval '540 minutes', interval '420 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 200, 50),
  ('70000012-1111-4111-8111-111111111111', '60000007-1111-4111-8111-111111111111', 3, interval '1140 minutes', interval '90 minutes',
    '水塘边的大树下', 'Under the big tree by the pond', 15, 10),
  ('70000013-1111-4111-8111-111111111111', '60000007-1111-4111-8111-111111111111', 17, interval '1140 minutes', interval '90 minutes',
    '水塘边的大树下', 'Under the big tree by the pond', 15, 10),
  ('70000014-1111-4111-8111-111111111111', '60000008-1111-4111-8111-111111111111', 12, interval '1140 minutes', interval '120 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 60, 10),
  ('70000015-1111-4111-8111-111111111111', '60000009-1111-4111-8111-111111111111', 6, interval '510 minutes', interval '180 minutes',
    '蔗田灶房', 'The boiling house', 24, 10),
  ('70000016-1111-4111-8111-111111111111', '60000009-1111-4111-8111-111111111111', 20, interval '510 minutes', interval '180 minutes',
    '蔗田灶房', 'The boiling house', 24, 10),
  ('70000017-1111-4111-8111-111111111111', '60000010-1111-4111-8111-111111111111', 30, interval '480 minutes', interval '180 minutes',
    '江岸小屋门口', 'At the door of the riverside hut', 18, 5)
) as s (id, event_id, day, starts, lasts, place_zh, place_en, capacity, waitlist_limit)
cross join lateral (
  select private.shanghai_midnight(private.shanghai_day() + s.day) + s.starts as starts_at
) as t
on conflict (id) do update set
  starts_at = excluded.starts_at, ends_at = excluded.ends_at,
  opens_at = excluded.opens_at, closes_at = excluded.closes_at
where event_sessions.ends_at < now() and excluded.ends_at > now();

update public.event_sessions set status = 'cancelled', sequence = 1,
  cancel_reason_zh = '演示：工坊这一天检修，另有一场照常。', cancel_reason_en = 'Demo: the workshop is under repair that day; the other date stands.'
where id = '70000009-1111-4111-8111-111111111111' and status = 'scheduled';
insert into public.event_changes (event_id, session_id, kind, text_zh, text_en)
select event_id, id, 'cancelled', cancel_reason_zh, cancel_reason_en from public.event_sessions
where id = '70000009-1111-4111-8111-111111111111'
  and not exists (select from public.event_changes c where c.session_id = event_sessions.id);

update public.events set
  minutes_zh = E'到场 14 人：赞成挪 6 人，反对 5 人，中立 3 人。\n赞成的人说：夏天有味道，收运车清早就来。\n反对的人说：挪远了，老人提着袋子走不动。\n商定：分类点不挪，收运改到 7 点以后，夏天每天冲洗一次，三个月后再听一次意见。',
  minutes_en = E'14 people came: 6 for moving it, 5 against, 3 neutral.\nFor: it smells in summer, and the truck comes at dawn.\nAgainst: further away is too far for old people with a bag.\nAgreed: it stays; collection moves to after 7 o\u2019clock, it is rinsed daily in summer, and there is another hearing in three months.',
  minutes_published_at = now()
where id = '60000003-1111-4111-8111-111111111111' and minutes_published_at is null;
insert into public.event_changes (event_id, kind, text_zh, text_en)
select '60000003-1111-4111-8111-111111111111', 'minutes', '会议纪要已公布。', 'The minutes have been published.'
where not exists (select from public.event_changes where event_id = '60000003-1111-4111-8111-111111111111');

-- Invented residents, so that sessions have people; nobody can sign in as one of them.
insert into auth.users (id, email)
select ('8' || lpad(n::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid, 'demo-resident-' || n || '@example.com'
from generate_series(1, 12) as n
on conflict (id) do nothing;

insert into public.registrations
  (id, resident_id, session_id, adults, children, name, standpoint, status, queue_number, code,
    idempotency_key, attended_people, first_arrived_at)
select ('9' || lpad(r.n::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid,
  ('8' || lpad(r.who::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid,
  s.id, r.adults, r.children, r.name, r.standpoint::public.standpoint, r.status::public.registration_status,
  case when r.status = 'waiting' then nextval('private.queue_numbers') end, private.new_code(10),
  ('a' || lpad(r.n::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid,
  case when r.came then 1 + r.adults + r.children end, case when r.came then s.starts_at end
from (values
  (1, 1, 1, 0, 0, '演示·杏子', null, 'confirmed', false),
  (2, 1, 2, 1, 1, '演示·阿江', null, 'confirmed', false),
  (3, 1, 3, 0, 2, '演示·小满', null, 'confirmed', false),
  (4, 1, 4, 0, 0, '演示·蔗叔', null, 'confirmed', false),
  (5, 1, 5, 1, 0, '演示·青田', null, 'confirmed', false),
  (6, 5, 6, 0, 1, '演示·雨靴', null, 'confirmed', false),
  (7, 5, 7, 1, 0, '演示·白鹭', null, 'confirmed', false),
  (8, 5, 8, 0, 1, '演示·竹影', null, 'confirmed', false),
  (9, 5, 9, 0, 0, '演示·石桥', null, 'waiting', false),
  (10, 5, 10, 1, 0, '演示·阿溪', null, 'waiting', false),
  (11, 7, 1, 0, 0, '演示·杏子', 'for', 'confirmed', true),
  (12, 7, 2, 0, 0, '演示·阿江', 'for', 'confirmed', true),
  (13, 7, 3, 0, 0, '演示·小满', 'against', 'confirmed', true),
  (14, 7, 4, 0, 0, '演示·蔗叔', 'against', 'confirmed', true),
  (15, 7, 5, 0, 0, '演示·青田', 'neutral', 'confirmed', true),
  (16, 7, 6, 0, 0, '演示·雨靴', 'for', 'confirmed', false),
  (17, 10, 7, 0, 1, '演示·白鹭', null, 'confirmed', true),
  (18, 10, 8, 0, 0, '演示·竹影', null, 'confirmed', true),
  (19, 10, 9, 1, 0, '演示·石桥', null, 'confirmed', true),
  (20, 10, 10, 0, 0, '演示·阿溪', null, 'confirmed', false),
  (21, 12, 11, 1, 0, '演示·山禾', null, 'confirmed', false),
  (22, 12, 12, 0, 0, '演示·老陶', null, 'confirmed', false)
) as r (n, session, who, adults, children, name, standpoint, status, came)
join public.event_sessions s on s.id = ('7' || lpad(r.session::text, 7, '0') || '-1111-4111-8111-111111111111')::uuid
on conflict do nothing;

insert into public.check_ins (nonce, session_id, registration_id, resident_id, kind, people, how, device, scanned_at)
select r.id, r.session_id, r.id, r.resident_id, 'arrive', r.people, 'scan', 'demo', r.first_arrived_at
from public.registrations r
where r.attended_people is not null and r.resident_id::text like '8%-1111-4111-8111-111111111111'
on conflict (nonce) do nothing;

insert into public.event_answers (resident_id, registration_id, session_id, worth, learnt, words)
select r.resident_id, r.id, r.session_id, 5, 4, '演示：树下坐着听，比在屋里好。'
from public.registrations r where r.id = '90000017-1111-4111-8111-111111111111'
on conflict do nothing;

update public.event_sessions s set seats_taken = t.seats, waiting = t.queued
from (
  select session_id, coalesce(sum(people) filter (where status in ('confirmed', 'offered')), 0)::integer as seats,
    (count(*) filter (where status = 'waiting'))::integer as queued
  from public.registrations group by session_id
) t
where s.id = t.session_id and s.event_id::text like '6%-1111-4111-8111-111111111111'
  and (s.seats_taken, s.waiting) is distinct from (t.seats, t.queued);
-- Feedback: invented matters at every stage, one of them late. Nobody can follow them: their codes are hashes of nothing.
do $$
declare
  v_item record;
  v_id uuid;
begin
  if exists (select from public.feedback where is_demo) then
    return;
  end if;
  for v_item in select * from (values
    ('complaint', 'fotang', 'answered', 'water-bureau', 26, 12, '江边步道（演示）',
      '步道栏杆有两段松了，靠近水边的地方没有灯，晚上走不放心。我住附近，电话 ▇。',
      '栏杆已加固，两盏灯在五天后装好。', 'The railing has been fixed, and two lamps were put up five days later.'),
    ('suggestion', 'choucheng', 'confirmed', 'ecology-environment-bureau', 40, 25, '老城菜场（演示）',
      '菜场门口能不能放一个旧衣回收箱？每天都有人问。',
      '已放一个，每周二、周五清。', 'There is one now, emptied on Tuesdays and Fridays.'),
    ('violation', 'shangxi', 'assigned', 'ecology-environment-bureau', 20, -4, '溪边空地（演示）',
      '傍晚有人在空地烧塑料，烟往村里飘，这个月看到三次。', '', ''),
    ('question', 'jiangdong', 'assigned', 'ecology-environment-bureau', 3, 9, '',
      '教育基地可以带六岁的孩子去吗？要不要先报名？', '', ''),
    ('complaint', 'yiting', 'reopened', 'water-bureau', 33, 3, '田间水渠（演示）',
      '水渠里又有泡沫，上次说清了，这周又来了。',
      '已清理，并请上游单位检查。', 'It was cleaned, and the works upstream were asked to check.'),
    ('suggestion', 'niansanli', 'received', null, 1, 2, '', '', '', '')
  ) as items (kind, town, status, department, days_ago, due_in, place, words, answer_zh, answer_en) loop
    insert into public.feedback (kind, town_code, status, department, due_on, public_text, place_text, answer_zh,
      answer_en, received_at, assigned_at, answered_at, confirmed_at, reopened_count, wants_public, is_public,
      published_at, is_demo)
    values (v_item.kind::public.feedback_kind, v_item.town, v_item.status::public.feedback_status, v_item.department,
      private.shanghai_day() + v_item.due_in, v_item.words, v_item.place, v_item.answer_zh, v_item.answer_en,
      now() - v_item.days_ago * interval '1 day',
      case when v_item.department is not null then now() - (v_item.days_ago - 1) * interval '1 day' end,
      case when v_item.answer_zh <> '' then now() - v_item.days_ago / 2 * interval '1 day' end,
      case when v_item.status = 'confirmed' then now() - v_item.days_ago / 4 * interval '1 day' end,
      case when v_item.status = 'reopened' then 1 else 0 end,
      true, v_item.words <> '', case when v_item.words <> '' then now() end, true)
    returning id into v_id;
    insert into private.feedback_reports (feedback_id, body, town_code, key_hash, tracking_hash, received_at)
    values (v_id, case when v_item.words = '' then '（演示）在公交站旁边多放一个分类垃圾桶。联系人姓名：王小明，手机 13800000000。' else v_item.words end,
      v_item.town, private.feedback_hash('demo', gen_random_uuid()::text),
      private.feedback_hash('demo', gen_random_uuid()::text), now() - v_item.days_ago * interval '1 day');
    insert into public.feedback_steps (feedback_id, at, step, department, due_on)
    select v_id, f.received_at, 'received'::public.feedback_step, null, (f.received_at at time zone 'Asia/Shanghai')::date + 3
    from public.feedback f where f.id = v_id
    union all
    select v_id, f.assigned_at, 'assigned', f.department, f.due_on from public.feedback f
    where f.id = v_id and f.assigned_at is not null
    union all
    select v_id, f.answered_at, 'answered', null, null from public.feedback f where f.id = v_id and f.answered_at is not null
    union all
    select v_id, f.confirmed_at, 'confirmed', null, null from public.feedback f
    where f.id = v_id and f.confirmed_at is not null
    union all
    select v_id, now() - interval '1 day', 'reopened', null, f.due_on from public.feedback f
    where f.id = v_id and f.status = 'reopened';
  end loop;
end
$$;
