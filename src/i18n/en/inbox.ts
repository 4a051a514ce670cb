export const inbox = {
  title: 'Inbox',
  lead: 'Everything we have told you is here, and only you can see it.',
  signInFirst: 'Sign in to read your messages.',
  empty:
    'No messages yet. When there is news of a registration, a report or a log, it will be here.',
  unread: 'Unread',
  unreadCount: '{count} unread',
  allRead: 'All read.',
  open: 'Open',
  readAll: 'Mark this page as read',
  marked: 'Marked as read.',
  older: 'Earlier messages',
  mailOff: 'Messages are here only. To get them by email too, switch it on under Account.',
  mailOn: 'Messages also go to your email. To stop that, switch it off under Account.',
  mailChange: 'To your account',
  other: 'You have a new message.',
  /** Sentences of notices by kind; {braces} are values of the notice. */
  kinds: {
    log_approved:
      'Your log “{name}” was approved: {coins} green {coins:coin has|coins have} arrived.',
    log_rejected: 'Your log “{name}” was not approved. Open it to see why.',
    log_approved_unpaid:
      'Your log “{name}” was approved. You have reached this year’s limit of green coins, so none were added.',
    log_reopened: 'Your log “{name}” waits for review again; its last result does not count.',
    appeal_decided: 'Your appeal about “{name}” has been decided.',
    price_change:
      'The price of “{name}” changes on {on}: {from_coins} → {to_coins} {to_coins:coin|coins}. Until then the old one holds.',
    price_rules_change:
      'The rules of “{name}” change on {on}; it still pays {to_coins} green {to_coins:coin|coins}. The price list says what changes.',
    price_kept: 'The change of “{name}” announced for {on} has been withdrawn; all stays as it is.',
    partner_import:
      '“{title}” reported {days} {days:day|days} of yours: {coins} green {coins:coin has|coins have} arrived.',
    voucher_used: 'Your voucher for “{title}” was used on {used_at}.',
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
    coins_adjusted: 'The bureau corrected your green coins by {change}. The reason: {reason}',
    coins_lapsing:
      '{coins} of your green coins {coins:is|are} from last year. You can spend {coins:it|them} until {on}; after that {coins:it lapses|they lapse}.',
    feedback_closed: 'Your report no. {number} was closed; the reason is on its page.',
    voucher_refunded:
      'The shop has closed, so your voucher for “{title}” was refunded: {coins} green {coins:coin is|coins are} back in your wallet.',
    voucher_expiring:
      'Your voucher for “{title}” expires on {expires_at}. Please collect it, or give the voucher back before then.',
  },
  mail: {
    subject: '{site}: {sentence}',
    greeting: 'Hello,',
    open: 'Open the page',
    why: 'This is a message for you from {site}. You can turn emails off on your account page; messages will still be in your inbox.',
  },
  errors: {},
};
