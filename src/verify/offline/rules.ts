import { type Check, type Fix, linesOfFix } from '../../checks/check.ts';
import { checkOf, type Finding } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import { clientId } from './client-id-rule.ts';
import { clientSecret } from './client-secret-rule.ts';
import { endpoints } from './endpoints-rule.ts';
import { filePermissions } from './file-permissions-rule.ts';
import { fixAtOrigin, fixByCommands, originsOf, purposeOf } from './fix-at-source.ts';
import { authenticationRequestParameters, tokenRequestParameters } from './parameters-rule.ts';
import { pkceChallenge } from './pkce-challenge-rule.ts';
import { pkceVerifier } from './pkce-verifier-rule.ts';
import { redirectUri } from './redirect-uri-rule.ts';
import type { Repair } from './repair.ts';
import type { OfflineFinding, OfflineRule } from './rule.ts';
import { scopes } from './scopes-rule.ts';

const rules: readonly OfflineRule[] = [
  redirectUri,
  scopes,
  clientId,
  clientSecret,
  endpoints,
  pkceVerifier,
  pkceChallenge,
  authenticationRequestParameters,
  tokenRequestParameters,
  filePermissions,
];

const withoutQuotes: readonly string[] = rules.filter((rule) => rule.quotesNothing).map(({ id }) => id);

/**
 * Whether an offline check says nothing that comes from a value, so that no secret needs to be looked for in it. The fix of
 * a failure repairs other values, too.
 */
export const quotesNothing = ({ id, status }: Pick<Check, 'id' | 'status'>): boolean =>
  status === 'pass' || (status !== 'fail' && withoutQuotes.includes(id));

/** Runs every offline check, regardless of the others, so that all problems are reported together. */
export function checkOffline(subject: Subject): Check[] {
  const findings = rules.map((rule) => ({ rule, found: inFile(rule.judge(subject), rule, subject) }));
  const blocking = findings.filter(({ found }) => found.status === 'fail' || found.blocksRebuild);
  const repairs = blocking.map(({ found }) => found.repair).filter((repair) => repair !== undefined);
  return findings.map(({ rule, found }) => checkOf(rule, withFileStep(found, subject, repairs)));
}

/** A finding about values none of which is in the file has nothing to repair there. */
function inFile(found: OfflineFinding, rule: OfflineRule, subject: Subject): OfflineFinding {
  const { values = rule.values ?? [], repair, choices, blocksRebuild, ...rest } = found;
  const isElsewhere = originsOf(values, subject).length === values.length;
  return values.length > 0 && isElsewhere ? rest : found;
}

/**
 * The checks, each with the sources of its values that aren't in the file. These are no values, so they needn't be redacted:
 * `YOUR_CLIENT_SECRET`, as a secret, would withhold the name of its variable.
 */
export function withOrigins(checks: readonly Check[], subject: Subject): Check[] {
  return checks.map((check) => {
    const rule = rules.find(({ id }) => id === check.id);
    if (check.fix === undefined || rule === undefined) return check;
    const { values = rule.values, status, code } = rule.judge(subject);
    const origins = originsOf(values, subject);
    const isSwap = code === 'swapped' && values?.length === 2 && origins.length === 2;
    const action = isSwap ? 'Swap' : status === 'fail' ? 'Correct' : 'Check';
    return { ...check, fix: fixAtOrigin(check.fix, origins, action) };
  });
}

/**
 * The finding with the command line that corrects the file. For a failure it repairs everything that prevents the
 * file from being rebuilt; a warning comes after those.
 */
function withFileStep(
  { values, repair, choices, when, blocksRebuild, ...found }: OfflineFinding,
  { file }: Subject,
  repairs: readonly Repair[],
): Finding {
  const { fix } = found;
  if (fix === undefined) return found;
  if (repair === undefined || file?.path === undefined)
    return when === undefined ? found : { ...found, fix: continued(`${when},`, fix) };
  const isWrong = found.status === 'fail';
  const others = isWrong ? repairs.filter((each) => each !== repair) : [];
  const purpose = when ?? purposeOf(file, isWrong);
  const steps = choices?.map((choice) => ({ purpose: choice.when, repairs: [...others, choice.repair] }));
  const rest = when === undefined ? fix : continued('Then', fix);
  return { ...found, fix: fixByCommands(rest, file, steps ?? [{ purpose, repairs: [...others, repair] }]) };
}

/** The fix with a beginning of its first sentence. */
function continued(beginning: string, fix: Fix): Fix {
  const [first, ...rest] = linesOfFix(fix);
  if (typeof first !== 'string') return fix;
  return [`${beginning} ${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...rest];
}
