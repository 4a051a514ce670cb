/** What a page may weigh, in bytes after gzip -9; inline scripts of content pages as they are. */
export const limits = {
  /** Inline scripts of a page that says everything without an account; it loads no script file. */
  contentScript: 1_000,
  /** HTML and style sheets of such a page together. */
  contentPage: 60_000,
  /** All scripts of a page with islands, until something is asked of the API. */
  islandScript: 25_000,
  /** The same once the Supabase client has been fetched. */
  islandScriptSignedIn: 90_000,
  /** The same for the check-in app, which has a reader of QR codes besides; the phone keeps it. */
  checkInScriptSignedIn: 105_000,
} as const;
