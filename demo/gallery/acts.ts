import type { RunningMock } from '../../src/mock/index.ts';

/** What a visitor does before a state is there to be seen. */
export const acts = {
  'ask-code': async () => {
    await askCode();
  },
  'wrong-code': async (mock) => {
    const sent = new Promise((resolve) => mock.mailbox.onMail(resolve));
    await askCode();
    await sent;
    const wrong = mock.mailbox.code('mara@kern.eu') === '000000' ? '111111' : '000000';
    type(await find<HTMLInputElement>('input[name="code"]'), wrong);
  },
  'go-offline': async (mock) => {
    // What was read before is what the desk then shows.
    await find('.prog, .num');
    mock.play(() => async () => Response.error());
    Object.defineProperty(navigator, 'onLine', { get: () => false });
    dispatchEvent(new Event('offline'));
  },
  'give-reason': async () => {
    await choose('ordered_by_mistake');
    await find('.sum');
  },
  'choose-part': async () => {
    await press('.go');
    await choose('4196-3');
    await find('.on');
  },
  cancel: async () => {
    await acts['give-reason']();
    await press('.ft .btn');
    await find('.toast');
  },
  'edit-items': () => edit(0),
  'edit-item': async () => {
    await edit(0);
    await press('.pics .go');
    await find('.opt');
  },
  'edit-quantity': async () => {
    await acts['edit-item']();
    await choose('coat-L');
    await press('.qty .ib:last-child');
    await press('.ft .btn');
    await find('.sum');
  },
  'edit-shop': () => edit(1),
  'edit-add': async () => {
    await acts['edit-shop']();
    await press('.pics .go');
    await choose('knit2-M');
    await press('.qty .ib:last-child');
  },
  'edit-added': async () => {
    await acts['edit-add']();
    await press('.ft .btn');
    await find('.sum');
  },
  'edit-address': () => edit(2),
  'edit-contact': () => edit(3),
  'edit-payment': async () => {
    await edit(4);
    await choose('mara-paypal');
    await find('#adds');
  },
  'return-item': async () => {
    await choose('4051-1');
    await find('.on');
  },
  'return-reason': async () => {
    await acts['return-item']();
    await press('.ft .btn');
    await find('textarea');
    await choose('too_small');
  },
  'return-pictures': async () => {
    await acts['return-item']();
    await press('.ft .btn');
    await choose('damaged');
    await give(await photo(), new File(['no picture'], 'notes.jpg'));
    await find('.ph canvas');
    await find('.ph .bad');
    (await find('textarea')).scrollIntoView({ block: 'end' });
  },
  'return-outcome': async () => {
    await acts['return-reason']();
    await press('.ft .btn');
    await find('.sum');
    await choose('store_credit');
    await find('.sum .good');
  },
  'return-swap': async () => {
    await acts['return-outcome']();
    await choose('exchange');
    await press('.chips label');
    await find('.sum');
  },
  'return-shop': async () => {
    await acts['return-outcome']();
    await choose('exchange');
    await press('.plain .go');
    await find('.pics .go');
  },
  'return-which': async () => {
    await acts['return-shop']();
    await press('.pics .go');
    await press('.chips label');
    await find('.sum');
  },
  'return-settle': async () => {
    await acts['return-which']();
    await press('.ft .btn');
    await find('.plain .go');
    await find('.sum');
    await press('.ft .btn');
    await choose('mara-paypal');
    await find('.sum');
  },
  'return-sending': async () => {
    await acts['return-swap']();
    await press('.ft .btn');
    await choose('now');
    await find('p.second[role="status"]');
  },
  'return-method': async () => {
    await acts['return-outcome']();
    await press('.ft .btn');
    await find('input[value="drop_off"]');
  },
  'return-code': async () => {
    await acts['return-method']();
    await press('.ft .btn');
    await find('.qr');
  },
  'buy-again': async () => {
    await press('.ft .btn');
    await find('.state');
  },
  'try-again': async () => {
    await press('.ft .btn');
    await find('.err');
  },
  'report-missing': async () => {
    await choose('missing');
    await press('.ft .btn');
    await find('.ck');
  },
  'report-stuck': async () => {
    await choose('stuck');
    await press('.ft .btn');
    await find('#note');
  },
  report: async () => {
    await acts['report-stuck']();
    await press('.ft .btn');
    await find('.toast');
  },
} satisfies Record<string, (mock: RunningMock) => Promise<void>>;
export type Act = keyof typeof acts;

export const findAct = (name: string) => Object.entries(acts).find(([each]) => each === name)?.[1];

/** A picture as a camera takes it. */
async function photo(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
  const pen = canvas.getContext('2d')!;
  const fill = pen.createLinearGradient(0, 0, 1600, 1200);
  fill.addColorStop(0, '#d9c7ae');
  fill.addColorStop(1, '#4f5d4a');
  pen.fillStyle = fill;
  pen.fillRect(0, 0, 1600, 1200);
  pen.lineWidth = 24;
  pen.stroke(new Path2D('M500 200 780 520 690 700 960 1050'));
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
  return new File([bytes!], 'photo.jpg', { type: 'image/jpeg' });
}

async function give(...files: File[]): Promise<void> {
  const input = await find<HTMLInputElement>('.shot input');
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change'));
}

/** The nth of what can be changed. */
async function edit(nth: number): Promise<void> {
  await press(`.go:nth-of-type(${nth + 1})`);
  await find('.ft, .pics');
}

async function press(selector: string): Promise<void> {
  (await find<HTMLElement>(selector)).click();
}

async function choose(value: string): Promise<void> {
  const input = await find<HTMLInputElement>(`input[value="${value}"]`);
  input.click();
}

async function askCode(): Promise<void> {
  const address = await find<HTMLInputElement>('input[name="email"]');
  type(address, 'mara@kern.eu');
  address.form?.requestSubmit();
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
}

/** The first match in the desk, as soon as there is one. */
async function find<Found extends Element>(selector: string): Promise<Found> {
  for (;;) {
    const desk = document.querySelector('front-desk');
    const found = desk && within<Found>(desk, selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function within<Found extends Element>(host: Element, selector: string): Found | undefined {
  const root = host.shadowRoot;
  const found = root?.querySelector<Found>(selector);
  if (found || !root) return found ?? undefined;
  for (const inner of root.querySelectorAll('*')) {
    const deeper = inner.shadowRoot && within<Found>(inner, selector);
    if (deeper) return deeper;
  }
  return undefined;
}
