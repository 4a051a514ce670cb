import type { Dictionary } from '../zh-CN';

export const surveySecrecy: Dictionary['surveySecrecy'] = {
  title: 'Survey answers: who can see what',
  lead: 'One answer for each person, and no way to match it to them. This page says how that is done, and what it does not protect from.',
  sections: [
    {
      heading: 'How it works',
      text: 'The first time you open a page after signing in, your browser draws a long random number as a token, covers it up and asks the site to sign it. The site signs without seeing what is inside, and notes only that it has signed once for you. It does so for everybody, whether or not they answer later. When you have answered, your browser takes the cover off and sends the answer with the signed token, without your account and without your session. The database checks the signature itself: a token the site has signed counts, and counts once.',
    },
    {
      heading: 'Why it waits before it is sent',
      text: 'An answer sent at once would arrive at the moment you are here. So it stays on your device and leaves at some moment between five minutes and two hours later, which the device draws itself. You can press “Send now”, and then this protection is missing.',
    },
    {
      heading: 'The bureau and its analysts',
      text: 'They see what was answered, on which day, and the town, age band and sex you chose to give; not who wrote it. They know for whom a token was signed, and not which of them answered. In a small town, somebody who knows you might guess from town, age and sex together: you can leave out each of the three, and cells of fewer than thirty people are not published.',
    },
    {
      heading: 'Whoever runs the database',
      text: 'The whole database does not match the two. On the side of signing there is you and a covered number, on the side of answers there is another number without its cover, and nothing can be worked out between them. The two are not written in the same save, and an answer keeps only its day. When the survey closes, the signing key is destroyed and the answers are written anew in random order. If you sign in for the first time just to answer, the two orders are close, and until the survey closes only the wait hides you: the more people answer within the same two hours, the better. In backups from before that, the order in which answers came is still there.',
    },
    {
      heading: 'Whoever runs the server',
      text: 'The address that takes answers reads no session, keeps no network address and writes no log, and every answer is of the same length. But whoever runs the server could, on purpose, change the program in the page or record every connection, and so get around all of this. The program is public, and the public key is built into the site before a survey begins: browsers accept no other, so nobody can be given a key of their own. A change would leave traces, but we cannot call it impossible.',
    },
    {
      heading: 'Whoever watches the network',
      text: 'They see that your device was connected to this site, and when, but not what was said. With the moments apart, it is hard to tell which connection carried an answer.',
    },
    {
      heading: 'People in your household',
      text: 'Whoever can use your device and this browser can see the answer until it is sent. After that only a receipt is left here; the answers are deleted. The receipt proves that yours was counted, and would let somebody who has the database find it, so show it to nobody. The same goes for a lost device.',
    },
    {
      heading: 'How to check',
      text: 'When the survey has closed, all receipts are published as one file. Anybody can count them and see whether theirs is there. So we say “cannot be matched in the database”, and not “can never be traced”.',
    },
  ],
  more: 'More detail, for technical readers, is in docs/surveys-threats.md in the source code.',
  back: 'Back to the survey',
};
