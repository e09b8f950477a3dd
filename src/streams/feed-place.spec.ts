import { formatFeedId, parseFeedId } from './feed-place';

describe('ids of a feed', () => {
  it.each(['10:10:', '10:20:10', '10:20:10,12,19'])('hold the snapshot %p', (snapshot) => {
    const place = { from: '3:3:', upto: snapshot, told: 7 };
    expect(parseFeedId(formatFeedId(place))).toEqual(place);
  });

  it.each([
    undefined,
    '',
    'x',
    '1',
    '3:3:/3:3:',
    '3:3:/3:3:/-1',
    '3:3:/3:3:/1/1',
    '0:3:/3:3:/1',
    '9:3:/3:3:/1',
    '3:9:2/3:3:/1',
    '3:9:9/3:3:/1',
    '3:9:5,4/3:3:/1',
    '3:9:5,5/3:3:/1',
    '3:9:5,/3:3:/1',
    '3:9999999999999999999:/3:3:/1',
  ])('are not %p', (id) => {
    expect(parseFeedId(id)).toBeUndefined();
  });
});
