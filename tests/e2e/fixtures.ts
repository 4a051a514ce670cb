import { test as base, type ConsoleMessage, expect } from '@playwright/test';

/** Chromium reports every 4xx answer on the console; a test that provokes refusals names their status. */
const isRefusal = (message: ConsoleMessage, statuses: number[]): boolean =>
  statuses.some((status) =>
    message.text().includes(`the server responded with a status of ${status}`),
  );

/** What Chromium says of a request whose network is gone. */
const lostConnection =
  /net::ERR_(CONNECTION_RESET|INTERNET_DISCONNECTED|FAILED)|TypeError: Failed to fetch/;

interface Fixtures {
  /** Statuses the API is meant to refuse with in this test. */
  refusals: number[];
  /** Whether this test cuts connections on purpose. */
  losesAnswers: boolean;
  /** Fails the test when the page broke its content policy, threw, or wrote an error on the console. */
  quietConsole: undefined;
}

export const test = base.extend<Fixtures>({
  refusals: [[], { option: true }],
  losesAnswers: [false, { option: true }],
  quietConsole: [
    async ({ context, refusals, losesAnswers }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const isLost = losesAnswers && lostConnection.test(message.text());
        if (message.type() === 'error' && !isLost && !isRefusal(message, refusals)) {
          complaints.push(message.text());
        }
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(undefined);
      expect(complaints, 'console errors and policy violations').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
