import { type Finding, failed, passed, skipped, undecided, warned } from '../../checks/finding.ts';
import type { HttpAnswer } from '../../context/http.ts';
import { refreshRequest, tokenRequest } from '../../oauth/requests.ts';
import { serverError } from '../../oauth/server-error.ts';
import { readTokens, type Tokens } from '../../oauth/tokens.ts';
import { hasChallengeMethodRow } from '../../setup-file/parameter-rows.ts';
import { isServersTrouble, noAnswer, quoted, strangeAnswer } from '../online/quote.ts';
import { tokenEndpointOf } from '../online/registration.ts';
import { judgeLifetime, judgeScopes, judgeTokenType } from './judge-tokens.ts';
import type { Login, LoginFindings } from './plan.ts';
import { judgeRefusal } from './token-refusal.ts';

type TokenFindings = Omit<LoginFindings, 'authorization'>;

const none = (token: Finding): TokenFindings => {
  const rest = skipped('There were no tokens.');
  return { token, scopes: rest, refresh: rest, lifetime: rest };
};

/** Exchanges the code, judges what came, and refreshes once. The tokens are forgotten when it returns. */
export async function exchangeCode(
  code: string,
  codeAgeAtMost: number,
  login: Login,
): Promise<TokenFindings> {
  const { registration, tools } = login;
  const { send, redactor, clientAuthentication } = tools;
  const { redirectUri } = registration;
  const request = tokenRequest(tokenEndpointOf(registration), { code, redirectUri });
  const outcome = await send('Token request', request);
  if (!outcome.ok) return none(noAnswer(outcome.problem));
  const answer = outcome.value;
  if (answer.status === 200) return judgeTokens(answer, login);
  const hasMethodRow = hasChallengeMethodRow(registration.authenticationRequest);
  const facts = { url: request.url, redactor, clientAuthentication, codeAgeAtMost, hasMethodRow };
  return none(judgeRefusal(answer, facts));
}

async function judgeTokens(answer: HttpAnswer, login: Login): Promise<TokenFindings> {
  const { redactor } = login.tools;
  const read = readTokens(answer);
  if (!read.ok) {
    const detail = `${read.problem}${quoted(serverError(answer), redactor)}`;
    return none(undecided(detail, undefined, 'no-token'));
  }
  const tokens = read.value;
  return {
    token: judgeTokenType(tokens, redactor),
    scopes: judgeScopes(tokens, login.registration.scopes, redactor),
    refresh: await tryRefresh(tokens, login),
    lifetime: judgeLifetime(tokens),
  };
}

async function tryRefresh({ refreshToken }: Tokens, login: Login): Promise<Finding> {
  const { registration, plan, tools } = login;
  if (refreshToken === undefined)
    return warned(
      'No refresh token came. Jitterbit needs one: without it, users have to sign in again whenever the access token ends.',
      'Ask ZoomInfo whether the application may have refresh tokens; some servers give one only for the scope offline_access.',
      'no-refresh-token',
    );
  if (!plan.refresh) return skipped('A refresh token came; --no-refresh left it untried.');
  const { refreshTokenUrl, client } = registration;
  const outcome = await tools.send('Refresh request', refreshRequest(refreshTokenUrl, client, refreshToken));
  if (!outcome.ok) return noAnswer(outcome.problem);
  const answer = outcome.value;
  return answer.status === 200 ? judgeRefreshed(answer, refreshToken) : judgeRefreshRefusal(answer, login);
}

function judgeRefreshed(answer: HttpAnswer, refreshToken: string): Finding {
  const tokens = readTokens(answer);
  if (!tokens.ok)
    return undecided(`${tokens.problem} It came for the refresh request.`, undefined, 'no-token');
  const { refreshToken: newToken } = tokens.value;
  const isNew = newToken !== undefined && newToken !== refreshToken;
  return passed(
    `The refresh token gave a new access token${isNew ? ', and was itself replaced by a new one' : ''}.`,
  );
}

function judgeRefreshRefusal(answer: HttpAnswer, { tools: { redactor } }: Login): Finding {
  const error = serverError(answer);
  if (answer.status < 400 || isServersTrouble(answer.status) || error.code === undefined)
    return strangeAnswer(answer, redactor);
  return failed(
    `The server refused the refresh token that it had just given.${quoted(error, redactor)}`,
    'Users would have to sign in again whenever the access token ends: ask ZoomInfo whether the application may refresh.',
    error.code,
  );
}
