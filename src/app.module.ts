import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganizationDatabases } from '../activities/data/organization-databases';
import type { Catalog } from '../definition/catalog';
import { ActionsModule } from './actions/actions.module';
import { CATALOG } from './actions/catalog';
import { ApiKeysModule } from './api-keys/api-keys.module';
import { AuditModule } from './audit/audit.module';
import { AuditSettings } from './audit/audit-settings';
import { AuthSettings } from './auth/auth-settings';
import { AuthModule } from './auth/auth.module';
import { BlocksModule } from './blocks/blocks.module';
import { CuModule } from './cu/cu.module';
import { StreamSettings } from './streams/stream-settings';
import { Tariff } from './cu/tariff';
import { ExecutionsModule } from './executions/executions.module';
import { HealthModule } from './health/health.module';
import { IdempotencyModule } from './idempotency/idempotency.module';
import { InterestsModule } from './interests/interests.module';
import { ManagedDataModule } from './managed-data/managed-data.module';
import { MetricsModule } from './metrics/metrics.module';
import { KnowledgeModule } from './knowledge/knowledge.module';
import { OrganizationsModule } from './organizations/organizations.module';
import { OnboardingModule } from './onboarding/onboarding.module';
import { PublicModule } from './public/public.module';
import { RateLimitSettings } from './rate-limits/rate-limit-settings';
import { RequestLogModule } from './request-log/request-log.module';
import { RestrictionsModule } from './restrictions/restrictions.module';
import { RunEngine } from './runs/run-engine';
import { RunLogsModule } from './run-logs/run-logs.module';
import { RunsModule } from './runs/runs.module';
import { DefinitionSecrets } from './secrets/definition-secrets';
import { Sealer } from './secrets/sealer';
import { RunEventReader } from './streams/run-event-reader';
import { SearchModule } from './search/search.module';
import { ServiceAccountsModule } from './service-accounts/service-accounts.module';
import { SessionsModule } from './sessions/sessions.module';
import { StatisticsModule } from './statistics/statistics.module';
import { TagsModule } from './tags/tags.module';
import { TemplatesModule } from './templates/templates.module';
import { TriggersModule } from './triggers/triggers.module';
import { UserModule } from './user/user.module';
import { VariablesModule } from './variables/variables.module';
import { WebhookSecretsModule } from './webhook-secrets/webhook-secrets.module';
import { WorkflowsModule } from './workflows/workflows.module';

/** What the API stands on; whoever starts it makes and ends these. */
export interface AppParts {
  /** Connected, migrations run. */
  dataSource: DataSource;
  engine: RunEngine;
  catalog: Catalog;
  /** What nodes cost; by default what they cost without a word of the operator. */
  tariff?: Tariff;
  events: RunEventReader;
  secrets: DefinitionSecrets;
  sealer: Sealer;
  databases: OrganizationDatabases;
  /** How people sign in; by default with an invite and a password. */
  auth?: AuthSettings;
  /** How much is let in; by default any number of requests. */
  rateLimits?: RateLimitSettings;
  /** How streams are kept, and how many of an organization. */
  streams?: StreamSettings;
  /** How long changes stay on record; by default a year. */
  audit?: AuditSettings;
}

@Module({})
export class PartsModule {}

@Module({
  imports: [
    AuthModule,
    IdempotencyModule,
    AuditModule,
    // Before the keys, whose ids come at the same place.
    RequestLogModule,
    ApiKeysModule,
    ServiceAccountsModule,
    OrganizationsModule,
    SessionsModule,
    UserModule,
    RestrictionsModule,
    InterestsModule,
    OnboardingModule,
    ActionsModule,
    TriggersModule,
    WorkflowsModule,
    BlocksModule,
    TemplatesModule,
    KnowledgeModule,
    TagsModule,
    SearchModule,
    RunsModule,
    PublicModule,
    RunLogsModule,
    ExecutionsModule,
    MetricsModule,
    StatisticsModule,
    CuModule,
    VariablesModule,
    ManagedDataModule,
    WebhookSecretsModule,
    HealthModule,
  ],
})
export class AppModule {
  static with(parts: AppParts): DynamicModule {
    const providers = [
      { provide: DataSource, useValue: parts.dataSource },
      { provide: RunEngine, useValue: parts.engine },
      { provide: CATALOG, useValue: parts.catalog },
      { provide: Tariff, useFactory: () => parts.tariff ?? new Tariff(parts.catalog) },
      { provide: RunEventReader, useValue: parts.events },
      { provide: DefinitionSecrets, useValue: parts.secrets },
      { provide: Sealer, useValue: parts.sealer },
      { provide: StreamSettings, useValue: parts.streams ?? new StreamSettings() },
      { provide: AuditSettings, useValue: parts.audit ?? new AuditSettings() },
      { provide: OrganizationDatabases, useValue: parts.databases },
      { provide: AuthSettings, useValue: parts.auth ?? new AuthSettings() },
      { provide: RateLimitSettings, useValue: parts.rateLimits ?? new RateLimitSettings() },
    ];
    const given = { module: PartsModule, global: true, providers, exports: providers };
    return { module: AppModule, imports: [given] };
  }
}
