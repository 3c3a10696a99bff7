import { FdConsole } from './elements/fd-console.ts';
import { FdInboxList } from './elements/fd-inbox-list.ts';
import { FdReturnsDesk } from './elements/fd-returns-desk.ts';
import { FdShopper } from './elements/fd-shopper.ts';
import { FdSignIn } from './elements/fd-sign-in.ts';
import { FdThread } from './elements/fd-thread.ts';

for (const [name, element] of Object.entries({
  'fd-sign-in': FdSignIn,
  'fd-inbox-list': FdInboxList,
  'fd-thread': FdThread,
  'fd-shopper': FdShopper,
  'fd-returns-desk': FdReturnsDesk,
  'fd-console': FdConsole,
}))
  customElements.define(name, element);
