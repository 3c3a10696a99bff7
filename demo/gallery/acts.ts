import type { RunningMock } from '../../src/mock/index.ts';

/** What a visitor does before a state is there to be seen. */
export const acts: Record<string, (mock: RunningMock) => Promise<void>> = {
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
};

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
