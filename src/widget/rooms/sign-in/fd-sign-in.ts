import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Challenge, ChallengeRequest, LookupRequest } from '../../../contract/identity.ts';
import { asProblem, type Problem } from '../../client/problem.ts';
import { dropSecretHash } from '../../host/secret-hash.ts';
import { codeInput, codeInputStyles } from '../../ui/code-input.ts';
import { stateBlock } from '../../ui/state-block.ts';
import {
  contactRows,
  createIdentity,
  errorLine,
  field,
  fieldStyles,
  parts,
  refusal,
} from '../identity-parts.ts';
import { RoomElement } from '../room-element.ts';
import { linkIn, linkOpened, linkSent, type MailedLink } from './by-link.ts';
import { styles } from './fd-sign-in.styles.ts';

const EMAIL = /^\S+@\S+\.\S+$/;
const DRAFT = 'sign-in';
/** In place of an order: whoever is signed in proves it anew. */
const SELF = 'self';

/** What a reload must not cost: the address, and the code that is on its way. */
export interface SignInDraft {
  email?: string;
  challenge?: Challenge;
  /** The code was sent for an order that was looked up; asking again is looking up again. */
  lookUp?: LookupRequest;
}

/**
 * @summary Sign in: an address, then a six-digit code that sends itself on the last digit. With
 * `order`, a guest who follows that order asks for all of it: the code goes to the order's own
 * address. `order` may be "self": a customer proves anew who they are, at their own address.
 * After too many wrong codes a link is sent instead; opened, it leads here.
 */
export class FdSignIn extends RoomElement {
  static override styles = [...RoomElement.styles, parts, fieldStyles, codeInputStyles, styles];
  static override properties = [
    ...RoomElement.properties,
    'order',
    'draft',
    'code',
    'busy',
    'error',
    'off',
    'left',
  ];
  /** Id of the order a guest follows; or what a link from a mail names. */
  declare order: string | undefined;
  declare private draft: SignInDraft;
  declare private code: string;
  declare private busy: boolean;
  declare private error: string;
  /** The shop cannot send codes. */
  declare private off: boolean;
  /** Seconds until a new code may be asked for. */
  declare private left: number;
  #link: MailedLink | undefined;
  #linkOver = false;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #begun = false;
  /** The proof there was when the room was opened: another one is what it waits for. */
  #before: string | undefined;

  constructor() {
    super();
    this.draft = {};
    this.code = this.error = '';
    this.busy = this.off = false;
    this.left = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.draft.challenge) this.#countDown(this.draft.challenge);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  protected override shown() {
    return [this.desk.session.$session];
  }

  protected override willUpdate(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#link = linkIn(this.order);
    if (this.#link) {
      dropSecretHash();
      return;
    }
    this.#before = this.order === SELF ? this.#proof : undefined;
    const { challenge, ...draft } = this.desk.drafts.read<SignInDraft>(this.#draftName) ?? {};
    this.draft = draft;
    if (challenge && Date.parse(challenge.expiresAt) > Date.now()) this.#sent(challenge);
  }

  protected override updated(): void {
    const proof = this.#proof;
    // once: the room that comes next is not this one's to leave
    if (proof && proof !== this.#before && this.desk.route.here().room === 'sign-in')
      this.#finish();
  }

  /** When a customer last proved who they are. One who need not do it anew has done so. */
  get #proof(): string | undefined {
    const who = this.desk.session.$session.get();
    return who.kind === 'customer' ? who.verifiedAt : undefined;
  }
  get #draftName(): string {
    return this.order === SELF ? `${DRAFT} ${SELF}` : DRAFT;
  }

  #finish(): void {
    this.desk.drafts.write(this.#draftName, undefined);
    this.desk.route.done();
  }

  #keep(draft: SignInDraft): void {
    this.draft = draft;
    this.desk.drafts.write(this.#draftName, Object.keys(draft).length ? draft : undefined);
  }

  #sent(challenge: Challenge): void {
    this.code = '';
    this.#keep({ ...this.draft, challenge });
    this.#countDown(challenge);
  }

  #countDown({ resendAt }: Challenge): void {
    clearInterval(this.#ticker);
    const tick = () => {
      this.left = Math.max(0, Math.ceil((Date.parse(resendAt) - Date.now()) / 1000));
      if (!this.left) clearInterval(this.#ticker);
    };
    this.#ticker = setInterval(tick, 1000);
    tick();
  }

  /** Whose address gets the code, where it need not be asked for. */
  get #known(): Exclude<ChallengeRequest, { email: string } | { phone: string }> | undefined {
    const who = this.desk.session.$session.get();
    if (this.order && who.kind === 'guest') return { order: who.order.id };
    return this.order === SELF && who.kind === 'customer' ? { self: true } : undefined;
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      await act();
    } catch (error) {
      const problem = asProblem(error);
      this.off = problem.code === 'channel_unavailable';
      this.error = this.#saidOf(problem);
    } finally {
      this.busy = false;
    }
  }

  #saidOf(problem: Problem): string {
    const { text } = this.words;
    this.#linkOver = !!this.#link && LINK_OVER.has(problem.code);
    if (this.#linkOver) return text('linkOver');
    return problem.code === 'validation_failed' ? text('emailWrong') : refusal(problem, this.words);
  }

  #ask(): Promise<void> {
    const identity = this.desk.use(createIdentity);
    const { lookUp, email = '' } = this.draft;
    const known = this.#known;
    return this.#try(async () => {
      const challenge = lookUp
        ? await identity.lookUp(lookUp)
        : await identity.askCode(known ?? { email });
      if (challenge) this.#sent(challenge);
    });
  }

  #again = async () => {
    await this.#ask();
    const sent = this.draft.challenge?.link ? 'newLinkSent' : 'newCodeSent';
    if (!this.error) this.desk.announce(this.words.text(sent));
    this.focusStart();
  };

  #onEmail = (event: InputEvent) => {
    this.error = '';
    this.#keep({ email: (event.target as HTMLInputElement).value });
  };

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const email = (this.draft.email ?? '').trim();
    if (!this.#known && !EMAIL.test(email)) {
      this.error = this.words.text('emailWrong');
      this.focusStart();
      return;
    }
    if (email) this.draft = { email };
    void this.#ask();
  };

  #onCode = (code: string) => {
    this.code = code;
    this.error = '';
    const { challenge } = this.draft;
    if (challenge && code.length === challenge.codeLength)
      void this.#try(() => this.desk.use(createIdentity).answer(challenge.id, { code }));
  };

  /** Once more with the same code: the network may be back. */
  #onEnter = (event: SubmitEvent) => {
    event.preventDefault();
    this.#onCode(this.code);
  };

  #onLink = () => {
    const { challenge, token } = this.#link!;
    void this.#try(() => this.desk.use(createIdentity).answer(challenge, { token }));
  };

  #change = () => {
    const { challenge: _, lookUp, ...kept } = this.draft;
    this.error = '';
    this.#keep(kept);
    if (lookUp) this.desk.route.replace('find');
  };

  #askAddress(): TemplateResult {
    const { text } = this.words;
    const shop = this.desk.info.$state.get().value;
    const known = this.#known;
    const isSelf = known && 'self' in known;
    return html`<form novalidate @submit=${this.#onSubmit}>
        <div class="stack">
          <h1 class="display" tabindex="-1">${text(isSelf ? 'proveIt' : known ? 'seeAllOf' : 'signIn')}</h1>
          <p class="second">${text(isSelf ? 'proveHow' : known ? 'seeAllHow' : 'signInHow')}</p>
        </div>
        ${
          known
            ? errorLine(this.error)
            : field({
                name: 'email',
                label: text('email'),
                value: this.draft.email ?? '',
                error: this.error,
                inputmode: 'email',
                autocomplete: 'email',
                first: true,
                onInput: this.#onEmail,
              })
        }
        <button class="btn" aria-disabled=${this.busy}>${text('sendCode')}</button>
      </form>
      ${
        known || !shop?.capabilities.guestTracking
          ? nothing
          : html`<p class="or">${text('or')}</p>${this.#trackInstead()}`
      }
      ${
        shop?.links.terms && !isSelf
          ? html`<p class="small second foot">${text('accept')} <a class="link ul" href=${shop.links.terms} target="_blank" rel="noopener">${text('terms')}</a>.</p>`
          : nothing
      }`;
  }

  #trackInstead(): TemplateResult {
    return html`<button class="btn text" @click=${this.to('find')}>${this.words.text('trackInstead')}</button>`;
  }

  #waitForLink(challenge: Challenge): TemplateResult {
    return html`${linkSent(challenge, this.words, this.#change)} ${errorLine(this.error)}
      ${this.#sendAgain('linkIn', 'newLink')}
      <p class="small second">${this.words.text('notThere')}</p>`;
  }

  #sendAgain(soon: 'codeIn' | 'linkIn', now: 'newCode' | 'newLink'): TemplateResult {
    const { text } = this.words;
    return this.left
      ? html`<p class="small second num">${text(soon, { time: clock(this.left) })}</p>`
      : html`<button class="btn quiet" aria-disabled=${this.busy} @click=${this.#again}>${text(now)}</button>`;
  }

  #askCode({ channel, to, codeLength }: Challenge): TemplateResult {
    const { text } = this.words;
    const [before = '', after = ''] = text('sentTo', { to: '\0' }).split('\0');
    return html`<div class="stack">
        <h1 class="display" tabindex="-1">${text(channel === 'email' ? 'checkMail' : 'checkPhone')}</h1>
        <p class="second">${before}<bdi class="who">${to}</bdi>${after} ${this.order === SELF ? nothing : html`<button class="link" @click=${this.#change}>${text('change')}</button>`}</p>
      </div>
      <form class="sec" @submit=${this.#onEnter}>
        ${codeInput({
          label: text('code'),
          code: this.code,
          length: codeLength,
          wrong: !!this.error,
          busy: this.busy,
          onCode: this.#onCode,
        })}
        ${errorLine(this.error)}
        <p class="hide" role="status">${this.busy ? text('checking') : ''}</p>
      </form>
      ${this.#sendAgain('codeIn', 'newCode')}
      <p class="small second">${text('notThere')}</p>`;
  }

  /** The shop cannot send codes: who can help instead. */
  #codesOff(): TemplateResult {
    const { text } = this.words;
    const shop = this.desk.info.$state.get().value;
    return html`${stateBlock({
      icon: 'user',
      title: text('codesOff'),
      text: shop ? text('codesOffHow', { shop: shop.name }) : '',
      actions: shop?.capabilities.guestTracking && !this.order ? this.#trackInstead() : nothing,
    })}
    ${contactRows(this.desk)}`;
  }

  protected override render(): TemplateResult {
    const can = this.desk.info.$state.get().value?.capabilities;
    if (this.off || (can && !can.emailCode)) return this.#codesOff();
    if (this.#link)
      return linkOpened(this.words, {
        busy: this.busy,
        error: this.error,
        over: this.#linkOver,
        enter: this.#onLink,
        anew: () => this.desk.route.replace('sign-in'),
      });
    const { challenge } = this.draft;
    if (challenge?.link) return this.#waitForLink(challenge);
    return challenge ? this.#askCode(challenge) : this.#askAddress();
  }
}

/** With a link there is no second try. */
const LINK_OVER: ReadonlySet<string> = new Set<Problem['code']>([
  'wrong_code',
  'challenge_expired',
  'challenge_used',
  'too_many_tries',
  'validation_failed',
]);

/** A countdown: 0:24. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
