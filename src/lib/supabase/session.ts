/** Name of the cookie that holds the session; long sessions are split into `<name>.0`, `<name>.1`. */
export const sessionCookie = 'yiwu-session';

/** Whether somebody seems to be signed in here; the API decides whether they are. */
export const hasSessionCookie = (cookies: string): boolean =>
  new RegExp(`(^|; ?)${sessionCookie}(\\.0)?=`).test(cookies);
