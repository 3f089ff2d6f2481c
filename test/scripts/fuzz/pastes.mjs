import { nastyText } from './texts.mjs';

/** The request that Jitterbit sends for a setup. */
const parametersOf = ({ clientId, redirectUri, scopes, pkce }) => ({
  response_type: 'code',
  client_id: clientId,
  redirect_uri: redirectUri,
  scope: scopes.join(' '),
  state: 'St4te-0f_Jitterb1t.42',
  code_challenge: pkce.codeChallenge,
});

const url = (setup, parameters) => `${setup.authenticationUrl}?${new URLSearchParams(parameters)}`;

/** What happens to a text on its way into a paste, in order. Nothing is lost. */
const stages = [
  [
    (_, text) => text.replaceAll('&', '&amp;'),
    (_, text) => text.replaceAll('&', '\\u0026'),
    (_, text) => text.replaceAll('+', '%20'),
    (_, text) => `https://okta-login.zoominfo.com/signin?fromURI=${encodeURIComponent(text)}`,
  ],
  [
    (random, text) => random.pick(['"', "'", '**']).replace(/.+/, (mark) => mark + text + mark),
    (_, text) => `See [the sign-in](${text}) please.`,
    (_, text) => `「${text}」で止まります。`,
    (_, text) => `curl '${text}' \\\n  -H 'accept: text/html'`,
    (_, text) => JSON.stringify({ status: 302, url: text }, null, 2),
  ],
  [
    (_, text) => `[10:32] Bob:\n${text}\n[10:33] Alice:\nLet me see.`,
    (_, text) => `https://example.com/oauth/authorize?client_id=x&response_type=token&state=y\n\n${text}`,
    (_, text) => `${text}\n\nerror: access_denied, says the page.`,
  ],
  [
    (random, text) => text.replace(new RegExp(`.{${60 + random.below(80)}}`, 'g'), '$&\n'),
    (_, text) => text.replaceAll('\n', '\r\n'),
  ],
  [(_, text) => text.replace(/^/gm, '> '), (_, text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
];

/** A paste for a setup, and whether every value in it is correct. */
export function paste(random, setup, secrets) {
  const isRight = random.chance(0.5);
  const parameters = parametersOf(setup);
  if (!isRight) parameters[random.pick(Object.keys(parameters))] = wrongValue(random, secrets);
  const content = stages
    .filter(() => random.chance(0.4))
    .reduce((text, shapes) => random.pick(shapes)(random, text), url(setup, parameters));
  return { content: Buffer.from(content), isRight };
}

const wrongValue = (random, secrets) =>
  random.pick([random.pick(Object.values(secrets)), nastyText(random).toWellFormed(), '']);
