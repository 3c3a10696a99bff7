import type { Mailbox } from '../src/mock/index.ts';

/** Long enough to type six digits at leisure. */
const SHOWN_MS = 60_000;

/** A visitor of the static demo has no mailbox: what the shop would have sent shows as a note. */
export function showMails(mailbox: Mailbox, root: URL): void {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL('mail-note.css', root).href;
  document.head.append(sheet);

  const note = document.createElement('aside');
  note.className = 'mail-note';
  note.setAttribute('role', 'status');
  // The top layer: a phone's sheet covers the whole page, and the code is needed in it.
  note.popover = 'manual';
  document.body.append(note);

  let fading: ReturnType<typeof setTimeout> | undefined;
  mailbox.onMail((mail) => {
    const code = mailbox.code(mail.to);
    const to = document.createElement('p');
    to.textContent = `Mail to ${mail.to}`;
    const words = document.createElement('p');
    words.className = 'mail-note-code';
    words.textContent = code ?? mail.subject;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', () => note.hidePopover());
    note.replaceChildren(to, words, close);
    // Hidden and shown again, it is on top of what was opened since.
    if (note.matches(':popover-open')) note.hidePopover();
    note.showPopover();
    clearTimeout(fading);
    fading = setTimeout(() => note.hidePopover(), SHOWN_MS);
  });
}
