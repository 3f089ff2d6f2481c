import fc from 'fast-check';

/** For the quick run: a property is tried for a moment, however many runs it asks for. */
fc.configureGlobal({ interruptAfterTimeLimit: 100, markInterruptAsFailure: false });
