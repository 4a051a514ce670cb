import { newSession } from './education';
import { expect, test } from './fixtures';
import { baseURL } from './global-setup';
import { demoPassword, newcomer } from './people';
import { stepsOf, Walk } from './walk';

// Each main task in elder mode on a small phone, by roles and names alone: docs/screen-reader.md is the same walk.
test.use({
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  storageState: {
    cookies: [],
    origins: [{ origin: baseURL, localStorage: [{ name: 'elder', value: 'on' }] }],
  },
});
test.setTimeout(120_000);

async function signUp(walk: Walk) {
  const { email, password } = newcomer();
  await walk.press('button', '第一次来？注册');
  await walk.type('邮箱', email);
  await walk.typePassword('密码', password);
  await walk.choose('checkbox', /我读过并同意.*/);
  await walk.press('button', '注册');
}

test('somebody registers and logs a first action', async ({ page }) => {
  const walk = new Walk(page);
  await page.goto('/');
  await walk.hear('heading', '做一件绿色的小事，从今天开始');
  await walk.press('link', '记一次绿色行动');
  await walk.hear('heading', '绿色行动');
  await walk.press('link', /垃圾分类/);
  await walk.press('link', '登录或注册');
  await signUp(walk);
  await walk.hear('heading', '垃圾分类');
  await walk.type('说两句（可不写）', '早上分好一袋');
  await walk.press('button', '记下来，得 2 枚');
  await walk.isTold('status', '记好了，2 枚绿币已到账。');
  await walk.press('link', '看看绿币账户');
  await walk.hear('heading', '绿币账户');
  await walk.hear('cell', '垃圾分类');
  expect(walk.steps).toEqual(stepsOf('注册，记一次绿色行动'));
});

test('somebody redeems coins for a voucher', async ({ page }) => {
  const walk = new Walk(page);
  await page.goto('/sign-in/?next=/act/?action=base-visit');
  await signUp(walk);
  await walk.type('打卡码', 'FST2SQNL62DR');
  await walk.press('button', '记下来，得 15 枚');
  await walk.isTold('status', '记好了，15 枚绿币已到账。');
  await walk.press('link', '兑换');
  await walk.press('link', '公交单程票两张');
  await walk.press('button', '兑换，付 10 枚绿币');
  await walk.hear('heading', '公交单程票两张');
  await walk.hear('img', '券码的二维码');
  await walk.hear('button', '打印这张券');
  expect(walk.steps).toEqual(stepsOf('兑换一张券'));
});

test('somebody answers the survey', async ({ page }) => {
  const walk = new Walk(page);
  await page.goto('/sign-in/?next=/survey/');
  await signUp(walk);
  for (let question = 1; question <= 5; question += 1) {
    await walk.choose('radio', '满意');
    await walk.press('button', '下一步');
    await expect(page.getByText(`第 ${question + 1} 题，共 9 题`)).toBeVisible();
  }
  await walk.choose('checkbox', '都没有');
  await walk.press('button', '下一步');
  await walk.choose('radio', '说不清');
  for (let skipped = 0; skipped < 3; skipped += 1) await walk.press('button', '下一步');
  await walk.pick('住在哪个镇街', '佛堂镇');
  await walk.press('button', '看一遍再交');
  await walk.press('button', '交卷');
  await walk.isTold('status', '答好了，谢谢你。');
  await walk.press('button', '现在就送');
  await walk.isTold('status', '送到了，算一份。');
  expect(walk.steps).toEqual(stepsOf('答问卷'));
});

test('somebody sends feedback', async ({ page }) => {
  const walk = new Walk(page);
  await page.goto('/feedback/');
  await walk.choose('radio', /^投诉.*/);
  await walk.press('button', '下一步');
  await walk.type('发生了什么？', '河边的灯坏了三盏');
  await walk.press('button', '下一步');
  await walk.pick('镇街', '佛堂镇');
  await walk.press('button', '下一步');
  await walk.press('button', '下一步');
  await walk.press('button', '下一步');
  await walk.hear('heading', '看一遍再交');
  await walk.press('button', '交上去');
  await walk.isTold('status', '收到了，谢谢你。');
  await walk.hear('button', '复制查询码');
  expect(walk.steps).toEqual(stepsOf('写一条反馈'));
});

test('somebody registers for an event', async ({ page }) => {
  const walk = new Walk(page);
  const session = await newSession();
  await page.goto(`/sign-in/?next=/events/${session.slug}/`);
  await signUp(walk);
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
  await walk.type('现场怎么称呼你', '老王');
  await walk.press('button', '报名，共 1 人');
  await walk.isTold('status', '报好了。到时把报名码给基地人员看就行。');
  await walk.press('link', '看我的活动');
  await walk.hear('img', '报名码的二维码');
  expect(walk.steps).toEqual(stepsOf('报名一场活动'));
});

test('somebody checks a receipt', async ({ page }) => {
  const walk = new Walk(page);
  await page.goto('/sign-in/?next=/wallet/');
  await walk.type('邮箱', 'resident@example.com');
  await walk.typePassword('密码', demoPassword());
  await walk.press('button', '登录');
  await walk.press('link', '回执');
  await walk.hear('heading', '流水回执');
  await walk.press('link', '在浏览器里核对');
  await walk.hear('heading', '核对账册');
  await walk.isTold('status', '这张回执站得住。');
  expect(walk.steps).toEqual(stepsOf('核对一张回执'));
});
