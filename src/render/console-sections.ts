import { credentialMixUp, hasSecret, missingCredentials } from '../answers/credentials.ts';
import type { Audience } from '../facts/audience.ts';
import {
  type ConsolePlace,
  consolePlaces,
  type PlaceId,
  returnCredentials,
  rotationSteps,
} from '../facts/console-steps.ts';
import { labels, type RegistrationField, registrationFields } from '../facts/labels.ts';
import { isSecretName } from '../oauth/protocol-words.ts';
import { isSameKey, partOfPair } from '../setup-file/parameter-rows.ts';
import type { Parameter, Setup } from '../setup-file/schema.ts';

/** One value to enter. `null`: not set yet; empty: to be left blank. */
export interface Cell {
  readonly label: string;
  readonly value: string | null;
  readonly secret?: 'client-secret' | 'code-verifier';
  /** What to choose in the console's Send in menu, for rows of a Parameters table. */
  readonly sendIn?: string;
}

/** One form of one console with the values of a setup. */
export interface Section extends ConsolePlace {
  readonly id: PlaceId;
  readonly cells: readonly Cell[];
}

type Names = Pick<Setup, 'connector' | 'name'>;

/** Every value of both consoles, or of one, in form order. */
export function consoleSections(setup: Setup, audience?: Audience): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const isHandedOver = audience === 'zoominfo' && missingCredentials(setup) !== undefined;
  const sections: Section[] = [
    isHandedOver ? handedOver(applicationSection(setup)) : applicationSection(setup),
    sectionOf('registration', registrationCells(setup), setup),
    sectionOf('authentication-request', authenticationRequest.parameters.map(cellOfRow), setup),
    sectionOf('token-request', tokenRequest.parameters.map(cellOfRow), setup),
    sectionOf('connection', [], setup),
  ];
  return sections
    .filter((section) => audience === undefined || section.audience === audience)
    .map((section) => ({ ...section, cells: section.cells.map(marked(setup)) }));
}

/** The section of the ZoomInfo application, which can be shown before the other values are known. */
export function applicationSection(setup: { redirectUri: string; scopes: readonly string[] }): Section {
  const cells = [
    { label: labels.redirectUri, value: setup.redirectUri },
    ...setup.scopes.map((scope) => ({ label: labels.oauthScope, value: scope })),
  ];
  return { id: 'application', ...consolePlaces.application, cells };
}

const handedOver = (section: Section): Section => ({
  ...section,
  after: [...section.after, returnCredentials],
});

/** The values to replace after a rotation: those of the pair, one in each tab. */
export function rotationSections(setup: Setup): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const tab = (id: keyof typeof rotationSteps, rows: readonly Parameter[]): Section => ({
    ...sectionOf(id, rows.filter(partOfPair).map(cellOfRow).map(marked(setup)), setup, rotationSteps[id]),
    about: '',
  });
  return [
    tab('authentication-request', authenticationRequest.parameters),
    tab('token-request', tokenRequest.parameters),
  ];
}

/** One step of a section. */
export interface Step {
  /** Its number in the section; absent for a single step. */
  readonly number?: number;
  readonly text: string;
}

/** The steps before and after the values of a section, numbered throughout. */
export function stepsOf({ before, after }: Pick<Section, 'before' | 'after'>): {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
} {
  const texts = [...before, ...after];
  const steps = texts.map((text, index): Step => (texts.length > 1 ? { number: index + 1, text } : { text }));
  return { before: steps.slice(0, before.length), after: steps.slice(before.length) };
}

function sectionOf(
  id: PlaceId,
  cells: readonly Cell[],
  setup: Setup,
  steps: Pick<ConsolePlace, 'before' | 'after'> = consolePlaces[id],
): Section {
  const place: ConsolePlace = consolePlaces[id];
  const names = shownNames(setup);
  const fill = (text: string): string => filled(text, names);
  return {
    id,
    ...place,
    title: fill(place.title),
    before: steps.before.map(fill),
    cells,
    after: steps.after.map(fill),
  };
}

/** The names of a setup outside their cells, where a secret in one can't be masked. */
export function shownNames(setup: Setup): Names {
  const shown = (name: string): string => (secretIn(name, setup) === undefined ? name : '(hidden)');
  return { connector: shown(setup.connector), name: shown(setup.name) };
}

/** In a single pass, because a name may itself contain what looks like a placeholder. */
const filled = (text: string, names: Names): string =>
  text.replace(/\{(connector|name)\}/g, (_, key: keyof Names) => names[key]);

function registrationCells(setup: Setup): Cell[] {
  const values: Record<RegistrationField, string | null> = { ...setup, scopes: setup.scopes.join(' ') };
  const isMixedUp = credentialMixUp(setup.clientId, setup.clientSecret) !== undefined;
  return registrationFields.map((key): Cell => {
    const cell = { label: labels[key], value: values[key] };
    const isSecret = key === 'clientSecret' || (key === 'clientId' && isMixedUp);
    return isSecret ? { ...cell, secret: 'client-secret' } : cell;
  });
}

const cellOfRow = ({ key, value, sendIn }: Parameter): Cell => ({ label: key, value, sendIn });

/** The cell, marked if it is secret: by its key, or because its value contains a secret. */
const marked =
  (setup: Setup) =>
  (cell: Cell): Cell => {
    const { label, value, sendIn, secret } = cell;
    if (secret !== undefined || value === null) return cell;
    if (isSameKey(label, 'code_verifier')) return { ...cell, secret: 'code-verifier' };
    const found = secretIn(value, setup);
    if (found === 'client-secret' || (sendIn !== undefined && isSecretName(label)))
      return { ...cell, secret: 'client-secret' };
    return found === undefined || isSameKey(label, 'code_challenge') ? cell : { ...cell, secret: found };
  };

/** Which secret of a setup a text contains. */
function secretIn(text: string, { clientSecret, pkce, previousPkce }: Setup): Cell['secret'] {
  const has = (secret: string | null | undefined): boolean =>
    Boolean(secret && (text === secret || hasSecret(text, secret)));
  if (has(clientSecret)) return 'client-secret';
  return has(pkce.codeVerifier) || has(previousPkce?.codeVerifier) ? 'code-verifier' : undefined;
}
