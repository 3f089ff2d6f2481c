import type { Clipboard } from '../context/clipboard.ts';
import type { KeyChoice } from '../context/prompting.ts';
import { labels } from '../facts/labels.ts';
import { type Cell, consoleSections, type Section } from '../render/console-sections.ts';
import { renderSection } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say, success, warn } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import type { Tools } from './tools.ts';

/** One value to copy. */
interface Copyable {
  readonly label: string;
  readonly value: string;
}

/** Where the walk waits for the user: at each value, and at the end of each form. */
interface Stop {
  readonly section: Section;
  /** Such as `Step 1 of 4`. */
  readonly step: string;
  readonly copyable?: Copyable & { readonly position: string };
}

/** What the walk last showed. Prompts for a key erase themselves. */
interface Screen {
  shown?: Section;
  /** Whether a blank line comes last. */
  isSpaced: boolean;
}

type Move = 'copy' | 'next' | 'back' | 'quit';

/** Walks through Jitterbit's console, one place at a time, and puts each value on the clipboard in turn. */
export async function stepThroughConsoles(setup: Setup, { prompts, context }: Tools): Promise<void> {
  const { stderr } = context;
  const clipboard = await context.clipboard();
  const stops = stopsOf(consoleSections(setup, 'jitterbit'), clipboard !== undefined);
  await explainClipboard(clipboard, setup, stderr);
  const screen: Screen = { isSpaced: false };
  let at = 0;
  for (let stop = stops[at]; stop !== undefined; stop = stops[at]) {
    await showPlace(stop, screen, stderr);
    const choices = movesAt(stop, at === 0, at === stops.length - 1);
    const move = await prompts.key({ message: messageAt(stop), choices });
    if (move === 'quit') break;
    if (move === 'back') at -= 1;
    else if (move === 'next' || (await copy(stop.copyable, clipboard, stderr))) at += 1;
    if (move === 'copy') screen.isSpaced = false;
  }
  if (!screen.isSpaced) await say(stderr);
}

function stopsOf(sections: readonly Section[], canCopy: boolean): Stop[] {
  return sections.flatMap((section, index) => {
    const place = { section, step: `Step ${index + 1} of ${sections.length}` };
    const values = canCopy ? section.cells.flatMap(copyablesOf) : [];
    const stops = values.map((value, at) => ({
      ...place,
      copyable: { ...value, position: `value ${at + 1} of ${values.length}` },
    }));
    return [...stops, place];
  });
}

/** A row of a Parameters table needs its key as well. Blank and missing values are skipped. */
function copyablesOf({ label, value, sendIn }: Cell): Copyable[] {
  if (sendIn === undefined) return value ? [{ label, value }] : [];
  const key = { label: `${label} (Key)`, value: label };
  return value ? [key, { label: `${label} (Value)`, value }] : [key];
}

function movesAt({ copyable }: Stop, isFirst: boolean, isLast: boolean): KeyChoice<Move>[] {
  const forward: KeyChoice<Move>[] =
    copyable === undefined
      ? [{ value: 'next', key: 'enter', name: isLast ? 'finish' : 'next step' }]
      : [
          { value: 'copy', key: 'enter', name: 'copy' },
          { value: 'next', key: 's', name: 'skip' },
        ];
  return [
    ...forward,
    ...(isFirst ? [] : [{ value: 'back', key: 'b', name: 'back' } as const]),
    ...(isLast ? [] : [{ value: 'quit', key: 'q', name: 'stop' } as const]),
  ];
}

function messageAt({ step, copyable }: Stop): string {
  return copyable === undefined ? step : `${step}, ${copyable.position}: ${copyable.label}`;
}

/** Shows the place of a stop, unless the one before was in the same place. */
async function showPlace({ section, step }: Stop, screen: Screen, stderr: Output): Promise<void> {
  if (section === screen.shown) return;
  const titled = { ...section, title: `${step}: ${section.title}` };
  const text = renderSection(titled, { ...stderr.style, maskClientSecret: true });
  await say(stderr, `${screen.isSpaced ? '' : '\n'}${text}\n`);
  screen.shown = section;
  screen.isSpaced = true;
}

/** Says what to expect if values may need to be copied from the screen. */
async function explainClipboard(
  clipboard: Clipboard | undefined,
  { clientSecret }: Setup,
  stderr: Output,
): Promise<void> {
  if (clipboard?.program !== undefined) return;
  const situation =
    clipboard === undefined
      ? 'No clipboard program was found. Copy the values from the screen.'
      : "Values are sent to your terminal's clipboard (OSC 52). If your terminal doesn't support that, copy them from the screen.";
  const hidden = clientSecret ? ` The ${labels.clientSecret} stays hidden here; the menu can print it.` : '';
  await explain(stderr, `${situation}${hidden}`);
}

/** Says how the value was sent, never that it arrived. Returns false if it wasn't accepted. */
async function copy(
  copyable: Copyable | undefined,
  clipboard: Clipboard | undefined,
  stderr: Output,
): Promise<boolean> {
  if (copyable === undefined || clipboard === undefined) return true;
  const { program } = clipboard;
  const isTaken = await clipboard.copy(copyable.value);
  const way = program === undefined ? "your terminal's clipboard (OSC 52)" : `the clipboard with ${program}`;
  if (isTaken) await success(stderr, `${copyable.label}: sent to ${way}.`);
  else
    await warn(
      stderr,
      `${copyable.label} couldn't be sent to ${way}. Press Enter to try again, or s to skip it.`,
    );
  return isTaken;
}
