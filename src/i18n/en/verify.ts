import type { Dictionary } from '../zh-CN';

export const verify: Dictionary['verify'] = {
  title: 'Check the books',
  lead: 'The books of green coins are closed after midnight and published as a whole day. With a receipt you can work it out yourself: your transfer is in the published books, and not one digit has moved.',
  stays:
    'The receipt is read on this device only and never sent. What is fetched is what everyone may see.',
  needsScript:
    'Checking is done in the browser and needs JavaScript. How to do it without a browser is at the end of this page.',
  noCrypto:
    'This browser cannot work out SHA-256 here: open the page by its https address, or use another browser.',
  receipt: {
    heading: 'Check a receipt',
    label: 'Receipt',
    hint: 'Paste the text of the receipt file, open the file, or drag it here. Receipts are downloaded from your wallet.',
    open: 'Open a receipt file',
    check: 'Check the receipt',
    unreadable:
      'This is not a complete receipt. Download it from your wallet again, or see whether its beginning or end is missing.',
    what: '{day}, {kind}, {amount} green {amount:coin|coins}',
    where: 'Number {place} of {size} on that day',
    action: 'Action {code}',
    allHold: 'This receipt holds.',
    holdsAlone:
      'The receipt holds by itself. It has not been compared with what the site publishes.',
    fails: 'This receipt does not hold. It fails at step {step}: {name}.',
    steps: {
      leaf: {
        name: 'the transfer',
        held: 'The transfer can be read, and fits the day, the place and the number of transfers.',
        failed:
          'The transfer cannot be read, or does not fit the day, the place or the number of transfers of the receipt.',
      },
      path: {
        name: 'the path',
        held: 'Step by step the transfer leads to the root on the receipt.',
        failed:
          'The transfer does not lead to the root on the receipt: the transfer, its place or the path was changed.',
      },
      seal: {
        name: 'the seal',
        held: 'The sums of the day, the root and the seal of the day before give the seal on the receipt.',
        failed:
          'They do not give the seal on the receipt: a sum, the seal of the day before or the seal itself was changed.',
      },
      published: {
        name: 'the published books',
        held: 'The site publishes the same sums, root and seal for this day.',
        failed:
          'The site publishes something else for this day, or nothing. Keep the receipt and tell us through feedback.',
      },
    },
    marks: { held: 'holds', failed: 'fails', open: 'not done' },
    notReached: 'Not worked out, because a step before failed.',
    notCompared:
      'The site cannot be reached, so nothing was compared. The steps above need no network.',
    comparing: 'Fetching the published books…',
    compare: 'Compare again',
    proves: 'What this proves',
    provesYes:
      'This transfer is in the books of {day}, and nothing in that day has been changed since.',
    provesNo:
      'What it does not prove: whose coins they are (the books hold no names), and whether the other transfers of the day are right. To see whether the whole day adds up, check the day.',
  },
  day: {
    heading: 'Check a whole day',
    lead: 'Fetches every transfer of the day, builds the root again, adds everything up and compares it with what is published. Transfers hold no names and no times.',
    label: 'Which day',
    check: 'Check the day',
    missing:
      'The books of {day} are not published: not closed yet, or before the first day of the books.',
    reading: 'Fetching the first page…',
    progress: 'Transfers checked: {done} of {total}',
    cancel: 'Stop',
    cancelled: 'Stopped, without a result. Transfers checked: {done}.',
    holds:
      '{day} adds up. Transfers counted: {transfers}; their root, sums and seal are the same as published.',
    withReceipt: 'Your receipt is among them, in the place it says.',
    demo: 'This day includes demo data.',
    failed: {
      leaf: 'The books of {day} hold a transfer that cannot be read, or one of another day.',
      order:
        'The transfers of {day} are not in the order of their receipts, or one is there twice.',
      sums: 'The transfers of {day} do not add up to the published sums.',
      root: 'The root over the transfers of {day} is not the published one.',
      receipt: 'Your receipt is not among the transfers of {day}, or not in the place it says.',
      held: 'The coins held when {day} ended do not follow from the day before.',
      seal: 'The seal of {day} does not follow from the seal of the day before.',
      gap: 'The day before {day} is not published.',
    },
    table: 'Sums',
    counted: 'Worked out',
    published: 'Published',
    differs: 'differs',
    provesNo:
      'That it adds up shows that nothing was left out, added or counted twice. Whether each award was deserved is for moderation and its monthly audit.',
    sums: {
      transfers: 'Transfers',
      issued: 'Issued',
      taken_back: 'Taken back',
      spent: 'Redeemed',
      refunded: 'Refunded',
      expired: 'Lapsed',
      adjusted_up: 'Adjusted up',
      adjusted_down: 'Adjusted down',
    },
  },
  chain: {
    heading: 'Check the seals of many days',
    lead: 'Each day’s seal contains the seal of the day before. Whoever keeps one old seal can tell whether anything before it was changed.',
    from: 'From',
    to: 'To',
    kept: 'A seal you have kept',
    keptHint: 'May be left empty. A receipt shows the seal of its day, 64 characters.',
    check: 'Check the seals',
    badRange: 'The first day has to be before the last.',
    badSeal: 'A seal is 64 characters of 0 to 9 and a to f.',
    none: 'Nothing is published for these days.',
    progress: 'Days checked: {done}',
    holds:
      'Days from {from} to {to}: {count}. None is missing, the coins held follow day by day, and each seal follows from the one before.',
    beginning: 'The books begin on {day}.',
    keptFound: 'The seal you kept is that of {day}, and it has not changed.',
    keptMissing:
      'The seal you kept is not among these days. If its day is one of them, the books were changed: keep the seal and tell us through feedback.',
  },
  byHand: {
    heading: 'Work it out without this page',
    lead: 'These are all the rules; any tool that knows SHA-256 will do. ‖ joins end to end, 0x00 is one byte.',
    rules: [
      'Leaf: SHA-256(0x00 ‖ transfer). The transfer is one line of text: receipt|day|kind|debit|credit|amount|action.',
      'Node: SHA-256(0x01 ‖ left ‖ right). The last one of a level without a neighbour goes up as it is. The topmost is the root, as in RFC 6962.',
      'Seal: SHA-256(0x02 ‖ seal of the day before ‖ one line of text): day|transfers|issued|taken back|redeemed|refunded|lapsed|adjusted up|adjusted down|held|root.',
      'Held = held the day before + issued − taken back − redeemed + refunded − lapsed + adjusted up − adjusted down.',
    ],
  },
  kinds: {
    award: 'green action',
    redeem: 'reward',
    refund: 'refund',
    expire: 'lapsed',
    adjust: 'adjustment',
    reverse: 'taken back',
  },
};
