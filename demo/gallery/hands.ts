import type { RunningMock } from '../../src/mock/index.ts';

/** A picture as a camera takes it. */
export async function photo(): Promise<File> {
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

export async function give(...files: File[]): Promise<void> {
  const input = await find<HTMLInputElement>('input[type="file"]');
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change'));
}

/** Until the shop has it. */
export async function givePhoto(): Promise<void> {
  await give(await photo());
  await find('.ph .second:empty');
}

export async function press(selector: string): Promise<void> {
  (await find<HTMLElement>(selector)).click();
}

export async function choose(value: string): Promise<void> {
  const input = await find<HTMLInputElement>(`input[value="${value}"]`);
  input.click();
}

export function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
}

export function goOffline(mock: RunningMock): void {
  mock.play(() => async () => Response.error());
  Object.defineProperty(navigator, 'onLine', { get: () => false });
  dispatchEvent(new Event('offline'));
}

/** The desk, or what stands alone in its place. */
const findDesk = () => document.querySelector('front-desk, fd-order-tracker, fd-returns');

/** The first match in the desk, as soon as there is one. */
export async function find<Found extends Element>(selector: string): Promise<Found> {
  for (;;) {
    const desk = findDesk();
    const found = desk && within<Found>(desk, selector);
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Until there is none any more. */
export async function gone(selector: string): Promise<void> {
  const desk = findDesk();
  while (desk && within(desk, selector))
    await new Promise((resolve) => requestAnimationFrame(resolve));
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
