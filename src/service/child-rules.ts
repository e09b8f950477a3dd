import type { Catalog } from '../../definition/catalog';
import { DEFINITION_LIMITS } from '../../definition/limits';
import { parseDefinition } from '../../definition/parse';
import { compile } from '../../definition/plan/compile';
import { validate } from '../../definition/validate';
import type { ChildRules } from '../record/child-runs';
import { type EngineSettings, runStart } from '../temporal/run-options';
import { compileInputCheck } from '../workflows/input-check';
import { checkPayload } from '../workflows/payload-check';

/** How the record judges and starts the runs of `trigger-workflow`. */
export function childRules(catalog: Catalog, settings: EngineSettings): ChildRules {
  return {
    compile(json, variables, blocks) {
      const parsed = parseDefinition(json, DEFINITION_LIMITS);
      if (!parsed.ok) return { problems: parsed.issues.map(({ message }) => message) };
      const issues = validate(parsed.definition, { catalog, checkPayload, variables, blocks });
      if (issues.length > 0) return { problems: issues.map(({ message }) => message) };
      return { plan: compile(parsed.definition, catalog, blocks) };
    },
    checkInput(json, triggerNodeId, payload) {
      const parsed = parseDefinition(json, DEFINITION_LIMITS);
      if (!parsed.ok) return parsed.issues.map(({ message }) => message);
      return compileInputCheck(
        parsed.definition,
        triggerNodeId,
      )(payload).map(({ message }) => message);
    },
    toStart: (run, place) => runStart(run, settings, place),
  };
}
