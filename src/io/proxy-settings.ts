import { Failure } from '../errors.ts';
import { isLoopbackHost } from '../oauth/loopback-host.ts';
import type { Environment } from '../terminal/environment.ts';
import { parseUrl } from '../text/parse-url.ts';
import { readNoProxy } from './no-proxy.ts';

export interface HttpProxy {
  /** The environment variable that sets it, as the user spelled it. */
  readonly variable: string;
  readonly url: URL;
  /** The value of Proxy-Authorization (RFC 7617), if the variable contains a user name or password. */
  readonly authorization: string | undefined;
}

/** The proxy for a URL; undefined if the connection is direct. */
export type ProxyFor = (url: URL) => HttpProxy | undefined;

/**
 * Reads HTTPS_PROXY, HTTP_PROXY (also for https if HTTPS_PROXY is not set) and NO_PROXY; lower case first, as curl
 * does. Loopback is never proxied: a proxy would receive in plain text what is meant for this machine.
 * @throws Failure (usage) for an unusable proxy; its text may contain a password and is not shown
 */
export function readProxySettings(env: Environment): ProxyFor {
  const http = proxyNamed('HTTP_PROXY', env);
  const https = proxyNamed('HTTPS_PROXY', env) ?? http;
  const isExcepted = readNoProxy(settingOf('NO_PROXY', env)?.text ?? '');
  return (url) => {
    if (isLoopbackHost(url.hostname) || isExcepted(url)) return undefined;
    return url.protocol === 'https:' ? https : http;
  };
}

/** An empty lower-case variable must not hide the upper-case one. */
function settingOf(name: string, env: Environment): { variable: string; text: string } | undefined {
  return [name.toLowerCase(), name]
    .map((variable) => ({ variable, text: env[variable]?.trim() ?? '' }))
    .find(({ text }) => text !== '');
}

function proxyNamed(name: string, env: Environment): HttpProxy | undefined {
  const setting = settingOf(name, env);
  if (setting === undefined) return undefined;
  const { variable, text } = setting;
  const url = parseProxy(text);
  if (typeof url === 'string') {
    const example = `Set it to http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, or unset it.`;
    throw new Failure('usage', `${variable} ${url}`, [example]);
  }
  return { variable, url, authorization: authorizationOf(url) };
}

/** The URL, or the problem of the text. A URL without a scheme is read as http, as curl does. */
function parseProxy(text: string): URL | string {
  if (/^["'`]/.test(text)) return 'begins with a quotation mark. Remove all quotation marks.';
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme?.startsWith('socks')) return "is a SOCKS proxy, which isn't supported. Use an HTTP proxy.";
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return 'has an unsupported scheme. A proxy URL begins with http:// or https://.';
  const whole = scheme === undefined ? `http://${text.replace(/^\/\//, '')}` : text;
  const url = /\s/.test(whole) ? undefined : parseUrl(whole);
  if (url === undefined) return notValid;
  // A slash, question mark or number sign in a password ends the host early and would connect to another host.
  return `${url.pathname}${url.search}${url.hash}` === '/' ? url : notValid;
}

const notValid =
  "isn't a valid proxy URL. Remove anything after the port, and percent-encode special characters in a password.";

function authorizationOf({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const credentials = percentDecoded(`${username}:`) + percentDecoded(password);
  return `Basic ${Buffer.from(credentials, 'latin1').toString('base64')}`;
}

/** One character for each byte. A `%` that doesn't begin an escape stays, since a password may be unencoded. */
const percentDecoded = (text: string): string =>
  text.replace(/%([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
