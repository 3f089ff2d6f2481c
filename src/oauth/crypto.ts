import { once } from '../text/once.ts';

/** Node's crypto module. It takes longer to load than the rest of most runs, and the wizard needs it only at the end. */
export const crypto = once(() => process.getBuiltinModule('node:crypto'));
