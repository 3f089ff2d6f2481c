import { labels } from '../../facts/labels.ts';
import type { Line } from '../../message.ts';
import type { Target } from '../../output/target.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { programName } from '../../terminal/program-words.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { verifyOnline } from '../shared/tell-next.ts';
import type { ShowOptions } from './definition.ts';

/** What was shown, and how. */
interface Shown extends Pick<ShowOptions, 'file' | 'for' | 'open'> {
  readonly setup: Setup;
  readonly target: Target;
  readonly isInconsistent: boolean;
}

/** What the reader of a setup does next. Without a file there is nothing to run. */
export function nextAfterShow({ file, setup, target, isInconsistent, ...options }: Shown): Line[] {
  if (isStandardInput(file)) return [];
  if (isInconsistent)
    return ['To see what is wrong and how to fix it:', { command: [programName, 'verify', file] }];
  if (options.for === 'zoominfo') return nextAtZoomInfo(file, setup);
  if (options.for === 'jitterbit')
    return [
      'This contains secrets. Send it securely to the person who creates the app registration. When it is done, verify it:',
      verifyOnline(file),
    ];
  if (target.path === undefined && target.format === 'text' && !options.open)
    return ['To copy the values one by one:', { command: [programName, 'show', file, '--open'] }];
  return ['When every value is entered, verify the registration:', verifyOnline(file)];
}

/** The person at ZoomInfo sends the credentials back, unless they are known already. */
function nextAtZoomInfo(file: string, { clientId, clientSecret }: Setup): Line[] {
  return clientId && clientSecret
    ? ['When your ZoomInfo application has these values, verify it:', verifyOnline(file)]
    : [
        `Send this to the person who manages your ZoomInfo application. To add the ${labels.clientId} and ${labels.clientSecret} that they send back:`,
        { command: [programName, '--from', file] },
      ];
}
