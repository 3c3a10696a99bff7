import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { InboxConversation } from '../../contract/inbox.ts';
import type { SavedReply } from '../../contract/saved-replies.ts';
import type { Problem } from '../../widget/client/problem.ts';
import { namedIn } from '../stores/mentions.ts';
import { filledReply } from '../stores/replies.ts';
import type { Thread, Writing } from '../stores/thread.ts';
import { DeskElement, icon, initials, key, nameOf, sentence } from './desk-element.ts';
import { composerStyles } from './fd-composer.styles.ts';
import { composerFiles, fileButton, filesFrom } from './composer-files.ts';
import { shownBeside } from './shown-beside.ts';
import { threadTags } from './thread-tags.ts';

/** @summary Where one writes to the shopper or to colleagues, and sees who else is about to. */
export class FdComposer extends DeskElement {
  static override styles = [...DeskElement.styles, composerStyles];
  static override properties = [
    ...DeskElement.properties,
    ...['conversation', 'writing', 'isChoosing'],
  ];
  /** Its id. */
  declare conversation: string;
  declare private writing: Writing;
  declare private isChoosing: boolean;

  constructor() {
    super();
    this.writing = 'reply';
    this.isChoosing = false;
  }

  protected override shown() {
    const { people, presence, session } = this.desk;
    const { $thread, $work, $shown, files } = this.#thread;
    return [
      ...[people.$state, presence.$others, session.$state, $thread, $work, $shown],
      ...[files.reply.$state, files.note.$state],
    ];
  }

  get #thread(): Thread {
    return this.desk.thread(this.conversation);
  }

  /** To the field, for words to the shopper or to colleagues. */
  write(writing: Writing): void {
    this.writing = writing;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('textarea, fd-note-field')?.focus(),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const one = this.#thread.$thread.get().value?.conversation;
    if (!one) return nothing;
    const { text } = this.say;
    const { busy, problem } = this.#thread.$work.get();
    const isNote = this.writing === 'note';
    const tab = (each: Writing) =>
      html`<button type="button" aria-pressed=${this.writing === each} @click=${() => this.write(each)}>${text(each)}</button>`;
    const files = this.#thread.files[this.writing];
    const onFiles = filesFrom(files);
    return html`<form class="foot" @submit=${(event: Event) => (event.preventDefault(), void this.#send())} @paste=${onFiles} @drop=${onFiles}
      @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}>
      ${problem ? this.#refused(problem) : nothing}
      <div class="here" role="status">${this.#others()}</div>
      ${threadTags(one, this.#thread.change, this.say)}
      ${this.isChoosing ? this.#replies(one) : nothing}
      <div class="comp ${isNote ? 'noted' : ''}">
        <div class="hd">${tab('reply')}${tab('note')}</div>
        ${isNote ? html`<fd-note-field .desk=${this.desk} .conversation=${this.conversation} @keydown=${this.#onKey}></fd-note-field>` : this.#field(text('replyHint', { name: nameOf(one.with, this.say) }))}
        ${composerFiles(files, this.say)}
        ${isNote ? nothing : shownBeside(this.#thread, this.say)}
        <div class="bar">${fileButton(files, this.say)}<button type="button" class="cib" aria-label=${text('savedReplies')} title=${text('savedReplies')} aria-expanded=${this.isChoosing} @click=${() => (this.isChoosing = !this.isChoosing)}>${icon('book')}</button><button class="cb go end" aria-disabled=${busy || !files.named()}>${text(isNote ? 'keepNote' : 'send')}<span class="wide h" aria-hidden="true">${key('⌘', '↵')}</span></button></div>
      </div>
      <p class="keys" aria-hidden="true"><span>${key('J', 'K')} ${text('keysMove')}</span><span>${key('E')} ${text('done')}</span>
        <span>${key('R')} ${text('reply')}</span><span>${key('N')} ${text('note')}</span><span>${key('I')} ${text('keysAssign')}</span></p>
    </form>`;
  }

  #field(hint: string): TemplateResult {
    const words = this.#thread.draft.reply;
    const onInput = ({ target }: Event) =>
      this.#thread.write('reply', (target as HTMLTextAreaElement).value);
    return html`<textarea rows="2" dir=${words ? 'auto' : nothing} aria-label=${hint} placeholder=${hint} .value=${words} @input=${onInput} @keydown=${this.#onKey}></textarea>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void this.#send();
  };

  /** Those who write first: they are about to say the same. */
  #others(): TemplateResult[] {
    const people = this.desk.people.$state.get().value ?? [];
    const others = [...this.desk.presence.$others.get()];
    return others
      .sort((one, other) => Number(other.does === 'writes') - Number(one.does === 'writes'))
      .map(({ staff, does }) => {
        const name = people.find(({ id }) => id === staff)?.name ?? this.say.text('colleague');
        return html`<p class="cerr ${does === 'writes' ? '' : 'calm'}"><span class="av small" aria-hidden="true">${initials(name)}</span>${this.say.text(does === 'writes' ? 'writesToo' : 'looksToo', { name })}</p>`;
      });
  }

  #replies({ with: shopper }: InboxConversation): TemplateResult {
    const { session } = this.desk.session.$state.get();
    const choose = ({ text, choices }: SavedReply) => {
      const { reply } = this.#thread.draft;
      const story = shopper.id === undefined ? undefined : this.desk.story(shopper.id).$state.get();
      const words = filledReply(text, {
        name: shopper.name?.split(' ')[0],
        order: story?.value?.orders[0]?.number,
        me: session?.kind === 'staff' ? session.staff.name : undefined,
      });
      if (choices) this.#thread.show({ choices });
      this.#thread.write('reply', reply.trim() ? `${reply.trimEnd()}\n${words}` : words);
      this.isChoosing = false;
      this.write('reply');
    };
    return html`<fd-saved-replies .desk=${this.desk} .draft=${this.#thread.draft.reply} .choices=${this.#thread.draft.choices} .choose=${choose}></fd-saved-replies>`;
  }

  /** Where a colleague was first it is asked once: their answer is in the log by now. */
  #refused(problem: Problem): TemplateResult {
    const { text } = this.say;
    return problem.code === 'answered_meanwhile'
      ? html`<p class="cerr" role="alert">${icon('alert', 's16')}<span class="grow"><b>${text('answeredFirst')}.</b> ${text('answeredFirstWhat')}</span>
          <button class="cb ctext">${text('sendAnyway')}</button></p>`
      : html`<p class="cerr" role="alert">${icon('alert', 's16')}<span>${sentence(problem, this.say)}</span></p>`;
  }

  async #send(): Promise<void> {
    const people = this.desk.people.$state.get().value ?? [];
    const mentions = (note: string) => namedIn(note, people).map(({ id }) => id);
    if (await this.#thread.send(this.writing, mentions)) this.requestUpdate();
  }
}
