import type { RunningMock, Scenario } from '../../src/mock/index.ts';
import { aReturn } from './a-return.ts';
import { find, give, goOffline, photo, press } from './hands.ts';

const PDF = { type: 'application/pdf' };
const NAME = 'Bill of order 4182, March.pdf';
const bill = new File(['%PDF-1.7 %%EOF'], NAME, PDF);
/** It says what it is not. */
const noBill = new File(['Not a bill at all'], NAME, PDF);
const largeBill = new File(['%PDF-1.7 ', new Uint8Array(5 * 1024 * 1024 + 1), '%%EOF'], NAME, PDF);

/** What a visitor does in a talk with the shop. */
export const chatActs = {
  write: async () => {
    await draft('Is the Field coat warm enough for Norway? https://alder.example/coat');
    await press('.send');
    await find('.msg');
  },
  'choose-files': async () => {
    await choose(await photo(), bill);
  },
  'send-files': (mock) => sendPart(mock, 0.6),
  'check-files': (mock) => sendPart(mock, 1),
  'cut-files': async (mock) => {
    mock.play(uploads(async () => Response.error()));
    await choose(await photo(), bill);
    await press('.send');
    await find('.meta.end .link');
  },
  'send-no-bill': () => refused(noBill),
  'send-large-bill': () => refused(largeBill),
  'write-offline': async (mock) => {
    await choose(await photo(), bill);
    goOffline(mock);
    await press('.send');
    await find('.msg');
  },
  'be-shown': async (mock) => {
    await chatActs.write();
    await find('.meta.end:not([role])');
    await mock.reply({
      text: 'These go with what you have asked.',
      cards: [
        { kind: 'order', id: 'alder-4182' },
        { kind: 'return', id: await aReturn(mock) },
        { kind: 'product', id: 'coat' },
      ],
    });
    await find('.cards');
  },
  'be-asked': async (mock) => {
    await chatActs.write();
    await find('.meta.end:not([role])');
    await mock.reply({
      text: 'Warm enough down to −10 °C with a knit under it. Shall I set one aside for you?',
      choices: ['Yes, in M', 'Yes, in L', 'I would rather see it in the shop first', 'No, thanks'],
    });
    await find('.choices');
  },
} satisfies Record<string, (mock: RunningMock) => Promise<void>>;

/** So much of the first file has gone, and nothing comes back. */
async function sendPart(mock: RunningMock, part: number): Promise<void> {
  mock.play(uploads(() => new Promise(() => undefined)));
  const { send } = XMLHttpRequest.prototype;
  // of what a service worker takes, the browser tells nothing
  XMLHttpRequest.prototype.send = function (body) {
    send.call(this, body);
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: part * 100, total: 100 }));
  };
  await choose(await photo(), bill);
  await press('.send');
  await find('progress');
}

/** Files are answered in a way of their own. */
const uploads =
  (instead: () => Promise<Response>): Scenario =>
  (answer) =>
  (request) =>
    new URL(request.url).pathname === '/v1/uploads' ? instead() : answer(request);

async function draft(text: string): Promise<void> {
  const field = await find<HTMLTextAreaElement>('textarea');
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

/** Files beside what is being written. */
async function choose(...files: File[]): Promise<void> {
  await draft('It came like this. The bill is with it.');
  await give(...files);
  await find(`.pics span:nth-child(${files.length}) .ib`);
}

/** Until the shop has said that it does not take it. */
async function refused(file: File): Promise<void> {
  await choose(await photo(), file);
  await press('.send');
  await find('.meta.end .link');
}
