import { credentialMixUp, mixUps, pairProblem } from '../../answers/credentials.ts';
import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { problemOf, type Result } from '../../text/result.ts';
import { credentialRepairs } from './repair.ts';
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
  const fix = `Copy the ${label} from ${portalPart(label)} to ${formField(key)}.`;
  const repair = credentialRepairs[key];
  if (value === undefined) return skipped('Not provided.');
  if (value === null || value === '') return { ...warned(`The ${label} hasn't been set.`, fix), repair };
  const problem = problemOf(parse(value)) ?? pairProblem(value, subject);
  if (problem !== undefined) return { ...failed(`The ${label} ${problem}`, fix), repair };
  const mixUp = credentialMixUp(subject.clientId, subject.clientSecret);
  if (mixUp !== undefined)
    return { ...failed(mixUps[mixUp], mixUp === 'swapped' ? swap : fix, mixUp), repair };
  return passed(`${value.length} characters, all valid.`);
}

const swap = `Swap the values of ${formField('clientId')} and ${labels.clientSecret}.`;
