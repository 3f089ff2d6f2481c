import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { isSameKey } from '../../setup-file/parameter-rows.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { verifiersIn } from '../evidence/registered-pairs.ts';
import { shownName } from '../evidence/shown-names.ts';
import { renewal, rotation } from './request-fixes.ts';
import { type Judgment, type RequestCase, wrong } from './request-rule.ts';

const tab = parametersOf('authenticationRequest');

/** A parameter that doesn't belong in an authorization request. */
interface Misplaced {
  readonly name: string;
  readonly says: string;
  readonly fix: (registered: SetupWithFile | undefined) => Line[];
}

/** The step that removes a row from the Authentication request. */
export const removeRow = (name: string): string => `Remove the ${name} row from ${tab}.`;

const misplaced: readonly Misplaced[] = [
  {
    name: 'code_verifier',
    says: 'The URL contains the code verifier.',
    fix: (registered) => [
      `${removeRow('code_verifier')} It belongs on the ${labels.tokenRequest} tab, with ${labels.sendIn} set to ${labels.requestBody}.`,
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

/** What a request must not contain: parameters of the token request, and secrets of the setup under any name. */
export const misplacedParameters = (requestCase: RequestCase): Judgment[] => [
  ...misplacedByName(requestCase),
  ...exposedSecrets(requestCase),
];

/** The code of a parameter that is sent in the wrong place. */
export const wrongSendIn = 'wrong-send-in';

function misplacedByName({ request, registered }: RequestCase): Judgment[] {
  return misplaced
    .filter(({ name }) => request.parameters.some((parameter) => isSameKey(parameter.name, name)))
    .map(({ says, fix }) => wrong(says, fix(registered), wrongSendIn));
}

/** Secrets of the setup under any other name. */
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
        wrongSendIn,
      ),
    ];
  });
}

/** The secret of the setup that a text contains, by its name. */
function secretIn(text: string, registered: SetupWithFile): string | undefined {
  const { clientSecret } = registered.setup;
  if (clientSecret && text.includes(clientSecret)) return labels.clientSecret;
  return verifiersIn(registered).some((verifier) => text.includes(verifier)) ? 'code verifier' : undefined;
}

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

/** Whether a parameter is neither judged by another check nor misplaced by its name. */
export const isOther = ({ name }: FoundParameter): boolean =>
  ![...judgedElsewhere, ...misplaced.map((each) => each.name)].some((known) => isSameKey(name, known));
