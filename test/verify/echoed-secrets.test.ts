import { afterAll, describe, expect, test } from 'vitest';
import { type Behavior, type MisbehavingServer, startMisbehaving } from '../support/misbehaving-server.ts';
import { clientId, sampleSetup, verifier } from '../support/setup-fixture.ts';
import { runVerifyHere } from '../support/verify-run.ts';

const servers: MisbehavingServer[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

const clientSecret = 'pW9-x&Z<:3%"+k~7L/m>2Rt8\\Vb5\'Nc1Yd4Hs6Jf0Ge';
const unknownTokens = [
  'tok-Zy8_Xw7Vu6Ts5',
  'RefreshValue9876543210',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl',
];
const code = 'one-time-code-4f7a9c2e';

/** No eight characters in a row of any secret, whatever is between them. */
function expectNoFragment(output: string, secrets: readonly string[]): void {
  const texts = [
    output,
    output.replace(/\s/g, ''),
    JSON.parse(JSON.stringify(output)).replace(/\\(.)/g, '$1'),
  ];
  for (const secret of secrets)
    for (let at = 0; at + 8 <= secret.length; at += 1)
      for (const text of texts)
        expect(text.includes(secret.slice(at, at + 8)), `${secret.slice(at, at + 8)} in:\n${output}`).toBe(
          false,
        );
}

const send =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): Behavior =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(body);
const json = (status: number, body: object): Behavior =>
  send(status, 'application/json', JSON.stringify(body));
const html = (status: number, body: string): Behavior =>
  send(status, 'text/html', `<html><body>${body}</body></html>`);

const escapedHtml = clientSecret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const lower = encodeURIComponent(clientSecret).replace(/%../g, (each) => each.toLowerCase());
const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
const [first = '', second = '', jwt = ''] = unknownTokens;

const answers: readonly (readonly [name: string, behave: Behavior])[] = [
  ['in the message', json(400, { error: 'invalid_request', error_description: `bad ${clientSecret}` })],
  ['in the code', json(400, { error: clientSecret })],
  [
    'in a code like those of OAuth',
    json(400, { error: `a_${verifier.toLowerCase().replace(/[^a-z]/g, '')}_b` }),
  ],
  ['HTML-escaped', html(400, `Not known: ${escapedHtml}`)],
  ['percent-encoded in lower case', html(401, lower)],
  [
    'percent-encoded twice',
    json(400, { error: { code: 'x', message: encodeURIComponent(encodeURIComponent(clientSecret)) } }),
  ],
  ['as Basic credentials', json(401, { error: 'invalid_client', error_description: `Basic ${basic}` })],
  ['split by wbr', html(400, verifier.replace(/.{5}/g, '$&<wbr>'))],
  ['split by line breaks', html(503, verifier.replace(/.{3}/g, '$&<br>\n'))],
  ['cut where a long page is truncated', html(400, `${'x'.repeat(20_000 - 12 - 20)}${verifier}`)],
  [
    'beyond what is shown',
    json(400, { error: 'invalid_grant', error_description: `${'x '.repeat(145)}${verifier}` }),
  ],
  ['in the path of a redirect', send(302, 'text/html', '', { location: `/${verifier}/${lower}` })],
  [
    'in the host of a redirect',
    send(302, 'text/html', '', { location: `https://${verifier.replace('_', '-')}.example/` }),
  ],
  [
    'in the parameters of a redirect',
    send(302, 'text/html', '', { location: `/?error=x&error_description=${lower}&${verifier}=1` }),
  ],
  ['in the content type', send(400, `text/${verifier}`, 'x')],
  [
    'tokens in a rejection',
    json(400, { error: 'invalid_request', access_token: first, error_description: `Not ${first}` }),
  ],
  [
    'tokens for a dummy code',
    json(200, { access_token: first, refresh_token: second, token_type: jwt, scope: second }),
  ],
  ['tokens under other names', json(200, { data: { accessToken: first, jwt }, message: `token=${second}` })],
  ['a bare token', send(200, 'text/plain', first)],
  ['a token in a page', html(400, `The access_token is: ${first}; <b>id_token</b>=${jwt}`)],
  [
    'a token in prose',
    json(400, { error: 'invalid_request', error_description: `Bearer ${second} and ${jwt} expired` }),
  ],
  [
    'tokens in a list of errors',
    json(403, { errors: [{ title: 'No', detail: `refresh_token: ${second}` }] }),
  ],
];

describe.each(answers)('a server that sends secrets back %s', (_name, behave) => {
  test.each([['--online'], ['--login', '--no-open']])('%s %s', async (...flags) => {
    const server = await startMisbehaving(behave);
    servers.push(server);
    const setup = sampleSetup({
      clientSecret,
      authenticationUrl: `${server.origin}/authorize`,
      accessTokenUrl: `${server.origin}/token`,
    });
    const ran = await runVerifyHere({
      setup,
      flags: [...flags, '--timeout', '20'],
      terminal: true,
      paste: async (said) =>
        `${setup.redirectUri}?code=${code}&state=${/[?&]state=([\w-]+)/.exec(said)?.[1]}`,
    });
    expect(server.seen.length).toBeGreaterThan(0);
    expectNoFragment(ran.stdout + ran.stderr, [
      clientSecret,
      verifier,
      code,
      basic.slice(28),
      ...unknownTokens,
    ]);
  });
});
