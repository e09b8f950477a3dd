import 'reflect-metadata';
import { IsIn, IsNotEmpty, IsOptional, IsUrl, Matches } from 'class-validator';
import { SIGN_UP_MODES, type SignUpMode } from '../auth/auth-settings';
import { AllowEntries, Count, Flag, List, Port } from './environment-rules';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `id:` and 32 bytes in base64, the id being optional. */
const ENCRYPTION_KEY = /^(?:[\w.-]{1,64}:)?[A-Za-z0-9+/]{43}=$/;

/** The variables as they are written, each with its rule and what it is without a value. */
export class Environment {
  @Port()
  PORT = 3000;

  @IsNotEmpty()
  HOST = '0.0.0.0';

  @IsOptional()
  @IsUrl(
    { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true },
    { message: '$property must be a postgres:// URL' },
  )
  DATABASE_URL?: string;

  /** Migrations hold one connection and work on another. */
  @Count(2, 1_000)
  WEFT_DATABASE_POOL = 20;

  @IsNotEmpty()
  WEFT_DATA_DIR = '.weft';

  @Port()
  WEFT_POSTGRES_PORT = 5433;

  @Port()
  WEFT_TEMPORAL_PORT = 7233;

  @Port()
  WEFT_TEMPORAL_UI_PORT = 8233;

  @IsOptional()
  @IsNotEmpty()
  TEMPORAL_ADDRESS?: string;

  @Matches(/^[\w.-]{1,200}$/, { message: '$property must be letters, digits, dots or dashes' })
  WEFT_TASK_QUEUE = 'weft';

  @Flag()
  WEFT_EMBEDDED_WORKER = true;

  @IsOptional()
  @Matches(/^[\w.-]{1,200}$/, { message: '$property must be letters, digits, dots or dashes' })
  WEFT_WORKER_VERSIONING?: string;

  @Count(0, 100_000)
  WEFT_MAX_CACHED_WORKFLOWS = 1_000;

  @Count(1, 10_000)
  WEFT_MAX_CONCURRENT_ACTIVITIES = 100;

  @Count(1, 10_000)
  WEFT_MAX_CONCURRENT_LOCAL_ACTIVITIES = 100;

  @Count(2, 10_000)
  WEFT_MAX_CONCURRENT_WORKFLOW_TASKS = 40;

  @Count(0, 3_600)
  WEFT_STOP_SECONDS = 10;

  @List()
  @AllowEntries()
  WEFT_EGRESS_ALLOW: string[] = [];

  @List()
  @Matches(ENCRYPTION_KEY, {
    each: true,
    message: '$property must be 32 bytes in base64, or several as id:key, separated by commas',
  })
  WEFT_ENCRYPTION_KEY: string[] = [];

  @List()
  WEFT_ACTION_PACKAGES: string[] = [];

  @List()
  @Matches(/^[a-z0-9][a-z0-9-]*=(?:\d{1,4}|10000)$/, {
    each: true,
    message: '$property must be type=cost pairs, separated by commas, with costs from 0 to 10000',
  })
  WEFT_CU_COSTS: string[] = [];

  @List()
  @Matches(/^(?:usr|sa)_[0-9A-Za-z]+$/, {
    each: true,
    message: '$property must be ids of users or service accounts, separated by commas',
  })
  WEFT_ADMINS: string[] = [];

  @Count(0, 36_500)
  WEFT_AUDIT_DAYS = 365;

  @IsOptional()
  @Matches(/^(?:https?|wss?|libsql):\/\/[^\s]*\{database\}/, {
    message: '$property must be an http, ws or libsql URL with {database} in it',
  })
  WEFT_LIBSQL_URL?: string;

  @IsOptional()
  @IsNotEmpty()
  WEFT_LIBSQL_AUTH_TOKEN?: string;

  @Count(100, 25_000)
  WEFT_QUERY_TIMEOUT_MS = 5_000;

  @Count(65_536, 1_099_511_627_776)
  WEFT_MAX_DATABASE_BYTES = 1_073_741_824;

  @Count(10, 3_600_000)
  WEFT_RECONCILE_INTERVAL_MS = 5_000;

  @Count(0, 86_400_000)
  WEFT_RECONCILE_START_AFTER_MS = 30_000;

  @Count(0, 86_400_000)
  WEFT_RECONCILE_TELL_AFTER_MS = 10_000;

  @IsIn(LOG_LEVELS, { message: `$property must be one of ${LOG_LEVELS.join(', ')}` })
  WEFT_LOG_LEVEL: LogLevel = 'info';

  @IsIn(SIGN_UP_MODES, { message: `$property must be one of ${SIGN_UP_MODES.join(', ')}` })
  WEFT_SIGN_UP: SignUpMode = 'invited';

  @Count(1, 8_760)
  WEFT_SESSION_HOURS = 168;

  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: '$property must be the http or https URL of the issuer' },
  )
  WEFT_OIDC_ISSUER?: string;

  @IsOptional()
  @IsNotEmpty()
  WEFT_OIDC_AUDIENCE?: string;

  @Count(0, 100_000_000)
  WEFT_RATE_LIMIT = 30_000;

  @Count(0, 100_000_000)
  WEFT_OPEN_RATE_LIMIT = 3_000;

  @Count(0, 10)
  WEFT_TRUSTED_PROXIES = 0;

  @Count(20, 40_000)
  WEFT_MAX_HISTORY_EVENTS = 2_000;

  @Count(0, 3_600_000)
  WEFT_MIN_CUT_AGE_MS = 1_000;

  @Count(1, 500)
  WEFT_MAX_IN_FLIGHT = 100;

  @Count(1, 10_000)
  WEFT_MAX_ITERATIONS = 100;

  @Count(1, 100_000)
  WEFT_MAX_NODES = 10_000;

  @Count(1_024, 1_073_741_824)
  WEFT_MAX_OUTPUT_BYTES = 16_777_216;

  @Count(1_024, 104_857_600)
  WEFT_MAX_BODY_BYTES = 2_000_000;
}
