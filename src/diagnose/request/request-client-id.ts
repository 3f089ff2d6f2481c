import { credentialMixUp, looksLikeClientId, mixUps, parseClientId } from '../../answers/credentials.ts';
import { labels } from '../../facts/labels.ts';
import { copyCredential, formField } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import { problemOf } from '../../text/result.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { credentialRepairs } from '../../verify/offline/repair.ts';
import { tellingLength } from '../../verify/offline/spoiled-challenge.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { commonPart } from './both-values.ts';
import { ifOutdated, renewal, setTo } from './request-fixes.ts';
import { formOnly, type Judgment, plausible, proven, wrong } from './request-rule.ts';
import { beginsOne, isBeginningOf, parameterRule } from './request-values.ts';

export const requestClientId = parameterRule(
  { id: 'request.client-id', title: labels.clientId, name: 'client_id' },
  (registered) => ({
    whole: (value) => judgeWhole(value, registered),
    absent: () => wrong(`The request has no ${labels.clientId}.`, fixFor(registered), 'missing'),
    fix: () => fixFor(registered),
    isUnfinished: (start) => isUnfinished(start, registered),
    otherwise: (start) => judgeStart(start, registered),
  }),
);

function fixFor(registered: SetupWithFile | undefined, found = ''): Line[] {
  const clientId = registered?.setup.clientId;
  if (clientId && problemOf(parseClientId(clientId)) === undefined && !isMixedUp(registered))
    return setTo(formField('clientId'), clientId, commonPart(found, clientId));
  return [copyCredential('clientId')];
}

const isMixedUp = (registered: SetupWithFile | undefined): boolean =>
  credentialMixUp(registered?.setup.clientId, registered?.setup.clientSecret) !== undefined;

function swapped(registered: SetupWithFile | undefined): Judgment {
  return wrong(
    `The request contains the ${labels.clientSecret} in place of the ${labels.clientId}.`,
    [...fixFor(registered), renewal],
    'swapped',
  );
}

function judgeWhole(value: string, registered: SetupWithFile | undefined): Judgment {
  const { clientId, clientSecret } = registered?.setup ?? {};
  if (clientSecret && unwrapped(value) === clientSecret && clientSecret !== clientId)
    return swapped(registered);
  if (value === '') return wrong(`The ${labels.clientId} is empty.`, fixFor(registered), 'missing');
  const problem = problemOf(parseClientId(value));
  if (problem !== undefined) return wrong(`The ${labels.clientId} ${problem}`, fixFor(registered, value));
  const mixUp = credentialMixUp(value, clientSecret);
  if (mixUp !== undefined) return wrong(mixUps[mixUp], [...fixFor(registered), renewal], mixUp);
  if (registered === undefined) return formOnly;
  if (!clientId)
    return plausible(
      `Valid format. Not compared, because ${nameOf(registered)} contains no ${labels.clientId}.`,
    );
  if (value === clientId) return proven(`Matches ${nameOf(registered)}.`);
  return wrong(
    `The ${labels.clientId} ${differenceOf(value, clientId)} the one in ${nameOf(registered)}.`,
    [
      ...fixFor(registered, value),
      ...(mayBeClientId(value, clientId)
        ? ifOutdated(registered, labels.clientId, credentialRepairs.clientId)
        : []),
    ],
    'other-application',
  );
}

/** Whether a value has the format of the one in the setup. */
const mayBeClientId = (value: string, right: string): boolean =>
  looksLikeClientId(value) || !looksLikeClientId(right);

function differenceOf(value: string, right: string): string {
  if (value.toLowerCase() === right.toLowerCase()) return 'differs in capitalization from';
  if (value.length >= tellingLength && right.includes(value)) return 'is only part of';
  return "doesn't match";
}

/** Without a setup, only a Client ID from Okta shows its length. */
function isUnfinished(start: string, registered: SetupWithFile | undefined): boolean {
  const clientId = registered?.setup.clientId;
  if (clientId) return isBeginningOf(start, clientId);
  return start.length < 3
    ? '0oa'.startsWith(start)
    : looksLikeClientId(start.padEnd(20, 'x')) && start.length < 20;
}

function judgeStart(start: string, registered: SetupWithFile | undefined): Judgment | undefined {
  const { clientId, clientSecret } = registered?.setup ?? {};
  if (!clientId) return looksLikeClientId(start) ? judgeWhole(start, registered) : undefined;
  if (start.length >= tellingLength && beginsOne(start, clientSecret)) return swapped(registered);
  return judgeWhole(start, registered);
}
