/** The first agent version in each major line that supports 3-legged OAuth 2.0; all later major lines do. */
export const firstMinorOfAgent: Readonly<Record<number, number>> = { 10: 83, 11: 21 };

/** The oldest major line of the agent that supports it. */
export const firstMajorOfAgent = 10;

/** The same versions as text. */
export const agentVersions = Object.entries(firstMinorOfAgent)
  .map((version) => version.join('.'))
  .join(' / ');
