import { once } from '../text/once.ts';

/** Node's cryptography, which takes longer to load than the rest of most runs: a wizard needs it after its last prompt. */
export const crypto = once(() => process.getBuiltinModule('node:crypto'));
