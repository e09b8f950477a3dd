/** A list that may be repeated (`a=1&a=2`) or joined with commas (`a=1,2`). */
export function listOf(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value];
  if (!parts.every((part) => typeof part === 'string')) return value;
  return parts
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `true`, `1` and the bare name are true; what is neither true nor false stays as it is. */
export function booleanOf(value: unknown): unknown {
  if (value === 'true' || value === '1' || value === '') return true;
  if (value === 'false' || value === '0') return false;
  return value;
}
