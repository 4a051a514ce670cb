/** What a page may weigh, in bytes after gzip -9; inline scripts of content pages as they are. */
export const limits = {
  /** Inline scripts of a page that says everything without an account; it loads no script file. */
  contentScript: 1_000,
  /** HTML and style sheets of such a page together. */
  contentPage: 60_000,
  /** The list of cases holds eight drawings that follow the reader's colours, so they stand in the page. */
  exceptionsContent: { '/cases/': 62_000 } as Record<string, number>,
  /** All scripts of a page with islands, until something is asked of the API. */
  islandScript: 25_000,
  /** The same once the Supabase client has been fetched. */
  islandScriptSignedIn: 90_000,
  /** What Lighthouse must find on a slow phone, scores of 100 and milliseconds; all other scores are 100. */
  lighthouse: { performance: 99, lcp: 1_200 },
  /** Bytes that travel, all kinds and headers included: a case study opened first, and a page after it. */
  firstVisit: 110_000,
  nextPage: 25_000,
  /** A build of 2,000 articles in both languages; how much dearer a page may get while the number doubles twice. */
  build: { seconds: 90, memory: 2 * 2 ** 30, steeper: 1.25 },
  /** Pages that need more than the client, and what they may weigh instead. */
  exceptions: {
    // Reads QR codes without network, so that the phone keeps the reader.
    '/check-in/': 105_000,
    '/merchant/': 105_000,
    '/merchant/tablet/': 105_000,
    // Keeps logs and their photos until there is a network.
    '/act/': 92_000,
    // Is answered in its own preview.
    '/bureau/questionnaires/new/': 92_000,
    '/bureau/questionnaires/[id]/': 92_000,
    // Reads rules of repetition (RFC 5545), fetched when somebody repeats a session.
    '/bureau/events/new/': 113_000,
    '/bureau/events/[id]/': 113_000,
  } as Record<string, number>,
  /** The page of an event at the desk holds its form and all that is done with it beside. */
  exceptionsBefore: {
    '/bureau/events/new/': 25_500,
    '/bureau/events/[id]/': 27_000,
    // Registrations, the camera and what waits for a network, all before a network is asked.
    '/check-in/': 27_000,
  } as Record<string, number>,
} as const;
