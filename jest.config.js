/** Temporal's own code and ours are CommonJS; Nest 12 and jose ship ESM only, so they are transformed. */
const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j)s$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/|jose/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
};

module.exports = {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{definition,workflows,activities,src}/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      setupFilesAfterEnv: [
        '<rootDir>/test/published/watch.ts',
        '<rootDir>/test/published/statement-watch.ts',
      ],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  testTimeout: 60_000,
};
