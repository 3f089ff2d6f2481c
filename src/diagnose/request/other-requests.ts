import type { Check } from '../../checks/check.ts';
import { checkOf, skipped, undecided } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import { isIdentified, placesOf } from './jitterbit-request.ts';
import { requestRules } from './request-rules.ts';

/** Names the requests of other clients without judging them. */
export function checkOthers(others: readonly FoundUrl[], redactor: Redactor): Check[] {
  const says = `${whatIsThere(others, redactor)} ZoomInfo's sign-in page also sends requests itself.`;
  return requestRules.map((rule, index) =>
    checkOf(
      rule,
      index === 0
        ? undecided(says, "Paste the first URL of the sign-in window. Look for it in your browser's history.")
        : skipped('The paste has no request that is certainly from Jitterbit.'),
    ),
  );
}

function whatIsThere(others: readonly FoundUrl[], redactor: Redactor): string {
  if (!others.some(isIdentified))
    return "The parameters in the paste don't show which request they belong to, so they weren't checked.";
  const place = placesOf(others, { redactor });
  const [what, isnt] =
    others.length === 1
      ? ['The request in the paste', "isn't from Jitterbit, so it wasn't checked"]
      : ['The requests in the paste', "aren't from Jitterbit, so they weren't checked"];
  return `${what}${place === '' ? '' : ` (to ${place})`} ${isnt}.`;
}
