import {
  credentialMixUp,
  looksLikeClientId,
  mixUps,
  pairProblem,
  secretFormProblem,
  withoutPunctuation,
} from '../../answers/credentials.ts';
import { questions } from '../../answers/questions.ts';
import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { copyCredential, formField } from '../../facts/places.ts';
import { problemOf, type Result } from '../../text/result.ts';
import { unwrapped } from '../../text/wrapping.ts';
import { credentialRepairs, type Repair } from './repair.ts';
import type { OfflineFinding } from './rule.ts';

type CredentialKey = 'clientId' | 'clientSecret';

/** What both credentials have in common: presence, form, and that they differ. Never echoes one. */
export function judgeCredential(
  key: CredentialKey,
  subject: Subject,
  parse: (text: string) => Result<string>,
): OfflineFinding {
  const label = labels[key];
  const value = subject[key];
  const fix = copyCredential(key);
  const repair = key === 'clientId' ? clientIdRepair(value) : credentialRepairs[key];
  if (value === undefined) return skipped('Not provided.');
  if (value === null || value === '') return { ...warned(`The ${label} hasn't been set.`, fix), repair };
  const parsed = parse(value);
  const problem = problemOf(parsed) ?? pairProblem(value, subject) ?? formProblem(key, subject);
  if (problem !== undefined) return { ...failed(`The ${label} ${problem}`, fix), repair };
  const [warning] = parsed.ok ? parsed.warnings : [];
  const suspect = warning === undefined ? undefined : { ...warned(warning, fix), repair };
  return mixedUp(subject) ?? suspect ?? passed(`${value.length} characters, all valid.`);
}

const formProblem = (key: CredentialKey, { clientId, clientSecret }: Subject): string | undefined =>
  key === 'clientSecret' ? secretFormProblem(clientSecret, clientId) : undefined;

/** A Client ID that only needs to lose what is around it is known. Anything else may be the Client Secret. */
function clientIdRepair(value: string | null = ''): Repair {
  const bare = withoutPunctuation(unwrapped(value ?? ''));
  return looksLikeClientId(bare) && bare !== value
    ? { [questions.clientId.option]: bare }
    : credentialRepairs.clientId;
}

/** Both credentials get the same finding, so that there is one correction. */
function mixedUp(subject: Subject): OfflineFinding | undefined {
  const { clientId, clientSecret, origins = {} } = subject;
  const mixUp = credentialMixUp(clientId, clientSecret);
  if (mixUp === undefined) return undefined;
  const isId = mixUp === 'equal' && looksLikeClientId(clientId ?? '');
  const values = isId ? (['clientSecret'] as const) : (['clientId', 'clientSecret'] as const);
  const inFile = values.filter((key) => origins[key] === undefined).map((key) => credentialRepairs[key]);
  return {
    ...failed(mixUps[mixUp], mixUp === 'swapped' ? swap : values.map((key) => copyCredential(key)), mixUp),
    values,
    repair: Object.assign({}, ...inFile),
  };
}

const swap = `Swap the values of ${formField('clientId')} and ${labels.clientSecret}.`;
