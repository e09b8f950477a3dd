import { isJsonObject } from '../../definition/json';
import type { PlanNode } from '../../definition/plan/types';
import { ApiError } from '../common/errors';

/** Refuses a resume under a name that its wait does not take: it would be granted and wake nothing. */
export function checkResumeName(wait: PlanNode, name: string | null | undefined): void {
  const names = resumeNames(wait);
  if (names === 'unknown') return;
  const given = name ?? '';
  if (names.length === 0 ? given === '' : names.includes(given)) return;
  const listed = names.map((one) => `"${one}"`).join(', ');
  throw new ApiError(
    'unknownResumeName',
    names.length === 0
      ? `The wait ${wait.id} takes no names: leave \`name\` out.`
      : `The wait ${wait.id} takes a resume under one of the names ${listed}: give it as \`name\`.`,
  );
}

/** The names in the wait's payload; empty for a plain wait; unknown while an expression makes them. */
function resumeNames({ payload }: PlanNode): string[] | 'unknown' {
  const resumes =
    payload.kind === 'value'
      ? isJsonObject(payload.value) && payload.value.resumes
      : payload.kind === 'object' && fieldOf(payload.entries);
  if (resumes === 'unknown') return 'unknown';
  const names = isJsonObject(resumes) ? resumes.names : [];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

type Entries = Extract<PlanNode['payload'], { kind: 'object' }>['entries'];

function fieldOf(entries: Entries): unknown {
  const [, field] = entries.find(([key]) => key === 'resumes') ?? [];
  if (field === undefined) return undefined;
  return field.kind === 'value' ? field.value : 'unknown';
}
