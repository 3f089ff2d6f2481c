import { missingCredentials } from '../../answers/credentials.ts';
import type { Line } from '../../message.ts';
import type { Target } from '../../output/target.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { programName } from '../../terminal/program-words.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { testOnline } from '../shared/tell-next.ts';
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
    return ["To see what's wrong and how to fix it, run:", { command: [programName, 'verify', file] }];
  if (options.for === 'zoominfo') return nextAtZoomInfo(file, setup);
  if (options.for === 'jitterbit')
    return [
      'This contains secrets. Send it securely to the person who creates the app registration.',
      ...testOnline(file),
    ];
  if (target.path === undefined && target.format === 'text' && !options.open)
    return ['To copy the values one by one, run:', { command: [programName, 'show', file, '--open'] }];
  return testOnline(file);
}

/** The ZoomInfo person sends the credentials back, unless they are already known. */
function nextAtZoomInfo(file: string, setup: Setup): Line[] {
  const missing = missingCredentials(setup);
  return missing === undefined
    ? ['Send this to the person who manages your ZoomInfo application.', ...testOnline(file)]
    : [
        `Send this to the person who manages your ZoomInfo application. To add the ${missing} that they send back, run:`,
        { command: [programName, '--from', file] },
      ];
}
