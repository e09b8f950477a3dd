import { setOwn, type JsonObject } from '../json';
import { jsonSize } from './json-size';

/** Bytes of one node's input that its events show. */
export const MAX_RECORDED_INPUT = 16 * 1024;

/** What stands in the place of a field that is left out. */
export const LEFT_OUT = `larger than ${MAX_RECORDED_INPUT / 1024} KiB, not kept`;

/** An input as events show it, and about how many bytes of it there are. */
export interface RecordedInput {
  input: JsonObject;
  size: number;
  /** Whether a field was left out. */
  cut: boolean;
}

/**
 * The input of a node that runs inline may be the data of another node, once more in each iteration of a loop:
 * the fields that would make it large are left out of its events.
 */
export function recordedInput(input: JsonObject): RecordedInput {
  const whole = jsonSize(input, MAX_RECORDED_INPUT);
  if (whole <= MAX_RECORDED_INPUT) return { input, size: whole, cut: false };
  const shown: JsonObject = {};
  let size = 2;
  for (const [key, value] of Object.entries(input)) {
    const room = MAX_RECORDED_INPUT - size;
    const field = key.length + 4 + jsonSize(value, room);
    const fits = field <= room;
    setOwn(shown, key, fits ? value : LEFT_OUT);
    size += fits ? field : key.length + 4 + LEFT_OUT.length;
  }
  return { input: shown, size, cut: true };
}
