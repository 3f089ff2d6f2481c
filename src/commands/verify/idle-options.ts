import { allOf } from '../../text/word-list.ts';
import type { VerifyOptions } from './definition.ts';

/** The options that this run accepts but has no use for, a sentence for each reason. */
export function idleOptions(options: VerifyOptions): string[] {
  const { online, login } = options;
  return [
    ...(online || login ? [] : unused('--online or --login', ofRequests(options))),
    ...(login ? [] : unused('--login', { '--no-refresh': !options.refresh })),
  ];
}

const ofRequests = ({ clientAuth, timeout, explain }: VerifyOptions): Readonly<Record<string, boolean>> => ({
  '--client-auth': clientAuth !== 'basic',
  '--timeout': timeout !== undefined,
  '--explain': explain === true,
});

function unused(needed: string, isGiven: Readonly<Record<string, boolean>>): string[] {
  const given = Object.keys(isGiven).filter((option) => isGiven[option]);
  if (given.length === 0) return [];
  return [`${allOf(given)} ${given.length === 1 ? 'has' : 'have'} no effect without ${needed}.`];
}
