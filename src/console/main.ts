import { FdBulkBar } from './elements/fd-bulk-bar.ts';
import { FdComposer } from './elements/fd-composer.ts';
import { FdAnswering } from './elements/fd-answering.ts';
import { FdBrand } from './elements/fd-brand.ts';
import { FdBrandPreview } from './elements/fd-brand-preview.ts';
import { FdPolicy } from './elements/fd-policy.ts';
import { FdReplyList } from './elements/fd-reply-list.ts';
import { FdAlerts } from './elements/fd-alerts.ts';
import { FdAudit } from './elements/fd-audit.ts';
import { FdConsole } from './elements/fd-console.ts';
import { FdHelp } from './elements/fd-help.ts';
import { FdInboxList } from './elements/fd-inbox-list.ts';
import { FdNoteField } from './elements/fd-note-field.ts';
import { FdOrderSheet } from './elements/fd-order-sheet.ts';
import { FdOrderView } from './elements/fd-order-view.ts';
import { FdPalette } from './elements/fd-palette.ts';
import { FdProductPicker } from './elements/fd-product-picker.ts';
import { FdReturnSheet } from './elements/fd-return-sheet.ts';
import { FdReturnsDesk } from './elements/fd-returns-desk.ts';
import { FdSavedReplies } from './elements/fd-saved-replies.ts';
import { FdPasskeys } from './elements/fd-passkeys.ts';
import { FdSettings } from './elements/fd-settings.ts';
import { FdShopper } from './elements/fd-shopper.ts';
import { FdSignIn } from './elements/fd-sign-in.ts';
import { FdThread } from './elements/fd-thread.ts';
import { FdThreadHead } from './elements/fd-thread-head.ts';
import { FdToast } from './elements/fd-toast.ts';
import { createDesk } from './stores/desk.ts';
import { bringSay } from './words/say.ts';

for (const [name, element] of Object.entries({
  'fd-sign-in': FdSignIn,
  'fd-bulk-bar': FdBulkBar,
  'fd-inbox-list': FdInboxList,
  'fd-thread-head': FdThreadHead,
  'fd-note-field': FdNoteField,
  'fd-composer': FdComposer,
  'fd-thread': FdThread,
  'fd-saved-replies': FdSavedReplies,
  'fd-shopper': FdShopper,
  'fd-return-sheet': FdReturnSheet,
  'fd-returns-desk': FdReturnsDesk,
  'fd-order-view': FdOrderView,
  'fd-product-picker': FdProductPicker,
  'fd-order-sheet': FdOrderSheet,
  'fd-passkeys': FdPasskeys,
  'fd-alerts': FdAlerts,
  'fd-audit': FdAudit,
  'fd-answering': FdAnswering,
  'fd-brand': FdBrand,
  'fd-brand-preview': FdBrandPreview,
  'fd-policy': FdPolicy,
  'fd-reply-list': FdReplyList,
  'fd-settings': FdSettings,
  'fd-help': FdHelp,
  'fd-palette': FdPalette,
  'fd-toast': FdToast,
  'fd-console': FdConsole,
}))
  customElements.define(name, element);

const asked = new URLSearchParams(location.search).get('lang');
const say = await bringSay([...(asked ? [asked] : []), ...navigator.languages]);
const page = new FdConsole();
page.desk = createDesk(window, say);
document.body.append(page);
