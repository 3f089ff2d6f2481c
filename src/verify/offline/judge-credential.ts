import { credentialMixUp, mixUps } from '../../answers/credentials.ts';
import { type Finding, failed, passed, skipped, warned } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { problemOf, type Result } from '../../text/result.ts';

type CredentialKey = 'clientId' | 'clientSecret';

/** What both credentials have in common: presence, form, and that they are not each other. Never echoes one. */
export function judgeCredential(
  key: CredentialKey,
  subject: Subject,
  parse: (text: string) => Result<string>,
): Finding {
  const label = labels[key];
  const value = subject[key];
  const source = portalPart(label);
  if (value === undefined) return skipped(`No ${label} was given.`);
  if (value === null || value === '')
    return warned(`The ${label} is still to come.`, `Copy it from ${source}, to ${formField(key)}.`);
  const problem = problemOf(parse(value));
  if (problem !== undefined) return failed(`The ${label} ${problem}`, `Correct it in ${formField(key)}.`);
  const mixUp = credentialMixUp(subject.clientId, subject.clientSecret);
  if (mixUp !== undefined)
    return failed(
      mixUps[mixUp],
      `${remedies[mixUp]}: ${formField(key)}; the right one stands in ${source}.`,
      mixUp,
    );
  return passed(`It has ${value.length} characters, and nothing in it is out of place.`);
}

const remedies: Record<keyof typeof mixUps, string> = {
  equal: 'Copy each from its own field',
  swapped: 'Exchange the two',
};
