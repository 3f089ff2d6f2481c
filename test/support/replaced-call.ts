import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

type Name =
  | 'appendFileSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'renameSync'
  | 'linkSync'
  | 'unlinkSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync';

type Call = (...words: any[]) => unknown;

/** Replaces a function of node:fs until the test ends. */
export function replaceCall<Each extends Name>(
  name: Each,
  make: (original: (typeof fs)[Each]) => Call,
): void {
  const original = fs[name];
  (fs as any)[name] = make(original);
  syncBuiltinESMExports();
  onTestFinished(() => {
    (fs as any)[name] = original;
    syncBuiltinESMExports();
  });
}

/** Makes a call fail with a system error. */
export const failWith = (code: string, errno?: number) => () => (): never => {
  throw Object.assign(new Error('broken on purpose'), { code, errno });
};

/** Acts once, before the first call, like another program at that moment. */
export function actBefore(name: Name, act: () => void): void {
  let hasActed = false;
  replaceCall(name, (original) => (...words) => {
    if (!hasActed) {
      hasActed = true;
      act();
    }
    return (original as Call)(...words);
  });
}
