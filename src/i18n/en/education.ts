import type { Dictionary } from '../zh-CN';

export const education: Dictionary['education'] = {
  errors: {
    session_unknown: 'There is no such session; it may just have been taken down.',
    session_cancelled: 'This session has been cancelled.',
    session_past: 'This session is over.',
    session_full: 'Not enough places are left: {free} free. You can join the waiting list.',
    waiting_full: 'The waiting list is full too. Another session may still have places.',
    registration_not_open: 'Registration has not opened yet. It opens on {opens_at}.',
    registration_closed: 'Registration closed on {closes_at}.',
    registration_unknown: 'There is no such registration.',
    already_registered: 'You are already registered for this session.',
    already_attended: 'You have been checked in, so there is nothing to cancel.',
    party_too_large: 'At most {limit} people can come along with you.',
    name_missing: 'Please give a name, so that you can be found at the door.',
    name_too_long: 'A name has at most {limit} characters.',
    answer_missing: 'One of the questions has no answer yet.',
    answer_too_long: 'That answer is too long: at most {limit} characters. What you wrote is kept.',
    standpoint_missing: 'A hearing asks for your standpoint: for, against or neutral.',
    offer_ended: 'The time to confirm your place has passed, and it has gone to the next person.',
    not_registered:
      'You have no confirmed registration for this session. If you are there, ask the host to check you in.',
    not_today: 'It is not the time to check in for this session.',
    not_attended: 'Nobody was checked in with this registration.',
    code_stale: 'This code has changed. Scan the one on the screen now.',
    scans_invalid:
      'These check-ins could not be read and were not taken. They are kept on this device.',
    too_late: 'This session ended more than seven days ago; its list is closed.',
    certificate_issued: 'This certificate has already been issued in another name.',
    slug_taken: 'This address is already taken. Choose another one.',
    content_invalid: 'One field is not filled in correctly: {field}. What you wrote is kept.',
    event_unknown: 'There is no such event.',
    event_cancelled: 'This event has been cancelled and cannot be changed.',
    event_published: 'This event has been published. Ask the bureau to change it.',
    event_unpublished: 'This event has not been published, so nobody could read the notice.',
    event_incomplete:
      'It cannot be published yet: it needs a summary in both languages and a session that is not over.',
    capacity_below_taken:
      '{taken} {taken:place|places} of this session {taken:is|are} taken; it cannot have fewer.',
    session_announced: 'A session that has been announced cannot be removed. Cancel it instead.',
    words_missing: 'Write it in Chinese and in English.',
    words_too_long: 'That is too long: at most {limit} characters. What you wrote is kept.',
    not_a_hearing: 'Only hearings have minutes.',
    minutes_too_early: 'The hearing has not taken place yet, so there are no minutes.',
  },
};
