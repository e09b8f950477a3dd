import { MAX_RESULT_BYTES, MAX_RESULT_DEPTH } from '../../activities/result';
import { MAX_DECIMAL_LENGTH } from '../../definition/condition/decimal';
import { MAX_CONDITION_DEPTH } from '../../definition/condition/parse';
import { DEFAULT_LIMITS, MAX_DATA_DEPTH } from '../../definition/expression/budget';
import { MAX_EXPRESSION_LENGTH, MAX_PATH_SEGMENTS } from '../../definition/expression/parse';
import { MAX_TEMPLATE_DEPTH } from '../../definition/expression/template';
import { MAX_ISSUES } from '../../definition/issues';
import * as limits from '../../definition/limits';
import { loadConfig } from '../../src/config/config';
import { MAX_CHILD_DEPTH } from '../../src/record/child-source';
import { MAX_RECORDED_INPUT } from '../../definition/run-state/recorded-input';
import { MAX_OPEN_RESUME_BYTES, MAX_OPEN_RESUMES } from '../../src/record/claims';
import { blocks } from './language-page';
import { sectionOf, tablesOf } from './page';

describe('limits', () => {
  const { limits: configured } = loadConfig({});
  const told = Object.fromEntries(
    tablesOf(sectionOf(blocks, 'Limits'), 'limit').flatMap(({ rows }) =>
      rows.map(([label = '', value = '']) => [label.replaceAll('`', ''), value]),
    ),
  );

  it('are as the code has them', () => {
    const { maxBytes, maxNodes, maxDepth, maxChildren, maxStringLength } = limits.DEFINITION_LIMITS;
    const expected: Record<string, number> = {
      'size as JSON, in bytes': maxBytes,
      nodes: maxNodes,
      'levels of objects and lists': maxDepth,
      'levels in a payload': MAX_TEMPLATE_DEPTH,
      'ids in one children or loopBody': maxChildren,
      'characters in one text': maxStringLength,
      'characters of a node id': limits.MAX_NODE_ID_LENGTH,
      "characters of a workflow's name": limits.MAX_WORKFLOW_NAME_LENGTH,
      'blocks inside each other': limits.MAX_BLOCK_NESTING,
      'loops inside each other': limits.MAX_LOOP_NESTING,
      'problems that are reported': MAX_ISSUES,
      'variables of a workflow': limits.MAX_VARIABLES,
      'value of a variable, in bytes': limits.MAX_VARIABLE_SIZE,
      'items of one for-each': configured.maxIterations,
      'items worked on at once, with concurrency': limits.MAX_CONCURRENCY,
      'nodes started, iterations counted': configured.maxNodes,
      'actions at once; the rest wait in order': configured.maxInFlight,
      'results of a run together, in bytes': configured.maxOutputBytes,
      'result of one action, in bytes': MAX_RESULT_BYTES,
      'levels in the result of one action': MAX_RESULT_DEPTH,
      'body of a request, in bytes': configured.maxBodyBytes,
      'longest delay and wait, in milliseconds': limits.MAX_PAUSE_MS,
      'shortest wait, in milliseconds': limits.MIN_WAIT_MS,
      'attempts of an action': limits.MAX_ATTEMPTS,
      'resumes that are kept': MAX_OPEN_RESUMES,
      'resumes that are kept together, in bytes': MAX_OPEN_RESUME_BYTES,
      'input of a node that its events show': MAX_RECORDED_INPUT,
      'levels of trigger-workflow': MAX_CHILD_DEPTH,
      'characters of one expression': MAX_EXPRESSION_LENGTH,
      'segments of one path': MAX_PATH_SEGMENTS,
      'levels of $and and $or': MAX_CONDITION_DEPTH,
      'digits of a number in a text': MAX_DECIMAL_LENGTH,
      'steps in one payload': DEFAULT_LIMITS.fuel,
      'characters that the expressions of one payload give': DEFAULT_LIMITS.outputLength,
      'levels of the data that is read': MAX_DATA_DEPTH,
    };
    expect(told).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([label, value]) => [label, value.toLocaleString('en-US')]),
      ),
    );
  });
});
