import { createChest } from '../../../src/widget/host/chest.ts';
import { equal } from '../harness/expect.ts';

describe('What is kept in this browser', () => {
  const { put } = IDBObjectStore.prototype;
  const name = `fd:${crypto.randomUUID()}:`;
  afterEach(async () => {
    IDBObjectStore.prototype.put = put;
    await createChest(name).write(undefined);
  });

  it('is what was put in last, also where that was refused', async () => {
    const chest = createChest<string>(name);
    await chest.write('before');
    // as where there is no room: the deal is off
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      this.transaction.abort();
      return request;
    };
    await chest.write('now');
    equal(await chest.read(), 'now');
    IDBObjectStore.prototype.put = put;
    await chest.write('then');
    equal(await createChest<string>(name).read(), 'then');
    await chest.write(undefined);
    equal(await chest.read(), undefined);
  });
});
