import type { RunRecord } from '../../activities/deps';

/** The record's part of the engine's port, as the activities see it. */
export type FlushTask = Parameters<RunRecord['flush']>[0];
export type ClaimTimeoutTask = Parameters<RunRecord['claimTimeout']>[0];
export type TimeoutDecision = Awaited<ReturnType<RunRecord['claimTimeout']>>;
export type SettleTask = Parameters<RunRecord['settle']>[0];
export type Settlement = Awaited<ReturnType<RunRecord['settle']>>;
export type ReleaseTask = Parameters<RunRecord['release']>[0];
export type ChildTask = Parameters<RunRecord['prepareChild']>[0];
export type PreparedChild = Awaited<ReturnType<RunRecord['prepareChild']>>;
export type RunReference = FlushTask['run'];
export type Carried = FlushTask['carried'];
