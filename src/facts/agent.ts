/** The first agent version of each major line that knows 3-legged OAuth 2.0; later majors all do. */
export const firstMinorOfAgent: Readonly<Record<number, number>> = { 10: 83, 11: 21 };

/** The oldest major line of the agent that can do it at all. */
export const firstMajorOfAgent = 10;

/** Those versions in words. */
export const agentVersions = Object.entries(firstMinorOfAgent)
  .map((version) => version.join('.'))
  .join(' / ');
