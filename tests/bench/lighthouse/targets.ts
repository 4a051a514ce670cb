/** One page as Lighthouse opens it. */
export interface Target {
  path: string;
  /** Content pages run nothing that could hold the reader up. */
  isContent: boolean;
  /** Kept out of search engines on purpose, which Lighthouse would count against it. */
  isUnlisted?: true;
}

const content = (path: string): Target => ({ path, isContent: true });
const app = (path: string): Target => ({ path, isContent: false });

/** One page of each kind, in Chinese; some of them in English too. */
export const targets: Target[] = [
  content('/'),
  content('/cases/'),
  content('/cases/brown-sugar/'),
  content('/indicators/'),
  content('/projects/'),
  content('/satisfaction/'),
  content('/events/'),
  app('/events/demo-workshop-open-day/'),
  content('/bases/'),
  app('/act/'),
  app('/rewards/'),
  content('/prices/'),
  content('/transparency/'),
  { ...app('/survey/'), isUnlisted: true },
  { ...app('/sign-in/'), isUnlisted: true },
  app('/feedback/'),
  content('/privacy/'),
  content('/en/'),
  content('/en/cases/brown-sugar/'),
  content('/en/projects/'),
  content('/en/events/'),
];
