import { html } from 'lit/html.js';
import { field } from '../../ui/field.ts';
import type { EditScreen, EditView } from './edit-screen.ts';

const EMAIL = /^\S+@\S+\.\S+$/;
const PHONE = /^\+?[\d\s().-]{7,}$/;

/** Where the shop writes and calls about this order; what is left empty stays as it is. */
const typedIn = ({ draft }: EditView) => ({
  email: draft.email?.trim() ?? '',
  phone: draft.phone?.trim() ?? '',
});

export const contact: EditScreen = {
  typed: true,
  request(view) {
    const { email, phone } = typedIn(view);
    return { kind: 'contact', ...(email && { email }), ...(phone && { phone }) };
  },
  missing(view) {
    const { email, phone } = typedIn(view);
    return email || phone ? '' : view.words.text('contactMissing');
  },
  wrong(view) {
    const { email, phone } = typedIn(view);
    if (email && !EMAIL.test(email)) return 'email';
    return phone && !PHONE.test(phone) ? 'phone' : undefined;
  },
  render({ draft, words, wrong, keep, send, foot }) {
    const { text } = words;
    const typed = (event: InputEvent) => (event.target as HTMLInputElement).value;
    return html`<div class="stack tight">
        <h1 class="title" tabindex="-1">${text('whereToWrite')}</h1>
        <p class="second">${text('contactTold')}</p>
      </div>
      <form id="form" novalidate @submit=${send}>
        ${field({
          name: 'email',
          label: text('email'),
          value: draft.email ?? '',
          error: wrong === 'email' ? text('emailWrong') : '',
          inputmode: 'email',
          autocomplete: 'email',
          onInput: (event) => keep({ email: typed(event) }),
        })}
        ${field({
          name: 'phone',
          label: text('phone'),
          value: draft.phone ?? '',
          error: wrong === 'phone' ? text('phoneWrong') : '',
          inputmode: 'tel',
          autocomplete: 'tel',
          onInput: (event) => keep({ phone: typed(event) }),
        })}
      </form>
      ${foot(text('saveContact'), 'form')}`;
  },
};
