import { deepEqual, equal } from '../harness/expect.ts';
import { Ledger } from '../harness/ledger.ts';
import { ShopPage } from '../harness/shop-page.ts';
import { aCustomer, anOrder } from '../harness/an-order.ts';

const signIn = (backend: ShopPage['backend']) => {
  backend.session = aCustomer();
  backend.orders = [anOrder()];
};

describe('A desk that goes', () => {
  it('leaves no node, listener, timer or request behind', async () => {
    const nodes = document.querySelectorAll('*').length;
    const style = document.documentElement.outerHTML.length;
    const ledger = new Ledger();
    const page = await ShopPage.open({}, signIn);
    try {
      await page.openPanel();
      await page.sees('4182');
      page.desk.open('order/order-4182');
      await page.until('the order', () => page.room === 'order/order-4182');
      page.backend.hold.add('GET /orders/order-4182');
      page.desk.destroy();
      await page.until('destroyed', () => !page.panel);
      deepEqual(ledger.held, []);
      equal(document.querySelectorAll('*').length, nodes);
      equal(document.documentElement.outerHTML.length, style);
      const asked = page.backend.asked.length;
      dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
      equal(page.backend.asked.length, asked);
      deepEqual([...ledger.timers.values()], []);
    } finally {
      ledger.close();
      page.leave();
    }
  });

  it('works again when it is taken out of the page and put back', async () => {
    const ledger = new Ledger();
    const page = await ShopPage.open();
    try {
      for (let round = 0; round < 3; round += 1) {
        await page.openPanel();
        page.desk.remove();
        equal(page.isOpen, false);
        equal(page.button.ariaExpanded, 'false');
        document.body.append(page.desk);
      }
      await page.openPanel();
      await page.sees('Have an order?');
      page.desk.remove();
      equal(ledger.listeners.get('click') ?? 0, 0);
    } finally {
      ledger.close();
      page.leave();
    }
  });

  it('does not grow while it is opened and closed a hundred times', async () => {
    const page = await ShopPage.open({}, signIn);
    try {
      await page.openPanel();
      await page.sees('4182');
      await page.sees('Write to us');
      page.desk.close();
      await page.until('closed', () => !page.isOpen);
      const nodes = page.all('*').length;
      const ledger = new Ledger();
      for (let round = 0; round < 100; round += 1) {
        page.desk.open();
        await page.until('open', () => page.isOpen);
        page.desk.close();
        await page.until('closed', () => !page.isOpen);
      }
      ledger.close();
      equal(page.all('*').length, nodes);
      deepEqual(ledger.held, []);
    } finally {
      page.leave();
    }
  });
});
