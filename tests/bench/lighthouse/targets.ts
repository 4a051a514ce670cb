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

/** One page of each public kind, in Chinese; some of them in English too. */
export const targets: Target[] = [
  content('/'),
  content('/cases/'),
  content('/cases/brown-sugar/'),
  content('/plan/'),
  content('/indicators/'),
  content('/projects/'),
  content('/landscape/'),
  content('/heritage/'),
  content('/farming/'),
  content('/industry/'),
  content('/towns/'),
  content('/towns/fotang/'),
  content('/departments/'),
  content('/departments/ecology-environment-bureau/'),
  content('/satisfaction/'),
  content('/satisfaction/releases/41333333-3333-4333-8333-333333333333/'),
  content('/survey/secrecy/'),
  content('/events/'),
  content('/events/?view=month'),
  content('/events/past/'),
  app('/events/demo-workshop-open-day/'),
  content('/bases/'),
  content('/bases/fenshuitang/'),
  { ...content('/certificates/'), isUnlisted: true },
  app('/act/'),
  { ...app('/act/partners/'), isUnlisted: true },
  app('/rewards/'),
  app('/rewards/?reward=33333333-3333-4333-8333-333333333333'),
  app('/fund/'),
  content('/prices/'),
  content('/transparency/'),
  content('/transparency/data/'),
  app('/transparency/verify/'),
  { ...app('/survey/'), isUnlisted: true },
  { ...app('/sign-in/'), isUnlisted: true },
  app('/feedback/'),
  content('/feedback/done/'),
  content('/feedback/3/'),
  content('/data/'),
  app('/search/'),
  content('/privacy/'),
  content('/en/'),
  content('/en/cases/brown-sugar/'),
  content('/en/projects/'),
  content('/en/events/'),
];
