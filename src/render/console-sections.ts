import { credentialMixUp } from '../answers/credentials.ts';
import type { Audience } from '../facts/audience.ts';
import { type ConsolePlace, consolePlaces, type PlaceId, rotationSteps } from '../facts/console-steps.ts';
import { labels, type RegistrationField, registrationFields } from '../facts/labels.ts';
import { isSecretName } from '../oauth/protocol-words.ts';
import { isSameKey, partOfPair } from '../setup-file/parameter-rows.ts';
import type { Parameter, Setup } from '../setup-file/schema.ts';

/** One value to enter. `null`: not known yet. */
export interface Cell {
  readonly label: string;
  readonly value: string | null;
  readonly secret?: 'client-secret' | 'code-verifier';
  /** The choice of the console's Send in menu, for rows of a Parameters table. */
  readonly sendIn?: string;
}

/** One place of one console, filled with the values of a setup. */
export interface Section extends ConsolePlace {
  readonly id: PlaceId;
  readonly cells: readonly Cell[];
}

type Names = Pick<Setup, 'connector' | 'name'>;

/** Every value of both consoles, in the order in which the forms ask for them. */
export function consoleSections(setup: Setup, audience?: Audience): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const sections: Section[] = [
    applicationSection(setup),
    sectionOf('registration', registrationCells(setup), setup),
    sectionOf('authentication-request', authenticationRequest.parameters.map(cellOfRow(setup)), setup),
    sectionOf('token-request', tokenRequest.parameters.map(cellOfRow(setup)), setup),
    sectionOf('connection', [], setup),
  ];
  return audience === undefined ? sections : sections.filter((section) => section.audience === audience);
}

/** Registering the application needs two values only, so it can be shown before the rest is known. */
export function applicationSection(setup: { redirectUri: string; scopes: readonly string[] }): Section {
  const cells = [
    { label: labels.redirectUri, value: setup.redirectUri },
    ...setup.scopes.map((scope) => ({ label: labels.oauthScope, value: scope })),
  ];
  return { id: 'application', ...consolePlaces.application, cells };
}

/** The cells that hold the pair, one in each tab: all that has to be entered anew after a rotation. */
export function rotationSections(setup: Setup): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const tab = (id: keyof typeof rotationSteps, rows: readonly Parameter[]): Section => ({
    ...sectionOf(id, rows.filter(partOfPair).map(cellOfRow(setup)), setup, rotationSteps[id]),
    about: '',
  });
  return [
    tab('authentication-request', authenticationRequest.parameters),
    tab('token-request', tokenRequest.parameters),
  ];
}

function sectionOf(
  id: PlaceId,
  cells: readonly Cell[],
  names: Names,
  steps: Pick<ConsolePlace, 'before' | 'after'> = consolePlaces[id],
): Section {
  const place: ConsolePlace = consolePlaces[id];
  const fill = (text: string): string => filled(text, names);
  return {
    id,
    ...place,
    title: fill(place.title),
    path: place.path.map(fill),
    before: steps.before.map(fill),
    cells,
    after: steps.after.map(fill),
  };
}

/** In one go: a name may itself hold what looks like a placeholder. */
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

/** A row of the user's own may hold a secret as well: by its name, or because it has one in it. */
const cellOfRow =
  ({ clientSecret, pkce, previousPkce }: Setup) =>
  ({ key, value, sendIn }: Parameter): Cell => {
    const cell = { label: key, value, sendIn };
    const has = (secret: string | null | undefined): boolean => Boolean(secret && value.includes(secret));
    if (isSameKey(key, 'code_verifier')) return { ...cell, secret: 'code-verifier' };
    if (isSecretName(key) || has(clientSecret)) return { ...cell, secret: 'client-secret' };
    const isVerifier = has(pkce.codeVerifier) || has(previousPkce?.codeVerifier);
    return isVerifier && !isSameKey(key, 'code_challenge') ? { ...cell, secret: 'code-verifier' } : cell;
  };
