import { readFileSync } from 'node:fs';

/** The declared links that Schemathesis has followed, with the status that each came to, from its report of events. */
export function followedIn(path) {
  const followed = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line.startsWith('{"ScenarioFinished"')) continue;
    const { cases = {}, interactions = {} } = JSON.parse(line).ScenarioFinished.recorder ?? {};
    for (const [id, { transition }] of Object.entries(cases)) {
      if (!transition || transition.is_inferred) continue;
      const status = interactions[id]?.response?.status_code;
      const known = followed.get(transition.id) ?? new Set();
      followed.set(transition.id, known.add(status));
    }
  }
  return followed;
}
