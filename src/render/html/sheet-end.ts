import type { Audience } from '../../facts/audience.ts';
import { labels } from '../../facts/labels.ts';
import type { CommandWords } from '../../message.ts';
import { plainText } from '../../terminal/layout.ts';
import { programName } from '../../terminal/program-words.ts';
import type { Typing } from '../../terminal/style.ts';
import { copyButton } from './copy-button.ts';
import { html, type Markup } from './markup.ts';

/** What to do when all values are entered. */
interface NextStep {
  readonly title: string;
  readonly text: string;
  readonly command?: CommandWords;
}

/** The name that the wizard suggests. The page can't know the real one. */
const setupFile = 'zoominfo.json';

const nextSteps: Readonly<Record<Audience, readonly NextStep[]>> = {
  zoominfo: [
    {
      title: 'Share the credentials',
      text: `The person who sets up Jitterbit needs the ${labels.clientId} and ${labels.clientSecret}. Send them with a password manager or over another secure channel.`,
    },
  ],
  jitterbit: [
    {
      title: 'Verify the setup',
      text: 'Test these values against the authorization server before anyone signs in.',
      command: { command: [programName, 'verify', setupFile, '--online'] },
    },
    {
      title: 'If a sign-in fails',
      text: `To find the value to correct, run this command. Then paste the URL of the sign-in window, or the error in ${labels.studio}.`,
      command: { command: [programName, 'diagnose', setupFile] },
    },
  ],
};

/** The end of the page. @param typing how its commands are typed; by default, as if the program were installed */
export function nextStepsMarkup(audience: Audience = 'jitterbit', typing?: Typing): Markup {
  const steps = nextSteps[audience];
  const hasCommands = steps.some(({ command }) => command !== undefined);
  return html`<section class="next" id="next" aria-labelledby="next-title">
<h2 id="next-title"><span class="number" aria-hidden="true"></span>What&#39;s next<span class="done" hidden>All values copied</span></h2>
${steps.map((step, index) => stepMarkup(step, `next-${index}`, typing))}
${hasCommands ? fileNote : html``}
</section>
`;
}

function stepMarkup({ title, text, command }: NextStep, id: string, typing?: Typing): Markup {
  return html`<h3>${title}</h3>
<p>${text}</p>
${command === undefined ? html`` : commandMarkup(plainText([command], typing), id, title)}`;
}

/** A line break in it comes between two words only, since browsers would break after a hyphen too. */
function commandMarkup(line: string, id: string, title: string): Markup {
  const words = line
    .split(' ')
    .map((word, index) => html`${index > 0 ? ' ' : ''}<span class="whole">${word}</span>`);
  return html`<div class="copyable"><code class="value" id="${id}" data-label="Command">${words}</code>${copyButton(id, `command: ${title}`)}</div>
`;
}

const fileNote = html`<p class="file-note">The commands read the setup file. If yours isn&#39;t named <code>${setupFile}</code>, use its name instead.</p>`;
