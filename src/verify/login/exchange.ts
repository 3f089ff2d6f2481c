import type { HttpAnswer } from '../../context/http.ts';
import { refreshRequest, tokenRequest } from '../../oauth/requests.ts';
import { serverError } from '../../oauth/server-error.ts';
import { hasChallengeMethodRow } from '../../setup-file/parameter-rows.ts';
import { type Finding, failed, passed, skipped, undecided, warned } from '../finding.ts';
import { isServersTrouble, noAnswer, quoted, strangeAnswer } from '../online/quote.ts';
import type { Login, LoginFindings } from './check-login.ts';
import { judgeLifetime, judgeScopes, judgeTokenType } from './judge-tokens.ts';
import { judgeRefusal } from './token-refusal.ts';
import { readTokens, secretsIn, type Tokens } from './tokens.ts';

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
  const { registration, credentials, redirectUri, tools } = login;
  const { send, redactor, clientAuthentication } = tools;
  const request = tokenRequest(registration, credentials, { code, redirectUri });
  const outcome = await send('Token request', request);
  if (!outcome.ok) return none(noAnswer(outcome));
  redactor.add(...secretsIn(outcome));
  if (outcome.status !== 200) {
    const hasMethodRow = hasChallengeMethodRow(registration.authenticationRequest);
    return none(
      judgeRefusal(outcome, {
        url: request.url,
        redactor,
        clientAuthentication,
        codeAgeAtMost,
        hasMethodRow,
      }),
    );
  }
  return judgeTokens(outcome, login);
}

async function judgeTokens(answer: HttpAnswer, login: Login): Promise<TokenFindings> {
  const { redactor } = login.tools;
  const tokens = readTokens(answer);
  if (typeof tokens === 'string')
    return none(undecided(`${tokens}${quoted(serverError(answer), redactor)}`, undefined, 'no-token'));
  return {
    token: judgeTokenType(tokens, redactor),
    scopes: judgeScopes(tokens, login.registration.scopes, redactor),
    refresh: await tryRefresh(tokens, login),
    lifetime: judgeLifetime(tokens),
  };
}

async function tryRefresh({ refreshToken }: Tokens, login: Login): Promise<Finding> {
  const { registration, credentials, plan, tools } = login;
  if (refreshToken === undefined)
    return warned(
      'No refresh token came. Jitterbit needs one: without it, users have to sign in again whenever the access token ends.',
      'Ask ZoomInfo whether the application may have refresh tokens; some servers give one only for the scope offline_access.',
      'no-refresh-token',
    );
  if (!plan.refresh) return skipped('A refresh token came; --no-refresh left it untried.');
  const outcome = await tools.send(
    'Refresh request',
    refreshRequest(registration, credentials, refreshToken),
  );
  if (!outcome.ok) return noAnswer(outcome);
  tools.redactor.add(...secretsIn(outcome));
  return outcome.status === 200 ? judgeRefreshed(outcome, refreshToken) : judgeRefreshRefusal(outcome, login);
}

function judgeRefreshed(answer: HttpAnswer, refreshToken: string): Finding {
  const tokens = readTokens(answer);
  if (typeof tokens === 'string')
    return undecided(`${tokens} It came for the refresh request.`, undefined, 'no-token');
  const isNew = tokens.refreshToken !== undefined && tokens.refreshToken !== refreshToken;
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
