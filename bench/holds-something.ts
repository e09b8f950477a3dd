/** Whether an answer has entries, a count above zero, or is about something that has a name. */
export function holdsSomething(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.length > 0;
  const { items, results, id, runId } = data as Record<string, unknown>;
  if (Array.isArray(items)) return items.length > 0;
  if (Array.isArray(results)) return results.length > 0;
  return id !== undefined || runId !== undefined || hasCount(data);
}

function hasCount(value: unknown): boolean {
  if (typeof value === 'number') return value > 0;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value) && value.some((one) => typeof one === 'string')) return true;
  return 'id' in value || 'name' in value || Object.values(value).some(hasCount);
}
