import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Conversation } from '../../../contract/conversations.ts';
import { RowWindow } from '../../host/row-window.ts';
import { createConversations } from '../../stores/conversations.ts';
import { glyph, icon } from '../../ui/icon.ts';
import { parts } from '../../ui/parts.styles.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { linkRow } from '../../ui/row.ts';
import { failedBlock } from '../absent.ts';
import { contactRows } from '../contact.ts';
import { RoomElement, roomHref } from '../room-element.ts';
import { chatLog } from './chat-log.ts';
import { mailPart } from './chat-mail.ts';
import { styles } from './chat.styles.ts';

const SEND = 'M12 19.5v-15m-6 6 6-6 6 6';
const DOWN = 'm6 9.5 6 6 6-6';
/** So near to the end, in px, the shopper sees the newest. */
const NEAR = 48;

/**
 * @summary Ask: the shopper's conversations with the shop and a place to write; with an id, one
 * conversation, live. What is written waits in this browser until the shop has it.
 */
export class FdChat extends RoomElement {
  static override styles = [...RoomElement.styles, parts, styles];
  static override properties = [...RoomElement.properties, 'order', 'isAtEnd', 'isAsking'];
  /** The conversation; `new` for one that nothing is sent in yet. */
  declare order: string | undefined;
  declare private isAtEnd: boolean;
  declare private isAsking: boolean;
  #window = new RowWindow(this);
  #seen: number | undefined;
  /** How much was said when the newest was last told to those who listen. */
  #told = 0;
  #anchor: { block: string; top: number } | undefined;
  #away: AbortController | undefined;

  constructor() {
    super();
    this.isAtEnd = true;
    this.isAsking = false;
  }

  get #chats() {
    return this.desk.use(createConversations);
  }
  get #thread() {
    return this.order && this.order !== 'new' ? this.#chats.thread(this.order) : undefined;
  }
  get #scroller(): HTMLElement {
    return this.parentElement!;
  }
  get #shop(): string {
    return this.desk.info.$state.get().value?.name ?? '';
  }

  protected override shown() {
    const { list, letters, $begun } = this.#chats;
    const { session, $online } = this.desk;
    const thread = this.#thread;
    return [
      ...[session.$session, $online, list.$state, $begun],
      ...[letters.$waiting, letters.$problem, ...(thread ? [thread.$state] : [])],
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const { signal } = this.#away;
    const options = { passive: true, signal };
    this.#scroller.addEventListener('scroll', this.#onScroll, options);
    document.addEventListener('visibilitychange', this.#look, options);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away?.abort();
  }

  protected override willUpdate(): void {
    const { session } = this.desk;
    if (session.$session.get().kind === 'unknown') return;
    const { list, $begun, letters } = this.#chats;
    list.need();
    // the letters that began it have gone
    if (this.order === 'new' && $begun.get() && !letters.$waiting.get().some(isFirst))
      this.order = $begun.get();
    const state = this.#thread?.$state.get();
    if (state && !state.conversation && !state.problem) void this.#thread?.load();
    if (state?.conversation) this.#seen ??= state.conversation.shopper.seen;
    this.#anchor = this.isAtEnd ? undefined : this.#firstSeen();
  }

  protected override updated(): void {
    if (!this.order) return;
    const scroller = this.#scroller;
    const first = this.#anchor;
    const block = first && this.renderRoot.querySelector(`[data-block="${first.block}"]`);
    if (this.isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    else if (block) scroller.scrollTop += block.getBoundingClientRect().top - first.top;
    this.#tell();
    this.#look();
  }

  /** The block that stands at the upper edge: it stays there, whatever comes above. */
  #firstSeen() {
    const edge = this.#scroller.getBoundingClientRect().top;
    for (const block of this.renderRoot.querySelectorAll<HTMLElement>('[data-block]')) {
      const { top, bottom } = block.getBoundingClientRect();
      if (bottom > edge) return { block: block.dataset['block']!, top };
    }
    return undefined;
  }

  /** Says what has come while the shopper was here. */
  #tell(): void {
    const { messages = [] } = this.#thread?.$state.get() ?? {};
    const newest = messages.at(-1);
    if (!newest) return;
    const before = this.#told;
    this.#told = newest.sequence;
    if (before && newest.sequence > before && newest.from !== 'shopper' && newest.text)
      this.desk.announce(`${newest.name ?? this.#shop}: ${newest.text}`);
  }

  #onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (scrollTop < 600) void this.#thread?.earlier();
    this.#look();
  };

  /** What stands before the shopper's eyes has been seen. */
  #look = (): void => {
    if (this.isAtEnd && !document.hidden && this.getClientRects().length) this.#thread?.seen();
  };

  #write = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea')!;
    const text = field.value.trim();
    if (!text) return;
    const { letters } = this.#chats;
    const isNew = !this.#thread;
    letters.write({ text, ...(!isNew && { conversation: this.order! }) });
    field.value = '';
    this.#keepDraft();
    this.isAtEnd = true;
    if (!this.order) this.desk.route.go('talk/new');
    this.requestUpdate();
  };

  get #draft(): string {
    return `chat ${this.order ?? 'new'}`;
  }
  #keepDraft = (): void => {
    const { value } = this.renderRoot.querySelector('textarea')!;
    this.desk.drafts.write(this.#draft, value || undefined);
    if (value && this.#thread) this.#chats.typing(this.order!);
    this.requestUpdate();
  };
  #onKey = (event: KeyboardEvent): void => {
    const { key, shiftKey, isComposing } = event;
    if (key === 'Enter' && !shiftKey && !isComposing) this.#write(event);
  };

  #composer(): TemplateResult {
    const { text } = this.words;
    const draft = this.desk.drafts.read<string>(this.#draft) ?? '';
    const problem = this.#chats.letters.$problem.get();
    return html`<form class="foot ${this.order ? '' : 'start'}" @submit=${this.#write}>
      ${
        this.order && !this.isAtEnd
          ? html`<button class="ib jump" type="button" aria-label=${text('jump')} @click=${this.#jump}>${glyph(DOWN, 's20')}</button>`
          : nothing
      }
      ${problem?.code === 'too_many_messages' ? html`<p class="meta" role="alert">${text('tooFast')}</p>` : nothing}
      <div class="comp">
        <textarea rows="1" maxlength="4000" enterkeyhint="send" dir="auto" .value=${draft}
          aria-label=${text('writeMessage')} placeholder=${text('writeMessage')}
          @input=${this.#keepDraft} @keydown=${this.#onKey}></textarea>
        <button class="ib send" aria-label=${text('send')} aria-disabled=${!draft.trim()}>${glyph(SEND, 's20')}</button>
      </div>
    </form>`;
  }
  #jump = (): void => {
    this.isAtEnd = true;
    this.requestUpdate();
  };

  /** When a person answers. */
  #answering(): string {
    const { text, when } = this.words;
    const { open, opensAt, minutes } = this.#chats.list.$state.get().value?.answering ?? {};
    if (opensAt) return when('answersFrom', opensAt);
    if (!open || !minutes) return '';
    return minutes < 60
      ? text('answersMinutes', { n: minutes })
      : text('answersHours', { n: minutes / 60 });
  }

  #row({ id, preview, unread, state }: Conversation): TemplateResult {
    const { text, when } = this.words;
    const path = `talk/${encodeURIComponent(id)}`;
    const who = preview?.from === 'shopper' ? text('you') : (preview?.name ?? this.#shop);
    const said =
      preview?.event === 'closed' || state === 'closed' ? text('talkClosed') : preview?.text;
    return html`<a class="li" href=${roomHref(path)} @click=${this.to(path)}>
      ${roomIcon('chat')}
      <span class="grow"><span class="strong clip" dir="auto">${said ? `${who}: ${said}` : who}</span
        ><span class="small second">${preview ? when('chatDay', preview.at) : nothing}</span></span>
      ${unread ? html`<span class="badge" aria-label=${text('unread', { n: unread })}>${unread}</span>` : roomIcon('chev', 's20')}
    </a>`;
  }

  #start(): TemplateResult {
    const { text } = this.words;
    const { items = [] } = this.#chats.list.$state.get().value ?? {};
    const row = (path: string, title: string, lead: TemplateResult) =>
      linkRow({ lead, title }, roomHref(path), this.to(path, true));
    return html`<h1 class="display" tabindex="-1">${text('askTitle')}</h1>
      <div class="list">${row('orders', text('askWhere'), roomIcon('truck'))} ${row('returns', text('askSwap'), icon('refresh'))}</div>
      ${
        items.length
          ? html`<section class="sec">
              <h2 class="head">${text('conversations')}</h2>
              <div class="list">${items.map((one) => this.#row(one))}</div>
            </section>`
          : nothing
      }
      <p class="small second">${this.#answering()}</p>
      ${this.#composer()}`;
  }

  #talk(): TemplateResult {
    const { text } = this.words;
    const thread = this.#thread?.$state.get() ?? { messages: [] };
    const { conversation, problem } = thread;
    const { letters } = this.#chats;
    const id = this.order === 'new' ? undefined : this.order;
    const waiting = letters.$waiting.get().filter((one) => one.conversation === id);
    if (problem && !conversation)
      return html`${failedBlock(this.desk, { title: 'roomFailed', heading: true, again: () => this.#thread?.load() })}
        ${contactRows(this.desk)}`;
    return html`<h1 class="hide" tabindex="-1">${text('conversation')}</h1>
      <p class="meta">${this.#answering()}</p>
      ${chatLog({
        ...{ thread, letters, waiting, seen: this.#seen ?? 0, shop: this.#shop },
        ...{ words: this.words, online: this.desk.$online.get(), window: this.#window },
      })}
      ${conversation ? this.#mail(conversation) : nothing}
      ${conversation?.state === 'closed' ? this.#rating(conversation) : nothing} ${this.#composer()}`;
  }

  #mail(conversation: Conversation): TemplateResult | typeof nothing {
    const { info, session } = this.desk;
    if (!info.$state.get().value?.capabilities.chat?.mail) return nothing;
    const who = session.$session.get();
    return mailPart({
      ...{ conversation, words: this.words, isAsking: this.isAsking },
      asks: who.kind !== 'customer' || !who.customer.email,
      ask: () => (this.isAsking = true),
      want: (email) => {
        this.#chats.mail(conversation.id, email).catch(() => {
          this.desk.announce(this.words.text('nothingChanged'));
        });
      },
    });
  }

  #rating({ id, rating }: Conversation): TemplateResult {
    const { text } = this.words;
    return html`<section class="stack">
      <h2 class="head">${text(rating ? 'rated' : 'rate')}</h2>
      <div class="rate" role="group" aria-label=${text('rate')}>
        ${[1, 2, 3, 4, 5].map(
          (
            n,
          ) => html`<button class="btn ${n === rating ? '' : 'quiet'}" aria-pressed=${n === rating}
            aria-label=${text('rateOf', { n })} @click=${() => void this.#chats.rate(id, n)}>${n}</button>`,
        )}
      </div>
    </section>`;
  }

  protected override render(): TemplateResult {
    return this.order ? this.#talk() : this.#start();
  }
}

const isFirst = ({ conversation, refused }: { conversation?: string; refused?: string }): boolean =>
  conversation === undefined && refused === undefined;
