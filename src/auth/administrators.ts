import { Injectable } from '@nestjs/common';
import { ApiError } from '../common/errors';
import { AuthSettings } from './auth-settings';
import type { Caller } from './caller';

/** The administrators of the installation, for what others may see a part of. */
@Injectable()
export class Administrators {
  constructor(private readonly settings: AuthSettings) {}

  /** Whether the operator has named any. */
  get exist(): boolean {
    return this.settings.admins.size > 0;
  }

  has({ principal }: Caller): boolean {
    return this.settings.admins.has(principal.id);
  }

  /** Throws 403 for everybody else. */
  require(caller: Caller): void {
    if (!this.has(caller)) throw new ApiError('adminRequired');
  }
}
