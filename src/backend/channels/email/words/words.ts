/** What the mails say that bring a code or a link. `{…}` are filled in. */
export interface Words {
  direction: 'ltr' | 'rtl';
  subject: string;
  /** What a mailbox shows beside the subject. */
  preview: string;
  heading: string;
  what: string;
  askedAt: string;
  never: string;
  /** Its heading too. */
  linkSubject: string;
  linkPreview: string;
  linkWhat: string;
  /** To somebody of the shop. */
  staffWhat: string;
  linkButton: string;
  linkAskedAt: string;
  linkNever: string;
  privacy: string;
}
