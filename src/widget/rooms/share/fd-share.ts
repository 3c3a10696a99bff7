import { html, nothing, type TemplateResult } from 'lit/html.js';
import { switchRow, switchStyles } from '../../ui/switch.ts';
import { roomHref } from '../room-element.ts';
import { createWishLinks } from '../../stores/wish-links.ts';
import { createWishlists } from '../../stores/wishlists.ts';
import { errorLine, field, fieldStyles, footStyles, parts } from '../saved-parts.ts';
import { copy, share } from '../share.ts';
import { TaskRoom } from '../task-room.ts';
import { styles } from './fd-share.styles.ts';
import { heading } from '../../ui/heading.ts';

const NEW = 'new';

/** @summary The link to a list; or a new list, which is made here. */
export class FdShare extends TaskRoom {
  static override styles = [
    ...TaskRoom.styles,
    ...[parts, fieldStyles, footStyles, switchStyles, styles],
  ];
  static override properties = [...TaskRoom.properties, 'order', 'friends', 'name'];
  /** Which list; `new` is one that is yet to be made. */
  declare order: string;
  /** What is wished for while there is no link yet. */
  declare private friends: boolean;
  declare private name: string;

  constructor() {
    super();
    this.friends = true;
    this.name = '';
  }

  get #links() {
    return this.desk.use(createWishLinks);
  }
  get #saved() {
    return this.desk.use(createWishlists);
  }
  get #list() {
    return this.#saved.$contents
      .get()
      .lists.find(({ id, removed }) => id === this.order && !removed);
  }
  get #share() {
    return this.#saved.$beside.get().shares.find(({ list }) => list === this.order);
  }

  protected override shown() {
    const { $contents, $beside } = this.#saved;
    return [$contents, $beside];
  }

  #make = (event: SubmitEvent) => {
    event.preventDefault();
    const name = this.name.trim();
    if (!name) return;
    const { box } = this.#saved;
    const id = `l-${box.contents.device.slice(0, 8)}-${Date.now().toString(36)}`;
    box.writeList({ id, name, at: new Date().toISOString(), device: box.contents.device });
    this.desk.route.done();
  };

  #delete = () => {
    const list = this.#list;
    if (list) this.#saved.box.writeList({ ...list, removed: true });
    this.desk.route.done();
  };

  #open = (friends: boolean) => {
    this.friends = friends;
    if (this.#share) void this.do(() => this.#links.share(this.#saved, this.order, friends));
  };

  get #link(): string {
    const { shop } = this.desk.shop?.links ?? {};
    const page = new URL(shop ?? location.pathname, location.href);
    page.hash = roomHref(`shared/${this.#share?.token}`);
    return page.href;
  }

  #send = () =>
    this.do(async () => {
      if (!this.#share) await this.#links.share(this.#saved, this.order, this.friends);
      await share(this.desk, { url: this.#link });
    });

  #newList(): TemplateResult {
    const { text } = this.words;
    return html`${heading(text('listTitle'))}
      <form id="form" novalidate @submit=${this.#make}>
        ${field({
          name: 'list',
          label: text('fullName'),
          value: this.name,
          first: true,
          capitals: true,
          type: (typed) => (this.name = typed.slice(0, 60)),
        })}
      </form>
      <div class="ft"><button class="btn" form="form" aria-disabled=${!this.name.trim()}>${text('makeList')}</button></div>`;
  }

  #shareable(): TemplateResult {
    const { text } = this.words;
    const share = this.#share;
    const link = this.#link.replace(/^https?:\/\//, '');
    return html`${
      share
        ? html`<div class="link-box"><span class="grow" dir="ltr">${link}</span>
            <button class="link" @click=${() => copy(this.desk, this.#link)}>${text('copyLink')}</button></div>`
        : nothing
    }
      ${switchRow({
        title: text('friendsMark'),
        text: text('friendsMarkHow'),
        on: share?.friends ?? this.friends,
        set: this.#open,
      })}
      ${share ? html`<button class="btn text" @click=${() => this.do(() => this.#links.unshare(this.#saved, this.order))}>${text('takeLinkBack')}</button>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    if (this.order === NEW) return this.#newList();
    const list = this.#list;
    const isHere = this.who.kind === 'customer';
    return html`${heading(text('shareTitle', { list: list?.name ?? text('saved') }), text(isHere ? 'shareHow' : 'shareSignIn'))}
      ${isHere ? this.#shareable() : nothing}
      ${
        list
          ? html`<div class="stack tight"><button class="btn text" @click=${this.#delete}>${text('deleteList')}</button>
              <p class="small second mid">${text('deleteListHow')}</p></div>`
          : nothing
      }
      <div class="ft">${errorLine(this.error)}
        ${
          isHere
            ? html`<button class="btn" @click=${this.#send}>${text('shareLink')}</button>`
            : html`<button class="btn" @click=${() => this.desk.route.go('sign-in', this.desk.route.here())}>${text('signIn')}</button>`
        }
      </div>`;
  }
}
