import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

/** Replaces a function of node:fs until the test ends. */
export function replaceCall<
  Name extends
    | 'fchmodSync'
    | 'fchownSync'
    | 'renameSync'
    | 'linkSync'
    | 'unlinkSync'
    | 'readFileSync'
    | 'readdirSync'
    | 'readSync',
>(name: Name, make: (original: (typeof fs)[Name]) => (...words: any[]) => unknown): void {
  const original = fs[name];
  (fs as any)[name] = make(original);
  syncBuiltinESMExports();
  onTestFinished(() => {
    (fs as any)[name] = original;
    syncBuiltinESMExports();
  });
}

/** A replacement that fails with this error code. */
export const failWith = (code: string, errno?: number) => () => (): never => {
  throw Object.assign(new Error('broken on purpose'), { code, errno });
};
