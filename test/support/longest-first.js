const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes a minute and more. Begun last, one of them would be waited for by an idle processor. */
const LONGEST = [
  'test/contract/temporal-uncached.spec.ts',
  'test/api/nasty-input.spec.ts',
  'test/contract/temporal.spec.ts',
  'test/interpreter/history.spec.ts',
  'test/contract/temporal-cut.spec.ts',
  'test/chaos/kill-one.spec.ts',
];

/** A clean checkout has no times of an earlier run, so Jest begins with the largest files. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONGEST.findIndex((name) => path.endsWith(name));
      return index < 0 ? LONGEST.length : index;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
