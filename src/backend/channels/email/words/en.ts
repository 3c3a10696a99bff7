import type { Words } from './words.ts';

export const en: Words = {
  direction: 'ltr',
  subject: 'Your code is {code}',
  preview: 'Works for 10 minutes, once',
  heading: 'Your sign-in code',
  what: 'Type it in the help panel to see your orders. It works for 10 minutes, once.',
  askedAt: 'Asked for at {time}. Not you? Do nothing; nobody gets in without the code.',
  never: 'We never ask for this code by phone or chat.',
  linkSubject: 'Your sign-in link',
  linkPreview: 'Works for 10 minutes, once',
  linkWhat:
    'Many wrong codes were entered for this address, so this time we send a link. It works for 10 minutes, once.',
  staffWhat:
    'This link opens the console, where you answer your shop’s customers. It works for 10 minutes, once; then we ask for your passkey or a code from your authenticator app.',
  linkButton: 'Sign in',
  linkAskedAt: 'Asked for at {time}. Not you? Do nothing; nobody gets in without this link.',
  linkNever: 'We never ask for this link by phone or chat.',
  privacy: 'Privacy',

  receipts: {
    cancelled: 'Order {number} is cancelled',
    partCancelled: 'Part of order {number} is cancelled',
    edited: 'Order {number} is changed',
    returned: 'Your return from order {number}',
    reported: 'We are putting order {number} right',
    resent: 'We are sending it to you again, at no cost.',
    kept: 'Your return from order {number} is cancelled',
    undone: 'Order {number} is as it was',
    inReview: 'We are looking at your request for order {number}',
    reviewWhat: 'Nothing changes until we agree. You will hear from us.',
    undoneWhat: 'Your change is undone. No money moves.',
    waits: 'The money moves once we have it back.',
    back: '{amount} back to {method}',
    paid: '{amount} with {method}',
    storeCredit: 'store credit',
    days: { one: 'within {to} working day', other: 'within {to} working days' },
    atOnce: 'at once',
    undoUntil: 'You can undo this in the help panel until {time}.',
    notYou: 'Was this not you? Write to {shop} at once.',
    byShop: 'Done by {shop}.',
    undoneByShop: 'The change is undone. No money moves.',
    notRight: 'Is something not right? Write to {shop}.',
  },

  reminders: {
    subject: 'Send return {number} back by {date}',
    notSeen: 'We have not seen it on its way yet.',
    ends: 'After that day it expires: you keep what you have, and no money moves.',
    held: 'After that day it expires: you keep what you have, and pay for what we sent.',
    how: 'All you need is in the help panel, with order {order}.',
    sent: 'Already sent? Then there is nothing left to do.',
    soldOut: 'Return {number}: what you chose is sold out',
    choose: 'Choose something else by {date}, or take your money back.',
    paidBack: 'After that day the money goes back to you by itself.',
  },

  alerts: {
    headings: {
      back: 'Back in stock: {product}',
      price: 'Costs less now: {product}',
      low: 'Nearly sold out: {product}',
    },
    what: {
      back: '{variant}: in stock again, for {price}.',
      price: '{variant}: now {price}.',
      low: {
        one: '{variant}: {left} left, for {price}.',
        other: '{variant}: {left} left, for {price}.',
      },
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
    picture: 'Picture',
    goOn: 'Answer in the help panel',
    why: 'You asked to get answers by mail when you do not see them in the help panel.',
    whyTranscript: 'You asked for this in the help panel.',
  },
};
