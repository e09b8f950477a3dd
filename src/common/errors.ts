import { HttpException } from '@nestjs/common';

interface ErrorSpec {
  /** HTTP status, then three digits. Clients may branch on it: a code never changes its meaning. */
  code: number;
  status: number;
  message: string;
}

/** Every error the API answers with. 400078, 400079, 400228 and 400229 are B3OS's own codes. */
export const ERRORS = {
  badRequest: { code: 400000, status: 400, message: 'The request is not valid.' },
  malformedJson: { code: 400001, status: 400, message: 'The body is not valid JSON.' },
  bodyNotObject: { code: 400002, status: 400, message: 'The body must be a JSON object.' },
  bodyTooDeep: { code: 400003, status: 400, message: 'The body is nested too deeply.' },
  invalidText: { code: 400004, status: 400, message: 'The request holds text that is not valid.' },
  numberOutOfRange: { code: 400005, status: 400, message: 'The body holds a number too large.' },
  invalidFields: { code: 400006, status: 400, message: 'Some fields are not valid.' },
  malformedUrl: { code: 400007, status: 400, message: 'The URL is not validly encoded.' },
  invalidIdempotencyKey: {
    code: 400090,
    status: 400,
    message: '`Idempotency-Key` must be 1 to 255 visible ASCII characters.',
  },
  malformedHttp: { code: 400009, status: 400, message: 'The request is not valid HTTP.' },
  malformedYaml: { code: 400008, status: 400, message: 'The body is not valid YAML.' },
  invalidRunId: {
    code: 400078,
    status: 400,
    message: '`runId` must be `run_` followed by 1 to 64 letters and digits.',
  },
  duplicateRunId: { code: 400079, status: 400, message: 'This `runId` has already been used.' },
  payloadMismatch: {
    code: 400110,
    status: 400,
    message: 'The payload does not match the input schema of the trigger.',
  },
  unknownTriggerNode: {
    code: 400111,
    status: 400,
    message: '`triggerNodeId` names no trigger of this version.',
  },
  notSyncable: {
    code: 400112,
    status: 400,
    message: 'A synchronous run takes at most 20 nodes and neither `wait` nor `for-each`.',
  },
  workflowArchived: { code: 400120, status: 400, message: 'The workflow is archived.' },
  workflowNotArchived: { code: 400121, status: 400, message: 'The workflow is not archived.' },
  workflowNotLive: {
    code: 400122,
    status: 400,
    message: 'The workflow has no live version: publish it first.',
  },
  draftIsAll: {
    code: 400123,
    status: 400,
    message: 'The draft is all there is of the workflow: archive the workflow instead.',
  },
  unknownResumeName: {
    code: 400124,
    status: 400,
    message: 'The wait takes no resume under this name.',
  },
  notPlaceholders: {
    code: 400150,
    status: 400,
    message: 'A template holds placeholders in place of secrets and connectors.',
  },
  invalidPropValues: {
    code: 400151,
    status: 400,
    message: 'The values do not fit the props of the template.',
  },
  variableNotKept: {
    code: 400140,
    status: 400,
    message: 'A variable with the lifetime `reset` keeps no value: change its default.',
  },
  tooManyVariables: {
    code: 400141,
    status: 400,
    message: 'A workflow has at most 100 variables.',
  },
  workflowNotPublic: {
    code: 400160,
    status: 400,
    message:
      'Only a workflow that everybody may see can have a widget: change its visibility first.',
  },
  sqlFailed: { code: 400142, status: 400, message: 'The statement failed.' },
  queryTimeout: { code: 400143, status: 400, message: 'The statement took too long.' },
  resultTooLarge: {
    code: 400144,
    status: 400,
    message: 'The statement gives too much: add a LIMIT.',
  },
  workflowPaused: {
    code: 400130,
    status: 400,
    message: 'The workflow is paused: only a person can start it.',
  },
  maxRunsExhausted: {
    code: 400131,
    status: 400,
    message: 'The workflow has used up its runs: refill it.',
  },
  noRunLimit: {
    code: 400132,
    status: 400,
    message: 'The workflow has no `maxRuns`, so there is nothing to refill.',
  },
  invalidDefinition: {
    code: 400228,
    status: 400,
    message: 'The workflow definition is not valid.',
  },
  triggerNotManual: {
    code: 400229,
    status: 400,
    message: 'An inline definition must start with a `manual` trigger.',
  },
  unauthenticated: {
    code: 401000,
    status: 401,
    message: 'Send an API key or the token of a session: `Authorization: Bearer b3sk_...`.',
  },
  invalidApiKey: { code: 401001, status: 401, message: 'The API key is not valid.' },
  expiredApiKey: { code: 401002, status: 401, message: 'The API key has expired.' },
  revokedApiKey: { code: 401003, status: 401, message: 'The API key has been revoked.' },
  wrongSecret: {
    code: 401004,
    status: 401,
    message: 'The secret is not the one of the workflow of this run.',
  },
  invalidSession: { code: 401005, status: 401, message: 'The session is over: sign in again.' },
  serviceAccountDisabled: {
    code: 401006,
    status: 401,
    message: 'The service account of this key is disabled.',
  },
  wrongPassword: {
    code: 401007,
    status: 401,
    message: 'The e-mail address or the password is wrong.',
  },
  invalidToken: {
    code: 401008,
    status: 401,
    message: 'The token is not valid here: it may have expired, or be for somebody else.',
  },
  cuExhausted: {
    code: 402001,
    status: 402,
    message: 'The organization has used up its compute units.',
  },
  invalidClientToken: {
    code: 401060,
    status: 401,
    message: 'The token opens no execution of this id: it may have expired.',
  },
  forbidden: { code: 403000, status: 403, message: 'This is not allowed.' },
  scopeTooNarrow: {
    code: 403001,
    status: 403,
    message: 'This needs an API key with the scope `read-write`.',
  },
  permissionMissing: {
    code: 403002,
    status: 403,
    message: 'The caller lacks the permission that this needs.',
  },
  organizationRequired: {
    code: 403003,
    status: 403,
    message: 'Name the organization with the header `X-Org-ID`.',
  },
  notAMember: {
    code: 403004,
    status: 403,
    message: 'The caller is no member of the organization that `X-Org-ID` names.',
  },
  sessionRequired: {
    code: 403005,
    status: 403,
    message: 'This belongs to a person: it needs the session of a user, not an API key.',
  },
  permissionsExceeded: {
    code: 403006,
    status: 403,
    message: 'This would give, change or take more permissions than the caller has.',
  },
  crossSite: {
    code: 403007,
    status: 403,
    message: 'The cookie of a session counts only on pages of this host.',
  },
  publishingRestricted: {
    code: 403008,
    status: 403,
    message: 'A restriction of the organization lets owners publish only.',
  },
  actionDisabled: {
    code: 403009,
    status: 403,
    message: 'The organization has disabled an action of this workflow.',
  },
  signUpClosed: {
    code: 403010,
    status: 403,
    message: 'An account is made with an invite: send its token and its e-mail address.',
  },
  operationPending: {
    code: 404900,
    status: 404,
    message: 'This operation of B3OS is not built yet.',
  },
  adminRequired: {
    code: 403020,
    status: 403,
    message: 'This is for administrators of the installation, whom its operator names.',
  },
  publicRunForbidden: {
    code: 403060,
    status: 403,
    message: 'Everybody may see this workflow, but not run it.',
  },
  publicRunPaused: { code: 403061, status: 403, message: 'The workflow is paused.' },
  notWorkflowOwner: {
    code: 403030,
    status: 403,
    message: 'Only its owner and the owners of the organization can give the workflow away.',
  },
  routeNotFound: { code: 404000, status: 404, message: 'There is no such route.' },
  workflowNotFound: { code: 404001, status: 404, message: 'There is no such workflow.' },
  versionNotFound: { code: 404002, status: 404, message: 'The workflow has no such version.' },
  releaseNotFound: { code: 404005, status: 404, message: 'The workflow has no such release.' },
  liveNotFound: { code: 404003, status: 404, message: 'The workflow has no live version.' },
  draftNotFound: { code: 404004, status: 404, message: 'The workflow has no draft.' },
  runNotFound: { code: 404010, status: 404, message: 'There is no such run.' },
  nodeNotFound: { code: 404011, status: 404, message: 'The run has no such node.' },
  actionNotFound: { code: 404020, status: 404, message: 'There is no such action.' },
  organizationNotFound: { code: 404030, status: 404, message: 'There is no such organization.' },
  memberNotFound: { code: 404031, status: 404, message: 'There is no such member.' },
  inviteNotFound: { code: 404032, status: 404, message: 'There is no such invite.' },
  restrictionNotFound: { code: 404035, status: 404, message: 'There is no such restriction.' },
  interestNotFound: { code: 404036, status: 404, message: 'There is no such interest.' },
  apiKeyNotFound: { code: 404033, status: 404, message: 'There is no such API key.' },
  serviceAccountNotFound: {
    code: 404034,
    status: 404,
    message: 'There is no such service account.',
  },
  documentNotFound: { code: 404062, status: 404, message: 'There is no such document.' },
  connectorTypeNotFound: {
    code: 404063,
    status: 404,
    message: 'There is no such type of connector.',
  },
  templateNotFound: { code: 404060, status: 404, message: 'There is no such template.' },
  templateVersionNotFound: {
    code: 404061,
    status: 404,
    message: 'The template has no such version.',
  },
  blockNotFound: { code: 404195, status: 404, message: 'There is no such block.' },
  blockVersionNotFound: { code: 404196, status: 404, message: 'The block has no such version.' },
  variableNotFound: { code: 404140, status: 404, message: 'The workflow has no such variable.' },
  tableNotFound: { code: 404141, status: 404, message: 'The database has no such table.' },
  triggerNotFound: { code: 404021, status: 404, message: 'There is no such trigger.' },
  requestTooSlow: { code: 408000, status: 408, message: 'The request took too long to arrive.' },
  versionConflict: {
    code: 409001,
    status: 409,
    message: 'The workflow or block has changed since the expected version.',
  },
  idempotencyKeyReused: {
    code: 409090,
    status: 409,
    message: 'This `Idempotency-Key` stands for another request.',
  },
  requestUnderWay: {
    code: 409091,
    status: 409,
    message: 'A request with this `Idempotency-Key` is under way: ask again in a moment.',
  },
  nameTaken: { code: 409010, status: 409, message: 'This name is taken.' },
  slugTaken: { code: 409011, status: 409, message: 'This slug is taken.' },
  emailTaken: { code: 409012, status: 409, message: 'This e-mail address has an account.' },
  lastOwner: {
    code: 409013,
    status: 409,
    message: 'The organization would have no owner: make somebody else one first.',
  },
  inviteOver: {
    code: 409014,
    status: 409,
    message: 'The invite is no longer open: it was answered, cancelled or has expired.',
  },
  alreadyMember: { code: 409015, status: 409, message: 'This person is a member already.' },
  alreadyInvited: { code: 409016, status: 409, message: 'This address has an open invite.' },
  organizationBusy: {
    code: 409017,
    status: 409,
    message: 'Runs of the organization are under way: cancel them first.',
  },
  alreadyRestricted: { code: 409018, status: 409, message: 'This restriction is in force.' },
  cuUnlimited: {
    code: 409040,
    status: 409,
    message: 'The organization has no limit: give it a subscription with an allowance first.',
  },
  tooManyDocuments: {
    code: 409051,
    status: 409,
    message: 'The organization has as many documents as it may have.',
  },
  templateNotPublic: {
    code: 409050,
    status: 409,
    message: 'Only a public template is reviewed and promoted.',
  },
  idempotencyMismatch: {
    code: 409060,
    status: 409,
    message: 'This idempotency key came with another request before.',
  },
  runEnded: { code: 409002, status: 409, message: 'The run has already ended.' },
  runNotRetryable: {
    code: 409003,
    status: 409,
    message: 'Only a run that failed or was cancelled can be retried.',
  },
  templateArchived: { code: 410001, status: 410, message: 'The template is archived.' },
  blockArchived: { code: 410195, status: 410, message: 'The block is archived.' },
  bodyTooLarge: { code: 413000, status: 413, message: 'The body is too large.' },
  definitionTooLarge: { code: 413001, status: 413, message: 'The definition is too large.' },
  wrongContentType: {
    code: 415000,
    status: 415,
    message: 'Send JSON with `Content-Type: application/json`.',
  },
  tooManyRequests: {
    code: 429000,
    status: 429,
    message: 'Too much was asked in this minute: try again later.',
  },
  workflowCoolingDown: {
    code: 429010,
    status: 429,
    message: 'The workflow was started a moment ago: its cooldown is not over.',
  },
  tooManyResumes: {
    code: 429001,
    status: 429,
    message: 'The run holds too many or too large resumes that it has not taken up yet.',
  },
  databaseBusy: {
    code: 429140,
    status: 429,
    message: 'Too many statements wait: try again later.',
  },
  tooManyStreams: {
    code: 429170,
    status: 429,
    message: 'There are as many streams open as there may be: close one, or try again later.',
  },
  tooManySignIns: {
    code: 429002,
    status: 429,
    message: 'Too many attempts with a password: wait a quarter of an hour.',
  },
  publicCooldown: {
    code: 429060,
    status: 429,
    message: 'The workflow was started a moment ago: try again later.',
  },
  publicDailyLimit: {
    code: 429061,
    status: 429,
    message: 'The workflow has been started as often as it may be today.',
  },
  headersTooLarge: { code: 431000, status: 431, message: 'The headers are too large.' },
  internal: { code: 500000, status: 500, message: 'Something went wrong on our side.' },
  databaseUnavailable: { code: 503140, status: 503, message: 'The database can not be reached.' },
  unavailable: { code: 503000, status: 503, message: 'The service is not ready.' },
} as const satisfies Record<string, ErrorSpec>;

export type ErrorName = keyof typeof ERRORS;

/** A field that is wrong, as it stands in `details`. `field` is a dotted path, absent for the whole. */
export interface FieldProblem {
  field?: string;
  message: string;
}

/** What a service throws for the client to see. */
export class ApiError extends HttpException {
  readonly code: number;
  /** After how many seconds the request may be sent again. */
  retryAfter?: number;

  constructor(
    readonly error: ErrorName,
    message: string = ERRORS[error].message,
    readonly details: readonly unknown[] = [],
  ) {
    super(message, ERRORS[error].status);
    this.code = ERRORS[error].code;
  }

  static later(error: ErrorName, seconds: number): ApiError {
    const thrown = new ApiError(error);
    thrown.retryAfter = seconds;
    return thrown;
  }

  static fields(problems: readonly FieldProblem[]): ApiError {
    const text = problems.map((problem) => problem.message).join('; ');
    return new ApiError('invalidFields', text, problems);
  }
}
