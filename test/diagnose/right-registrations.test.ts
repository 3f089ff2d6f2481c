import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import type { SetupWithFile } from '../../src/diagnose/evidence/registered.ts';
import { recognize } from '../../src/diagnose/recognize/recognize.ts';
import { documentedEndpoints } from '../../src/facts/endpoints.ts';
import { redirectUriOf, regionNames } from '../../src/facts/regions.ts';
import { documentedScopes } from '../../src/facts/scopes.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { rotateSetup } from '../../src/setup-file/rotate.ts';
import {
  carriers,
  copies,
  doublyEncoded,
  formEncoded,
  jsonCopies,
  lists,
  type Mangling,
  mails,
  protections,
  quotedPrintable,
  type SampleUrl,
  spellings,
  strictlyEncoded,
  surroundings,
  urlOf,
  wrapped,
  wraps,
} from '../support/manglings.ts';
import { sampleSetup, verifier } from '../support/setup-fixture.ts';

type Parameters = SampleUrl['parameters'];

/** A correct registration, the request that Jitterbit sends for it, and what it may be compared with. */
interface Right {
  readonly sample: SampleUrl;
  readonly files: readonly (SetupWithFile | undefined)[];
}

const scopeLists = [
  ['api:data:company', 'api:data:contact'],
  [...documentedScopes],
  [...documentedScopes].reverse(),
  documentedScopes.slice(0, 1),
];

/** What a row of the user or ZoomInfo may add. */
const extras: readonly Parameters[] = [
  [],
  [['nonce', 'n-0S6_WzA2Mj']],
  [
    ['login_hint', 'someone@example.com'],
    ['response_mode', 'query'],
  ],
  [
    ['prompt', 'login'],
    ['ui_locales', 'en-US de'],
    ['access_type', 'offline'],
  ],
  [
    ['prompt', 'consent'],
    ['max_age', '0'],
    ['note', ''],
  ],
];

const orders: readonly ((parameters: Parameters) => Parameters)[] = [
  (parameters) => parameters,
  (parameters) => [...parameters].reverse(),
  (parameters) => [...parameters].sort(([one], [other]) => one.localeCompare(other)),
];

const endpoints = [
  documentedEndpoints.authenticationUrl,
  documentedEndpoints.authenticationUrl.replace('api.zoominfo.com', 'API.ZoomInfo.com'),
  documentedEndpoints.authenticationUrl.replace('api.zoominfo.com', 'api.zoominfo.com:443'),
];

const savedAs = (setup: SetupWithFile['setup']): SetupWithFile => ({ setup, file: 'zoominfo.json' });

function rightOne(at: number, pick: <T>(choices: readonly T[]) => T): Right {
  const region = pick(regionNames);
  const scopes = pick(scopeLists);
  const hasMethod = at % 2 === 1;
  const setup = sampleSetup({ region, scopes: [...scopes] }, hasMethod);
  const rotated = rotateSetup(setup, pkcePairOf(`Zz9-${verifier}`));
  const registered = pick([setup, rotated]);
  const parameters = pick(orders)([
    ['response_type', 'code'],
    ['client_id', registered.clientId ?? ''],
    ['redirect_uri', redirectUriOf(region)],
    ['scope', scopes.join(' ')],
    ['state', 'St4te-0f_Jitterb1t.42'],
    ['code_challenge', registered.pkce.codeChallenge],
    ...(hasMethod ? [['code_challenge_method', 'S256'] as const] : []),
    ...pick(extras),
  ]);
  return {
    sample: { endpoint: pick(endpoints), parameters },
    files: [
      undefined,
      savedAs(registered),
      { setup: registered },
      savedAs({ ...registered, clientId: null, clientSecret: null }),
      savedAs({ ...registered, clientSecret: null, scopes: [...registered.scopes].reverse() }),
      savedAs({ ...registered, authenticationUrl: 'https://proxy.example.com/gtm/oauth/v1/authorize' }),
      savedAs({ ...registered, redirectUri: 'http://127.0.0.1:8910/callback' }),
    ],
  };
}

const samples = 12;

/** Cycles through all choices, each at a different pace. */
const rights: readonly Right[] = Array.from({ length: samples }, (_, at) => {
  let pace = 1;
  return rightOne(at, (choices) => {
    const chosen = choices[(at * pace + Math.floor(at / choices.length)) % choices.length];
    pace += 1;
    if (chosen === undefined) throw new Error('no choice');
    return chosen;
  });
});

const oktasOwn =
  'https://okta-login.zoominfo.com/oauth2/default/v1/authorize?client_id=0oaZoomInfosOwn12345&redirect_uri=https%3A%2F%2Fapi.zoominfo.com%2Fgtm%2Foauth%2Fv1%2Fcallback&response_type=code&scope=openid%20profile&state=0wn&code_challenge=tooShort&code_challenge_method=plain&prompt=none';

const landed = (sample: SampleUrl, query: string): string =>
  `${sample.parameters.find(([name]) => name === 'redirect_uri')?.[1]}?${query}`;

/** What is pasted with the request, none of which says that a registered value is wrong. */
const company: Readonly<Record<string, (url: string, sample: SampleUrl) => string>> = {
  oktaBefore: (url) => `${oktasOwn}\n${url}`,
  oktaAfter: (url) => `${url}\n\n${oktasOwn}`,
  oktaAround: (url) => `${oktasOwn}&fromURI=${encodeURIComponent(url)}`,
  code: (url, sample) => `${url}\n${landed(sample, 'code=q1W2-e3R4_t5Y6&state=St4te-0f_Jitterb1t.42')}`,
  denied: (url, sample) => `${landed(sample, 'error=access_denied&state=x')}\n${url}`,
  serverError: (url) => `${url}\n{"error":"server_error","error_description":"Try again"}`,
  twice: (url) => `${url}\n${url}`,
  twiceCut: (url) => `${url.slice(0, 150)}…\n${url}`,
  page: (url) =>
    `<!doctype html><html><head><title>Sign in</title><script>var a = {"client_id":null};</script></head><body><h1>Welcome</h1><a href="${url.replaceAll('&', '&amp;')}">Continue</a><p>Forgot the code?</p></body></html>`,
  mail: (url) =>
    `Hello,\n\nour sign-in to ZoomInfo ends on a page that does not load. I have read what the documentation says about invalid_client and invalid_scope, but the Client ID and the scopes are fine. The address was:\n\n${url}\n\nWhat is wrong with our redirect_uri, or with the code_challenge?\nKind regards`,
  mention: (url) =>
    `Is this an unauthorized_client problem or not?\n${url}\nSomeone said that invalid_grant is common.`,
  question: (url) => `Have I registered it correctly: ${url}?`,
  statement: (url) => `${url}, that is all I see.`,
};

type Paste = readonly [paste: string, right: Right];

const manglings: readonly Mangling[] = [
  spellings,
  surroundings,
  wraps,
  mails,
  copies,
  protections,
  carriers,
].flatMap((table) => Object.values<Mangling>(table));

const mangled: readonly Paste[] = rights.flatMap((right, at): Paste[] => {
  const { sample } = right;
  const url = urlOf(sample, at % 2 === 0 ? strictlyEncoded : formEncoded);
  const texts = [
    ...manglings.map((mangle) => mangle(url)),
    ...[...Object.values(lists), ...Object.values(jsonCopies)].map((copy) => copy(sample)),
    ...Object.values(company).map((accompany) => accompany(url, sample)),
    quotedPrintable(`See ${url}\n`),
    decodeURIComponent(url.replaceAll('+', ' ')),
    urlOf(sample, doublyEncoded),
    wrapped(JSON.stringify(Object.fromEntries(sample.parameters), null, 2), 60 + at, '\n'),
    `${url}&`,
    `${url}#`,
  ];
  return texts.map((text) => [text, right]);
});

const cuts = ['…', '...', '[…]'];

/** Every third place, a different third for each registration. */
const everyThird = (length: number, at: number): number[] =>
  Array.from({ length: Math.floor(length / 3) }, (_, third) => 3 * third + (at % 3));

const cutOff: readonly Paste[] = rights.slice(0, 6).flatMap((right, at): Paste[] => {
  const url = urlOf(right.sample, at % 2 === 0 ? strictlyEncoded : formEncoded);
  const begin = url.indexOf('&') + 1;
  return everyThird(url.length - begin, at).map((more) => [
    url.slice(0, begin + more) + cuts[Math.floor(more / 3) % cuts.length],
    right,
  ]);
});

/** What is reported as wrong, and what isn't recognized at all. */
const mistakes = (pastes: readonly Paste[]): object[] =>
  pastes.flatMap(([paste, { files }], at): object[] => {
    const evidence = recognize(paste);
    if (evidence.requests.length === 0) return [{ unseen: paste }];
    return diagnose(evidence, files[at % files.length])
      .filter(({ status }) => status === 'fail')
      .map((check) => ({ ...check, paste }));
  });

test(`${mangled.length} pastes of correct registrations, mangled and with other text, blame no value`, () => {
  expect(mistakes(mangled)).toEqual([]);
});

test(`${cutOff.length} requests of correct registrations, cut off anywhere, blame no value`, () => {
  expect(mistakes(cutOff)).toEqual([]);
});
