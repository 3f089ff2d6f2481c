import { html, type Markup } from './markup.ts';

/** The button that copies the text of the element `id`. @param label what it copies, for screen readers */
export const copyButton = (id: string, label: string): Markup =>
  html`<button type="button" class="copy" data-copies="${id}"><span class="word">Copy</span><span class="unseen"> ${label}</span></button>`;
