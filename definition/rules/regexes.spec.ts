import type { JsonObject } from '../json';
import { regexes } from './regexes';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject, type = 'regex'): unknown {
  return runRules([regexes], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

const problem = (code: string, message: string) => [
  {
    type: 'pattern',
    code,
    nodeId: 'a',
    nodeName: 'Toy regex',
    field: 'payload.pattern',
    message,
  },
];

describe('regexes', () => {
  it.each([
    '(?P<kind>[A-Z]+)-(?P<num>\\d+)',
    'x'.repeat(1_024),
    '{{$trigger.body.pattern}}',
    '({{$trigger.body.pattern}}',
    7,
    null,
  ])('take %j', (pattern) => {
    expect(judge({ pattern })).toEqual([]);
  });

  it('are short', () => {
    expect(judge({ pattern: '('.repeat(1_025) })).toEqual(
      problem('regex_too_long', 'A pattern has at most 1024 characters; this one has 1025.'),
    );
  });

  it.each([
    ['[A-Z', 'error parsing regexp: missing closing ]: `[A-Z`'],
    ['(?=a)b', 'error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'error parsing regexp: invalid escape sequence: `\\1`'],
  ])('compile: %s', (pattern, reason) => {
    expect(judge({ pattern })).toEqual(
      problem(
        'regex_invalid',
        `The pattern does not compile: ${reason}. It is an RE2 pattern: named groups are (?P<name>...), and there is no look-around and no back-reference.`,
      ),
    );
  });

  it('are judged in `regex` nodes only', () => {
    expect(judge({ pattern: '(' }, 'log')).toEqual([]);
    expect(judge({})).toEqual([]);
  });
});
