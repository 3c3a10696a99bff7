import type { TemplateResult } from 'lit/html.js';
import type { Challenge } from '../../../contract/identity.ts';
import type { Problem } from '../../client/problem.ts';
import { codeInputStyles } from '../../ui/code-input.ts';
import { createIdentity, fieldStyles, parts } from '../identity-parts.ts';
import { TaskRoom } from '../task-room.ts';
import { askAddress, codesOff } from './by-address.ts';
import { secondsLeft, sent } from './by-code.ts';
import { LINK_OVER, linkIn, linkOpened, type MailedLink } from './by-link.ts';
import { styles } from './fd-sign-in.styles.ts';
import { readDraft, SELF, writeDraft, type SignInDraft } from './sign-in-draft.ts';
import type { Known, SignInView } from './sign-in-view.ts';

const EMAIL = /^\S+@\S+\.\S+$/;

/**
 * @summary Sign in: an address, then a six-digit code that sends itself on the last digit. With
 * `order`, a guest who follows that order asks for all of it: the code goes to the order's own
 * address. `order` may be "self": a customer proves anew who they are, at their own address.
 * After too many wrong codes a link is sent instead; opened, it leads here.
 */
export class FdSignIn extends TaskRoom implements SignInView {
  static override styles = [...TaskRoom.styles, parts, fieldStyles, codeInputStyles, styles];
  static override properties = [...TaskRoom.properties, 'order', 'draft', 'code', 'off'];
  /** Id of the order a guest follows; or what a link from a mail names. */
  declare order: string | undefined;
  declare draft: SignInDraft;
  declare code: string;
  /** The shop cannot send codes. */
  declare private off: boolean;
  #link: MailedLink | undefined;
  #linkOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #begun = false;
  /** The proof there was when the room was opened: another one is what it waits for. */
  #before: string | undefined;

  constructor() {
    super();
    this.draft = {};
    this.code = '';
    this.off = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#link = linkIn(this.order);
    if (this.#link) return;
    this.#before = this.order === SELF ? this.#proof : undefined;
    this.draft = readDraft(this.desk, this.order);
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    const { challenge } = this.draft;
    if (challenge && secondsLeft(challenge))
      this.#timer = setTimeout(() => this.requestUpdate(), 1000);
    const proof = this.#proof;
    // once: the room that comes next is not this one's to leave
    if (proof && proof !== this.#before && this.desk.route.here().room === 'sign-in')
      this.#finish();
  }

  /** When a customer last proved who they are. One who need not do it anew has done so. */
  get #proof(): string | undefined {
    const { who } = this;
    return who.kind === 'customer' ? who.verifiedAt : undefined;
  }

  #finish(): void {
    writeDraft(this.desk, this.order, {});
    this.desk.route.done();
  }

  #keep(draft: SignInDraft): void {
    this.draft = draft;
    writeDraft(this.desk, this.order, draft);
  }

  #sent(challenge: Challenge): void {
    this.code = '';
    this.#keep({ ...this.draft, challenge });
  }

  get known(): Known | undefined {
    const { who } = this;
    if (this.order && who.kind === 'guest') return { order: who.order.id };
    return this.order === SELF && who.kind === 'customer' ? { self: true } : undefined;
  }

  protected override failed(problem: Problem): void {
    const { code } = problem;
    this.off = code === 'channel_unavailable';
    this.#linkOver = !!this.#link && LINK_OVER.has(code);
    if (this.#linkOver) this.error = this.words.text('linkOver');
    else if (code === 'validation_failed') this.error = this.words.text('emailWrong');
    else super.failed(problem);
  }

  #ask(): Promise<void> {
    const identity = this.desk.use(createIdentity);
    const { lookUp, email = '' } = this.draft;
    const known = this.known;
    return this.do(async () => {
      const challenge = lookUp
        ? await identity.lookUp(lookUp)
        : await identity.askCode(known ?? { email });
      if (challenge) this.#sent(challenge);
    });
  }

  again = async () => {
    await this.#ask();
    const sent = this.draft.challenge?.link ? 'newLinkSent' : 'newCodeSent';
    if (!this.error) this.desk.announce(this.words.text(sent));
    this.focusStart();
  };

  type = (email: string) => {
    this.error = '';
    this.#keep({ email });
  };

  send = (event: SubmitEvent) => {
    event.preventDefault();
    // once more with the same code: the network may be back
    if (this.draft.challenge) return this.enter(this.code);
    const email = (this.draft.email ?? '').trim();
    if (!this.known && !EMAIL.test(email)) {
      this.error = this.words.text('emailWrong');
      this.focusStart();
      return;
    }
    if (email) this.draft = { email };
    void this.#ask();
  };

  enter = (code: string) => {
    this.code = code;
    this.error = '';
    const { challenge } = this.draft;
    if (challenge && code.length === challenge.codeLength)
      void this.do(() => this.desk.use(createIdentity).answer(challenge.id, { code }));
  };

  open = () => {
    const { challenge, token } = this.#link!;
    void this.do(() => this.desk.use(createIdentity).answer(challenge, { token }));
  };

  change = () => {
    const { challenge: _, lookUp, ...kept } = this.draft;
    this.error = '';
    this.#keep(kept);
    if (lookUp) this.desk.route.replace('find');
  };

  protected override render(): TemplateResult {
    const { desk } = this;
    const can = desk.shop?.capabilities;
    if (this.off || (can && !can.emailCode)) return codesOff(desk, !this.order);
    if (this.#link) return linkOpened(this, this.#linkOver);
    const { challenge } = this.draft;
    return challenge ? sent(challenge, this) : askAddress(this);
  }
}
