import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** Somebody who has never been here. */
export const newcomer = () => ({
  email: `newcomer-${randomUUID().slice(0, 8)}@example.com`,
  password: `river-${randomUUID().slice(0, 12)}`,
});

export const demoPassword = () => process.env.E2E_DEMO_PASSWORD ?? '';

/** The sign-in page, as a person finds their way on it. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  private async fill(email: string, password: string) {
    await this.page.getByLabel('邮箱', { exact: true }).fill(email);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
  }

  async signIn(email: string, password = demoPassword(), next = '/account/') {
    await this.page.goto(`/sign-in/?next=${encodeURIComponent(next)}`);
    await this.signInHere({ email, password });
    await expect(this.page).toHaveURL(next);
  }

  /** Signs in on the sign-in page the browser is on. */
  async signInHere({ email, password }: { email: string; password: string }) {
    await this.fill(email, password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  async signUp(person: { email: string; password: string }, next = '/account/') {
    await this.page.goto(`/sign-in/?next=${encodeURIComponent(next)}`);
    await this.signUpHere(person);
    await expect(this.page).toHaveURL(next);
  }

  /** Signs up on the sign-in page the browser is on. */
  async signUpHere({ email, password }: { email: string; password: string }) {
    await this.page.getByRole('button', { name: '第一次来？注册' }).click();
    await this.fill(email, password);
    await this.page.getByRole('checkbox', { name: /我读过并同意/ }).check();
    await this.page.getByRole('button', { name: '注册', exact: true }).click();
  }
}

/** The wallet, read. */
export class WalletPage {
  constructor(private readonly page: Page) {}

  async balance(): Promise<number> {
    await this.page.goto('/wallet/');
    return Number(await this.page.locator('[data-balance]').innerText());
  }
}

/** The page of one green action. */
export class ActionPage {
  constructor(private readonly page: Page) {}

  /** Chooses a photo once the control can be used, as a person has to. */
  async choosePhoto(file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) {
    const control = this.page.getByLabel('照片');
    await expect(control).toBeEnabled();
    await control.setInputFiles(file);
  }

  async log(code: string, options: { photo?: string; onsiteCode?: string; note?: string } = {}) {
    await this.page.goto(`/act/?action=${code}`);
    if (options.photo) {
      await this.choosePhoto(options.photo);
      await expect(this.page.getByText(/位置信息已去掉/)).toBeVisible();
    }
    if (options.onsiteCode) await this.page.getByLabel('打卡码').fill(options.onsiteCode);
    if (options.note)
      await this.page.getByRole('textbox', { name: /说两句|在哪里/ }).fill(options.note);
    await this.page.getByRole('button', { name: /记下来|送审/ }).click();
  }
}
