import { randomUUID } from 'node:crypto';

/** PostgreSQL's notification channel; the payload is a run id. */
export const RUN_CHANNEL = 'weft_runs';

/** The channel on which a process says that it watches runs; the payload is its {@link PROCESS}. */
export const WATCHING_CHANNEL = 'weft_watching';

/** How often it says so while it does, and how long it is believed. */
export const WATCHING_MS = 5_000;
export const BELIEVED_MS = 15_000;

/** This process, among those that share the database. */
export const PROCESS: string = randomUUID();
