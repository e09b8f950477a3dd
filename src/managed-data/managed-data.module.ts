import { Module } from '@nestjs/common';
import { ManagedDataController } from './managed-data.controller';
import { ManagedDataService } from './managed-data.service';

@Module({ controllers: [ManagedDataController], providers: [ManagedDataService] })
export class ManagedDataModule {}
