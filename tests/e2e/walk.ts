import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { lossesOf } from './reflow';

/** What a screen reader calls each role. */
const spoken = {
  link: '链接',
  button: '按钮',
  heading: '标题',
  textbox: '编辑框',
  radio: '单选按钮',
  checkbox: '复选框',
  combobox: '组合框',
  status: '状态',
  alert: '提醒',
  img: '图片',
  cell: '单元格',
} as const;
type Role = keyof typeof spoken;

/** A task, walked by what is heard: every step is a role and a name, and is written down. */
export class Walk {
  readonly steps: string[] = [];

  constructor(readonly page: Page) {}

  private async find(role: Role, name: string | RegExp) {
    const isExact = typeof name === 'string';
    const found = this.page.getByRole(role, { name, exact: isExact });
    await expect(found.first()).toBeVisible();
    return found.first();
  }

  private note(role: Role, name: string | RegExp) {
    const words =
      typeof name === 'string' ? name : name.source.replaceAll('.*', '…').replace(/[\\^$]/g, '');
    this.steps.push(`${spoken[role]}「${words}」`);
  }

  /** Hears that something is there. */
  async hear(role: Role, name: string | RegExp) {
    await this.find(role, name);
    this.note(role, name);
  }

  /** Hears what is announced without being asked for: it is in a live region, or has the focus. */
  async isTold(role: 'status' | 'alert', words: string) {
    await expect(this.page.getByRole(role).filter({ hasText: words }).first()).toBeVisible();
    this.steps.push(`${spoken[role]}：${words}`);
  }

  async press(role: 'link' | 'button', name: string | RegExp) {
    const control = await this.find(role, name);
    await expect(control).toBeEnabled();
    await this.isRoomy();
    await control.click();
    this.note(role, name);
  }

  async type(name: string | RegExp, text: string) {
    await (await this.find('textbox', name)).fill(text);
    this.note('textbox', name);
  }

  async choose(role: 'radio' | 'checkbox', name: string | RegExp) {
    await (await this.find(role, name)).check();
    this.note(role, name);
  }

  async pick(name: string, option: string) {
    await (await this.find('combobox', name)).selectOption({ label: option });
    this.steps.push(`组合框「${name}」，选「${option}」`);
  }

  /** A password field has no role of its own. */
  async typePassword(name: string, text: string) {
    await this.page.getByLabel(name, { exact: true }).fill(text);
    this.steps.push(`密码框「${name}」`);
  }

  /** Elder mode is on, nothing is lost, and every button is as large as it promises. */
  private async isRoomy() {
    await expect(this.page.locator(':root')).toHaveAttribute('data-elder', 'on');
    expect(await lossesOf(this.page), this.page.url()).toEqual([]);
    const small = await this.page
      .locator('main')
      .getByRole('button')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 60)
          .map((one) => one.textContent),
      );
    expect(small, `buttons under 60 pixels on ${this.page.url()}`).toEqual([]);
  }
}

/** The steps of a task as docs/screen-reader.md writes them down. */
export function stepsOf(task: string): string[] {
  const text = readFileSync(new URL('../../docs/screen-reader.md', import.meta.url), 'utf8');
  const part = text.split(/^## /m).find((section) => section.startsWith(`${task}\n`)) ?? '';
  return [...part.matchAll(/^\d+\. (.*)$/gm)].map(([, step]) => step ?? '');
}
