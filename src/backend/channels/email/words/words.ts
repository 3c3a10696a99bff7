/** What a code mail says. `{…}` are filled in. */
export interface Words {
  direction: 'ltr' | 'rtl';
  subject: string;
  /** What a mailbox shows beside the subject. */
  preview: string;
  heading: string;
  what: string;
  askedAt: string;
  never: string;
  privacy: string;
}
