import { Organizations1764000000001 } from './1764000000001-organizations';
import { Workflows1764000000002 } from './1764000000002-workflows';
import { Runs1764000000003 } from './1764000000003-runs';
import { Outbound1764000000004 } from './1764000000004-outbound';
import { AppendEvents1764000000005 } from './1764000000005-append-events';
import { RunAttempts1764000000006 } from './1764000000006-run-attempts';
import { RunClaims1764000000007 } from './1764000000007-run-claims';
import { RunEnds1764000000008 } from './1764000000008-run-ends';
import { Principals1764000000100 } from './1764000000100-principals';
import { Restrictions1764000000101 } from './1764000000101-restrictions';
import { RequestLog1764000000102 } from './1764000000102-request-log';
import { IdempotencyKeys1764000000103 } from './1764000000103-idempotency-keys';
import { RateLimits1764000000104 } from './1764000000104-rate-limits';
import { ComputeUnits1764000000120 } from './1764000000120-compute-units';
import { MeteredEvents1764000000121 } from './1764000000121-metered-events';
import { MeteredAttempts1764000000122 } from './1764000000122-metered-attempts';
import { MeteredEnds1764000000123 } from './1764000000123-metered-ends';
import { AuditLog1764000000124 } from './1764000000124-audit-log';
import { AttemptErrors1764000000125 } from './1764000000125-attempt-errors';
import { SettleAnyEvent1764000000126 } from './1764000000126-settle-any-event';
import { WorkflowOutlines1764000000130 } from './1764000000130-workflow-outlines';
import { RunCounts1764000000131 } from './1764000000131-run-counts';
import { RunLimits1764000000132 } from './1764000000132-run-limits';
import { WorkflowReleases1764000000133 } from './1764000000133-workflow-releases';
import { RunFeed1764000000134 } from './1764000000134-run-feed';
import { PrivateWorkflows1764000000138 } from './1764000000138-private-workflows';
import { Variables1764000000140 } from './1764000000140-variables';
import { Templates1764000000150 } from './1764000000150-templates';
import { WorkflowSearch1764000000151 } from './1764000000151-workflow-search';
import { Knowledge1764000000152 } from './1764000000152-knowledge';
import { Tallies1764000000160 } from './1764000000160-tallies';
import { Public1764000000161 } from './1764000000161-public';
import { SecretKinds1764000000170 } from './1764000000170-secret-kinds';
import { SealingKeys1764000000171 } from './1764000000171-sealing-keys';
import { PrivateTallies1764000000180 } from './1764000000180-private-tallies';
import { RepeatedIds1764000000185 } from './1764000000185-repeated-ids';
import { PublicQuotaInAdmission1764000000186 } from './1764000000186-public-quota-in-admission';
import { PublishedVersions1764000000187 } from './1764000000187-published-versions';
import { AuditOfTheService1764000000188 } from './1764000000188-audit-of-the-service';
import { Blocks1764000000195 } from './1764000000195-blocks';
import { ListOrders1764000000200 } from './1764000000200-list-orders';
import { OrganizationContext1764000000201 } from './1764000000201-organization-context';
import { ListIndexes1764000000210 } from './1764000000210-list-indexes';
import { BusiestWorkflows1764000000211 } from './1764000000211-busiest-workflows';
import { TextIndexes1764000000212 } from './1764000000212-text-indexes';
import { SettledAttempts1764000000220 } from './1764000000220-settled-attempts';
import { ChildrenOfEndedRuns1764000000221 } from './1764000000221-children-of-ended-runs';
import { BeginAskedAgain1764000000222 } from './1764000000222-begin-asked-again';
import { ResumeBytes1764000000225 } from './1764000000225-resume-bytes';
import { DecidedAgain1764000000226 } from './1764000000226-decided-again';
import { CountsByPeriod1764000000235 } from './1764000000235-counts-by-period';
import { BeginWritesOnce1764000000236 } from './1764000000236-begin-writes-once';
import { CancelBeforeResume1764000000241 } from './1764000000241-cancel-before-resume';

/** In order; one that has been released is never changed again. */
export const MIGRATIONS = [
  Organizations1764000000001,
  Workflows1764000000002,
  Runs1764000000003,
  Outbound1764000000004,
  AppendEvents1764000000005,
  RunAttempts1764000000006,
  RunClaims1764000000007,
  RunEnds1764000000008,
  Principals1764000000100,
  Restrictions1764000000101,
  RequestLog1764000000102,
  IdempotencyKeys1764000000103,
  RateLimits1764000000104,
  ComputeUnits1764000000120,
  MeteredEvents1764000000121,
  MeteredAttempts1764000000122,
  MeteredEnds1764000000123,
  AuditLog1764000000124,
  AttemptErrors1764000000125,
  SettleAnyEvent1764000000126,
  WorkflowOutlines1764000000130,
  RunCounts1764000000131,
  RunLimits1764000000132,
  WorkflowReleases1764000000133,
  RunFeed1764000000134,
  PrivateWorkflows1764000000138,
  Variables1764000000140,
  Templates1764000000150,
  WorkflowSearch1764000000151,
  Knowledge1764000000152,
  Tallies1764000000160,
  Public1764000000161,
  SecretKinds1764000000170,
  SealingKeys1764000000171,
  PrivateTallies1764000000180,
  RepeatedIds1764000000185,
  PublicQuotaInAdmission1764000000186,
  PublishedVersions1764000000187,
  AuditOfTheService1764000000188,
  Blocks1764000000195,
  ListOrders1764000000200,
  OrganizationContext1764000000201,
  ListIndexes1764000000210,
  BusiestWorkflows1764000000211,
  TextIndexes1764000000212,
  SettledAttempts1764000000220,
  ChildrenOfEndedRuns1764000000221,
  BeginAskedAgain1764000000222,
  ResumeBytes1764000000225,
  DecidedAgain1764000000226,
  CountsByPeriod1764000000235,
  BeginWritesOnce1764000000236,
  CancelBeforeResume1764000000241,
];
