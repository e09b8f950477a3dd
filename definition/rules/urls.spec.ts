import type { JsonObject } from '../json';
import { runRules } from './run';
import { definitionOf, toyCatalog } from './toy-catalog';
import { urls } from './urls';

function judge(type: string, payload: JsonObject): unknown {
  return runRules([urls], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

describe('urls', () => {
  it.each([
    ['send-webhook', 'https://sink.example.com/in'],
    ['send-webhook', ' HTTPS://sink.example.com/in'],
    ['send-webhook', 'https://{{$trigger.body.host}}/in'],
    ['send-webhook', '{{$trigger.body.url}}'],
    ['send-webhook', '{{$trigger.body.base}}/in'],
    ['send-webhook', 'https:{{$trigger.body.rest}}'],
    ['send-webhook', '{{'],
    ['send-webhook', '{{fetch.status}}/in'],
    ['no-such', 'ftp://x'],
    ['send-webhook', 7],
    ['send-webhook', null],
    ['http-request', 'http://stock.example.com'],
    ['http-request', 'https://stock.example.com'],
    ['http-request', 'https://stock.example.com/users/@ada?mail=a@b.c'],
    ['log', 'ftp://x'],
  ])('%s takes %j', (type, url) => {
    expect(judge(type, { url })).toEqual([]);
  });

  it.each([
    ['send-webhook', 'http://sink.example.com', 'https://'],
    ['send-webhook', 'http://{{$trigger.body.host}}', 'https://'],
    ['send-webhook', 'sink.example.com', 'https://'],
    ['send-webhook', 'sink/{{$trigger.body.path}}', 'https://'],
    ['send-webhook', '', 'https://'],
    ['http-request', 'ftp://x.example.com', 'http:// or https://'],
    ['http-request', 'stock.example.com/v1', 'http:// or https://'],
    ['http-request', 'see https://x.example.com', 'http:// or https://'],
  ])('%s does not take %j', (type, url, wanted) => {
    expect(judge(type, { url })).toEqual([
      {
        type: 'pattern',
        code: 'url_invalid',
        nodeId: 'a',
        nodeName: `Toy ${type}`,
        field: 'payload.url',
        message: `The \`url\` of \`${type}\` starts with ${wanted}.`,
      },
    ]);
  });

  it('are judged when something else can not be parsed', () => {
    expect(judge('send-webhook', { url: 'http://x', body: '{{' })).toEqual([
      expect.objectContaining({ code: 'url_invalid' }),
    ]);
  });

  it('need not be there to be judged', () => {
    expect(judge('send-webhook', {})).toEqual([]);
  });

  it.each(['https://user:pass@example.com/x', 'http://user@example.com'])(
    'carry no user and password: %s',
    (url) => {
      expect(judge('http-request', { url })).toMatchObject([
        {
          code: 'url_invalid',
          field: 'payload.url',
          message: expect.stringContaining('`authorization`'),
        },
      ]);
    },
  );
});
