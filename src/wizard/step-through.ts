import type { Clipboard } from '../context/clipboard.ts';
import type { KeyChoice } from '../context/prompting.ts';
import { labels } from '../facts/labels.ts';
import { type Cell, consoleSections, type Section } from '../render/console-sections.ts';
import { isMaskable, renderSection } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say, success, warn } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import type { Tools } from './tools.ts';

/** One value to copy. */
interface Copyable {
  readonly label: string;
  readonly value: string;
  /** It is masked on the screen. */
  readonly isHidden?: boolean;
}

/** Where the walk waits for the user: at each value, and at the end of each form. */
interface Stop {
  readonly section: Section;
  /** Such as `Step 1 of 4`. */
  readonly step: string;
  readonly copyable?: Copyable & { readonly position: string };
  /** The masked values that can be revealed here. */
  readonly hidden: readonly Copyable[];
}

/** What the walk last showed. */
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
    const move = await promptForMove(stop, { isFirst: at === 0, isLast: at === stops.length - 1 }, prompts);
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
    const all = section.cells.flatMap(copyablesOf);
    const hidden = all.filter(({ isHidden }) => isHidden);
    const values = canCopy ? all : [];
    const stops = values.map((value, at) => ({
      ...place,
      copyable: { ...value, position: `value ${at + 1} of ${values.length}` },
      hidden: value.isHidden ? [value] : [],
    }));
    return [...stops, { ...place, hidden }];
  });
}

/** A row of a Parameters table needs its key as well. Blank and missing values are skipped. */
function copyablesOf(cell: Cell): Copyable[] {
  const { label, value, sendIn } = cell;
  const isHidden = isMaskable(cell);
  if (sendIn === undefined) return value ? [{ label, value, isHidden }] : [];
  const key = { label: `${label} (Key)`, value: label };
  return value ? [key, { label: `${label} (Value)`, value, isHidden }] : [key];
}

/** Where a stop is in the walk. */
interface Ends {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Prompts until the user leaves the stop. Each prompt for a key erases itself, and so what its message reveals. */
async function promptForMove(stop: Stop, ends: Ends, prompts: Tools['prompts']): Promise<Move> {
  let isRevealed = false;
  for (;;) {
    const move = await prompts.key<Move | 'reveal'>({
      message: messageAt(stop, isRevealed),
      choices: [...forwardMoves(stop, ends), ...revealing(stop, isRevealed), ...otherMoves(ends)],
    });
    if (move !== 'reveal') return move;
    isRevealed = !isRevealed;
  }
}

function forwardMoves({ copyable }: Stop, { isLast }: Ends): KeyChoice<Move>[] {
  if (copyable === undefined) return [{ value: 'next', key: 'enter', name: isLast ? 'finish' : 'next step' }];
  return [
    { value: 'copy', key: 'enter', name: 'copy' },
    { value: 'next', key: 's', name: 'skip' },
  ];
}

const revealing = ({ hidden }: Stop, isRevealed: boolean): KeyChoice<'reveal'>[] =>
  hidden.length === 0 ? [] : [{ value: 'reveal', key: 'r', name: isRevealed ? 'hide' : 'reveal' }];

const otherMoves = ({ isFirst, isLast }: Ends): KeyChoice<Move>[] => [
  ...(isFirst ? [] : [{ value: 'back', key: 'b', name: 'back' } as const]),
  ...(isLast ? [] : [{ value: 'quit', key: 'q', name: 'stop' } as const]),
];

function messageAt({ step, copyable, hidden }: Stop, isRevealed: boolean): string {
  const place = copyable === undefined ? step : `${step}, ${copyable.position}`;
  if (isRevealed) return `${place}: ${hidden.map(({ label, value }) => `${label} ${value}`).join('   ')}`;
  return copyable === undefined ? place : `${place}: ${copyable.label}`;
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
  const hidden = clientSecret ? ` To see the ${labels.clientSecret}, press r.` : '';
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
  if (isTaken) await success(stderr, `Sent ${copyable.label} to ${way}.`);
  else
    await warn(
      stderr,
      `${copyable.label} couldn't be sent to ${way}. Press Enter to try again, or s to skip it.`,
    );
  return isTaken;
}
