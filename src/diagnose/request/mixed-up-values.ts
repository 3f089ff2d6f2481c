import { looksLikeClientId } from '../../answers/credentials.ts';
import { labels } from '../../facts/labels.ts';
import { challengeRow, formField, parameterRow } from '../../facts/places.ts';
import { regionOfRedirectUri } from '../../facts/regions.ts';
import { isDocumentedScope } from '../../facts/scopes.ts';
import type { Line } from '../../message.ts';
import { challengeMethodKey } from '../../setup-file/parameter-rows.ts';
import { challengeFormProblem } from '../../verify/offline/challenge-problem.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { challengesIn } from '../evidence/registered-pairs.ts';

/** A parameter whose right value can be told from those of the others. */
interface Kind {
  readonly name: string;
  readonly label: string;
  /** Where it is entered; undefined for one without a field. */
  readonly place?: string;
  readonly isRight: (value: string, registered: SetupWithFile | undefined) => boolean;
}

const row = (name: string): string => parameterRow('authenticationRequest', name);

const kinds: readonly Kind[] = [
  {
    name: 'response_type',
    label: 'response_type',
    place: row('response_type'),
    isRight: (value) => value === 'code',
  },
  {
    name: 'client_id',
    label: labels.clientId,
    place: formField('clientId'),
    isRight: (value, registered) =>
      value === registered?.setup.clientId || (!registered?.setup.clientId && looksLikeClientId(value)),
  },
  {
    name: 'redirect_uri',
    label: 'redirect URI',
    isRight: (value) => regionOfRedirectUri(value) !== undefined,
  },
  {
    name: 'scope',
    label: 'list of scopes',
    place: formField('scopes'),
    isRight: (value) => value.split(' ').every(isDocumentedScope),
  },
  {
    name: 'code_challenge',
    label: 'code challenge',
    place: challengeRow,
    isRight: (value, registered) =>
      registered === undefined
        ? challengeFormProblem(value) === undefined
        : challengesIn(registered).includes(value),
  },
  {
    name: challengeMethodKey,
    label: challengeMethodKey,
    place: row(challengeMethodKey),
    isRight: (value) => value === 'S256',
  },
];

/** A parameter that has the value of another one. */
export interface MixUp {
  readonly says: string;
  /** Whether the other one has the value of this one, so that they are swapped. */
  readonly isMutual: boolean;
  /** How to correct both at once, if they are swapped and both have a field. */
  readonly swap?: readonly Line[];
}

/** The other parameter whose value this one has; undefined if it has its own, or one that belongs to none. */
export function mixUpOf(
  name: string,
  { parameters }: FoundUrl,
  registered: SetupWithFile | undefined,
): MixUp | undefined {
  const kindOf = (wanted: string): Kind | undefined => {
    const value = parameters.find((parameter) => parameter.name === wanted)?.value;
    return value === undefined ? undefined : kinds.find(({ isRight }) => isRight(value, registered));
  };
  const own = kinds.find((kind) => kind.name === name);
  const other = kindOf(name);
  if (own === undefined || other === undefined || other === own) return undefined;
  if (kindOf(other.name) !== own)
    return { says: `The request contains the ${other.label} in place of the ${own.label}.`, isMutual: false };
  // The same sentence for both, so that there is one correction.
  const [first, second] = kinds.filter((kind) => kind === own || kind === other) as [Kind, Kind];
  const says = `The ${first.label} and the ${second.label} are swapped.`;
  if (first.place === undefined || second.place === undefined) return { says, isMutual: true };
  return { says, isMutual: true, swap: [`Swap the values of ${first.place} and ${second.place}.`] };
}
