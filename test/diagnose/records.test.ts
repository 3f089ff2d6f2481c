import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { wrapped } from '../support/manglings.ts';
import { margins, records } from '../support/notations.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { rfcPair } from '../support/setup-fixture.ts';
import { checkNamed } from '../support/verify-fixtures.ts';

const sampleWith = (changes: Readonly<Record<string, string>> = {}) => ({
  parameters: Object.entries({ ...goodParameters, ...changes }),
});

const wrong = { code_challenge: rfcPair.codeChallenge };
const judged = (paste: string) => diagnose(recognize(paste), registered);
const failing = (paste: string) => judged(paste).filter(({ status }) => status === 'fail');

const colons = ({ parameters }: ReturnType<typeof sampleWith>) => parameters.map((pair) => pair.join(': '));
const withMargins = Object.entries(margins).map(
  ([name, margin]) =>
    [
      `lines with ${name}`,
      (sample: ReturnType<typeof sampleWith>) => colons(sample).map(margin).join('\n'),
    ] as const,
);
const lists = [...Object.entries(records), ...withMargins];

describe.each(lists)('%s', (_, list) => {
  test('show that every value is right', () => {
    const checks = judged(list(sampleWith()));
    for (const id of ['response-type', 'client-id', 'redirect-uri', 'scopes', 'code-challenge'])
      expect(checkNamed(`request.${id}`, checks).status, id).toBe('pass');
  });

  test('show a wrong value', () => {
    expect(checkNamed('request.code-challenge', judged(list(sampleWith(wrong)))).status).toBe('fail');
  });

  test.each([40, 60, 80, 100])('accuse no right value in lines of %d characters', (width) => {
    const text = list(sampleWith());
    if (/\s{9}/.test(text)) return;
    for (const separator of ['\n', '\n    ']) expect(failing(wrapped(text, width, separator))).toEqual([]);
    const cutLines = text.split('\n').map((line) => line.slice(0, width));
    expect(failing(cutLines.join('\n')).filter(({ code }) => code !== 'missing')).toEqual([]);
  });

  test('accuse no right value wherever they end', () => {
    const text = list(sampleWith());
    for (let end = 40; end < text.length; end += 7)
      expect(failing(text.slice(0, end)).filter(({ code }) => code !== 'missing')).toEqual([]);
  });
});

describe('source code and documentation accuse nothing', () => {
  const uri = registered.setup.redirectUri;

  test.each([
    `const query = { client_id: clientId, redirect_uri: '${uri}', state, scope: scopes.join(' ') };`,
    `const query = {\n  client_id: config.id,\n  redirect_uri: '${uri}',\n  state: state,\n};`,
    `authorize(client_id=CLIENT, redirect_uri="${uri}", state=None, code_challenge=challenge)`,
    `def authorize(client_id=None, redirect_uri=None, state=None): pass`,
    `query.set('client_id', ID);\nquery.set('redirect_uri', '${uri}');\nquery.set('state', 's');`,
    `required = ['client_id', 'redirect_uri', 'response_type', 'state']`,
    `array('client_id' => $id, 'redirect_uri' => '${uri}', 'state' => $state, 'code_challenge' => $challenge)`,
    `<tr><td>client_id</td><td>The Client ID.</td></tr><tr><td>redirect_uri</td><td>${uri}</td></tr>`,
    `[{"key":"client_id","value":"{{id}}"},{"key":"redirect_uri","value":"${uri}"},{"key":"state","value":"{{s}}"}]`,
    `curl -G a -d "client_id=$ID" -d "redirect_uri=${uri}" -d "code_challenge=$CHALLENGE" -d "state=$STATE"`,
    `client_id=%s redirect_uri=${uri} state=%s code_challenge=%s`,
    `  12 │   client_id: clientId,\n  13 │   redirect_uri: '${uri}',\n  14 │   state: state,`,
  ])('such as %s', (text) => {
    expect(failing(text).filter(({ code }) => code !== 'missing')).toEqual([]);
  });
});

test('a URL whose lines are cut off at an edge accuses no right value', () => {
  const [first, ...others] = sampleWith().parameters.map((pair) => pair.map(encodeURIComponent).join('='));
  const url = [`${registered.setup.authenticationUrl}`, `?${first}`, ...others.map((each) => `&${each}`)];
  for (const width of [40, 60, 80])
    expect(failing(url.map((line) => line.slice(0, width)).join('\n'))).toEqual([]);
  const otherUrl = url.map((line) =>
    line.replace(/(?<=code_challenge=).*/, rfcPair.codeChallenge).slice(0, 60),
  );
  expect(checkNamed('request.code-challenge', judged(otherUrl.join('\n'))).status).toBe('fail');
});
