import { agentVersions } from './agent.ts';
import { type KnownError, noneAtFault } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What Jitterbit says if its agent is older than the connector's kind of sign-in. */
export const agentError: KnownError = {
  words: anyOf(
    /requires (?:an? |the )?(?:jitterbit |newer |later )?agent\b/,
    /agent version \d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?: \/ \d{1,3}\.\d{1,3})? or (?:later|higher|newer) is required/,
    /agent version (?:is )?(?:not supported|unsupported|too old|outdated)/,
    /(?:unsupported|outdated) agent version/,
    /(?:upgrade|update) (?:your|the) agent\b/,
  ),
  means: `The Jitterbit agent is too old for this kind of sign-in. ${noneAtFault}`,
  causes: [],
  advice: `Update the agent to version ${agentVersions} or later.`,
};
