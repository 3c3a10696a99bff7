/** What mails of a conversation say. `{…}` are filled in; each sentence stands by itself. */
export interface ConversationWords {
  /** Its heading too: {shop}. */
  answered: string;
  transcript: string;
  you: string;
  assistant: string;
  /** Where it goes on. */
  goOn: string;
  /** Why this came. */
  why: string;
  whyTranscript: string;
}

export const en: ConversationWords = {
  answered: '{shop} has answered you',
  transcript: 'Your conversation with {shop}',
  you: 'You',
  assistant: 'Assistant',
  goOn: 'Answer in the panel',
  why: 'You asked to get answers by mail when you do not see them in the panel.',
  whyTranscript: 'You asked for this in the panel.',
};

export const de: ConversationWords = {
  answered: '{shop} hat dir geantwortet',
  transcript: 'Deine Unterhaltung mit {shop}',
  you: 'Du',
  assistant: 'Assistent',
  goOn: 'Im Fenster antworten',
  why: 'Du wolltest Antworten per Mail, wenn du sie im Fenster nicht siehst.',
  whyTranscript: 'Du hast sie im Fenster angefordert.',
};

export const ar: ConversationWords = {
  answered: 'ردّ عليك {shop}',
  transcript: 'محادثتك مع {shop}',
  you: 'أنت',
  assistant: 'المساعد',
  goOn: 'تابع في النافذة',
  why: 'طلبت أن تصلك الردود بالبريد إن لم ترها في النافذة.',
  whyTranscript: 'طلبتها في النافذة.',
};
