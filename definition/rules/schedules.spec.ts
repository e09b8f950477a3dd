import type { JsonObject } from '../json';
import { runRules } from './run';
import { schedules } from './schedules';
import { definitionOf, toyCatalog } from './toy-catalog';

function judge(payload: JsonObject, type = 'cronjob'): unknown {
  return runRules([schedules], definitionOf({ a: { type, payload } }), { catalog: toyCatalog });
}

describe('schedules', () => {
  it.each([
    'DTSTART:20260301T070000Z\nRRULE:FREQ=HOURLY;INTERVAL=1',
    'DTSTART:20260301T070000Z\r\nRRULE:FREQ=HOURLY',
    'DTSTART;TZID=Europe/Paris:20260301T070000\nRRULE:FREQ=DAILY',
    '{{$props.rule}}',
    7,
  ])('take %j', (rrule) => {
    expect(judge({ rrule })).toEqual([]);
  });

  it.each([
    'RRULE:FREQ=HOURLY;INTERVAL=1',
    'FREQ=HOURLY;INTERVAL=1',
    'DTSTART:20260301T070000Z',
    'RRULE:FREQ=HOURLY;DTSTART:20260301T070000Z',
    'DTSTARTED:1\nRRULE:FREQ=HOURLY',
    'DTSTART:20260301T070000Z RRULE:FREQ=HOURLY',
    '0 7 * * *',
  ])('want both lines: %j', (rrule) => {
    expect(judge({ rrule })).toEqual([
      {
        type: 'pattern',
        code: 'schedule_without_start',
        nodeId: 'a',
        nodeName: 'Toy cronjob',
        field: 'payload.rrule',
        message:
          '`rrule` has two lines, the time of the first run and the rule: "DTSTART:20260301T070000Z\\nRRULE:FREQ=HOURLY;INTERVAL=1".',
      },
    ]);
  });

  it('are judged in `cronjob` nodes only', () => {
    expect(judge({ rrule: 'x' }, 'log')).toEqual([]);
    expect(judge({})).toEqual([]);
  });
});
