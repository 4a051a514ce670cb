interface ImportMetaEnv {
  /** Which build this is: BUILD_ID of its environment, or the moment it was made. */
  readonly BUILD_ID: string;
  /** Which code this is, as snapshots of figures name it. */
  readonly CODE_VERSION: string;
  /** src/components/preferences.js, minified. */
  readonly PREFERENCES: string;
}

declare namespace App {
  interface Locals {
    /** The signed-in resident of a personal page; set by the middleware. */
    resident?: import('./lib/supabase/server').Resident;
    /** How many notices they have not read; left out when it could not be read. */
    unread?: number;
    /** Their roles, on a page of staff; empty for a resident. Set by the middleware. */
    staff?: import('./features/account/api').StaffGrant[];
  }
}
