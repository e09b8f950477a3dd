interface Gap {
  /** Names of fields or parameters, or the end of a path where the name alone says too little. */
  fields: readonly string[];
  /** Operations by id; absent: all. */
  operations?: readonly string[] | undefined;
  reason: string;
}

/** What B3OS's document has in operations that are built and Weft's has not, and why. */
export const GAPS: readonly Gap[] = [
  {
    fields: ['conversationId', 'sessionId', 'chatMessageId'],
    reason: 'Chat with an assistant is no part of Weft.',
  },
  {
    fields: ['x402Config', 'isDustTest', 'dustTest', 'requiresGas', 'gasChainField', 'gasChainId'],
    reason: 'Payments on a chain are no part of Weft.',
  },
  {
    fields: ['fundAutoSwapConfig', 'fundsMovement', 'requiredTokens', 'walletSupport', 'chainIds'],
    reason: 'Wallets and funds are no part of Weft.',
  },
  {
    fields: ['checkoutSessionId', 'orderId', 'paymentStatus'],
    reason: 'An execution of Weft is paid for by nobody.',
  },
  {
    fields: ['generatedAppId', 'generatedAppVersionId'],
    reason: 'Weft generates no apps.',
  },
  {
    fields: ['simulationForks', 'simulationMode'],
    reason: 'A simulation of Weft forks no chain: it touches nothing outside.',
  },
  {
    fields: ['platform', 'logoUrl', 'documentationUrl', 'createdBy', 'weight', 'test'],
    operations: ['listActions', 'getAction', 'listLogicActions', 'listTriggers', 'getTrigger'],
    reason: 'Actions and triggers are code of Weft: no other platform has made them.',
  },
  {
    fields: ['connectorOutput', 'directExecutable', 'connector.accountType'],
    reason: 'Connectors, and actions that are called without a run, are not built yet.',
  },
  {
    fields: ['skipAIGeneration', 'pagination_bypass_key'],
    reason: 'It is taken and means nothing here.',
  },
  {
    fields: ['descManuallySet', 'nameManuallySet', 'summary'],
    reason: 'No model writes names, descriptions or summaries by itself.',
  },
  {
    fields: ['answer data'],
    operations: [
      ...['deleteServiceAccount', 'discardDraft', 'archiveWorkflow', 'deleteTemplate'],
      ...['disableWidget', 'deleteWorkflowVariable'],
    ],
    reason: 'A success that has nothing to tell has no data.',
  },
  {
    fields: ['promotedOrder'],
    reason: 'Promoted templates come in the order of their promotion.',
  },
  {
    fields: ['tags[].createdAt', 'tags[].updatedAt', 'tags[].description', 'tags[].imageUrl'],
    reason: 'A tag is a word and what it is used for.',
  },
  {
    fields: ['cuMinThreshold', 'tier', 'deletedAt', 'deletedBy'],
    operations: ['listOrganizations'],
    reason: 'getCuBalance and getSubscription tell the first two; a deleted one is in no list.',
  },
  {
    fields: [
      ...['blockExpansions', 'inputSchema', 'sensitivePropKeys', 'triggerNodeIds'],
      ...['definition.variableDefs', 'nodes.*.blockContext', 'nodes.*.branch'],
      ...['nodes.*.connector', 'nodes.*.description', 'nodes.*.resultSchema'],
      'nodes.*.titleOverride',
    ],
    operations: ['getPublicWorkflow'],
    reason: 'Of a node everybody sees its type, its children and its loop body, and no more.',
  },
  {
    fields: ['initiatedById', 'responsePayload', 'statusReason'],
    operations: ['createPublicExecution'],
    reason: 'The run has not begun, and nobody is known to have started it.',
  },
  {
    fields: ['data.message', 'events[].message'],
    operations: ['getPublicExecution'],
    reason: 'Messages could hold what nodes were given; titles do not.',
  },
  {
    fields: ['failureRateError', 'recentActivityError', 'runsTimeSeriesError', 'topErrorsError'],
    reason: 'The four parts are read together: they fail together.',
  },
  {
    fields: ['executionState.*.connector', 'executionState.*.context'],
    reason: 'Connectors are not built yet; where an iteration stands is told by `iterations`.',
  },
  {
    fields: ['secretKeys'],
    reason: 'Secrets are masked before they are shown: a client has nothing to mask.',
  },
];

export function isKnownGap(
  { id, field }: { id: string; field: string },
  gaps: readonly Gap[] = GAPS,
): boolean {
  return gaps.some(
    ({ fields, operations }) =>
      operations?.includes(id) !== false && fields.some((name) => endsWith(field, name)),
  );
}

/** Whether the path ends with the name, as a whole part. */
const endsWith = (field: string, name: string): boolean =>
  field === name || field.endsWith(`.${name}`) || field.endsWith(` ${name}`);
