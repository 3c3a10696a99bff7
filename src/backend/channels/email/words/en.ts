import type { Words } from './words.ts';

export const en: Words = {
  direction: 'ltr',
  subject: 'Your code is {code}',
  preview: 'Works for 10 minutes, once',
  heading: 'Your sign-in code',
  what: 'Type it in the panel to see your orders. It works for 10 minutes, once.',
  askedAt: 'Asked for at {time}. Not you? Do nothing; nobody gets in without the code.',
  never: 'We never ask for this code by phone or chat.',
  linkSubject: 'Your sign-in link',
  linkPreview: 'Works for 10 minutes, once',
  linkWhat:
    'Many wrong codes were given for this address, so this time we send a link. It works for 10 minutes, once.',
  staffWhat:
    'This link opens the console, where you answer your shop’s customers. It works for 10 minutes, once; then your passkey is asked for, or a code of your authenticator app.',
  linkButton: 'Sign in',
  linkAskedAt: 'Asked for at {time}. Not you? Do nothing; nobody gets in without this link.',
  linkNever: 'We never ask for this link by phone or chat.',
  privacy: 'Privacy',

  receipts: {
    cancelled: 'Order {number} is cancelled',
    partCancelled: 'Part of order {number} is cancelled',
    edited: 'Order {number} is changed',
    returned: 'Your return from order {number}',
    reported: 'We put order {number} right',
    resent: 'We send it to you once more, at no cost.',
    kept: 'You keep what you had: order {number}',
    undone: 'Order {number} is as it was',
    inReview: 'We are looking at your request for order {number}',
    reviewWhat: 'Nothing changes until we have agreed. You will hear from us.',
    undoneWhat: 'What you had changed is taken back. No money moves.',
    waits: 'The money moves once we have it back.',
    back: '{amount} back to {method}',
    paid: '{amount} from {method}',
    storeCredit: 'store credit',
    days: { one: 'within {to} working day', other: 'within {to} working days' },
    atOnce: 'at once',
    undoUntil: 'You can take this back in the panel until {time}.',
    notYou: 'Was this not you? Tell {shop} at once.',
    byShop: '{shop} has done this.',
    undoneByShop: 'The change is taken back. No money moves.',
    notRight: 'Is this not right? Tell {shop}.',
  },

  reminders: {
    subject: 'Send return {number} back by {date}',
    notSeen: 'We have not seen it on its way yet.',
    ends: 'After that day it ends by itself: you keep what you have, and no money moves.',
    held: 'After that day it ends by itself: you keep what you have, and pay for what we sent.',
    how: 'All you need is in the panel, with order {order}.',
    sent: 'Already sent? Then there is nothing left to do.',
    soldOut: 'Return {number}: what you wanted is sold out',
    choose: 'Choose something else by {date}, or take what it cost.',
    paidBack: 'After that day what it cost goes back to you by itself.',
  },

  alerts: {
    headings: {
      back: '{product} is back',
      price: '{product} costs less now',
      low: 'Few of {product} are left',
    },
    what: {
      back: '{variant} can be had again, for {price}.',
      price: '{variant} is {price} now.',
      low: '{variant}: {left} left, for {price}.',
    },
    see: 'See it',
    why: 'You asked {shop} for this one mail.',
    stop: 'No more mails about it',
  },

  conversations: {
    answered: '{shop} has answered you',
    transcript: 'Your conversation with {shop}',
    you: 'You',
    assistant: 'Assistant',
    goOn: 'Answer in the panel',
    why: 'You asked to get answers by mail when you do not see them in the panel.',
    whyTranscript: 'You asked for this in the panel.',
  },
};
