import { linesOfFix, worstOf } from '../checks/check.ts';
import { labels } from '../facts/labels.ts';
import { parametersOf, verifierRow } from '../facts/places.ts';
import type { Line } from '../message.ts';
import { isSameKey, sendIn } from '../setup-file/parameter-rows.ts';
import type { Parameter } from '../setup-file/schema.ts';
import type { FoundParameter } from './evidence.ts';
import { nameOf, type SetupWithFile } from './registered.ts';
import { renewal, rotation } from './request-fixes.ts';
import {
  doubtful,
  type Judgment,
  plausible,
  proven,
  type RequestCase,
  type RequestRule,
  wrong,
} from './request-rule.ts';
import { shownName, shownNames } from './shown-names.ts';

const tab = parametersOf('authenticationRequest');

/** Parameters that other checks judge. */
const judgedElsewhere: readonly string[] = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'code_challenge',
  'code_challenge_method',
  'state',
];

export const requestParameters: RequestRule = {
  id: 'request.parameters',
  title: 'Other parameters',
  judge: (requestCase) => {
    const found = [
      ...misplaced(requestCase),
      ...exposedSecrets(requestCase),
      ...refusedPrompts(requestCase),
      ...duplicates(requestCase),
      ...expectedRows(requestCase),
    ];
    return found.length === 0 ? unknownOnes(requestCase) : together(found);
  },
};

/** Several findings as one: the worst decides. */
function together(found: readonly Judgment[]): Judgment {
  const worst = worstOf(found.map(({ finding }) => finding.status));
  const those = found.filter(({ finding }) => finding.status === worst).map(({ finding }) => finding);
  const lines = those.flatMap(({ fix = [] }) => linesOfFix(fix));
  const fix = lines.filter((line, index) => lines.indexOf(line) === index);
  const code = those.map((each) => each.code).find((each) => each !== undefined);
  const detail = those.map((each) => each.detail).join(' ');
  return (worst === 'fail' ? wrong : doubtful)(detail, fix, code);
}

/** What belongs to the token request, and what it gives away in a URL. */
interface Misplaced {
  readonly name: string;
  readonly says: string;
  readonly fix: (registered: SetupWithFile | undefined) => Line[];
}

const removeRow = (name: string): string => `Remove the ${name} row from ${tab}.`;

const misplacedOnes: readonly Misplaced[] = [
  {
    name: 'code_verifier',
    says: 'The URL contains the code verifier.',
    fix: (registered) => [
      `${removeRow('code_verifier')} It belongs in ${verifierRow}, with ${labels.sendIn} set to ${labels.requestBody}.`,
      ...rotation(registered),
    ],
  },
  {
    name: 'client_secret',
    says: `The URL contains the ${labels.clientSecret}.`,
    fix: () => [`${removeRow('client_secret')} Jitterbit sends it with the token request.`, renewal],
  },
  {
    name: 'grant_type',
    says: 'The URL contains grant_type, which belongs in the token request.',
    fix: () => [`${removeRow('grant_type')} Jitterbit sends it with the token request.`],
  },
  ...['refresh_token', 'access_token', 'id_token', 'client_assertion', 'assertion', 'password'].map(
    (name) => ({
      name,
      says: `The URL contains ${name}, which doesn't belong in an authorization request.`,
      fix: () => [`${removeRow(name)} Anyone who saw the URL knows the value, so revoke or replace it.`],
    }),
  ),
];

const codeOfMisplaced = 'wrong-send-in';

function misplaced({ request, registered }: RequestCase): Judgment[] {
  return misplacedOnes
    .filter(({ name }) => request.parameters.some((parameter) => isSameKey(parameter.name, name)))
    .map(({ says, fix }) => wrong(says, fix(registered), codeOfMisplaced));
}

/** A secret of the setup under a name of its own. */
function exposedSecrets({ request, registered, redactor }: RequestCase): Judgment[] {
  if (registered === undefined) return [];
  return request.parameters.filter(isOther).flatMap(({ name, value }) => {
    const secret = secretIn(`${name} ${value}`, registered);
    if (secret === undefined) return [];
    const shown = shownName(name, redactor);
    const row = shown === undefined ? 'that row' : `the ${shown} row`;
    return [
      wrong(
        `${shown === undefined ? 'A parameter' : `The parameter ${shown}`} in the URL contains the ${secret}.`,
        [
          `Remove ${row} from ${tab}.`,
          ...(secret === labels.clientSecret ? [renewal] : rotation(registered)),
        ],
        codeOfMisplaced,
      ),
    ];
  });
}

/** The secret of the setup that a text contains, by its name. */
function secretIn(text: string, { setup }: SetupWithFile): string | undefined {
  const { clientSecret, pkce, previousPkce } = setup;
  if (clientSecret && text.includes(clientSecret)) return labels.clientSecret;
  const verifiers = [pkce.codeVerifier, previousPkce?.codeVerifier];
  return verifiers.some((verifier) => verifier && text.includes(verifier)) ? 'code verifier' : undefined;
}

/** Neither judged elsewhere nor told already. */
const isOther = ({ name }: FoundParameter): boolean =>
  ![...judgedElsewhere, ...misplacedOnes.map((each) => each.name)].some((known) => isSameKey(name, known));

/** `none` as one of several values counts as well (OpenID Connect Core section 3.1.2.1). */
function refusedPrompts({ request }: RequestCase): Judgment[] {
  return request.parameters.some(
    ({ name, value }) => isSameKey(name, 'prompt') && /(?:^|\s)none(?:\s|$)/i.test(value),
  )
    ? [
        wrong(
          'The request contains prompt = none, which tells ZoomInfo not to show its sign-in page.',
          removeRow('prompt'),
          'prompt-none',
        ),
      ]
    : [];
}

/** RFC 6749 section 3.1. */
function duplicates({ request, redactor }: RequestCase): Judgment[] {
  const seen = new Set<string>();
  const twice = request.parameters
    .map(({ name }) => name)
    .filter((name) => seen.size === seen.add(name).size);
  if (twice.length === 0) return [];
  const shown = shownNames(twice, redactor);
  return [
    wrong(
      `Duplicate parameters in the request: ${shown}.`,
      `In ${tab}, keep one row for each key, and remove rows for parameters that Jitterbit sends itself (client_id, redirect_uri, scope, state).`,
      'duplicate',
    ),
  ];
}

/** Rows of the user's own that a setup has for the URL. */
const ownRows = ({ registered }: RequestCase): Parameter[] =>
  (registered?.setup.advancedOptions.authenticationRequest.parameters ?? []).filter(
    (row) => row.sendIn === sendIn.url && isOther({ name: row.key, value: row.value }),
  );

function expectedRows(requestCase: RequestCase): Judgment[] {
  const { request, registered, redactor } = requestCase;
  if (registered === undefined || request.isCut) return [];
  const missing = ownRows(requestCase).filter(
    ({ key, value }) => !request.parameters.some((found) => found.name === key && found.value === value),
  );
  if (missing.length === 0) return [];
  const keys = shownNames(
    missing.map(({ key }) => key),
    redactor,
  );
  return [
    doubtful(
      `Rows of ${nameOf(registered)} that are missing from the request or have another value: ${keys}.`,
      `Check their values and ${labels.sendIn} in ${tab}.`,
    ),
  ];
}

function unknownOnes(requestCase: RequestCase): Judgment {
  const { request, redactor } = requestCase;
  const own = ownRows(requestCase).map(({ key }) => key);
  const unknown = request.parameters.filter(
    (parameter) => isOther(parameter) && !own.includes(parameter.name),
  );
  const good = request.isCut ? plausible : proven;
  if (unknown.length === 0) return good('No misplaced or duplicate parameters.');
  const names = shownNames(
    unknown.map(({ name }) => name),
    redactor,
  );
  return good(`No misplaced or duplicate parameters. Not checked: ${names}.`);
}
