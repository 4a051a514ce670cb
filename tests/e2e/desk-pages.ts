/** Whose which page of the console is; to everybody else it does not exist. */
export const deskPages: Record<string, string[]> = {
  '/bureau/': ['host', 'editor', 'moderator', 'analyst', 'administrator'],
  '/bureau/moderation/': ['moderator'],
  '/bureau/moderation/record/': ['moderator'],
  '/bureau/feedback/': ['moderator', 'editor'],
  '/bureau/events/': ['host', 'editor'],
  '/bureau/events/new/': ['host', 'editor'],
  '/bureau/events/sessions/': ['host', 'editor'],
  '/bureau/bases/': ['host', 'editor'],
  '/bureau/bases/new/': ['editor'],
  '/bureau/rewards/': ['editor', 'administrator'],
  '/bureau/rewards/new/': ['editor'],
  '/bureau/rewards/31111111-1111-4111-8111-111111111111/': ['editor'],
  '/bureau/merchants/': ['editor', 'administrator'],
  '/bureau/merchants/new/': ['editor'],
  '/bureau/merchants/11111111-1111-4111-8111-111111111111/': ['editor'],
  '/bureau/prices/': ['editor', 'analyst', 'administrator'],
  '/bureau/surveys/': ['analyst'],
  '/bureau/report/': ['editor', 'analyst', 'administrator'],
  '/bureau/people/': ['administrator'],
  '/bureau/people/roles/': ['administrator'],
  '/bureau/audit/': ['administrator'],
};

/** Everybody with an account, each of whom is tried at every page. */
export const everybody = [
  'resident',
  'merchant',
  'host',
  'editor',
  'moderator',
  'analyst',
  'administrator',
];
