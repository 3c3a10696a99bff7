import { FdConsole } from './elements/fd-console.ts';
import { FdInboxList } from './elements/fd-inbox-list.ts';
import { FdReturnSheet } from './elements/fd-return-sheet.ts';
import { FdReturnsDesk } from './elements/fd-returns-desk.ts';
import { FdSavedReplies } from './elements/fd-saved-replies.ts';
import { FdShopper } from './elements/fd-shopper.ts';
import { FdSignIn } from './elements/fd-sign-in.ts';
import { FdThread } from './elements/fd-thread.ts';

for (const [name, element] of Object.entries({
  'fd-sign-in': FdSignIn,
  'fd-inbox-list': FdInboxList,
  'fd-thread': FdThread,
  'fd-saved-replies': FdSavedReplies,
  'fd-shopper': FdShopper,
  'fd-return-sheet': FdReturnSheet,
  'fd-returns-desk': FdReturnsDesk,
  'fd-console': FdConsole,
}))
  customElements.define(name, element);
