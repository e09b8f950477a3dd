import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { UserController } from './user.controller';
import { UserService } from './user.service';

@Module({ imports: [SessionsModule], controllers: [UserController], providers: [UserService] })
export class UserModule {}
