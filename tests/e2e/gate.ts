import { expect, type Page } from '@playwright/test';
import type { Person, Session } from './education';
import { appIsKept } from './offline';
import { SignInPage } from './people';

/** The check-in app, as a host works it. */
export class Gate {
  constructor(readonly page: Page) {}

  /** Signs in, downloads the list, and waits until the phone holds all it needs without network. */
  static async open(page: Page, host: Person, session: Session): Promise<Gate> {
    await new SignInPage(page).signIn(host.email, host.password, '/check-in/');
    await page.getByRole('button', { name: session.title }).click();
    await expect(page.getByRole('heading', { name: session.title })).toBeVisible();
    await appIsKept(page);
    return new Gate(page);
  }

  async findName(typed: string, name: string | RegExp) {
    await this.page.getByRole('button', { name: '查名字' }).click();
    await this.page.getByLabel('名字或报名码').fill(typed);
    await this.page.getByRole('button', { name }).click();
  }
  async typeCode(code: string) {
    await this.page.getByRole('button', { name: '查名字' }).click();
    await this.page.getByLabel('名字或报名码').fill(code);
    await this.page.keyboard.press('Enter');
  }
  said = () => this.page.locator('.said');
  queue = () => this.page.locator('[data-queue]');
}
