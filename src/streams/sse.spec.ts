import { lastEventId, sseFrame } from './sse';

describe('sseFrame', () => {
  it('has the number as its id and the data on one line', () => {
    const data = JSON.stringify({ type: 'node_completed', result: 'two\nlines\r\u2028' });
    expect(sseFrame({ seq: 7, type: 'node_completed', data })).toBe(
      'id: 7\nevent: node_completed\ndata: {"type":"node_completed","result":"two\\nlines\\r\u2028"}\n\n',
    );
  });
});

describe('lastEventId', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['12', 12],
    [' 12 ', 12],
    ['-1', 0],
    ['1.5', 0],
    ['abc', 0],
    ['99999999999', 0],
  ])('%p is %p', (header, seq) => {
    expect(lastEventId(header)).toBe(seq);
  });
});
