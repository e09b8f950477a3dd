/**
 * Lets Mocha run the specs of `definition/`. Stryker keeps one Mocha for all mutants, with the specs loaded once:
 * Jest and Vitest load them, and the catalog of actions, again for each.
 */
const { transformFileSync } = require('@swc/core');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { interfaces } = require('mocha');

require.extensions['.ts'] = (module, file) => {
  module._compile(transformFileSync(file).code, file);
};

const { bdd } = interfaces;

interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on('pre-require', (context) => {
    const { describe, it, before, after } = context;
    describe.each = bind(describe, false);
    it.each = bind(it, false);
    Object.assign(context, { expect, beforeAll: before, afterAll: after });
  });
};

/**
 * What was run while the specs were loaded and by a test, too, counts for the test alone: Stryker would start a new
 * process for each such mutant.
 */
exports.mochaHooks = {
  afterAll() {
    const coverage = globalThis.__stryker__?.mutantCoverage;
    for (const covered of Object.values(coverage?.perTest ?? {})) {
      for (const mutant of Object.keys(covered)) delete coverage.static[mutant];
    }
  },
};
