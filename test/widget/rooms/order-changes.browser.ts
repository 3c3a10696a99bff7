import { aCustomer, fresh } from '../harness/an-order.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { Stage } from '../harness/stage.ts';

// In a page of its own: what was once defined is there for good.

describe('what can be done with an order', () => {
  const { define } = customElements;
  let stage: Stage;
  afterEach(() => {
    customElements.define = define;
    stage.close();
  });

  it('is asked for again with news of the order, where it did not come', async () => {
    const order = fresh();
    const MENDED = 3;
    let asked = 0;
    customElements.define = (name, ...more) => {
      if (name === 'fd-order-changes') {
        asked += 1;
        if (asked < MENDED) throw new Error('it did not come');
      }
      define.call(customElements, name, ...more);
    };
    stage = await Stage.open(`order/${order.id}`, {
      prepare(backend) {
        backend.session = aCustomer();
        backend.orders = [order];
      },
    });
    await stage.until('it was asked for', () => asked);
    await stage.sees('Field coat');
    deepEqual(await stage.axe(), []);
    equal(asked, 1);
    await stage.desk.order(order.id).load();
    await stage.until('it was asked for again', () => asked > 1);
    equal(stage.all('button', 'Cancel order').length, 0);
    await stage.desk.order(order.id).load();
    await stage.one('button', 'Cancel order');
    equal(asked, MENDED);
  });
});
