import { expect, type Page } from '@playwright/test';
import { photoFile } from './photos';

/** The form of feedback, walked question by question. */
export class FeedbackForm {
  constructor(private readonly page: Page) {}

  async next() {
    await this.page.getByRole('button', { name: '下一步' }).click();
  }

  /** Fills the form in up to its last screen; not every question has to be answered. */
  async fill(report: {
    kind?: string;
    body: string;
    town?: string;
    place?: string;
    withPhoto?: boolean;
    contact?: string;
    isPublic?: boolean;
  }) {
    const { page } = this;
    await page.getByRole('radio', { name: report.kind ?? '投诉' }).check();
    await this.next();
    await page.getByRole('textbox', { name: '发生了什么？' }).fill(report.body);
    await this.next();
    if (report.town) await page.getByLabel('镇街').selectOption(report.town);
    await page.getByLabel('具体地点').fill(report.place ?? '');
    await this.next();
    if (report.withPhoto) {
      await page.getByLabel('添一张照片').setInputFiles(await photoFile({ withPlace: true }));
      await expect(page.getByRole('img', { name: '第 1 张照片' })).toBeVisible();
    }
    await this.next();
    if (report.contact) await page.getByLabel('电话或邮箱').fill(report.contact);
    if (report.isPublic) await page.getByRole('checkbox', { name: '可以公开' }).check();
    await this.next();
    await expect(page.getByRole('heading', { name: '看一遍再交' })).toBeVisible();
  }

  /** Sends what was filled in and gives its number and code. */
  async send(): Promise<{ number: string; code: string }> {
    await this.page.getByRole('button', { name: '交上去' }).click();
    await expect(this.page.getByText('收到了，谢谢你。')).toBeVisible();
    return {
      number: await this.page.locator('[data-feedback-number]').innerText(),
      code: await this.page.locator('.feedback-code').innerText(),
    };
  }
}

/** Opens a report by its code. */
export async function track(page: Page, code: string) {
  await page.goto('/feedback/track/');
  const field = page.getByLabel('查询码');
  await expect(field).toBeEnabled();
  await field.fill(code);
  await page.getByRole('button', { name: '查一查' }).click();
  await expect(page.getByRole('heading', { name: '经过' })).toBeVisible();
}
