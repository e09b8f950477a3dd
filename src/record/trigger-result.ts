import { setOwn, type JsonObject } from '../../definition/json';

/** What `$trigger` reads of a payload: the payload, the payload again as `body`, and the time. Reserved names win. */
export function manualTriggerResult(payload: JsonObject, at: Date): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(payload)) setOwn(result, key, value);
  result.body = payload;
  result.triggeredAt = at.toISOString();
  return result;
}
