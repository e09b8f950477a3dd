/** Jest as Stryker runs it: the specs of `definition/` that need no server. */
const [unit] = require('./jest.config.js').projects;

module.exports = {
  ...unit,
  testMatch: ['<rootDir>/definition/**/*.spec.ts'],
  // Too slow to run once for each change.
  testPathIgnorePatterns: ['/definition/run-state/random-runs.spec.ts'],
};
