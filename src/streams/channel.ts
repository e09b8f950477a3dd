/** PostgreSQL's notification channel; the payload is a run id. */
export const RUN_CHANNEL = 'weft_runs';
