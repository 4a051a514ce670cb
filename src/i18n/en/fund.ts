import type { Dictionary } from '../zh-CN';

export const fund: Dictionary['fund'] = {
  title: 'Green-living fund',
  lead: 'This fund pays merchants for what green coins buy. How much there is, how much is promised, and whether it is enough: it is all here.',
  through: 'Coins and vouchers are counted up to the end of {day}.',
  noDay:
    'No day of the books of green coins has been closed yet, so there are no figures of coins and vouchers.',
  headings: {
    figures: 'Is it enough?',
    backing: 'What a green coin is worth',
    pledges: 'Where the money comes from',
    rules: 'How it is guarded',
  },
  figures: {
    what: 'Item',
    amount: 'Amount',
    pledged: 'Pledged',
    paid: 'Paid to merchants',
    owed: 'Vouchers taken, to be paid',
    committed: 'Vouchers not used yet',
    available: 'Still available',
    cost: 'What the green coins people hold would cost',
    cover: 'Share it covers',
    coins: '{coins} {coins:coin|coins}',
    notSet: 'not set yet',
  },
  cover: {
    notSet:
      'What the fund pays for a green coin has not been set yet, so nobody can say whether it is enough.',
    nothingHeld: 'Nobody holds any green coins now, so there is nothing to pay.',
    covered:
      'If everybody spent all their green coins today, the fund could pay for them: it has {percent} of what is needed.',
    short:
      'If everybody spent all their green coins today, the fund would lack {missing}. Until it is filled up no new rewards are added.',
  },
  what: 'A merchant first hands things over for vouchers, then settles with the fund once a month for the green coins it took. Green coins are not money: they cannot be cashed or passed on to others.',
  given: 'People have given {coins} green {coins:coin|coins} back to the fund.',
  givenWorth:
    'People have given {coins} green {coins:coin|coins} back to the fund, worth {amount}, which need not be paid out and stays in it.',
  rules: [
    'Before a reward is added it is reckoned whether the fund could pay if all there is on offer were redeemed, and if all the green coins people hold were spent. If not, it is not added.',
    'Green coins given back to the fund cost nothing any more; what is saved goes into the next rewards.',
    'Merchants are settled with once a month; what was paid, and when, is written down and cannot be changed.',
  ],
  backing: 'For each green coin a merchant takes, the fund pays {amount}.',
  sponsor: 'Who',
  kind: 'Source',
  kinds: { city: 'City budget', sponsor: 'Sponsor' },
  pledgedOn: 'Pledged on',
  withdrawn: 'withdrawn on {day}, not counted',
  none: 'No pledges yet.',
  isDemo: 'There is demo data here, not real money.',
  source:
    'The plan proposes to explore a green-living fund and to spread a lasting scheme for redeeming green coins.',
  fromRewards: 'Who pays for these things: the green-living fund',
  toRewards: 'See what green coins buy',
  desk: {
    newPledge: 'Record a pledge',
    toPublic: 'See the public page',
    pledges: 'Pledges',
    fields: {
      kind: 'Source',
      sponsor_zh: 'Who (Chinese)',
      sponsor_en: 'Who (English)',
      fen: 'Amount (yuan)',
      pledged_on: 'Pledged on',
      is_withdrawn: 'Withdrawn, not counted any more',
    },
    yuanHint: 'With two decimals at most: 1234.50, say.',
    withdrawnAt: 'Withdrawn at',
    changedAt: 'Last change',
    terms: 'Backing and warning',
    fenPerCoin: 'Fen paid for a green coin',
    fenPerCoinHint:
      '100 fen are 1 yuan. Leave it empty while it is not set: nothing is judged then, and nothing can be settled.',
    warnPercent: 'Warn when the fund covers less than this percentage',
    warnPercentHint:
      'Below 100 new rewards are refused by themselves; the warning should come earlier: 120, say.',
    saveTerms: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
    states: {
      not_set:
        'What is paid for a green coin has not been set yet, so new rewards are not limited by the fund for now.',
      covered: 'The fund is enough: it has {percent} of what is needed.',
      low: 'The fund is running low: it has only {percent} of what is needed. With less, no rewards can be added.',
      short:
        'The fund is too low: it has only {percent} of what is needed. Rewards cannot be added, enlarged or made dearer now.',
    },
    sums: 'Available now: {available}. All green coins people hold would cost {cost} (as of yesterday), all that is on offer {offered}; the larger of the two is what is needed.',
  },
  settlements: {
    month: 'Month',
    merchant: 'Merchant',
    town: 'Town or subdistrict',
    vouchers: 'Vouchers',
    coins: 'Green coins',
    amount: 'Amount (yuan)',
    state: 'Settlement',
    states: { running: 'Not over', due: 'To be paid', paid: 'Paid' },
    paidAt: 'Paid at',
    title: '{merchant}, {month}',
    lead: 'Vouchers taken: {vouchers}. Green coins: {coins}.',
    running:
      'The month is not over and its figures will change. It can be settled one hour after its end.',
    notSet: 'What is paid for a green coin has not been set yet. Set it under “Fund” first.',
    pay: 'Record {amount} as paid',
    payHint:
      'Record it after the money has really gone to the merchant. It is recorded once, cannot be changed, and is kept in the audit.',
    paying: 'Recording…',
    paid: 'Paid on {time}: {amount}, at {rate} a coin.',
    back: 'Back to settlements',
  },
  errors: {
    settlement_paid: 'This month was paid on {paid_at}. It was not recorded again.',
    settlement_unknown: 'No vouchers were taken in this month: there is nothing to pay.',
    month_running: 'The month is not over, so it cannot be settled.',
    earlier_month_due: 'An earlier month has not been paid. Months are paid in their order.',
    settlement_differs:
      'The figures have changed: it is now {coins} green {coins:coin|coins}. Reload the page and look again before paying.',
    backing_missing:
      'What is paid for a green coin has not been set yet. Set it under “Fund” first.',
    pledge_unknown: 'There is no such pledge.',
    terms_invalid: 'Pay 1 to 100000 fen a coin, or leave it empty; warn between 100 and 1000.',
    terms_changed:
      'A colleague has just changed this: {fen_per_coin} fen a coin, warning below {warn_percent}%. Yours did not overwrite it.',
    fund_too_low:
      'The fund is too low: with this it may have to pay {needed_fen}, and it has {available_fen} available. Nothing was saved. Fill the fund up first, or offer less.',
  },
};
