import { agentVersions, firstMajorOfAgent, firstMinorOfAgent } from '../facts/agent.ts';
import { lookup } from '../text/lookup.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import { invalidValue } from '../text/suggest.ts';

/** Parses a Jitterbit agent version, such as `11.21` or `11.21.0.5`, and rejects one that is too old. */
export function parseAgentVersion(text: string): Result<string> {
  const match = /^(\d{1,6})\.(\d{1,6})(?:\.\d{1,6}){0,3}$/.exec(text);
  if (match === null) return refused(`${invalidValue(text)}. Use a version number such as 11.21.`);
  const major = Number(match[1]);
  const minor = Number(match[2]);
  const tooOld = major < firstMajorOfAgent || minor < (lookup(firstMinorOfAgent, major) ?? 0);
  return tooOld
    ? refused(
        `"${text}" is too old: 3-legged OAuth 2.0 requires agent version ${agentVersions} or later. Upgrade the agent first.`,
      )
    : accepted(text);
}
