import { books } from './en/books.ts';
import { calendar } from './en/calendar.ts';
import { casePage } from './en/case-page.ts';
import { checkIn } from './en/check-in.ts';
import { coinsDesk } from './en/coins-desk.ts';
import { desk } from './en/desk.ts';
import { education } from './en/education.ts';
import { eventDesk } from './en/event-desk.ts';
import { feedback } from './en/feedback.ts';
import { fund } from './en/fund.ts';
import { greenCells } from './en/green-cells.ts';
import { greenCode } from './en/green-code.ts';
import { imports } from './en/imports.ts';
import { inbox } from './en/inbox.ts';
import { merchant } from './en/merchant.ts';
import { moderation } from './en/moderation.ts';
import { offline } from './en/offline.ts';
import { openData } from './en/open-data.ts';
import { plan } from './en/plan.ts';
import { points } from './en/points.ts';
import { prices } from './en/prices.ts';
import { print } from './en/print.ts';
import { questionnaires } from './en/questionnaires.ts';
import { registration } from './en/registration.ts';
import { rewards, voucher } from './en/rewards.ts';
import { satisfaction } from './en/satisfaction.ts';
import { search } from './en/search.ts';
import { share } from './en/share.ts';
import { surveySecrecy } from './en/survey-secrecy.ts';
import { transparency } from './en/transparency.ts';
import { transparencyData } from './en/transparency-data.ts';
import { verify } from './en/verify.ts';
import { wallet } from './en/wallet.ts';
import { waves } from './en/waves.ts';
import type { Dictionary } from './zh-CN';

/** The words of the site in English: the same keys and {braces} as in Chinese, by meaning. */
export const en: Dictionary = {
  site: {
    name: 'Green Yiwu',
    tagline: 'The hills and rivers of Yiwu, looked after together',
    description:
      'Eight case studies and twenty indicators from the Two Mountains work in Yiwu, and green actions that anyone can take.',
    skip: 'Skip to content',
    menu: 'Main menu',
    elder: 'Elder mode',
    readPage: 'Read this page',
    stopReading: 'Stop reading',
    dark: 'Dark',
    language: '中文',
    demo: 'Demo data',
    source: 'Source of facts: Yiwu government document 义政发〔2022〕24号',
    section: 'Plan, section {section}',
    unavailable:
      'The data cannot be read just now. Please come back later; everything else can still be read.',
    needsScript: 'This step needs JavaScript. Please turn it on in your browser.',
  },
  nav: {
    cases: 'Cases',
    indicators: 'Indicators',
    projects: 'Projects',
    events: 'Events',
    feedback: 'Feedback',
    act: 'Act',
    rewards: 'Rewards',
    satisfaction: 'Satisfaction',
    wallet: 'Coins',
    account: 'Account',
    inbox: 'Inbox',
  },
  footer: {
    plan: 'The plan, page by page',
    organiser: 'Organiser',
    siteCode: 'Website code',
    icp: 'ICP filing number',
    police: 'Police filing number',
    empty: 'to be filled in',
    privacy: 'Privacy note',
    feed: 'Case studies feed (RSS)',
    prices: 'Prices of green actions',
    bases: 'Education bases',
    events: 'Events',
    eventsFeed: 'Events feed (RSS)',
    note: 'Written anew from the implementation plan that the Yiwu Municipal Government issued on 1 June 2022.',
  },
  home: {
    title: 'Do one small green thing, starting today',
    lead: 'Sort a bag of waste, walk a stretch of river, visit an education base. Log it and you get green coins, and green coins buy things.',
    begin: 'Log a green action',
    read: 'Read the case studies first',
    issued: 'Issued across the city',
    issuedUnit: '{coins:green coin|green coins}',
    issuedMeaning: 'Residents earned them all, one action at a time.',
    held: 'Of these, residents still hold {held}, and {spent} went on rewards.',
    satisfactionHeading: 'Are people satisfied?',
    satisfactionMore: 'Where this figure comes from',
    newest: 'Read this one first',
    casesHeading: 'Eight case studies',
    casesLead:
      'Trade fairs, a logistics park, villages, brown sugar, rivers: how Yiwu brings green hills and good business together.',
    planHeading: 'A plan set down on paper',
    planLead:
      '{indicators} indicators, {projects} projects, {investment} billion yuan. Every row is here, for you to check line by line.',
    planIndicators: 'See the indicators',
    planProjects: 'See the projects',
    planTowns: 'See your town',
    stepsHeading: 'Three steps to your first green coin',
    step1Heading: 'Sign up',
    step1: 'An email address is enough. No ID card, no phone number.',
    step2Heading: 'Choose something you did today',
    step2: 'Most actions take one tap; a few need a photo.',
    step3Heading: 'Get your green coins',
    step3: 'Simple actions pay at once; those with a photo pay after review.',
  },
  cases: {
    title: 'Eight case studies',
    lead: 'The plan sums up eight cases of nature turned into prosperity. We have written them anew: shorter, in plain words, and with a source for every figure.',
    figuresHeading: 'Figures to remember',
    chartItem: 'Item',
    previous: 'Previous',
    next: 'Next',
    sourceHeading: 'Source',
    source:
      'The facts and figures come from section {section} of the plan, “{heading}”. The words are our own.',
    more: 'more than',
    nearly: 'nearly',
    feedTitle: 'Green Yiwu · Eight case studies',
    feedDescription: 'Eight case studies from the Two Mountains work in Yiwu.',
  },
  pager: {
    label: 'Pages',
    first: 'First page',
    previous: 'Previous',
    next: 'Next',
    at: 'Page {at} of {count}',
  },
  plan,
  indicators: {
    title: 'Twenty indicators',
    lead: 'What the plan aims to reach by 2024, and where things stood in 2021.',
    indicator: 'Indicator',
    target: 'Target for 2024',
    baseline: 'In 2021',
    department: 'Data supplied by',
    range: 'Indicators {from}–{to}',
    chartHeading: 'Of the {count} targets that are numbers, {reached} had been reached in 2021',
    chartNote:
      'The line is the target for 2024, the dot is 2021; a hollow dot has not reached it yet. Where the plan says above, being equal is not enough.',
    chartBelow: 'below target',
    chartAbove: 'above target',
    above: '{points} percentage {points:point|points} above',
    met: 'exactly on target',
    short: '{points} percentage {points:point|points} short',
    unmeasured: 'no comparable figure for 2021',
    later: 'A later figure',
    laterNone: 'None received yet',
    laterBelow: 'Yes, beside its name',
    laterNothing:
      'The plan gives the figures of 2021. No later one has come in for any of the twenty; each will be added here as it comes in.',
    laterOne:
      'The plan gives the figures of 2021. Only number 17 has a later one, from a sampled survey that has been released; for the other nineteen none has come in yet.',
    otherMeasure: 'A different measure',
    satisfaction: 'How public satisfaction is measured',
  },
  projects: {
    title: 'Thirty-seven projects',
    lead: 'Five types of work, with the years, the investment and who is responsible for each.',
    filterHeading: 'Filter',
    type: 'Type',
    town: 'Town or subdistrict',
    organisation: 'Responsible body',
    all: 'All',
    apply: 'Show matching projects',
    clear: 'Clear filters',
    found: 'Projects: {count}. Total: {total} million yuan.',
    foundLarge: 'Projects: {count}. Total: {total} million yuan, about {large} billion.',
    foundOpen: 'Projects: {count}. The plan states no investment.',
    notCounted: ' Without a stated investment, and so not counted: {count}.',
    none: 'No project matches. Change a filter, or clear them to see all projects.',
    number: 'No.',
    tableHeading: 'One by one',
    table: 'Choose the name of a column to put the rows in that order, and again to turn it round',
    project: 'Project',
    years: 'Years',
    investment: 'Total investment (million yuan)',
    responsible: 'Responsible body',
    noInvestment: 'No investment stated',
    chartHeading: 'The largest share of the money, {share}: {type}',
    unit: '¥ million',
    muGloss: 'A mu is a Chinese measure of land: 1 mu ≈ 667 m².',
    kinds: {
      department: 'Departments',
      board: 'Committees and headquarters',
      company: 'Companies',
      town: 'Towns and subdistricts',
    },
  },
  satisfaction,
  act: {
    title: 'Green actions',
    lead: 'Log what you did. Prices and limits are set out in the open, and any change is announced beforehand.',
    coins: 'Green coins: {coins}',
    dailyCap: 'Up to {n} a day',
    weeklyCap: 'Up to {n} a week',
    yearlyCap: 'Up to {n} a year',
    coolDown: 'At least {n} {n:hour|hours} between two',
    coolDownDays: 'At least {n} {n:day|days} between two',
    proof: {
      none: 'No evidence needed',
      photo: 'Needs a photo',
      onsite_code: 'Needs the code shown on site',
      check_in: 'Counts when you are checked in at an event',
      import: 'Handed in by a partner',
      feedback: 'Send it as feedback; it pays once verified',
    },
    review: { automatic: 'Pays at once', moderator: 'Pays after review' },
    groupNone: 'One tap',
    groupPhoto: 'Take a photo',
    groupOnsite: 'Go there',
    groupFeedback: 'Tell us',
    groupByItself: 'Arrives by itself',
    seeEvents: 'See what is on',
    priceList: 'All prices and how they change',
    leftToday:
      'You can still log it {today} {today:time|times} today, {week} {week:time|times} this week and {year} {year:time|times} this year.',
    coinsLeft: 'Green coins you can still earn this year: {coins}.',
    notNow: 'What would not count now:',
    signInFirst: 'Sign in to log it. New here? Signing up takes a minute.',
    signIn: 'Sign in or sign up',
    record: 'Log it and get {coins} green {coins:coin|coins}',
    recordPending: 'Send for review; {coins} green {coins:coin|coins} once approved',
    note: 'A few words (optional)',
    noteHint: 'Up to 200 characters. Only you and the moderators can see them.',
    place: 'Where it was and what you saw',
    photo: 'Photo',
    photoHint:
      'Your phone makes the photo smaller and removes its location and similar details before it is sent. Only you and the moderators can see it.',
    photoChosen: 'Photo ready: {size} KB, location removed.',
    photoWrong:
      'This file is not a photo that can be opened. Try another; what you wrote is still here.',
    photoTooLarge:
      'This photo is too large (over 20 MB). Choose a smaller one; what you wrote is still here.',
    onsiteCode: 'On-site code',
    onsiteCodeHint: 'Twelve letters and digits, on the screen or sign at the place.',
    sending: 'Logging it…',
    approved: 'Logged. {coins} green {coins:coin is|coins are} in your wallet.',
    pending:
      'Received. {coins} green {coins:coin arrives|coins arrive} once a moderator has approved it.',
    another: 'Log another',
    seeWallet: 'See your wallet',
    seeLog: 'See this log',
    back: 'Go back and choose another',
  },
  wallet,
  offline,
  greenCode,
  merchant,
  fund,
  survey: {
    title: 'Satisfaction survey',
    lead: 'One question at a time; it takes a few minutes. Answers cannot be changed once sent, so you can go back and think about each one.',
    privacy:
      'Your answer arrives without your account and keeps only its day; in the database it cannot be matched to you.',
    secrecyLink: 'Who can see what',
    progress: 'Question {step} of {total}',
    next: 'Next',
    back: 'Back',
    send: 'Send my answers',
    sending: 'Saving it…',
    review: 'Look them over before sending',
    change: 'Change this one',
    written: 'Done. Thank you.',
    onItsWay:
      'Your answer stays on this device and leaves by itself in five minutes to two hours, so that the moment it arrives does not give you away. You can close this page: the next page you open here while signed in goes on with it.',
    sendNow: 'Send now',
    sendNowHint:
      'Sent now, it arrives while you are here; somebody who sees the connections of the server might guess that it is yours.',
    sent: 'It has arrived and counts.',
    receipt:
      'Receipt (once the survey has closed you can find it in the published list; show it to nobody):',
    notCounted: 'This answer was not counted. {why}',
    elsewhere:
      'Your token for this survey is on another device or in another browser, where you first signed in. Please answer there. If the data of that browser has been cleared, you cannot answer this time.',
    doneNext:
      'The survey closes on {closes}. The result is then worked out, checked by a second member of staff, and published on the public satisfaction page.',
    seeResult: 'See public satisfaction',
    closed: 'No survey is open at the moment. The home page will say when one is.',
    signInFirst: 'Each person answers once, so please sign in first.',
    waiting:
      'There is no network now. Your answers are kept on this device and go off by themselves once there is one; you can also press “Send my answers” later.',
    mayBeSkipped: 'You may leave this one out.',
    chooseSeveral: 'You may choose several.',
    chooseAtMost: 'Choose up to {count}.',
    dontKnow: 'Don’t know',
    scaleEnds: '{from} stands for “{fromLabel}”, {to} for “{toLabel}”.',
    number: 'Number',
    numberHint: 'A whole number from {min} to {max}.',
    inWords: 'In your words',
    textHint: 'Up to {longest} characters. Please write no names, telephone numbers or addresses.',
    notAnswered: 'Not answered',
    readAloud: 'Read it to me',
    stopReading: 'Stop reading',
    faults: {
      missing: 'This one is not answered yet. If you really cannot say, choose “Don’t know”.',
      missingWords: 'This one is not answered yet.',
      too_many: 'Up to {count} can be chosen; please take some away.',
      wrong_kind: 'Please give a whole number.',
      out_of_range: 'Please give a number from {min} to {max}.',
      too_long: 'That is too long; up to {longest} characters fit.',
    },
    strata: 'Finally, a little about you',
    aboutYou: 'What you said of yourself',
    changeStrata: 'Change what I said of myself',
    strataWhy:
      'Knowing where answers come from, and from which ages, shows whose voice is missing. You may leave all three out; groups that are too small are never published by themselves.',
    town: 'Where you live',
    age: 'Age',
    ageBands: { '18_29': '18–29', '30_44': '30–44', '45_59': '45–59', '60_over': '60 and over' },
    sex: 'Sex',
    sexes: { female: 'Female', male: 'Male' },
    unstated: 'Rather not say',
    form: {
      heading: 'About this form',
      number: 'Form number',
      maker: 'Made by',
      approval: 'Approval number',
      expires: 'Valid until',
      empty: 'Not filled in yet',
    },
  },
  signIn: {
    title: 'Sign in or sign up',
    lead: 'An email address is enough.',
    tabPassword: 'With a password',
    tabCode: 'With a code',
    email: 'Email',
    password: 'Password',
    passwordHint: 'At least eight characters.',
    signIn: 'Sign in',
    signUp: 'Sign up',
    newHere: 'New here? Sign up',
    knownHere: 'Already have an account? Sign in',
    consent: 'I have read and agree to the',
    consentLink: 'privacy note',
    consentVersion: '(version {version})',
    wantsMail:
      'Also email me what arrives in my inbox. Without a tick nothing is sent; you can change this later.',
    consentMissing: 'Before signing up, please read the privacy note and tick the box.',
    sendCode: 'Email me a code',
    codeSent: 'A code has been sent to {email}. It is valid for one hour.',
    code: 'Code',
    codeHint: 'The six digits in the email.',
    verify: 'Sign in with the code',
    working: 'One moment…',
    confirmMail:
      'Please open the confirmation email in your inbox, then come back here and sign in.',
    again: 'Send another',
  },
  account: {
    title: 'Your account',
    lead: 'Only you can see what is on this page.',
    name: 'What should we call you?',
    nameHint: 'It need not be your real name. Up to 40 characters.',
    town: 'Which town or subdistrict do you live in?',
    townNone: 'Rather not say',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
    mailLocale: 'Language of emails',
    wantsMail:
      'Also email me what arrives in my inbox, such as decisions, coins about to lapse, vouchers, prices, places and changes',
    wantsMailHint: 'Without a tick nothing is emailed but codes to sign in, which always are.',
    signedInAs: 'Signed in as {email}',
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out on all devices',
    signInFirst: 'Sign in to change your name and town, or to sign out on all devices.',
    consentHeading: 'Privacy note',
    consentGiven: 'On {time} you agreed to version {version} of the privacy note.',
    consentAsk: 'There is a new version of the privacy note ({version}).',
    consentGive: 'I have read it and agree',
    staffHeading: 'For staff',
    toMerchant: 'Take vouchers',
    toBureau: 'Bureau desk',
    secondFactor: {
      heading: 'Second factor',
      none: 'With an authenticator app on your phone, entering as staff takes six more digits. Nobody gets in with the password alone.',
      start: 'Set it up',
      scan: 'Scan this code with the authenticator app, then type the six digits it shows.',
      picture: 'Code for the authenticator app to scan',
      secret: 'If you cannot scan it, type this into the app:',
      enrolled:
        'You have set up an authenticator app. Type the six digits it shows now, and this sign-in is verified.',
      code: 'Six digits',
      codeHint: 'They change every half minute.',
      prove: 'Verify',
      proved: 'This sign-in has been verified with a second factor.',
      remove: 'Stop using a second factor',
    },
  },
  privacy: {
    title: 'Privacy note',
    version: 'Version {version}',
    sections: [
      {
        heading: 'What we keep',
        text: 'Your email address, a hash of your password, and the name and town you gave; the actions you logged, their photos and your statement of green coins; the vouchers you redeemed; the events you registered for, your answers afterwards and your certificates; the feedback you sent and the notices in your inbox. Nothing else.',
      },
      {
        heading: 'Who can see it',
        text: 'You. Moderators can also see the photos and notes of your actions. A merchant sees only the voucher code and the reward, not who you are.',
      },
      {
        heading: 'Photos',
        text: 'A photo is made smaller on your device, and its location and similar details are removed, before it is sent. It is stored where the public cannot reach it. To notice photos that were used before, we also keep its fingerprint: two numbers, from which the picture cannot be seen.',
      },
      {
        heading: 'Your device',
        text: 'When you log an action, your browser sends along a random number that it made itself and keeps on this device. We keep only a keyed hash of that number, for thirty days, so that moderators notice when one device sends for many accounts. It tells whether two logs came from the same device, and nothing else. If your browser keeps nothing, logging works all the same. Pages you opened and actions you log without a network are kept on this device too, so that you can read and log there: your own pages are deleted when you sign out, and logs not yet sent wait until you yourself sign in again and are deleted once they have arrived.',
      },
      {
        heading: 'Points with a code',
        text: 'Who used which point is kept for today and yesterday only, so that each counts once a day, and is deleted then; the log of your action does not say which point it was. Some points count only on the spot: your position at the moment you press the button is compared, and not kept; if there is no network then, it waits on your device with the log and is deleted once that has arrived.',
      },
      {
        heading: 'Partners',
        text: 'When you join a partner we give you a member code, a different one for each. What a partner hands in holds member codes, days and quantities, nothing else; it gets neither your name nor your address from us, nor learns what you do elsewhere. Which days counted and which rows did not is kept for about two months, to check them and to count no day twice; once you leave, the code no longer leads to you.',
      },
      {
        heading: 'Households and green cells',
        text: 'Those in a household or another green cell see only how many they are. After you leave, we remember it for ninety days and delete it then, so that nobody goes out for a moment to redeem once more, or to judge the logs of their own family.',
      },
      {
        heading: 'Surveys',
        text: 'Answers are kept apart from the record of whose token was signed. The two share no number, and an answer carries only its day. Answers arrive with a blindly signed token and without an account, so that even the whole database does not show whose they are. What that does not protect from is on the page “Survey answers: who can see what”.',
      },
      {
        heading: 'Events',
        text: 'A registration keeps the name you gave, how many people come along and your answers; children are a number, never a name. The hosts of the base see the list of their own events, and it is on their phones for checking people in; once sent, it is deleted there seven days after the event. Where you stand at a hearing is kept with your registration, and the minutes name nobody; your answers after an event reach the base without your name. You choose the name on a certificate; the page that verifies it shows the family name only.',
      },
      {
        heading: 'Email',
        text: 'Codes to sign in always come by email. Everything else is in your inbox, and comes by email only if you chose so when signing up or under Account, where you can change it at any time.',
      },
      {
        heading: 'Feedback',
        text: 'Your own words, contact and photos are seen by moderators only, and each look is recorded; the department that answers and the public page see the text with personal details struck out. A report without an account tells us nothing about who wrote it. Your network address only counts how many reports came in a day: it is stored as a hash with a key of that day and deleted after two days.',
      },
      {
        heading: 'What we do not do',
        text: 'No tracking and no advertising. We do not sell your data or hand it to anyone. There are no third-party scripts on any page.',
      },
    ],
  },
  bureau: {
    title: 'Bureau desk',
    reason: 'Reason',
    reasons: {
      unclear_photo: 'The photo is unclear',
      another_action: 'The photo shows something else',
      seen_before: 'This photo was used before',
      outside_yiwu: 'Not in Yiwu',
      not_verified: 'Not confirmed on site',
      other: 'Other',
    },
    rolesHeading: 'Staff and roles',
    email: 'Email',
    role: 'Role',
    merchant: 'Merchant',
    place: 'Limited to',
    everywhere: 'The whole city',
    scopes: { merchant: 'Merchants', base: 'Education bases', town: 'Towns and subdistricts' },
    rolesHint:
      'A role can be limited to one town or one base. Nobody gives themselves a role, and the last administrator stays.',
    you: '(you)',
    grant: 'Grant role',
    granted: 'Granted.',
    revoke: 'Revoke',
    revokeWhat: '{email} {role} {place}',
    revoked: 'Revoked.',
    noStaff: 'Nobody has a role yet.',
    actions: 'Actions',
    roles: {
      moderator: 'Moderator',
      editor: 'Editor',
      analyst: 'Analyst',
      interviewer: 'Interviewer',
      host: 'Base host',
      merchant: 'Merchant staff',
      administrator: 'Administrator',
    },
  },
  calendar,
  casePage,
  education,
  checkIn,
  feedback,
  greenCells,
  books,
  openData,
  search,
  share,
  surveySecrecy,
  verify,
  desk,
  imports,
  inbox,
  points,
  moderation,
  registration,
  rewards,
  voucher,
  prices,
  questionnaires,
  transparency,
  transparencyData,
  coinsDesk,
  print,
  eventDesk,
  waves,
  notFound: {
    title: 'There is no page here',
    lead: 'The address may be mistyped, or the page may have moved.',
    home: 'Go to the home page',
    cases: 'See the eight case studies',
  },
  errors: {
    unknown:
      'That did not work, and we do not know why. Nothing has changed, and you can try again.',
    offline:
      'The connection dropped and this did not arrive. What you wrote is still here; try again once you are online. It will not be counted twice.',
    sign_in_first: 'Your sign-in has expired. Please sign in again; what you wrote is still here.',
    not_found: 'This was not found; it may just have been deleted. Please go back and look again.',
    key_missing: 'That did not go through. Please reload the page and try again.',
    key_reused:
      'This one was already logged with different content. Please reload the page and try again.',
    daily_cap:
      'Today you have logged this as often as it counts ({cap} ×). Log it again after {next_at}.',
    weekly_cap:
      'This week you have logged this as often as it counts ({cap} ×). Log it again after {next_at}.',
    yearly_cap:
      'This year you have logged this as often as it counts ({cap} ×). Log it again after {next_at}.',
    cool_down:
      'Less than {cap} {cap:hour has|hours have} passed since the last one. Log it again after {next_at}.',
    coins_per_year:
      'Nobody can earn more than {cap} coins a year, and this would go over that. Counting starts afresh on {next_at}.',
    action_unknown: 'This action is not on the price list. It may just have been taken off.',
    envelope_empty:
      'This action has used up its coins for the year, so it pays nothing more for now.',
    wallet_unknown: 'There is no such wallet.',
    transfer_unknown: 'There is no such transfer to correct.',
    correction_differs: 'A correction moves the same coins the other way.',
    corrected_already: 'This transfer has been corrected already.',
    not_logged_here: 'This is not logged by hand; it arrives by itself.',
    report_instead:
      'This is not logged here: please send it as feedback. Once verified, the coins arrive.',
    note_too_long:
      'The note is too long; the limit is {limit} characters. Shorten it and try again. What you wrote is still here.',
    photo_missing: 'This action needs a photo as evidence. Please add one.',
    photo_unknown: 'The photo did not arrive. Please try again.',
    photo_used: 'This photo has been used already. Please choose another.',
    not_enough_coins:
      'Not enough green coins: this costs {needed} and you have {balance}. No coins were taken.',
    out_of_stock: 'Someone has just redeemed the last one. No coins were taken.',
    reward_unknown: 'This reward has been withdrawn. No coins were taken.',
    voucher_unknown:
      'This is not a voucher for this shop, so it was not taken. Please check the code.',
    voucher_used: 'This voucher was already used on {used_at}. It was not taken again.',
    voucher_expired: 'This voucher expired on {expires_at}. It was not taken.',
    wave_unknown: 'There is no such survey.',
    wave_closed: 'This survey is not open today. Your answers are still on this device.',
    wave_by_invitation: 'This survey is only for people who were invited.',
    answer_invalid: 'One question has no answer, or its answer is not one of the choices.',
    strata_invalid:
      'That town, age or sex is not one of the choices. You can leave each of them out.',
    already_answered:
      'You have already answered. That answer counts, and nothing was counted twice.',
    token_invalid: 'The signature of the site is wrong, so this answer was not counted.',
    token_used: 'Another answer came with this token. That one counts.',
    token_issued:
      'Your token for this survey is on another device or in another browser. Please answer there.',
    survey_key_unknown:
      'The key of this survey did not come with the site, so your browser did not use it. Nothing has left your device. Please reload the page; if this stays, tell us.',
    survey_key_missing:
      'No signing key is free. Whoever runs the server has to make new ones and build the site again.',
    answer_too_long:
      'There is more text here than one answer holds. Please shorten the long ones; everything you wrote is still here.',
    wave_not_closed: 'The receipts are published once the survey has closed.',
    log_unknown: 'There is no such record.',
    own_log: 'Someone else has to review what you logged yourself.',
    reason_missing: 'To reject this, please choose a reason.',
    already_decided: 'A colleague has just decided this one. The list has been refreshed.',
    account_unknown: 'No account uses this email address. Ask the person to sign up first.',
    own_role: 'You cannot grant a role to yourself.',
    merchant_missing: 'Merchant staff need a merchant; for other roles, leave it empty.',
    merchant_unknown: 'There is no such merchant.',
    scope_invalid: 'This role cannot be limited like this.',
    town_unknown: 'There is no such town.',
    base_unknown: 'There is no such base.',
    mfa_totp_enroll_not_enabled:
      'The sign-in service here offers no second factor, so it cannot be set up now. Your password and the eight-hour limit of sessions work as before.',
    mfa_verification_failed: 'Those six digits are not right. Look at the app and type them again.',
    mfa_challenge_expired: 'That took too long. Type the digits the app shows now.',
    sign_in_again: 'Sign in and come back here',
    to_second_factor: 'Complete the second factor',
    staff_session_ended:
      'Nothing happened for too long, so the staff session has ended. Sign in again; what you wrote is still here.',
    second_factor_needed:
      'Staff roles need a second factor. Complete it on your account page and come back.',
    newer_version:
      'A colleague saved a newer version on {changed_at}. What you wrote is still here, and nothing was overwritten.',
    last_administrator: 'This is the last administrator, whose role cannot be revoked.',
    photo_refused:
      'The photo was not accepted: its format is wrong or it is too large. Please try another.',
    invalid_credentials: 'The email address or password is wrong.',
    weak_password: 'The password is too short. Please use at least eight characters.',
    user_already_exists: 'This email address already has an account. You can simply sign in.',
    otp_expired: 'The code is wrong or has expired. Please ask for another.',
    over_email_send_rate_limit:
      'An email was sent only a moment ago. Please wait a minute before asking for another.',
    email_address_invalid: 'This email address does not look right. Please check it.',
    validation_failed: 'This email address does not look right. Please check it.',
    otp_disabled: 'No account uses this email address. If you are new here, sign up first.',
    user_not_found: 'No account uses this email address. If you are new here, sign up first.',
  },
};
