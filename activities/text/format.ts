import { runFormat } from '../../definition/nodes/format';
import { ActionError, type Action } from '../action';

export const format: Action = {
  spec: {
    type: 'format',
    title: 'Format text',
    description: [
      'Fills a template from data. `{{@field}}` and `{{@a.b}}` name fields of the data; an array is',
      'rendered once for each element and joined by `separator`. Expressions belong into `data`.',
    ].join(' '),
    category: 'Built-in',
    tags: ['text', 'template', 'formatting'],
    execution: 'local',
    payloadSchema: {
      type: 'object',
      required: ['data', 'template'],
      additionalProperties: false,
      properties: {
        data: {
          type: ['object', 'array'],
          title: 'Data',
          description: 'An object, or a list of them.',
        },
        template: {
          type: 'string',
          title: 'Template',
          description: 'Text with `{{@field}}` where values go.',
        },
        separator: {
          type: 'string',
          default: '\n',
          title: 'Separator',
          description: 'Stands between the elements of a list.',
        },
      },
    },
    resultSchema: {
      type: 'object',
      required: ['formatted'],
      properties: { formatted: { type: 'string' } },
    },
    behaviour: { sideEffects: false },
    example: {
      payload: {
        data: [
          { name: 'Ada', score: 3 },
          { name: 'Grace', score: 5 },
        ],
        template: '{{@name}}: {{@score}}',
        separator: ', ',
      },
      result: { formatted: 'Ada: 3, Grace: 5' },
    },
  },

  run(input) {
    const outcome = runFormat(input);
    return outcome.ok
      ? Promise.resolve(outcome.result)
      : Promise.reject(new ActionError(outcome.error.code, outcome.error.message));
  },
};
