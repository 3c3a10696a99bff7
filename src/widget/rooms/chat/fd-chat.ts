import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Conversation } from '../../../contract/conversations.ts';
import type { Card } from '../../../contract/message-parts.ts';
import { RowWindow } from '../../host/row-window.ts';
import type { ChosenFile } from '../../host/chosen-file.ts';
import { asProblem } from '../../client/problem.ts';
import { createConversations } from '../../stores/conversations.ts';
import type { Letter, Letters } from '../../stores/letters.ts';
import { createPhotos } from '../../stores/photos.ts';
import { chipStyles } from '../../ui/chips.styles.ts';
import { icon } from '../../ui/icon.ts';
import { parts } from '../../ui/parts.styles.ts';
import { roomIcon } from '../../ui/room-icon.ts';
import { linkRow } from '../../ui/row.ts';
import { failedBlock } from '../absent.ts';
import { contactRows } from '../contact.ts';
import { orderStyles } from '../order-parts.ts';
import { refusal } from '../refusal.ts';
import { RoomElement, roomHref } from '../room-element.ts';
import { ABOUT } from './chat-cards.ts';
import { composer } from './chat-composer.ts';
import { answeringWords, chatList } from './chat-list.ts';
import { chatLog } from './chat-log.ts';
import { mailPart, transcriptPart } from './chat-mail.ts';
import { chatRating } from './chat-rating.ts';
import { styles } from './chat.styles.ts';

const MOST_PICTURES = 4;
/** So near to the end, in px, the shopper sees the newest. */
const NEAR = 48;

/**
 * @summary Ask: the shopper's conversations with the shop and a place to write; with an id, one
 * conversation, live. What is written waits in this browser until the shop has it.
 */
export class FdChat extends RoomElement {
  static override styles = [...RoomElement.styles, parts, orderStyles, chipStyles, styles];
  static override properties = [
    ...RoomElement.properties,
    ...['order', 'isAtEnd', 'isAsking', 'pictures', 'isUnreadable', 'isMailed', 'unmailed'],
  ];
  /** The conversation; `new` for one that nothing is sent in yet. */
  declare order: string | undefined;
  declare private isAtEnd: boolean;
  declare private isAsking: boolean | undefined;
  declare private pictures: readonly ChosenFile[];
  /** One that was chosen last cannot be opened. */
  declare private isUnreadable: boolean | undefined;
  /** All that was said is on its way to them. */
  declare private isMailed: boolean | undefined;
  /** Why nothing goes out by mail, in words. */
  declare private unmailed: string | undefined;
  #window = new RowWindow(this);
  #seen: number | undefined;
  /** How much was said when the newest was last told to those who listen. */
  #told = 0;
  #anchor: { block: string; top: number } | undefined;
  #away: AbortController | undefined;

  constructor() {
    super();
    this.isAtEnd = true;
    this.pictures = [];
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
    return this.desk.shop?.name ?? '';
  }

  protected override shown() {
    const { list, letters, $begun } = this.#chats;
    const thread = this.#thread;
    return [
      ...[this.desk.orders.$state, list.$state, $begun, this.desk.use(createPhotos).$state],
      ...[letters.$waiting, letters.$going, letters.$problem, ...(thread ? [thread.$state] : [])],
    ];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const { signal } = this.#away;
    const options = { passive: true, signal };
    this.#scroller.addEventListener('scroll', this.#onScroll, options);
    document.addEventListener('visibilitychange', this.#look, options);
    // there by the time that one is chosen, also where the line is gone by then
    pictures().catch(() => undefined);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away?.abort();
  }

  protected override willUpdate(): void {
    if (this.who.kind === 'unknown') return;
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
      this.desk.announce(
        `${newest.name ?? this.#shop}: ${[newest.text, ...(newest.choices ?? [])].join(', ')}`,
      );
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
    const files = this.pictures.map(({ file }) => file);
    const about = this.#about;
    if (!text && !files.length && !about) return;
    this.#send({ text, ...(files.length && { files }), ...(about && { cards: [about] }) });
    field.value = '';
    this.pictures = [];
    this.isUnreadable = false;
    this.#forget();
    this.#keepDraft();
    if (!this.order) this.desk.route.go('talk/new');
  };
  #send(letter: Parameters<Letters['write']>[0]): void {
    this.#chats.letters.write(
      { ...letter, ...(this.#thread && { conversation: this.order! }) },
      !this.order || !!letter.cards,
    );
    this.isAtEnd = true;
    this.requestUpdate();
  }

  get #about(): Card | undefined {
    return this.desk.drafts.read<Card>(ABOUT);
  }
  #forget = (): void => {
    this.desk.drafts.write(ABOUT, undefined);
    this.requestUpdate();
  };

  get #answering(): string {
    const { answering = {} } = this.#chats.list.$state.get().value ?? {};
    return answeringWords(answering, this.words.here);
  }

  get #draft(): string {
    return `chat ${this.order ?? 'new'}`;
  }
  #keepDraft = (): void => {
    const { value } = this.renderRoot.querySelector('textarea')!;
    this.desk.drafts.write(this.#draft, value || undefined);
    if (value && this.#thread) this.#chats.typing(this.order!);
    this.requestUpdate();
  };
  #choose = async (files: Iterable<File>): Promise<void> => {
    this.isUnreadable = false;
    for (const file of files) {
      const small = await pictures().then(
        ({ smallFile }) => smallFile(file),
        () => undefined,
      );
      if (small) this.pictures = [...this.pictures, small].slice(0, MOST_PICTURES);
      else this.isUnreadable = true;
    }
  };

  /** Why what was written or chosen does not go. */
  get #said(): string {
    const { text, here } = this.words;
    if (this.isUnreadable) return text('photoUnreadable');
    const { code, retryAt } = this.#chats.letters.$problem.get() ?? {};
    if (!retryAt) return '';
    return here.when(code === 'too_many_messages' ? 'tooFast' : 'againAt', retryAt);
  }

  #composer(): TemplateResult {
    return composer({
      ...{ desk: this.desk, pictures: this.pictures, isStart: !this.order },
      draft: this.desk.drafts.read<string>(this.#draft) ?? '',
      said: this.#said,
      choose: this.desk.shop?.capabilities.uploads
        ? (files) => void this.#choose(files)
        : undefined,
      take: (picture) => (this.pictures = this.pictures.filter((one) => one !== picture)),
      jump: this.order && !this.isAtEnd ? this.#jump : undefined,
      ...{ about: this.#about, forget: this.#forget },
      ...{ keep: this.#keepDraft, write: this.#write },
    });
  }
  #jump = (): void => {
    this.isAtEnd = true;
    this.requestUpdate();
  };

  #start(): TemplateResult {
    const { text } = this.words;
    const { items = [] } = this.#chats.list.$state.get().value ?? {};
    const row = (path: string, title: string, lead: TemplateResult) =>
      linkRow({ lead, title }, roomHref(path), this.to(path, true));
    return html`<h1 class="display" tabindex="-1">${text('askTitle')}</h1>
      <div class="list">${row('orders', text('askWhere'), roomIcon('truck'))} ${row('returns', text('askSwap'), icon('refresh'))}</div>
      ${chatList(items, this.#shop, this.words.here, (path) => this.to(path))}
      <p class="small second">${this.#answering}</p>
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
      return html`${failedBlock(this.desk, { title: 'roomFailed', problem, heading: true, again: () => this.#thread?.load() })}
        ${contactRows(this.desk)}`;
    return html`<h1 class="hide" tabindex="-1">${text('conversation')}</h1>
      <p class="meta">${this.#answering}</p>
      ${chatLog({
        ...{ thread, letters, waiting, seen: this.#seen ?? 0, shop: this.#shop },
        ...{ desk: this.desk, window: this.#window, to: (path) => this.to(path) },
      })}
      ${this.#choices(waiting.length ? [] : thread.messages.at(-1)?.choices)}
      ${conversation ? this.#mail(conversation) : nothing}
      ${conversation?.state === 'closed' ? chatRating(conversation, this.words, (...rated) => void this.#chats.rate(...rated)) : nothing} ${this.#composer()}`;
  }

  /** What the shop offers to answer with; gone once anything is. */
  #choices(choices: readonly string[] = []): TemplateResult | typeof nothing {
    return choices.length
      ? html`<div class="chips choices" role="group">${choices.map(
          (text) =>
            html`<button class="btn quiet" @click=${() => this.#send({ text })}>${text}</button>`,
        )}</div>`
      : nothing;
  }

  #mail(conversation: Conversation): TemplateResult | typeof nothing {
    const { who } = this;
    if (!this.desk.shop?.capabilities.chat?.mail) return nothing;
    const asks = who.kind !== 'customer' || !who.customer.email;
    const { id } = conversation;
    const mailing = (asked: Promise<unknown>) => {
      this.unmailed = '';
      asked.catch((error: unknown) => (this.unmailed = refusal(asProblem(error), this.words)));
    };
    const { messages = [] } = this.#thread?.$state.get() ?? {};
    // there is an answer in it, and an address that is theirs, or will be once they sign in
    const isWorthIt =
      messages.some(({ from }) => from === 'staff') && (!asks || who.kind !== 'customer');
    const { go, here } = this.desk.route;
    const mailAll = () => {
      if (asks) go('sign-in', here());
      else mailing(this.#chats.transcript(id).then(() => (this.isMailed = true)));
    };
    return html`${mailPart({
      ...{ conversation, words: this.words, isAsking: this.isAsking, asks },
      ask: () => (this.isAsking = true),
      want: (email) => mailing(this.#chats.mail(id, email)),
    })}
    ${isWorthIt ? transcriptPart(this.isMailed, mailAll, this.words) : nothing}
    ${this.unmailed ? html`<p class="meta" role="alert">${this.unmailed}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    return this.order ? this.#talk() : this.#start();
  }
}

/** What makes pictures small comes once a place to write stands. */
const pictures = () => import('../../host/small-picture.ts');

const isFirst = ({ conversation, refused }: Letter): boolean => !conversation && !refused;
