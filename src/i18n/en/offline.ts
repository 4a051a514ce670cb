import type { Dictionary } from '../zh-CN';

/** Words for readers without network. */
export const offline: Dictionary['offline'] = {
  title: 'No network right now',
  lead: 'The page you asked for is not on this device yet. What is on it stands below and opens as it is.',
  again: 'Try again',
  own: 'Your own pages',
  read: 'Pages you have read',
  none: 'No pages are on this device yet. Pages you open while there is a network can be read again without one.',
  kept: 'Not connected right now. This is how it stood on {time}.',
  waiting: {
    heading: 'Logs waiting for a network',
    lead: 'These are on this device. Once there is a network they are sent by themselves, in order; each counts once, for the day it arrives.',
    kept: 'There is no network, so it is kept on this device. It is sent by itself once there is one, and counts once; closing the page loses nothing.',
    photo: 'with a photo',
    sendNow: 'Send now',
    sending: 'Sending…',
    remove: 'Take back',
    again: 'Send again',
    refused: 'Not logged',
    sent: 'Sent: {count}.',
    reload: 'See your wallet',
    stillOffline: 'Still no network; all of it stays here.',
    signIn: 'Sign in',
  },
};
