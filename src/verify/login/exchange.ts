import { type Finding, failed, notRequested, skipped, undecided, warned } from '../../checks/finding.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { refreshRequest, tokenRequest } from '../../oauth/requests.ts';
import { serverError } from '../../oauth/server-error.ts';
import { errorInsteadOfTokens, isSuccess, readTokens, type Tokens } from '../../oauth/tokens.ts';
import { hasChallengeMethodRow } from '../../setup-file/parameter-rows.ts';
import { halfCharacter } from '../../text/characters.ts';
import { isServersTrouble, noAnswer, quoted, strangeAnswer } from '../online/quote.ts';
import { sourcesOf, tokenEndpointOf } from '../online/registration.ts';
import { judgeLifetime } from './judge-lifetime.ts';
import { judgeScopes, judgeTokenType, withDepartures } from './judge-tokens.ts';
import type { Login, LoginFindings } from './plan.ts';
import { judgeRefusal, judgeTokenError, type RefusalFacts } from './token-refusal.ts';

type TokenFindings = Omit<LoginFindings, 'authorization'>;

const none = (token: Finding): TokenFindings => {
  const rest = skipped('No tokens.');
  return { token, scopes: rest, refresh: rest, lifetime: rest };
};

/** Exchanges the code, judges the response, and refreshes once. The tokens are discarded when it returns. */
export async function exchangeCode(
  code: string,
  codeAgeAtMost: number,
  login: Login,
): Promise<TokenFindings> {
  const { registration, tools } = login;
  const { send, redactor, clientAuthentication } = tools;
  const { redirectUri } = registration;
  const request = tokenRequest(tokenEndpointOf(registration), { code, redirectUri });
  const outcome = await send('token request', request);
  if (!outcome.ok) return none(noAnswer(outcome.problem));
  const answer = outcome.value;
  const hasMethodRow = hasChallengeMethodRow(registration.authenticationRequest);
  const facts = {
    url: request.url,
    redactor,
    clientAuthentication,
    codeAgeAtMost,
    hasMethodRow,
    ...sourcesOf(registration),
  };
  if (!isSuccess(answer.status)) return none(judgeRefusal(answer, facts));
  const read = readTokens(answer);
  return read.ok ? judgeTokens(read.value, login) : none(withoutTokens(read.problem, answer, facts));
}

/** Some servers reject with 200; any other response without tokens is shown as received. */
function withoutTokens(problem: string, answer: HttpAnswer, facts: RefusalFacts): Finding {
  const error = errorInsteadOfTokens(answer);
  const refusal = judgeTokenError(error, facts);
  return refusal ?? undecided(`${problem}${quoted(error, facts.redactor)}`, undefined, 'no-token');
}

async function judgeTokens(tokens: Tokens, login: Login): Promise<TokenFindings> {
  const { redactor } = login.tools;
  return {
    token: judgeTokenType(tokens, redactor),
    scopes: judgeScopes(tokens, login.registration.scopes, redactor),
    refresh: await tryRefresh(tokens, login),
    lifetime: judgeLifetime(tokens),
  };
}

async function tryRefresh(tokens: Tokens, login: Login): Promise<Finding> {
  const { registration, plan, tools } = login;
  const { refreshToken } = tokens;
  if (refreshToken === undefined)
    return warned(
      'The server sent no refresh token. Without one, Jitterbit users must sign in again whenever the access token expires.',
      'Ask ZoomInfo whether the application can get refresh tokens. Some servers issue one only for the scope offline_access.',
      'no-refresh-token',
    );
  if (!plan.refresh) return notRequested('Not tested because of --no-refresh.');
  if (halfCharacter.test(refreshToken))
    return undecided(
      "The refresh token contains an incomplete character, so it can't be sent back unchanged.",
      undefined,
      'token-characters',
    );
  const { refreshTokenUrl, client } = registration;
  const outcome = await tools.send('refresh request', refreshRequest(refreshTokenUrl, client, refreshToken));
  if (!outcome.ok) return noAnswer(outcome.problem);
  const answer = outcome.value;
  return isSuccess(answer.status) ? judgeRefreshed(answer, tokens) : judgeRefreshRefusal(answer, login);
}

function judgeRefreshed(answer: HttpAnswer, before: Tokens): Finding {
  const read = readTokens(answer);
  if (!read.ok)
    return undecided(`${read.problem} This was the response to the refresh request.`, undefined, 'no-token');
  const { accessToken, refreshToken, departures } = read.value;
  const access = accessToken === before.accessToken ? 'the same access token again' : 'a new access token';
  const isNew = refreshToken !== undefined && refreshToken !== before.refreshToken;
  const words = `The refresh token returned ${access}${isNew ? ' and a new refresh token' : ''}.`;
  return withDepartures(words, departures);
}

function judgeRefreshRefusal(answer: HttpAnswer, { tools: { redactor } }: Login): Finding {
  const error = serverError(answer);
  if (answer.status < 400 || isServersTrouble(answer.status) || error.code === undefined)
    return strangeAnswer(answer, redactor);
  const what = error.code === 'invalid_grant' ? 'refresh token that it had just issued' : 'refresh request';
  return failed(
    `The server rejected the ${what}.${quoted(error, redactor)}`,
    'Ask ZoomInfo whether the application can use refresh tokens. Without them, users must sign in again whenever the access token expires.',
    error.code,
  );
}
