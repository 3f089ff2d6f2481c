import { lookAlike } from '../../oauth/misread-words.ts';
import { lookup } from '../../text/lookup.ts';
import { isShortened } from '../evidence/cut-mark.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import { requestClientId } from '../request/request-client-id.ts';
import { requestRedirectUri } from '../request/request-redirect-uri.ts';
import type { Judgment, RequestCase, RequestRule } from '../request/request-rule.ts';
import { requestScopes } from '../request/request-scopes.ts';

/** The rules by which quoted values are judged, as those of a request are, and their names in a sentence. */
const rules: Readonly<Record<string, readonly [rule: RequestRule, name: string]>> = {
  redirect_uri: [requestRedirectUri, 'redirect URI'],
  client_id: [requestClientId, requestClientId.title],
  scope: [requestScopes, 'scope'],
};

/** What the values that an error quotes show about the request, by the ids of the checks. */
export function judgeQuoted(
  quoted: readonly FoundParameter[],
  { registered, redactor }: Pick<RequestCase, 'registered' | 'redactor'>,
): ReadonlyMap<string, Judgment> {
  return new Map(
    Object.entries(rules).flatMap(([name, [rule]]): [string, Judgment][] => {
      const values = quoted
        .filter((each) => each.name === name && !mayBeMisread(each, registered))
        .map(({ value }) => value);
      if (values.length === 0) return [];
      const value = name === 'scope' ? wholeScope(values, registered) : (values[0] ?? '');
      const isCut = isShortened(value);
      const request = { parameters: [{ name, value }], isCut, isPartial: true };
      return [[rule.id, rule.judge({ request, registered, others: [], redactor })]];
    }),
  );
}

/** Whether a value looks like the one in the setup, but isn't: the error may be from a picture. */
function mayBeMisread({ value }: FoundParameter, registered: SetupWithFile | undefined): boolean {
  const { clientId, scopes = [] } = registered?.setup ?? {};
  const rights = [clientId ?? '', ...scopes];
  return !rights.includes(value) && rights.some((right) => lookAlike(right) === lookAlike(value));
}

/** An error quotes only the scopes that it is about, so the others are taken from the setup. */
const wholeScope = (quoted: readonly string[], registered: SetupWithFile | undefined): string =>
  [...quoted, ...(registered?.setup.scopes ?? [])].join(' ');

/** The name of what an error quotes but the request in the same paste doesn't have; undefined if they agree. */
export function disagreement(
  quoted: readonly FoundParameter[],
  valuesSent: (parameter: string) => readonly string[],
): string | undefined {
  const other = quoted.find(({ name, value }) => {
    const sent = valuesSent(name).flatMap((each) => each.split(' '));
    return sent.length > 0 && !value.split(' ').some((each) => sent.some((one) => isStart(one, each)));
  });
  return other && lookup(rules, other.name)?.[1];
}

/** Either may be cut. */
function isStart(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => text.replace(/[.\u2026]+$/, ''));
  return Boolean(first?.startsWith(second ?? '') || second?.startsWith(first ?? ''));
}
