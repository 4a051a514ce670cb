/** The most rows that go into one file. */
export const exportLimit = 100_000;
