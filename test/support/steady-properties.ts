import fc from 'fast-check';

/** In CI, every run tries the same inputs, so that a failure comes from the change, not from chance. */
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 7636 });
