import { expect, test } from 'vitest';
import { renderChecksJson } from '../../src/checks/report.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { renderDiagnosis } from '../../src/diagnose/diagnosis-text.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { unicodeSymbols } from '../../src/terminal/symbols.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { clientSecret, verifier } from '../support/setup-fixture.ts';

const { authenticationUrl, redirectUri } = registered.setup;
const query = new URLSearchParams(goodParameters).toString();

const secrets = [
  clientSecret,
  verifier,
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
  'correcthorsebatterystaple',
];

type Spelling = (text: string) => string;

const spellings: readonly Spelling[] = [
  (text) => text,
  encodeURIComponent,
  (text) => `"${text}"`,
  (text) => Buffer.from(text).toString('base64'),
];

const requestWith = (name: string, text: string): string =>
  `${authenticationUrl}?${query.replace(new RegExp(`${name}=[^&]*`), () => `${name}=${text}`)}`;

/** A paste with a text in every possible place. */
const places: readonly Spelling[] = [
  (text) => `${authenticationUrl}?${query}&${text}=1`,
  (text) => `${authenticationUrl}?${query}&note=${text}`,
  (text) => `${authenticationUrl}?${query}&code_challenge_method=${text}`,
  (text) => `${authenticationUrl}?${query}&prompt=${text}`,
  (text) => `${authenticationUrl}/${text}?${query}`,
  (text) => `https://${text}/authorize?${query}`,
  (text) => `https://${text}.zoominfo.com/gtm/oauth/v1/authorize?${query}`,
  ...['response_type', 'client_id', 'redirect_uri', 'state', 'code_challenge'].map(
    (name): Spelling =>
      (text) =>
        requestWith(name, text),
  ),
  (text) => requestWith('scope', `${text}+api:data:${text}`),
  (text) => requestWith('redirect_uri', `https://${text}.jitterbit.com/${text}`),
  (text) => `${redirectUri}?error=${text}&error_description=${text}`,
  (text) => `${redirectUri}?error=invalid_${text}&state=x`,
  (text) => `${redirectUri}?error=invalid_request&error_description=redirect_uri+${text}+is+invalid`,
  (text) => `${redirectUri}?code=${text}&state=${text}#${text}`,
  (text) => JSON.stringify({ error: text, error_description: text }),
  (text) => JSON.stringify({ error: 'invalid_grant', error_description: `PKCE verification failed ${text}` }),
  (text) => JSON.stringify({ errorCode: text, errorSummary: `Invalid value for 'client_id' ${text}` }),
  (text) => JSON.stringify({ error: { code: text, message: text } }),
  (text) => JSON.stringify({ error: 'invalid_scope', [text]: text }),
  (text) => `WWW-Authenticate: Bearer error="invalid_token", error_description="${text}"`,
  (text) => `error: invalid_redirect_uri redirect_uri ${text} did not match`,
  (text) => `error: invalid_${text}`,
  (text) => `Invalid scopes: ${text}`,
  (text) => `Unknown client: ${text}`,
  (text) => `The redirect uri ${text} does not match ${text}`,
  (text) => `'redirect_uri' parameter must be ${text}`,
  (text) => `code_challenge_method ${text} must be`,
  (text) => `code ${text} has expired`,
  (text) => `PFAPI00${text}`,
];

const style = { width: 80, window: 80, paint: noPaint, symbols: unicodeSymbols };

const cases = secrets.flatMap((secret) =>
  spellings.flatMap((spell) => places.map((place) => [secret, spell(secret), place(spell(secret))] as const)),
);

test(`${cases.length} pastes with a secret somewhere: shows no eight characters of it`, () => {
  const leaks = cases.flatMap(([secret, spelled, paste]) => {
    const evidence = recognize(paste);
    const windows = [secret, spelled].flatMap((text) =>
      Array.from({ length: text.length - 7 }, (_, at) => text.slice(at, at + 8)),
    );
    return [registered, undefined].flatMap((against) => {
      const checks = diagnose(evidence, against);
      const said = (renderDiagnosis(checks, style) + renderChecksJson(checks)).replace(/\s/g, '');
      const leaked = windows.find((window) => said.includes(window));
      return leaked === undefined ? [] : [{ paste, leaked }];
    });
  });
  expect(leaks).toEqual([]);
});
