import { html } from 'lit/html.js';
import { ReactiveElement } from '../../../src/widget/host/reactive-element.ts';
import { equal } from '../harness/expect.ts';

class TestCounter extends ReactiveElement {
  static override properties = ['count'];
  declare count: number;
  updates = 0;
  protected override render() {
    this.updates += 1;
    return html`${this.count}`;
  }
}
customElements.define('test-counter', TestCounter);

describe('an element', () => {
  const element = new TestCounter();
  afterEach(() => element.remove());

  it('renders nothing out of the page, and all that has changed once it is back', async () => {
    element.count = 1;
    await element.updateComplete;
    equal(element.updates, 0);
    document.body.append(element);
    await element.updateComplete;
    equal(element.renderRoot.textContent, '1');
    element.count = 2;
    element.remove();
    await element.updateComplete;
    equal(element.updates, 1);
    document.body.append(element);
    await element.updateComplete;
    equal(element.renderRoot.textContent, '2');
    equal(element.updates, 2);
  });
});
