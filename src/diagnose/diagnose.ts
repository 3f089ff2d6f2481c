import type { Check } from '../checks/check.ts';
import { checkOf } from '../checks/finding.ts';
import { type Redactor, withoutSecrets } from '../checks/redactor.ts';
import { subjectOfSetup } from '../checks/subject.ts';
import { regionOfRedirectUri } from '../facts/regions.ts';
import { checkOffline } from '../verify/offline/rules.ts';
import type { Evidence, FoundUrl } from './evidence/evidence.ts';
import { redactorsFor } from './evidence/pasted-secrets.ts';
import type { SetupWithFile } from './evidence/registered.ts';
import { asPasted } from './request/as-pasted.ts';
import { isFromJitterbit, isTokenRequest } from './request/jitterbit-request.ts';
import { checkOthers } from './request/other-requests.ts';
import { areRows } from './request/registered-rows.ts';
import type { Judgment } from './request/request-rule.ts';
import { requestRules } from './request/request-rules.ts';
import { valuesOf } from './request/request-values.ts';
import { checkVerifierRow } from './request/verifier-row.ts';
import { asOfOtherAttempt, factsOfOtherAttempt, isOfOtherAttempt, responsesTo } from './response/attempts.ts';
import type { PasteFacts } from './response/paste-facts.ts';
import { checkMessages, checkResponse, hasCode, lastResponse } from './response/response-checks.ts';

/**
 * Judges the evidence in a paste: against the setup that should be registered, or else by its format alone. Each piece of
 * evidence has a check, so a paste without anything recognizable has none. No check contains a secret from the paste or the
 * setup.
 */
export function diagnose(evidence: Evidence, registered?: SetupWithFile): Check[] {
  const { forWords, forChecks } = redactorsFor(evidence, registered);
  const requests = evidence.requests.filter((request) => !isTokenRequest(request));
  const own = requests.filter((request) => isFromJitterbit(request, registered));
  const last = own.findLast((each) => !areRows(each)) ?? own.at(-1);
  const others = requests.filter((other) => other !== last);
  const request = last && asPasted(last, registered);
  const judged = judgeRequest(request, others, registered, forWords);
  const responses = responsesTo(request, evidence.responses);
  const response = lastResponse({ ...evidence, responses }, registered);
  const isApart = isOfOtherAttempt(request, response);
  const facts: PasteFacts = {
    registered,
    judged,
    ...factsOfRequest(request),
    failedInFile: failuresOf(registered),
    hasCode: !isApart && hasCode(response, registered),
    redactor: forWords,
  };
  const requestChecks =
    request === undefined && others.length > 0
      ? checkOthers(others, forWords)
      : requestRules.flatMap((rule) => {
          const found = judged.get(rule.id);
          return found === undefined ? [] : [checkOf(rule, found.finding)];
        });
  const responseChecks = isApart
    ? checkResponse(response, factsOfOtherAttempt(facts)).map(asOfOtherAttempt)
    : checkResponse(response, facts);
  const checks = [
    ...requestChecks,
    ...responseChecks,
    ...checkVerifierRow(evidence.verifierRows ?? [], registered),
    ...checkMessages(evidence, facts),
  ];
  return checks.map((check) => withoutSecrets(check, forChecks));
}

function judgeRequest(
  request: FoundUrl | undefined,
  others: readonly FoundUrl[],
  registered: SetupWithFile | undefined,
  redactor: Redactor,
): ReadonlyMap<string, Judgment> {
  if (request === undefined) return new Map();
  const requestCase = { request, registered, others, redactor };
  return new Map(requestRules.map((rule) => [rule.id, rule.judge(requestCase)]));
}

function factsOfRequest(
  request: FoundUrl | undefined,
): Pick<PasteFacts, 'lacks' | 'valuesSent' | 'redirectUri'> {
  if (request === undefined) return { lacks: () => false, valuesSent: () => [] };
  return {
    lacks: (parameter) => !request.isCut && !request.isPartial && valuesOf(request, parameter).length === 0,
    redirectUri: valuesOf(request, 'redirect_uri').find((uri) => regionOfRedirectUri(uri) !== undefined),
    valuesSent: (parameter) => valuesOf(request, parameter),
  };
}

/** What is wrong with the setup itself. */
function failuresOf(registered: SetupWithFile | undefined): Check[] {
  if (registered === undefined) return [];
  return checkOffline(subjectOfSetup(registered.setup)).filter(({ status }) => status === 'fail');
}
