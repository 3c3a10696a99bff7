// A small but honest panel: four tabs, a 50-row order list, two forms, a chat log.
import { LitElement, html, css, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
const orders = Array.from({ length: 50 }, (_, i) => ({
  id: 1000 + i,
  state: ['Shipped', 'Packed', 'Delivered'][i % 3],
  total: (i * 7.3 + 12).toFixed(2),
}));
class LitDeskPanel extends LitElement {
  static properties = { open: { type: Boolean }, tab: { state: true }, log: { state: true } };
  static styles = css`
    section { position: fixed; right: 20px; bottom: 88px; width: 360px; height: 480px; background: #fff;
      border-radius: 12px; box-shadow: 0 8px 32px #0003; padding: 16px; box-sizing: border-box;
      font: 16px system-ui; contain: strict; display: flex; flex-direction: column; }
    section[hidden] { display: none; }
    .list { overflow: auto; flex: 1; }
    .row { content-visibility: auto; contain-intrinsic-size: auto 40px; padding: 8px 0; }
    [role='tab'][aria-selected='true'] { font-weight: 700; }
  `;
  constructor() {
    super();
    this.open = false;
    this.tab = 'Orders';
    this.log = [];
  }
  updated(changed) {
    if (changed.has('open') && this.open) this.renderRoot.querySelector('input')?.focus();
  }
  send(e) {
    e.preventDefault();
    const input = e.target.querySelector('input');
    this.log = [...this.log, input.value];
    input.value = '';
  }
  render() {
    return html`<section role="dialog" aria-label="Help" ?hidden=${!this.open}>
      <div role="tablist">
        ${['Orders', 'Returns', 'Wishlist', 'Chat'].map(
          (t) =>
            html`<button role="tab" aria-selected=${t === this.tab} @click=${() => (this.tab = t)}>${t}</button>`,
        )}
      </div>
      ${
        this.tab === 'Orders'
          ? html`<label>Order number <input name="order" /></label>
            <div class="list">
              ${repeat(
                orders,
                (o) => o.id,
                (o) => html`<div class="row">#${o.id} ${o.state} <b>$${o.total}</b></div>`,
              )}
            </div>`
          : nothing
      }
      ${
        this.tab === 'Returns'
          ? html`<form><label>Reason <input /></label><button>Start return</button></form>`
          : nothing
      }
      ${this.tab === 'Wishlist' ? html`<p>Nothing saved yet</p>` : nothing}
      ${
        this.tab === 'Chat'
          ? html`<div class="list" role="log">${this.log.map((m) => html`<p>${m}</p>`)}</div>
            <form @submit=${this.send}><input aria-label="Message" /><button>Send</button></form>`
          : nothing
      }
    </section>`;
  }
}
customElements.define('lit-desk-panel', LitDeskPanel);
