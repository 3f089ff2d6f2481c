import { linesOfFix, worstOf } from '../../checks/check.ts';
import { labels } from '../../facts/labels.ts';
import { parametersOf } from '../../facts/places.ts';
import {
  authenticationRequestRows,
  isSameKey,
  isSilentPrompt,
  sendIn,
} from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { nameOf } from '../evidence/registered.ts';
import { shownNames } from '../evidence/shown-names.ts';
import { isOther, misplacedParameters, removeRow, wrongSendIn } from './misplaced-parameters.ts';
import { areRows } from './registered-rows.ts';
import {
  doubtful,
  type Judgment,
  plausible,
  proven,
  type RequestCase,
  type RequestRule,
  wrong,
} from './request-rule.ts';

const tab = parametersOf('authenticationRequest');

export const requestParameters: RequestRule = {
  id: 'request.parameters',
  title: 'Other parameters',
  judge: (requestCase) => {
    const found = [
      ...(areRows(requestCase.request) ? [] : misplacedParameters(requestCase)),
      ...silentPrompts(requestCase),
      ...duplicates(requestCase),
      ...sentElsewhere(requestCase),
      ...expectedRows(requestCase),
    ];
    return found.length === 0 ? unknownOnes(requestCase) : together(found);
  },
};

/** Combines several findings into the worst one. */
function together(found: readonly Judgment[]): Judgment {
  const worst = worstOf(found.map(({ finding }) => finding.status));
  const those = found.filter(({ finding }) => finding.status === worst).map(({ finding }) => finding);
  const lines = those.flatMap(({ fix = [] }) => linesOfFix(fix));
  const fix = lines.filter((line, index) => lines.indexOf(line) === index);
  const code = those.map((each) => each.code).find((each) => each !== undefined);
  const detail = those.map((each) => each.detail).join(' ');
  return (worst === 'fail' ? wrong : doubtful)(detail, fix, code);
}

function silentPrompts({ request }: RequestCase): Judgment[] {
  return request.parameters.some(({ name, value }) => isSameKey(name, 'prompt') && isSilentPrompt(value))
    ? [
        wrong(
          'The request contains prompt = none, which tells ZoomInfo not to show its sign-in page.',
          removeRow('prompt'),
          'prompt-none',
        ),
      ]
    : [];
}

/** The keys of the rows that belong in the URL. */
const rowsOfUrl = (): string[] => authenticationRequestRows('', true).map(({ key }) => key);

/** Rows that a table shows to be sent elsewhere than in the URL. */
function sentElsewhere({ request }: RequestCase): Judgment[] {
  const keys = request.parameters
    .filter(({ name, sendIn: where }) => rowsOfUrl().includes(name) && isElsewhere(where))
    .map(({ name }) => name);
  if (keys.length === 0) return [];
  const rows = `the ${[...new Set(keys)].join(', ')} ${keys.length === 1 ? 'row' : 'rows'}`;
  return [
    wrong(
      `${labels.sendIn} isn't ${labels.requestUrl} in ${rows}.`,
      `In ${tab}, set ${labels.sendIn} to "${labels.requestUrl}" in ${rows}.`,
      wrongSendIn,
    ),
  ];
}

const isElsewhere = (where: string | undefined): boolean =>
  where !== undefined && !isSameKey(where, labels.requestUrl);

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

/** The user's own rows in a setup that are sent in the URL. */
const ownRows = ({ registered }: RequestCase): Parameter[] =>
  (registered?.setup.advancedOptions.authenticationRequest.parameters ?? []).filter(
    (row) => row.sendIn === sendIn.url && isOther({ name: row.key, value: row.value }),
  );

function expectedRows(requestCase: RequestCase): Judgment[] {
  const { request, registered, redactor } = requestCase;
  if (registered === undefined || request.isCut || request.isPartial) return [];
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
      `Rows in ${nameOf(registered)} that are missing from the request or have a different value: ${keys}.`,
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
  const good = request.isCut || request.isPartial ? plausible : proven;
  const isUnseen = areRows(request) && request.parameters.some((row) => row.sendIn === undefined);
  const none = `No misplaced or duplicate parameters.${isUnseen ? sendInNote : ''}`;
  if (unknown.length === 0) return good(none);
  const names = shownNames(
    unknown.map(({ name }) => name),
    redactor,
  );
  return good(`${none} Not checked: ${names}.`);
}

const sendInNote = ` ${labels.sendIn}, which wasn't checked, must be ${labels.requestUrl} in each row.`;
