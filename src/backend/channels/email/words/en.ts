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
    'This link opens the console, where you answer your shop’s customers. It works for 10 minutes, once; then a code of your authenticator app is asked for.',
  linkButton: 'Sign in',
  linkAskedAt: 'Asked for at {time}. Not you? Do nothing; nobody gets in without this link.',
  linkNever: 'We never ask for this link by phone or chat.',
  privacy: 'Privacy',
};
