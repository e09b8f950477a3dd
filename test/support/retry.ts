/**
 * These suites run real servers and several processes on what may be two busy cores: a test that fails
 * is run again, and what it said the first time is printed. A fault of ours fails every time.
 */
jest.retryTimes(2, { logErrorsBeforeRetry: true });
