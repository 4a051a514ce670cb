-- Reference data: true of every installation. Running it again brings the rows up to date.

insert into public.towns (code, name_zh, name_en, kind) values
  ('choucheng', '稠城街道', 'Choucheng Subdistrict', 'street'),
  ('futian', '福田街道', 'Futian Subdistrict', 'street'),
  ('jiangdong', '江东街道', 'Jiangdong Subdistrict', 'street'),
  ('choujiang', '稠江街道', 'Choujiang Subdistrict', 'street'),
  ('beiyuan', '北苑街道', 'Beiyuan Subdistrict', 'street'),
  ('houzhai', '后宅街道', 'Houzhai Subdistrict', 'street'),
  ('niansanli', '廿三里街道', 'Niansanli Subdistrict', 'street'),
  ('chengxi', '城西街道', 'Chengxi Subdistrict', 'street'),
  ('fotang', '佛堂镇', 'Fotang Town', 'town'),
  ('suxi', '苏溪镇', 'Suxi Town', 'town'),
  ('shangxi', '上溪镇', 'Shangxi Town', 'town'),
  ('dachen', '大陈镇', 'Dachen Town', 'town'),
  ('yiting', '义亭镇', 'Yiting Town', 'town'),
  ('chian', '赤岸镇', 'Chi’an Town', 'town')
on conflict (code) do update set
  name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind;

insert into public.green_actions
  (code, position, name_zh, name_en, hint_zh, hint_en, plan_section)
values
  ('waste-sorting', 1, '垃圾分类', 'Sort the household waste',
    '今天的垃圾分好了类，投进了对的桶。', 'Today’s waste is sorted and in the right bins.',
    '五（二）4'),
  ('green-travel', 2, '绿色出行', 'Travel green',
    '步行、骑车或坐公交，替下一次开车。', 'You walked, cycled or took the bus instead of driving.',
    '五（四）3'),
  ('clean-plate', 3, '光盘', 'Leave a clean plate',
    '一顿饭吃干净，或者打包带走。', 'A meal finished, or the rest taken home.',
    '五（四）3'),
  ('water-saving', 4, '节约用水', 'Save water',
    '淘米水浇花、洗菜水冲厕，一水多用。', 'Rinsing water went to the flowers or the toilet.',
    '五（二）2'),
  ('power-saving', 5, '节约用电', 'Save power',
    '随手关灯，空调调到合适的温度。', 'Lights off behind you, air conditioning at a sensible setting.',
    '五（四）3'),
  ('own-bag', 6, '自带购物袋', 'Bring your own bag',
    '买菜购物没有用一次性塑料袋。', 'You shopped without a disposable plastic bag.',
    '五（二）4'),
  ('no-disposables', 7, '不用一次性用品', 'Skip the disposables',
    '点餐不要一次性餐具，住店自带洗漱用品。', 'No disposable cutlery with the meal, your own things at the hotel.',
    '五（二）4'),
  ('parcel-reuse', 8, '快递包装再用', 'Reuse parcel packaging',
    '纸箱、填充物留下来再寄一次，或送到回收点。', 'A box sent on again, or its padding handed in.',
    '五（二）4'),
  ('second-hand', 9, '二手流转', 'Pass something on',
    '把用不上的东西送给或换给需要的人。', 'Something you no longer use went to someone who does.',
    '五（四）3'),
  ('appliance-return', 10, '旧家电回收', 'Hand in old electronics',
    '把旧电器、旧手机交给回收点。', 'An old appliance or phone went to a collection point.',
    '五（二）4'),
  ('river-patrol', 11, '巡河护水', 'Walk a river',
    '沿河走一段，捡起垃圾，看到问题拍下来。', 'Walk a stretch, pick up litter, photograph what is wrong.',
    '五（二）2'),
  ('tree-planting', 12, '植树养绿', 'Plant or tend a tree',
    '种一棵树，或者给村里的树浇水培土。', 'Plant one, or water and mulch one in the village.',
    '五（一）2'),
  ('wildlife-record', 13, '记录身边的鸟兽草木', 'Record wildlife',
    '远远地拍下看到的野生动植物，不惊扰、不采摘。', 'A photo from a distance; nothing disturbed, nothing picked.',
    '五（一）2'),
  ('volunteering', 14, '环保志愿服务', 'Volunteer',
    '参加一次清洁、宣讲或护绿的志愿活动。', 'Help at a clean-up, a talk or the care of green space.',
    '五（四）3'),
  ('violation-report', 15, '举报环境违法', 'Report a violation',
    '拍下露天焚烧、偷排污水或倾倒垃圾，写清地点。', 'Photograph open burning, illegal discharge or dumping, and say where.',
    '五（五）1'),
  ('base-visit', 16, '走进教育基地', 'Visit an education base',
    '到生态文明教育基地，输入现场的打卡码。', 'Type the code shown at the education base.',
    '五（四）3'),
  ('education-event', 17, '参加教育活动', 'Come to an event',
    '报名参加教育基地的活动，到场签到。', 'Register for an event of an education base and be checked in there.',
    '五（四）3')
on conflict (code) do update set
  position = excluded.position, name_zh = excluded.name_zh, name_en = excluded.name_en,
  hint_zh = excluded.hint_zh, hint_en = excluded.hint_en, plan_section = excluded.plan_section;

-- The prices to begin with; from then on the bureau announces its own.
insert into public.action_prices
  (action_code, valid_from, coins, proof, review, daily_cap, weekly_cap, yearly_cap, cool_down_hours)
values
  ('waste-sorting', '2026-01-01', 2, 'none', 'automatic', 1, 7, 300, 0),
  ('green-travel', '2026-01-01', 2, 'none', 'automatic', 1, 5, 250, 0),
  ('clean-plate', '2026-01-01', 1, 'none', 'automatic', 2, 10, 400, 3),
  ('water-saving', '2026-01-01', 1, 'none', 'automatic', 1, 5, 200, 0),
  ('power-saving', '2026-01-01', 1, 'none', 'automatic', 1, 5, 200, 0),
  ('own-bag', '2026-01-01', 1, 'none', 'automatic', 1, 5, 200, 0),
  ('no-disposables', '2026-01-01', 1, 'none', 'automatic', 1, 5, 200, 0),
  ('parcel-reuse', '2026-01-01', 3, 'photo', 'moderator', 1, 3, 60, 0),
  ('second-hand', '2026-01-01', 5, 'photo', 'moderator', 1, 2, 40, 0),
  ('appliance-return', '2026-01-01', 8, 'photo', 'moderator', 1, 1, 12, 168),
  ('river-patrol', '2026-01-01', 10, 'photo', 'moderator', 1, 2, 52, 12),
  ('tree-planting', '2026-01-01', 20, 'photo', 'moderator', 1, 2, 20, 12),
  ('wildlife-record', '2026-01-01', 5, 'photo', 'moderator', 1, 3, 80, 0),
  ('volunteering', '2026-01-01', 15, 'photo', 'moderator', 1, 2, 52, 0),
  ('violation-report', '2026-01-01', 30, 'feedback', 'moderator', 1, 3, 50, 0),
  ('base-visit', '2026-01-01', 15, 'onsite_code', 'automatic', 1, 2, 24, 0),
  ('education-event', '2026-01-01', 20, 'check_in', 'automatic', 3, 10, 100, 0)
on conflict do nothing;

-- A starting point, not a fact of the plan: the bureau sets the envelopes of each year in its desk.
insert into ledger.city_envelopes (year, total)
select ledger.year_of() + turn, 12000000 from generate_series(0, 1) as turn
on conflict do nothing;
-- An action that has none gets one as long as the city's holds it.
with missing as (
  select c.year, a.code, row_number() over (partition by c.year order by a.position) as place,
    c.total - coalesce((select sum(total) from ledger.envelopes e where e.year = c.year), 0) as reserve
  from ledger.city_envelopes c cross join public.green_actions a
  where not exists (select from ledger.envelopes e where e.year = c.year and e.action_code = a.code)
),
made as (
  insert into ledger.envelopes (year, action_code, total)
  select year, code, 640000 from missing where place * 640000 <= reserve
  on conflict do nothing returning year, action_code, total
)
insert into ledger.envelope_shards (year, action_code, shard, remaining)
select year, action_code, shard, total / 16 from made, generate_series(0, 15) as shard;

-- The province's five parts, as a beginning for questionnaires. What the bureau has made of it stays.
insert into public.questionnaires (id, title_zh, title_en, is_template, draft)
select '42000001-0000-4000-8000-000000000000', '生态环境公众满意度（省五项）', 'Public satisfaction with the environment (the province’s five parts)', true,
  jsonb_build_object('sections', jsonb_build_array(jsonb_build_object(
    'id', 'environment',
    'title', jsonb_build_object('zh', '您对义乌生态环境的看法', 'en', 'How you see the environment of Yiwu'),
    'questions', jsonb_agg(jsonb_build_object(
      'id', part, 'kind', 'single', 'part', part, 'required', true, 'random', false,
      'text', jsonb_build_object('zh', zh, 'en', en),
      'options', '[
        {"id": "satisfied", "zh": "满意", "en": "Satisfied"},
        {"id": "fairly_satisfied", "zh": "比较满意", "en": "Fairly satisfied"},
        {"id": "not_very_satisfied", "zh": "不太满意", "en": "Not very satisfied"},
        {"id": "not_satisfied", "zh": "不满意", "en": "Not satisfied"},
        {"id": "dont_know", "zh": "说不清", "en": "Don’t know", "dont_know": true}
      ]'::jsonb
    ) order by place)
  )))
from (values
  ('gain', 1, '这一年，您身边的生态环境改善给您的生活带来的好处，您满意吗？',
    'How satisfied are you with what a better environment has brought to your life this year?'),
  ('satisfaction', 2, '总的来说，您对义乌的生态环境满意吗？',
    'All in all, how satisfied are you with the environment of Yiwu?'),
  ('awareness', 3, '您对自己了解到的「两山」建设情况满意吗？',
    'How satisfied are you with what you have learnt about the Two Mountains work?'),
  ('participation', 4, '您对参与生态环境事务的机会和渠道满意吗？',
    'How satisfied are you with the opportunities and ways to take part in environmental matters?'),
  ('confidence', 5, '您对义乌生态环境今后继续变好的信心如何？满意代表很有信心。',
    'How confident are you that the environment of Yiwu will keep improving? “Satisfied” stands for very confident.')
) as parts (part, place, zh, en)
on conflict (id) do nothing;
select survey_private.freeze_version(id) from public.questionnaires q
where id = '42000001-0000-4000-8000-000000000000'
  and not exists (select from public.questionnaire_versions v where v.questionnaire_id = q.id);

-- The one base the plan names (三（三）4). What it does not say stays empty until the bureau fills it in,
-- and what the bureau has written stays.
insert into public.bases
  (slug, name_zh, name_en, kind, town_code, summary_zh, summary_en, source_section, is_provincial, is_public)
values
  ('fenshuitang', '分水塘村', 'Fenshuitang Village', 'village', 'chengxi',
    '村子在义乌西北的大峰山、大草坪脚下，挨着浦江，离城区约 10 公里，是陈望道的老家。村里修护故居，新种了一百多亩杏树，建起 4 条景观绿化带。它得到的称号里，有一项是「浙江省生态文明教育基地」。',
    'The village lies at the foot of the hills in the north-west of Yiwu, next to Pujiang and about 10 km from the city. It is the home village of Chen Wangdao. It looks after his old house, has planted more than a hundred mu of apricot trees (about 7 hectares) and laid out four planted strips. One of its titles is “Zhejiang Base for Ecological Education”.',
    '三（三）4', true, true)
on conflict (slug) do nothing;
