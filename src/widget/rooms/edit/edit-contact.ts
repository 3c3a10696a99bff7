import { html } from 'lit/html.js';
import { field } from '../../ui/field.ts';
import type { EditScreen, EditView } from './edit-screen.ts';
import { heading } from '../../ui/heading.ts';

const EMAIL = /^\S+@\S+\.\S+$/;
const PHONE = /^\+?[\d\s().-]{7,}$/;

/** As it is now, until something else is typed. */
const typedIn = ({ order: { contact = {} }, draft }: EditView) => ({
  email: draft.email ?? contact.email ?? '',
  phone: draft.phone ?? contact.phone ?? '',
});

/** What is to be another one; what is left empty stays as it is. */
function changedIn(view: EditView): { email?: string; phone?: string } {
  const { contact = {} } = view.order;
  const typed = typedIn(view);
  const email = typed.email.trim();
  const phone = typed.phone.trim();
  return {
    ...(email && email !== contact.email && { email }),
    ...(phone && phone !== contact.phone && { phone }),
  };
}

const isSame = (view: EditView): boolean => !Object.keys(changedIn(view)).length;

/** Where the shop writes and calls about this order. */
export const contact: EditScreen = {
  typed: true,
  request: (view) => (isSame(view) ? undefined : { kind: 'contact', ...changedIn(view) }),
  missing: (view) => (isSame(view) ? view.words.text('contactMissing') : ''),
  wrong(view) {
    const { email, phone } = changedIn(view);
    if (email && !EMAIL.test(email)) return 'email';
    return phone && !PHONE.test(phone) ? 'phone' : undefined;
  },
  render(view) {
    const { words, wrong, keep, send, foot } = view;
    const { text } = words;
    const { email, phone } = typedIn(view);
    return html`${heading(text('whereToWrite'), text('contactTold'))}
      <form id="form" novalidate @submit=${send}>
        ${field({
          name: 'email',
          label: text('email'),
          value: email,
          error: wrong === 'email' ? text('emailWrong') : '',
          inputmode: 'email',
          autocomplete: 'email',
          type: (typed) => keep({ email: typed }),
        })}
        ${field({
          name: 'phone',
          label: text('phone'),
          value: phone,
          error: wrong === 'phone' ? text('phoneWrong') : '',
          inputmode: 'tel',
          autocomplete: 'tel',
          type: (typed) => keep({ phone: typed }),
        })}
      </form>
      ${foot(text('saveContact'), 'form')}`;
  },
};
