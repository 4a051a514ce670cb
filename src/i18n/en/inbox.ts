export const inbox = {
  title: 'Inbox',
  lead: 'Everything we have told you is here, and only you can see it.',
  signInFirst: 'Sign in to read your messages.',
  empty:
    'No messages yet. When a registration, a report or a log has news, it will be written here.',
  unread: 'Unread',
  unreadCount: '{count} unread',
  allRead: 'All read.',
  open: 'Open',
  read: 'Mark as read',
  readAll: 'Mark this page as read',
  marked: 'Marked as read.',
  older: 'Earlier messages',
  other: 'You have a new message.',
  /** Sentences of notices by kind; {braces} are values of the notice. */
  kinds: {
    log_approved: 'Your log “{name}” was approved: {coins} green coins have arrived.',
    log_rejected: 'Your log “{name}” was not approved. The reason is on your wallet page.',
    registration_confirmed: 'You are registered: “{title}”, {starts_at}, {place}.',
    place_offered:
      'There is a place for you at “{title}” ({starts_at}). Confirm it before {offer_ends_at}; after that it goes to the next in line.',
    offer_lapsed:
      'The place at “{title}” ({starts_at}) was not confirmed in time and has gone to the next in line.',
    session_soon:
      'Coming up: “{title}”, {starts_at}, {place}. If you cannot come, cancel so that somebody else can.',
    session_changed: 'The time or place of “{title}” has changed: {starts_at}, {place}.',
    session_cancelled: '“{title}” ({starts_at}) is cancelled. The reason: {reason}',
    session_notice: 'About “{title}” ({starts_at}): {text}',
    minutes_published: 'The minutes of “{title}” ({starts_at}) are published.',
    feedback_answered:
      'There is an answer to your report no. {number}. Please say whether it settles the matter.',
    feedback_verified:
      'What you reported under no. {number} was verified, and green coins have arrived. Thank you.',
    feedback_closed: 'Your report no. {number} was closed; the reason is on its page.',
  },
  mail: {
    subject: '{site}: {sentence}',
    greeting: 'Hello,',
    open: 'Open the page',
    why: 'This is a message for you from {site}. You can turn emails off on your account page; messages will still be in your inbox.',
  },
  errors: {},
};
