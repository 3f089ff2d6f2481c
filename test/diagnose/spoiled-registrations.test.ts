import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { redirectUriOf } from '../../src/facts/regions.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import { formEncoded, strictlyEncoded } from '../support/manglings.ts';
import { goodParameters, registered } from '../support/paste-fixtures.ts';
import { clientSecret, rfcPair, sampleSetup, verifier } from '../support/setup-fixture.ts';

const plain = sampleSetup({}, true);
const { clientId = '', pkce, redirectUri, scopes } = plain;
const rotated = {
  setup: rotateSetup(plain, pkcePairOf(`n0-${verifier}`)),
  file: 'zoominfo.json',
};
const { codeChallenge } = rotated.setup.pkce;
const { codeVerifier } = rotated.setup.pkce;
const { state = '', ...registeredOnes } = goodParameters;
const right: Readonly<Record<string, string>> = {
  ...registeredOnes,
  code_challenge: codeChallenge,
  code_challenge_method: 'S256',
  state,
};

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Around a value: white space, what can't be seen, quotation marks. */
const wrappings = [
  (value: string) => ` ${value}`,
  (value: string) => `${value} `,
  (value: string) => `${value}\t`,
  (value: string) => `${value}\n`,
  (value: string) => `${value}\u00a0`,
  (value: string) => `\u200b${value}`,
  (value: string) => `${value}\ufeff`,
  (value: string) => `"${value}"`,
  (value: string) => `'${value}'`,
  (value: string) => `“${value}”`,
  (value: string) => `\`${value}\``,
];

interface Spoiling {
  readonly id: string;
  readonly name: string;
  /** The format alone shows it, even without a setup. */
  readonly values: readonly string[];
  readonly onlyWithSetup: readonly string[];
}

const spoilings: readonly Spoiling[] = [
  {
    id: 'request.response-type',
    name: 'response_type',
    values: ['', 'token', 'id_token', 'code token', 'CODE', 'Code', 'codes', 'S256'],
    onlyWithSetup: [],
  },
  {
    id: 'request.client-id',
    name: 'client_id',
    values: ['', '<client id>', 'your-client-id', '${CLIENT_ID}'],
    onlyWithSetup: [
      clientSecret,
      '0oaAnotherClient1234',
      `${clientId}`.toUpperCase(),
      `${clientId}`.slice(0, -2),
      `${clientId}x`,
      codeChallenge,
    ],
  },
  {
    id: 'request.redirect-uri',
    name: 'redirect_uri',
    values: [
      '',
      `${redirectUri}/`,
      redirectUri.replace('https', 'http'),
      redirectUri.replace('na-east', 'NA-EAST'),
      redirectUri.toUpperCase(),
      redirectUri.replace('authcode', 'callback'),
      redirectUri.replace('apps.', ''),
      'https://apps.apac-east.jitterbit.com/design-studio/api/v1/oauth/authcode',
      'https://example.com/callback',
      `${redirectUri}?x=1`,
      `${redirectUri}#x`,
    ],
    onlyWithSetup: [redirectUriOf('EMEA'), redirectUriOf('APAC')],
  },
  {
    id: 'request.scopes',
    name: 'scope',
    values: [
      scopes.join(','),
      scopes.join(', '),
      scopes.join(';'),
      scopes.join('|'),
      scopes.join('\n'),
      scopes.join('%20'),
      scopes.join('+'),
      scopes.join(' ').toUpperCase(),
    ],
    onlyWithSetup: [
      '',
      ' ',
      scopes[0] ?? '',
      `${scopes.join(' ')} api:data:news`,
      'openid',
      scopes.join(''),
      codeChallenge,
    ],
  },
  {
    id: 'request.code-challenge',
    name: 'code_challenge',
    values: [
      '',
      `${codeChallenge}=`,
      codeChallenge.slice(0, -1),
      `${codeChallenge}A`,
      sha256(codeVerifier).toString('hex'),
      sha256(codeVerifier).toString('hex').toUpperCase(),
      sha256(codeVerifier).toString('base64'),
      Buffer.from(sha256(codeVerifier).toString('hex')).toString('base64url'),
      `${codeVerifier}${codeVerifier}`,
      'S256',
    ],
    onlyWithSetup: [
      codeVerifier,
      verifier,
      pkce.codeChallenge,
      rfcPair.codeChallenge,
      codeChallenge.toLowerCase(),
      codeChallenge.toUpperCase(),
      [...codeChallenge].reverse().join(''),
      sha256(`${codeVerifier}\n`).toString('base64url'),
      sha256(`${codeVerifier}\r\n`).toString('base64url'),
      sha256(`"${codeVerifier}"`).toString('base64url'),
      sha256(` ${codeVerifier}`).toString('base64url'),
      sha256(Buffer.from(codeVerifier, 'utf16le')).toString('base64url'),
      sha256(Buffer.from(codeVerifier, 'base64url')).toString('base64url'),
      sha256(codeChallenge).toString('base64url'),
    ],
  },
  {
    id: 'request.code-challenge-method',
    name: 'code_challenge_method',
    values: ['', 'plain', 'PLAIN', 's256', 'S-256', 'SHA256', 'SHA-256', 'RS256', 'S2566', 'code'],
    onlyWithSetup: [],
  },
];

const keys = (name: string): string[] =>
  [
    name.toUpperCase(),
    `${name} `,
    ` ${name}`,
    name.replace('_', '-'),
    name.replace('_', ''),
    name.replace('_', ' '),
  ].filter((key) => key !== name);

type Case = readonly [what: string, id: string, url: string, onlyWithSetup: boolean];

const queryOf = (pairs: readonly (readonly [string, string])[], at: number): string => {
  const encode = at % 2 === 0 ? strictlyEncoded : formEncoded;
  return `${registered.setup.authenticationUrl}?${pairs.map((pair) => pair.map(encode).join('=')).join('&')}`;
};

const pairsWith = (
  name: string,
  change: (pair: readonly [string, string]) => (readonly [string, string])[],
) => Object.entries(right).flatMap((pair) => (pair[0] === name ? change(pair) : [pair]));

const cases: readonly Case[] = spoilings.flatMap(({ id, name, values, onlyWithSetup }): Case[] => {
  const value = right[name] ?? '';
  const others = [...wrappings.map((wrap) => wrap(value)), ...values];
  const replaced = (text: string, at: number, only: boolean): Case => [
    `${name} = ${JSON.stringify(text)}`,
    id,
    queryOf(
      pairsWith(name, () => [[name, text]]),
      at,
    ),
    only,
  ];
  return [
    ...others.map((text, at) => replaced(text, at, false)),
    ...onlyWithSetup.map((text, at) => replaced(text, at, true)),
    [
      `no ${name}`,
      id,
      queryOf(
        pairsWith(name, () => []),
        0,
      ),
      name === 'code_challenge_method' || name === 'scope',
    ],
    ...keys(name).map(
      (key, at): Case => [
        `key ${JSON.stringify(key)}`,
        id,
        queryOf(
          pairsWith(name, () => [[key, value]]),
          at,
        ),
        false,
      ],
    ),
    [
      `${name} twice`,
      'request.parameters',
      queryOf(
        pairsWith(name, (pair) => [pair, pair]),
        0,
      ),
      false,
    ],
    [
      `${name} twice, once wrong`,
      id,
      queryOf(
        pairsWith(name, (pair) => [pair, [name, values[1] ?? '']]),
        0,
      ),
      false,
    ],
  ];
});

/** What isn't right: a space around the scopes may be harmless, everything else is a failure. */
const blamed = (url: string, against: typeof rotated | undefined): string[] =>
  diagnose(recognize(url), against)
    .filter(({ id, status }) => status === 'fail' || (id === 'request.scopes' && status === 'warn'))
    .map(({ id }) => id);

test(`each of ${cases.length} spoiled values is named, and no other value is blamed`, () => {
  const wrong = cases.flatMap(([what, id, url, onlyWithSetup]) => {
    const expected = what.includes('twice') ? [id, 'request.parameters'] : [id];
    return [rotated, ...(onlyWithSetup ? [] : [undefined])].flatMap((against) => {
      const found = blamed(url, against);
      const isRight = found.includes(id) && found.every((each) => expected.includes(each));
      return isRight ? [] : [{ what, hasSetup: against !== undefined, found }];
    });
  });
  expect(wrong).toEqual([]);
});
