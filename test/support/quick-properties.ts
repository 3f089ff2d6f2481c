import fc from 'fast-check';

/** For the quick run: limits the time of each property, no matter how many runs it requests. */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  interruptAfterTimeLimit: 100,
  markInterruptAsFailure: false,
});
