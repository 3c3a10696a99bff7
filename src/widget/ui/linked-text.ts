import { html, type TemplateResult } from 'lit/html.js';

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,:;!?)\]'’”])/;

/** What somebody wrote, with what leads to the web as links; nothing else in it does anything. */
export const linkedText = (text: string): (string | TemplateResult)[] =>
  text
    .split(LINK)
    .map((part, nth) =>
      nth % 2
        ? html`<a href=${part} target="_blank" rel="noopener noreferrer nofollow ugc">${part}</a>`
        : part,
    );
