import { credentialMixUp, looksLikeClientId } from '../answers/credentials.ts';
import { labels } from '../facts/labels.ts';
import { type EditableKey, editors } from './editors.ts';
import type { Progress } from './progress.ts';
import type { Tools } from './tools.ts';

/** Whether a change of this answer may have mixed the two up. */
export const isCredential = (key: EditableKey): boolean => key === 'clientId' || key === 'clientSecret';

/**
 * Offers to correct a Client ID and a Client Secret that can't both be right. `progress` already has both, so that an
 * interruption shows neither. Declining the offer keeps what was entered.
 */
export async function settleMixUp(tools: Tools, progress: Progress): Promise<void> {
  const { clientId, clientSecret } = progress.draft;
  const mixUp = credentialMixUp(clientId, clientSecret);
  if (mixUp === undefined || clientId === undefined || clientSecret === undefined) return;
  if (mixUp === 'equal') return settleEqual(clientId ?? '', tools, progress);
  const swap = await tools.prompts.confirm({
    message: `${labels.clientId} and ${labels.clientSecret} look swapped. Swap them?`,
    initial: true,
  });
  if (swap) progress.draft = { ...progress.draft, clientId: clientSecret, clientSecret: clientId };
}

/** One of the two was entered twice, so the other one is prompted for again. */
async function settleEqual(value: string, tools: Tools, progress: Progress): Promise<void> {
  const isSecret = await tools.prompts.confirm({
    message: `${labels.clientId} and ${labels.clientSecret} are identical. Is this value the ${labels.clientSecret}?`,
    initial: !looksLikeClientId(value),
  });
  const wrong = isSecret ? 'clientId' : 'clientSecret';
  progress.draft = { ...progress.draft, [wrong]: null };
  progress.draft = { ...progress.draft, ...(await editors[wrong](progress.draft, tools)) };
  await settleMixUp(tools, progress);
}
