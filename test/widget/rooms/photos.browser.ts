import type { ReportOffer } from '../../../src/contract/actions.ts';
import type { Order } from '../../../src/contract/orders.ts';
import type { Report } from '../../../src/contract/reports.ts';
import type { ReturnRequest } from '../../../src/contract/returns.ts';
import { aPicture } from '../harness/a-picture.ts';
import { backable } from '../harness/a-return.ts';
import { aCustomer, aQuote } from '../harness/an-order.ts';
import { deepEqual, equal, match } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

const UPLOAD = 'POST /uploads';
const coat = { line: 'coat', quantity: 1 };

describe('pictures', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  const open = (path: string, order: Order, language: 'en' | 'ar' = 'en') =>
    Stage.open(`${path}/${order.id}`, {
      language,
      prepare(backend) {
        backend.session = { ...aCustomer(), verifiedAt: '2026-01-02T03:04:05.000Z' };
        backend.orders = [order];
        backend.quoteFor = () => (path === 'report' ? aQuote(0) : aQuote());
      },
    });
  const broken = () =>
    backable({ coat: { reasons: [{ reason: 'damaged', outcomes: ['refund'], photo: true }] } });
  /** As far as what was wrong with a coat that came damaged. */
  const toReason = async (language?: 'ar') => {
    stage = await open('return', broken(), language);
    stage.desk.drafts.write('return order-4051', {
      lines: { coat: { quantity: 1, reason: 'damaged' } },
    });
    stage.desk.route.go({ room: 'return', id: 'order-4051', step: 'reason/coat' });
    await stage.until('the question', () => stage.all('file').length);
  };
  const asked = (what: string) => stage.backend.asked.findLast((one) => one.what === what)?.body;
  const thumbnails = () => stage.all('picture').length;
  const isSent = () => thumbnails() > 0 && !/On its way|Being checked/.test(stage.text);

  it('are made small, sent, shown, and go with the return', async () => {
    await toReason();
    await stage.sees('The shop asks for one');
    await stage.give('Add a picture', await aPicture(3000, 1500));
    await stage.until('it is sent', isSent);
    await stage.one('button', 'Take out picture 1');
    const sent = asked(UPLOAD) as Blob;
    equal(sent.type, 'image/jpeg');
    const { width, height } = await createImageBitmap(sent);
    deepEqual([width, height], [2000, 1000]);
    deepEqual(await stage.axe(), []);
    await stage.press('Continue');
    await stage.heads('Refund');
    await stage.press('Continue with €249.00 back');
    await stage.press('Get my code');
    await stage.heads('Show this at the counter');
    const { lines } = asked('POST /orders/order-4051/returns') as ReturnRequest;
    deepEqual(lines[0]?.photos, ['picture-1']);
  });

  it('that are asked for are waited for', async () => {
    await toReason();
    await stage.press('Continue');
    match(stage.all('alert')[0]?.textContent ?? '', /Add a picture/);
    stage.backend.hold.add(UPLOAD);
    stage.backend.gone = 0.4;
    await stage.give('Add a picture', await aPicture());
    await stage.sees('On its way…');
    const bar = await stage.one('progressbar', 'Picture 1');
    equal(Math.round((bar as HTMLProgressElement).value * 100), 40);
    await stage.press('Continue');
    match(stage.all('alert')[0]?.textContent ?? '', /not there yet/);
    equal(stage.heading, 'What was wrong?');
    await stage.press('Take out picture 1');
    await stage.until('none', () => !stage.all('button', 'Take out picture 1').length);
  });

  it('that do not get there say why, and go once more by keyboard', async () => {
    await toReason();
    stage.backend.refuse[UPLOAD] = { code: 'internal' };
    await stage.give('Add a picture', await aPicture());
    await stage.sees('Not sent.');
    deepEqual(await stage.axe(), []);
    delete stage.backend.refuse[UPLOAD];
    (await stage.one('button', 'Try again')).focus();
    await stage.key('Enter');
    await stage.until('it is sent', () => stage.backend.pictures.size === 1);
    equal(stage.all('button', 'Try again').length, 0);
  });

  it('that are refused say so, and cannot be sent again as they are', async () => {
    await toReason();
    stage.backend.refuse[UPLOAD] = { code: 'file_too_large' };
    await stage.give('Add a picture', await aPicture());
    await stage.sees('It is too large. Choose a smaller one.');
    equal(stage.all('button', 'Try again').length, 0);
  });

  it('that are more than go for now say when they do, and then go as they are', async () => {
    await toReason();
    stage.backend.refuse[UPLOAD] = { code: 'too_many_files', retryAfter: 900 };
    await stage.give('Add a picture', await aPicture());
    await stage.sees(/That is all you can send for now\. Try again (tomorrow )?at \d\d:\d\d\./);
    delete stage.backend.refuse[UPLOAD];
    await stage.press('Try again');
    await stage.until('it is sent', () => stage.backend.pictures.size === 1);
  });

  it('are pictures, and not what only has the name of one', async () => {
    await toReason();
    await stage.give(
      'Add a picture',
      new File(['no picture'], 'crack.jpg', { type: 'image/jpeg' }),
    );
    await stage.sees('It cannot be opened as a picture.');
    equal(stage.backend.timesAsked(UPLOAD), 0);
  });

  it('are four at most, and are still there after a reload', async () => {
    await toReason();
    const five = await Promise.all(Array.from({ length: 5 }, () => aPicture()));
    await stage.give('Add a picture', ...five);
    await stage.until('all are sent', () => stage.backend.pictures.size === 4);
    await stage.until('no more', () => !stage.all('file').length);
    await stage.until('all are shown', () => thumbnails() === 4);
    const isSaying = ({ textContent }: Element) => textContent !== '';
    await stage.until('all are kept', () => !stage.all('status').some(isSaying));
    await stage.reload();
    await stage.until('all are shown again', () => thumbnails() === 4);
    await stage.press('Take out picture 2');
    await stage.one('file', 'Add a picture');
    equal(stage.all('button', 'Take out picture 4').length, 0);
  });

  it('speak Arabic', async () => {
    await toReason('ar');
    await stage.give('إضافة صورة', await aPicture());
    await stage.until('its thumbnail', thumbnails);
    deepEqual(await stage.axe(), []);
  });

  it('go with what is told to be wrong', async () => {
    const offers: ReportOffer[] = [
      { kind: 'damaged', lines: [coat], resolutions: [], photo: true },
      { kind: 'late', lines: [coat], resolutions: [] },
    ];
    const order = backable();
    const told = { ...order.actions!, report: { allowed: true as const }, reports: offers };
    stage = await open('report', { ...order, actions: told });
    await stage.choose('radio', 'It came damaged');
    await stage.press('Continue');
    await stage.give('Add a picture', await aPicture());
    await stage.until('it is sent', isSent);
    await stage.press('Tell the shop');
    await stage.until('it is told', () => asked('POST /orders/order-4051/reports'));
    const { photos } = asked('POST /orders/order-4051/reports') as Report;
    deepEqual(photos, ['picture-1']);
  });
});
