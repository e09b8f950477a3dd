import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source';
import { Sealer } from '../secrets/sealer';
import { SecretStore } from '../secrets/secret-store';
import { WebhookSecretsController } from './webhook-secrets.controller';
import { WebhookSecrets } from './webhook-secrets.service';

@Module({
  controllers: [WebhookSecretsController],
  providers: [
    WebhookSecrets,
    {
      provide: SecretStore,
      useFactory: (dataSource: DataSource, sealer: Sealer) =>
        new SecretStore(poolOf(dataSource), sealer),
      inject: [DataSource, Sealer],
    },
  ],
})
export class WebhookSecretsModule {}
