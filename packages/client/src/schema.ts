/** Generated from the OpenAPI document by `npm run published`. */

export interface paths {
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process answers */
    get: operations['healthLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether runs can be taken now */
    get: operations['healthReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organizations/{orgId}/webhook-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the webhook secret of the organization
     * @description For owners. It is made when it is first asked for, and stored encrypted.
     */
    get: operations['getOrgWebhookSecret'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/organizations/{orgId}/webhook-secret/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put a new webhook secret in the place of the old one
     * @description The old one counts no longer, from this moment on.
     */
    post: operations['rotateOrgWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the actions that a node can run */
    get: operations['listActions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/actions/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one action or logic node */
    get: operations['getAction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/admin/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what people changed in no organization, the newest first
     * @description Signing up and in, passwords, and what was asked of organizations by strangers; with `organizationId` the log of that organization.
     */
    get: operations['adminListAuditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/admin/organizations/{orgId}/cu/adjust': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give or take compute units once
     * @description What is given stays beyond the month, until it is used.
     */
    post: operations['adminAdjustCu'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/admin/organizations/{orgId}/subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set the plan of an organization
     * @description With `monthlyCu` the organization has a limit from now on: what it used before does not count, and each calendar month brings that much anew. A change of it takes effect at once.
     */
    put: operations['adminUpdateSubscription'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List API keys, the newest first */
    get: operations['listApiKeys'];
    put?: never;
    /**
     * Make an API key
     * @description The answer holds the key itself, once. It can never do more than its maker.
     */
    post: operations['createApiKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an API key */
    get: operations['getApiKey'];
    put?: never;
    post?: never;
    /**
     * Revoke an API key
     * @description It works no more from the next request on. Its record stays.
     */
    delete: operations['revokeApiKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/api-keys/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what API keys have asked, the newest first
     * @description Kept for 30 days. A request is listed a second after it was answered, at the latest.
     */
    get: operations['listApiRequestAudits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/blocks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List blocks, the last changed first */
    get: operations['listBlocks'];
    put?: never;
    /**
     * Make a block
     * @description Its first version can be used at once, so it is refused with every problem that it has. A node names it as `{"type": "block", "payload": {"blockId": "blk_...", "inputs": {...}}}`.
     */
    post: operations['createBlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/blocks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a block in its newest version */
    get: operations['getBlock'];
    put?: never;
    post?: never;
    /**
     * Archive a block
     * @description It gets no new version, is in no list, and is taken by no node that names no version. What names a version of it goes on working.
     */
    delete: operations['archiveBlock'];
    options?: never;
    head?: never;
    /**
     * Change a block
     * @description What is sent becomes a new version; the same as before changes nothing. Workflows and runs keep the version that they name.
     */
    patch: operations['updateBlock'];
    trace?: never;
  };
  '/v1/blocks/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make what an older version held the newest version */
    post: operations['rollbackBlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/blocks/{id}/uses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List where a block is used
     * @description Workflows whose draft or live version has it, and blocks whose newest version has it. What is archived is left out.
     */
    get: operations['listBlockUses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/blocks/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List versions, the newest first */
    get: operations['listBlockVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/blocks/{id}/versions/{versionNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one version */
    get: operations['getBlockVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cu/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what each node costs
     * @description A node costs once, when it is through, however many attempts it took. Nodes that were skipped, cancelled or taken over by a retry cost nothing, and simulations cost nothing.
     */
    get: operations['getCuCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the open invites of the user */
    get: operations['listMyInvites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invites/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept an invite and become a member */
    post: operations['acceptInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invites/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decline an invite */
    post: operations['declineInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/logic-actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the logic nodes */
    get: operations['listLogicActions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics/failure-rate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how many runs failed
     * @description A run counts in the hour in which it ended, some seconds after it did; simulations do not count. `from` and `to` are widened to whole hours.
     */
    get: operations['getFailureRate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics/recent-activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the runs that started last */
    get: operations['getRecentActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics/runs-timeseries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count runs by hour or day
     * @description A run counts in the hour in which it ended, some seconds after it did; simulations do not count.
     */
    get: operations['getRunsTimeseries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read all metrics at once
     * @description A run counts in the hour in which it ended, some seconds after it did; simulations do not count. A part that can not be read fails the whole, so there are no `...Error` fields.
     */
    get: operations['getMetricsSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/metrics/top-errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the errors that runs failed with most often
     * @description A run counts in the hour in which it ended, some seconds after it did; simulations do not count. Of more than 100 different messages in one day the rest is counted by error code.
     */
    get: operations['getTopErrors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/onboarding/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the questions for those who are new */
    get: operations['listOnboardingQuestions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/onboarding/responses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer the questions and be done with them */
    post: operations['submitOnboardingResponses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/onboarding/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read whether the questions have been answered */
    get: operations['getOnboardingStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organizations of a user, or the one of an API key */
    get: operations['listOrganizations'];
    put?: never;
    /** Make an organization and own it */
    post: operations['createOrganization'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read an organization */
    get: operations['getOrganization'];
    put?: never;
    post?: never;
    /**
     * Delete an organization
     * @description Its keys are revoked and its workflows archived. Refused while runs are under way. What happened stays in the database.
     */
    delete: operations['deleteOrganization'];
    options?: never;
    head?: never;
    /** Change an organization */
    patch: operations['updateOrganization'];
    trace?: never;
  };
  '/v1/organizations/{orgId}/cu': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what is left
     * @description `balance` is always what was granted less the cost of all events of all runs, as of now.
     */
    get: operations['getCuBalance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/cu/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List runs with what they cost, the newest first */
    get: operations['listCuRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/cu/threshold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set the balance at which nothing more starts
     * @description Takes effect at once. It has none on an organization without a limit.
     */
    put: operations['updateCuThreshold'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/cu/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the usage of a month by day and node type
     * @description An event counts on the day it happened, in UTC, also when its run began earlier.
     */
    get: operations['getCuUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/cu/usage-by-workflow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the usage of a period by workflow
     * @description Counts the runs that were started in it, with all that they have cost so far. At most 365 days, and the 1,000 workflows that cost most.
     */
    get: operations['getCuUsageByWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/database/query': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Carry out one SQL statement in the database of the organization
     * @description What starts with `SELECT ` needs `database:read`, anything else `database:update`. It takes 5 seconds at most and gives 1,000 rows at most.
     */
    post: operations['queryDatabase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/database/tables': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List tables and views */
    get: operations['listDatabaseTables'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/database/tables/{tableName}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the columns of a table */
    get: operations['getDatabaseTable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/knowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List or find the documents of an organization
     * @description Without their texts.
     */
    get: operations['listKnowledge'];
    put?: never;
    /**
     * Add a document
     * @description An organization has at most 1,000.
     */
    post: operations['createKnowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/knowledge/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a document */
    get: operations['getKnowledge'];
    put?: never;
    post?: never;
    /** Delete a document */
    delete: operations['deleteKnowledge'];
    options?: never;
    head?: never;
    /** Change a document */
    patch: operations['updateKnowledge'];
    trace?: never;
  };
  '/v1/organizations/{orgId}/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what whoever writes workflows for an organization should know of it */
    get: operations['getOrgProfile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change the profile of an organization */
    patch: operations['updateOrgProfile'];
    trace?: never;
  };
  '/v1/organizations/{orgId}/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read what everybody may see of an organization */
    get: operations['getPublicOrganization'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the plan of the organization
     * @description Administrators of the installation set it; nothing is paid here.
     */
    get: operations['getSubscription'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organizations/{orgId}/templates/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the public templates of an organization */
    get: operations['listOrgPublicTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/audit-log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List changes and refusals, the newest first
     * @description Every change that was asked for, and everything that a permission, a restriction or a limit forbade, also to the nodes of runs.
     */
    get: operations['listAuditLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/invites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the open invites of an organization */
    get: operations['listOrgInvites'];
    put?: never;
    /**
     * Invite a person
     * @description The answer holds a token, once, to be handed to the person: Weft sends no mail.
     */
    post: operations['createOrgInvite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/invites/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an invite back */
    delete: operations['cancelOrgInvite'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Leave an organization */
    post: operations['leaveOrganization'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List members, the oldest first */
    get: operations['listOrgMembers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/members/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a member
     * @description Revokes the keys that act for the person and pauses the live workflows that the person made, with the reason `member_removed`.
     */
    delete: operations['removeOrgMember'];
    options?: never;
    head?: never;
    /** Change the role of a member */
    patch: operations['updateOrgMember'];
    trace?: never;
  };
  '/v1/orgs/{orgId}/restrictions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List restrictions, the newest first */
    get: operations['listOrgRestrictions'];
    put?: never;
    /**
     * Restrict what the organization does
     * @description Live workflows with an action that is disabled are paused with the reason `disabled_action`. Runs under way go on.
     */
    post: operations['createOrgRestriction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orgs/{orgId}/restrictions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Lift a restriction
     * @description Workflows that it paused stay paused until they are resumed.
     */
    delete: operations['deleteOrgRestriction'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/executions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an execution and what has happened
     * @description As long as its workflow is public.
     */
    get: operations['getPublicExecution'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/executions/{id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow an execution
     * @description Server-sent events, as of a run, without what nodes were given and did. It ends after the last event, with the token, and when the workflow is not public any more.
     */
    get: operations['streamPublicExecution'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a run of a public workflow */
    get: operations['getPublicRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/runs/by-tx/{txHash}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find the public run that a transaction triggered
     * @description By the `txHash` in the payload that its trigger was given; the newest of several.
     */
    get: operations['getPublicRunByTx'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a public workflow
     * @description Of its nodes only type, children and loop body. The version that runs, or one that did: drafts are not public.
     */
    get: operations['getPublicWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}/executions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a public workflow and get a token to follow it
     * @description The limits are those of `runPublicWorkflow`.
     */
    post: operations['createPublicExecution'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}/meta': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the name of a public workflow */
    get: operations['getPublicWorkflowMeta'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a workflow that everybody may run
     * @description The body is what the trigger is given. Its live version runs, within `publicRunCooldownSeconds` and `publicRunDailyLimit` of the workflow.
     */
    post: operations['runPublicWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the runs of a public workflow, the newest first
     * @description Without simulations and runs of drafts.
     */
    get: operations['listPublicWorkflowRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/public/workflows/{id}/widget': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the widget of a public workflow */
    get: operations['getPublicWidget'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List runs, the newest first */
    get: operations['listRuns'];
    put?: never;
    /** Run a definition that is not saved */
    post: operations['createEphemeralRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a run and what its nodes did */
    get: operations['getRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop a run
     * @description Actions in flight are told to stop; the run is `cancelled` a moment later, unless it comes to its end before it is told. No resume counts any more.
     */
    post: operations['cancelRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what happened in a run as log lines, the oldest first
     * @description What log nodes said, which attempts began and why they failed, and what went wrong. Secrets are masked, as in the run itself.
     */
    get: operations['listRunLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/nodes/{nodeId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Wake a node that waits
     * @description Takes an API key or the secret of the workflow. `nodeId` may be the address of the node, such as `loop%5B3%5D%2Fapprove`. A resume that comes before the wait is kept; a second one, or one after the run was cancelled or has ended, is `skipped`.
     */
    post: operations['resumeWaitingNode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a failed or cancelled run again from its point of failure
     * @description Answers the new run, of the same version. What succeeded is not done again.
     */
    post: operations['retryRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow a run
     * @description Server-sent events, from the first or from the one after `Last-Event-ID`. Comments keep the
     *     connection open; it ends after the last event of the run. It may be opened before the run is started under an id
     *     of your own: for a run that is not there a comment says so at once, and the stream is closed after a minute unless
     *     the run appears. It ends, too, when the caller may not see the run any more.
     *
     *     Types: `run_started`, `node_started`, `node_retrying`, `node_waiting`, `node_scheduled`, `node_completed`, `node_failed`, `node_skipped`, `node_cancelled`, `run_waiting`, `run_resumed`, `run_completed`, `run_partial`, `run_failed`, `run_cancelled`.
     */
    get: operations['streamRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{id}/variable-writes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what a run has written to variables, the newest first
     * @description What a simulation wrote has the scope `run`: it changes no workflow.
     */
    get: operations['listRunVariableWrites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/status-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count runs by status */
    get: operations['countRunsByStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/status-counts/by-workflow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count runs by workflow and status
     * @description The busiest workflows first, at most 1000; inline runs are left out.
     */
    get: operations['countRunsByWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a definition and wait for its end
     * @description At most 20 nodes, no `wait` and no `for-each`; answers after 60 seconds at most.
     */
    post: operations['runSync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/tx-attribution': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find the runs that sent transactions
     * @description By hash; those of no run are left out. A transaction belongs to the first action whose result has it as `txHash` or `transactionHash`.
     */
    post: operations['attributeTransactions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find workflows, templates, actions and triggers by words
     * @description `limit` and `offset` count for each type.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search/similar/{type}/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find what shares words with a resource, of the same type */
    get: operations['findSimilar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List service accounts, the newest first */
    get: operations['listServiceAccounts'];
    put?: never;
    /**
     * Make a service account
     * @description It acts through API keys that are made for it, and never does more than its maker.
     */
    post: operations['createServiceAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a service account */
    get: operations['getServiceAccount'];
    put?: never;
    post?: never;
    /** Delete a service account and revoke its keys */
    delete: operations['deleteServiceAccount'];
    options?: never;
    head?: never;
    /** Change a service account */
    patch: operations['updateServiceAccount'];
    trace?: never;
  };
  '/v1/service-accounts/{id}/disable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep a service account out
     * @description Its keys stop to work from the next request on, until it is enabled.
     */
    post: operations['disableServiceAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-accounts/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a service account in again */
    post: operations['enableServiceAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with a password
     * @description Answers a token to send as `Authorization: Bearer`, and sets it as a cookie.
     */
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Sign out
     * @description The token works no more.
     */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how all actions and triggers are used
     * @description By id. Nodes count once their run has ended, in the hour of their own end; those of simulations, and those that were skipped or cancelled, do not. The id is the type of the action or trigger; for one that was never used there is nothing to tell.
     */
    get: operations['getAllStatistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics/{type}/{id}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count the executions of an action or trigger by hour or day
     * @description Nodes count once their run has ended, in the hour of their own end; those of simulations, and those that were skipped or cancelled, do not. The id is the type of the action or trigger; for one that was never used there is nothing to tell.
     */
    get: operations['getNodeUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics/action/{id}/latency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how long an action takes, by hour or day
     * @description Nodes count once their run has ended, in the hour of their own end; those of simulations, and those that were skipped or cancelled, do not. The id is the type of the action or trigger; for one that was never used there is nothing to tell.
     */
    get: operations['getActionLatency'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the tags of templates, actions and triggers
     * @description The most used first.
     */
    get: operations['listTags'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tags/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the categories that tags are in */
    get: operations['listTagCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List templates, the last changed first
     * @description Those of the organization and the public ones of all others.
     */
    get: operations['listTemplates'];
    put?: never;
    /**
     * Make a template
     * @description It holds placeholders, `{{$props.<key>}}`, in place of secrets and connectors. A public one needs the permission `workflow:publish`; other organizations see it once an administrator of the installation has approved it, or at once where there are none.
     */
    post: operations['createTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Let all organizations see the newest version of a public template
     * @description For administrators of the installation.
     */
    put: operations['approveTemplate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/promote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Promote a public template
     * @description For administrators of the installation.
     */
    put: operations['promoteTemplate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Show a public template to its own organization only
     * @description For administrators of the installation.
     */
    put: operations['rejectTemplate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/unpromote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Promote it no more
     * @description For administrators of the installation.
     */
    put: operations['unpromoteTemplate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{templateId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a template
     * @description A public one needs no credential.
     */
    get: operations['getTemplate'];
    put?: never;
    post?: never;
    /**
     * Archive a template
     * @description For its own organization, and for administrators of the installation. Workflows made from it stay.
     */
    delete: operations['deleteTemplate'];
    options?: never;
    head?: never;
    /**
     * Change a template
     * @description Other content becomes a new version. Of a public template others see the approved version until the new one is approved, too.
     */
    patch: operations['updateTemplate'];
    trace?: never;
  };
  '/v1/templates/{templateId}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make what an older version held the newest version */
    post: operations['rollbackTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{templateId}/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how a template is used
     * @description Workflows are counted in all organizations, runs in that of the caller.
     */
    get: operations['getTemplateStats'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{templateId}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List versions, the newest first
     * @description Of the organization’s own templates.
     */
    get: operations['listTemplateVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{templateId}/versions/{versionNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one version */
    get: operations['getTemplateVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{templateId}/versions/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count versions */
    get: operations['countTemplateVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/by-source-workflow/{workflowId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the template that a workflow was made into
     * @description `data` is null when there is none.
     */
    get: operations['getTemplateBySourceWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/recommended': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List templates by what the user cares for
     * @description By the interests of the user, if interests are enabled; without any the promoted and most used first.
     */
    get: operations['listRecommendedTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triggers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what can start a workflow */
    get: operations['listTriggers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triggers/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one trigger */
    get: operations['getTrigger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read who is signed in */
    get: operations['getUser'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user/interests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what the user cares for */
    get: operations['listUserInterests'];
    put?: never;
    /** Add what the user cares for */
    post: operations['addUserInterest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user/interests/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove what the user cares for */
    delete: operations['deleteUserInterest'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user/interests/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read whether interests are used */
    get: operations['getUserInterestSettings'];
    /** Say whether interests are used */
    put: operations['updateUserInterestSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/user/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the password
     * @description All other sessions of the person end.
     */
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make an account with a password and sign in
     * @description Needs an invite unless the service is open to all.
     */
    post: operations['signUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflow-runs/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the runs of several workflows
     * @description Server-sent events of runs as they start, wait, go on and end, from now on or from the one after
     *     `Last-Event-ID`. Comments keep the connection open, which the client closes; it ends
     *     when the caller may not see one of the workflows any more. What nodes do is in the stream of the run.
     */
    get: operations['streamManyWorkflowRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List workflows
     * @description The page is in `data`, and again as `workflows` and `hasMore` beside it.
     */
    get: operations['listWorkflows'];
    put?: never;
    /**
     * Create a workflow as a draft
     * @description A draft may have problems of meaning; publishing tells them all. With `templateId` and `propValues` it is made from a template.
     */
    post: operations['createWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a workflow
     * @description With the definition that an edit starts from: the draft, else the live version.
     */
    get: operations['getWorkflow'];
    /**
     * Change a workflow
     * @description Another definition becomes a new draft version; the same one changes nothing.
     */
    put: operations['updateWorkflow'];
    post?: never;
    /** Archive a workflow */
    delete: operations['archiveWorkflow'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/draft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the version that is edited */
    get: operations['getDraft'];
    put?: never;
    post?: never;
    /** Go back to the live version */
    delete: operations['discardDraft'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Download a workflow as a file
     * @description JSON or YAML, without an envelope. It holds what an author made: names, limits, drawing and definition, with `***` for secrets, and no ids.
     */
    get: operations['exportWorkflow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/incoming-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the workflows that start this one
     * @description By a `trigger-workflow` node of the version shown or of the live one.
     */
    get: operations['listIncomingLinks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the version that runs */
    get: operations['getLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give a workflow to another member
     * @description For its owner, for owners of the organization, and for service accounts with `member:update_role`.
     */
    put: operations['transferWorkflowOwner'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop automatic triggers
     * @description Runs that are under way go on, and the API can still start runs.
     */
    post: operations['pauseWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make the draft the version that runs
     * @description A draft with problems is refused with all of them in `details`.
     */
    post: operations['publishWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/refill': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say how many runs are left
     * @description Takes the place of what was left. A workflow that was paused with `max_runs_exhausted` becomes active again.
     */
    post: operations['refillWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/regenerate-descriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a name and a description out of the definition
     * @description Kept as `aiName` and `aiDescription`, the names that B3OS has for them. No language model is asked: the text follows from the nodes alone, and the same definition always gets the same.
     */
    post: operations['regenerateDescriptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publish a workflow and note it as a release
     * @description What `publishWorkflow` does, with an entry in the history of releases. There are no apps that would be released with it.
     */
    post: operations['releaseWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List releases, the newest first */
    get: operations['listReleases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/releases/{releaseVersion}/revert': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put the version of an earlier release to work again
     * @description At once, and as a release of its own; a draft stays. `rollbackWorkflow` makes a draft instead.
     */
    post: operations['revertToRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find the organization of a workflow
     * @description A person needs no `X-Org-ID`: this is how a link finds it.
     */
    get: operations['resolveWorkflowOrg'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start automatic triggers again */
    post: operations['resumeWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/revert-to-version': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put an earlier version to work again
     * @description As `revertToRelease` does, for a version that need not have been released.
     */
    post: operations['revertToVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the definition of an older version the draft */
    post: operations['rollbackWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a workflow
     * @description Answers as soon as the run is recorded. Draft, active and paused workflows run.
     */
    post: operations['runWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the runs of a workflow */
    get: operations['listWorkflowRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/runs/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count the runs of a workflow by status */
    get: operations['countWorkflowRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/runs/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the runs of a workflow
     * @description Server-sent events of runs as they start, wait, go on and end, from now on or from the one after
     *     `Last-Event-ID`. Comments keep the connection open, which the client closes; it ends
     *     when the caller may not see one of the workflows any more. What nodes do is in the stream of the run.
     */
    get: operations['streamWorkflowRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell when a workflow runs next by itself
     * @description Without `nextRunAt` it does not.
     */
    get: operations['getWorkflowSchedule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/trigger-aggregates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count the runs of each trigger of a workflow */
    get: operations['getTriggerAggregates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/trigger-info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Tell what sets a workflow off */
    get: operations['getTriggerInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/trigger-secret/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put a new trigger secret in the place of the old one
     * @description The old one counts no longer, from this moment on, for runs that wait already too. A workflow that has none gets one.
     */
    post: operations['rotateTriggerSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/ui-metadata': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Keep what an editor draws
     * @description In place: the version stays as it is.
     */
    patch: operations['updateWorkflowUiMetadata'];
    trace?: never;
  };
  '/v1/workflows/{id}/unarchive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring an archived workflow back as a draft */
    post: operations['unarchiveWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/variables': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the variables of a workflow, by name */
    get: operations['listWorkflowVariables'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/variables/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Make a variable, or change what it is
     * @description A value that does not fit any more is dropped. Runs under way keep the variable that they found at their start.
     */
    put: operations['upsertWorkflowVariable'];
    post?: never;
    /**
     * Delete a variable
     * @description Its history stays. Later runs read null, and a `set-variable` of it fails.
     */
    delete: operations['deleteWorkflowVariable'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/variables/{name}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what was written to a variable, the newest first
     * @description Also of a variable that is deleted by now. Without what simulations wrote.
     */
    get: operations['listVariableHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/variables/{name}/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a variable back to its default */
    post: operations['resetWorkflowVariable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/variables/{name}/value': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write the value of a variable by hand
     * @description Runs that start from now on read it. Only with the lifetime `persist`.
     */
    post: operations['setWorkflowVariable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List versions, the newest first */
    get: operations['listWorkflowVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/versions/{versionNumber}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one version */
    get: operations['getWorkflowVersion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/versions/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count versions */
    get: operations['countWorkflowVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/visibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say who sees a workflow
     * @description A public visibility needs the permission `workflow:publish` too.
     */
    put: operations['updateWorkflowVisibility'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/{id}/widget': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Show everybody a widget of a public workflow
     * @description Sent whole: one that is there is replaced.
     */
    post: operations['enableWidget'];
    /** Show the widget of a workflow no more */
    delete: operations['disableWidget'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/batch-meta': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Name many workflows
     * @description By id. Workflows that the caller can not see are left out.
     */
    post: operations['batchWorkflowMeta'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/batch-stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Count the runs of many workflows
     * @description By id. Workflows that the caller can not see are left out.
     */
    post: operations['batchWorkflowStats'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Count workflows by status
     * @description Takes the filters of the list, and tells what else can be filtered by.
     */
    get: operations['countWorkflows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a draft out of a file
     * @description The file is the body, in JSON or, as `application/yaml`, in YAML without references. The draft is made with its problems, which the answer tells.
     */
    post: operations['importWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/owner-counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count workflows by whose they are */
    get: operations['countWorkflowsByOwner'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/workflows/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tell all problems of a definition without saving it
     * @description Takes what `createWorkflow` takes, `{definition}`, or a bare definition.
     */
    post: operations['validateWorkflow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ActionView: {
      /** @description Outcomes that children choose with `branch`, beside `error`. */
      branches?: string[];
      /** @example Utility */
      category: string;
      connector?: components['schemas']['ConnectorNeed'];
      description: string;
      /** @description Not with `summary`. */
      exampleInput?: {
        [key: string]: unknown;
      };
      /** @description Not with `summary`. */
      exampleOutput?: {
        [key: string]: unknown;
      };
      /** @example HTTP request */
      name: string;
      /** @description JSON Schema of `payload`; not with `summary`. Any string may hold an expression. */
      payloadSchema?: {
        [key: string]: unknown;
      };
      /** @description JSON Schema of `result`; not with `summary`. */
      resultSchema?: {
        [key: string]: unknown;
      };
      /** @description Whether running it twice can be noticed outside; not with `summary`. */
      sideEffects?: boolean;
      tags: string[];
      /** @example http-request */
      type: string;
    };
    AddInterestDto: {
      /** @example payments */
      value: string;
    };
    AdjustCuDto: {
      amount: number;
      /** @enum {string} */
      direction: 'credit' | 'debit';
      reason: string;
    };
    Answer: {
      /** @example purpose */
      questionId: string;
      /**
       * @example {
       *       "text": "approvals"
       *     }
       */
      responseData: {
        [key: string]: unknown;
      };
      /** @example text */
      responseType: string;
    };
    AnswerInviteDto: {
      /** @description Needed unless the account was made with it or the issuer vouches for the address. */
      token?: string;
    };
    AnswersDto: {
      responses: components['schemas']['Answer'][];
    };
    ApiKeyView: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy?: string;
      description?: string;
      /** Format: date-time */
      expiresAt?: string;
      /** @example key_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /**
       * @description The first characters of the key.
       * @example b3sk_3f9c1e
       */
      keyPrefix: string;
      /**
       * Format: date-time
       * @description Exact to the minute.
       */
      lastUsedAt?: string;
      lastUsedIp?: string;
      lastUsedUserAgent?: string;
      name: string;
      organizationId: string;
      /** Format: date-time */
      revokedAt?: string;
      /** @enum {string} */
      scope: 'read' | 'read-write';
      /** @description The service account that acts through it. */
      serviceAccountId?: string;
      /** @description The user that acts through it. */
      userId?: string;
    };
    ApiRequestView: {
      apiKeyId: string;
      clientIp?: string;
      /** Format: date-time */
      createdAt: string;
      durationMs: number;
      id: string;
      /** @example GET */
      method: string;
      organizationId: string;
      /**
       * @description Without the query.
       * @example /v1/workflows/wf_1
       */
      path: string;
      principalId: string;
      /** @enum {string} */
      principalType: 'user' | 'service_account';
      requestId: string;
      /** @example /v1/workflows/:id */
      routePattern: string;
      serviceAccountId?: string;
      statusCode: number;
      userAgent?: string;
      userId?: string;
    };
    AuditEntryView: {
      actorId?: string;
      /**
       * @description `run`: a node of the run. `system`: the service by itself.
       * @enum {string}
       */
      actorType: 'user' | 'service_account' | 'run' | 'anonymous' | 'system';
      /** Format: date-time */
      at: string;
      /** @description The fields that were sent, not what they were before; `(sent)` for values that may be secret or are long. */
      changes?: {
        [key: string]: unknown;
      };
      clientIp?: string;
      /**
       * @description Code of the error; the name of it when a node was refused.
       * @example 403002
       */
      code?: string;
      /** @description How many refusals of one minute the row stands for, of one actor, operation and code: it tells of the first. */
      count: number;
      /** @description Id of the session or key, or the issuer. */
      credentialId?: string;
      /** @enum {string} */
      credentialType?: 'session' | 'oidc' | 'api_key';
      /** @example aud_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /** @example publishWorkflow */
      operation: string;
      /**
       * @description `failed`: nothing was changed, for the reason that `code` names. `refused`: a permission, a restriction or a limit forbade it. `pending`: it is under way, or what came of it could not be written.
       * @enum {string}
       */
      outcome: 'pending' | 'done' | 'failed' | 'refused';
      reason?: string;
      requestId?: string;
      resourceId?: string;
      /** @example workflow */
      resourceType: string;
      runId?: string;
      userAgent?: string;
    };
    BlockContent: {
      inputSchema?: components['schemas']['BlockInput'][];
      /**
       * @description The nodes by id. The block begins at the one that nothing leads to.
       * @example {
       *       "call": {
       *         "type": "http-request",
       *         "payload": {
       *           "url": "{{$inputs.url}}",
       *           "method": "GET"
       *         },
       *         "children": []
       *       }
       *     }
       */
      nodes: {
        [key: string]: components['schemas']['DefinitionNode'];
      };
      outputSchema?: components['schemas']['BlockOutputView'][];
    };
    BlockInput: {
      description?: string;
      /**
       * @description Read as `{{$inputs.<key>}}`.
       * @example url
       */
      key: string;
      required?: boolean;
      /** @enum {string} */
      type?: 'string' | 'number' | 'boolean' | 'object' | 'array';
    };
    BlockOutputView: {
      description?: string;
      /**
       * @description Read as `{{<block node>.result.<key>}}`.
       * @example status
       */
      key: string;
      /** @description What is in an object or array, for who chooses a field. */
      properties?: {
        [key: string]: unknown;
      };
      /**
       * @description Dotted path into its result; left out for the whole result.
       * @example status
       */
      sourceField?: string;
      /**
       * @description A node of the block, outside of its loops.
       * @example call
       */
      sourceNode: string;
      /** @enum {string} */
      type?: 'string' | 'number' | 'boolean' | 'object' | 'array';
    };
    BlockUse: {
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      name: string;
      /** @enum {string} */
      type: 'workflow' | 'block';
    };
    BlockView: {
      archived: boolean;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** @description The newest version. */
      currentVersion: number;
      /**
       * @description Secrets are `***`.
       * @example {
       *       "inputSchema": [
       *         {
       *           "key": "url",
       *           "type": "string",
       *           "required": true
       *         }
       *       ],
       *       "nodes": {
       *         "call": {
       *           "type": "http-request",
       *           "payload": {
       *             "url": "{{$inputs.url}}",
       *             "method": "GET"
       *           },
       *           "children": []
       *         }
       *       },
       *       "outputSchema": [
       *         {
       *           "key": "status",
       *           "type": "number",
       *           "sourceNode": "call",
       *           "sourceField": "status"
       *         }
       *       ]
       *     }
       */
      definition: components['schemas']['BlockContent'];
      description: string;
      /** @example blk_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      name: string;
      organizationId: string;
      tags: components['schemas']['TagView'][];
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
      /** @description The version shown. */
      version: number;
      /** @description Who made the version shown. */
      versionCreatedBy: string;
    };
    ChangePasswordDto: {
      currentPassword: string;
      newPassword: string;
    };
    ConnectorNeed: {
      required: boolean;
      /** @description Type of the connector that the node must name. */
      type: string;
    };
    ConnectorUse: {
      /** @example slack */
      type: string;
    };
    CreateApiKeyDto: {
      description?: string;
      /**
       * Format: date-time
       * @description Without it the key works until it is revoked.
       */
      expiresAt?: string;
      /** @example Billing backend */
      name: string;
      /**
       * @description Without it `read-write` for the key of a service account, whose permissions limit it, else `read`.
       * @enum {string}
       */
      scope?: 'read' | 'read-write';
      /** @description The account that acts through the key; without it whoever makes the key does. */
      serviceAccountId?: string;
    };
    CreateBlockDto: {
      /**
       * @example {
       *       "inputSchema": [
       *         {
       *           "key": "url",
       *           "type": "string",
       *           "required": true
       *         }
       *       ],
       *       "nodes": {
       *         "call": {
       *           "type": "http-request",
       *           "payload": {
       *             "url": "{{$inputs.url}}",
       *             "method": "GET"
       *           },
       *           "children": []
       *         }
       *       },
       *       "outputSchema": [
       *         {
       *           "key": "status",
       *           "type": "number",
       *           "sourceNode": "call",
       *           "sourceField": "status"
       *         }
       *       ]
       *     }
       */
      definition: components['schemas']['BlockContent'];
      description?: string;
      /** @example Ask an address */
      name: string;
      /**
       * @example [
       *       "http"
       *     ]
       */
      tags?: string[];
    };
    CreateDocumentDto: {
      /** @example Refunds above 500 need a second pair of eyes. */
      content: string;
      tags?: string[];
      /** @example Refund policy */
      title: string;
    };
    CreateInviteDto: {
      /**
       * Format: email
       * @example ada@example.com
       */
      email: string;
      /** @default 7 */
      expiresInDays?: number;
      /**
       * @default developer
       * @enum {string}
       */
      role?: 'owner' | 'developer';
    };
    CreateOrganizationDto: {
      description?: string;
      /** @example Payments team */
      name: string;
      /** @description URL of a picture. */
      photo?: string;
      /**
       * @description Unique in the service. Without it one is made from the name.
       * @example payments-team
       */
      slug?: string;
    };
    CreatePublicExecutionDto: {
      /** @description Shown to who has the token. At most 8 KB. */
      clientSafeMetadata?: {
        [key: string]: unknown;
      };
      externalRef?: string;
      /** @description Random and kept to yourself. The same request again answers the same execution with a new token; the one before is over. */
      idempotencyKey?: string;
      /** @description What the trigger is given. */
      requestPayload?: {
        [key: string]: unknown;
      };
      sourceEntityId?: string;
      /** @example order */
      sourceEntityType: string;
      /** @example checkout */
      sourceSystem: string;
    };
    CreateRestrictionDto: {
      /**
       * @description The action that is disabled: needed for `disabled_action`, and only there.
       * @example http-request
       */
      actionType?: string;
      reason?: string;
      /**
       * @description `disabled_action`: no workflow with the action is published or run. `developer_publish`: developers do not publish.
       * @enum {string}
       */
      type: 'disabled_action' | 'developer_publish';
    };
    CreateTemplateDto: {
      /** @deprecated */
      category?: string;
      cooldownMs?: number;
      /**
       * @example {
       *       "nodes": {
       *         "root": {
       *           "type": "manual",
       *           "payload": {},
       *           "children": [
       *             "report"
       *           ]
       *         },
       *         "report": {
       *           "type": "http-request",
       *           "payload": {
       *             "url": "{{$props.url}}",
       *             "method": "POST",
       *             "headers": {
       *               "authorization": "Bearer {{$props.token}}"
       *             },
       *             "body": "{{$trigger.body}}"
       *           },
       *           "children": []
       *         }
       *       }
       *     }
       */
      definition: components['schemas']['Definition'];
      /** @example Posts what it is given to an address of yours. */
      description: string;
      maxRuns?: number;
      /** @example Report to an address */
      name: string;
      /** @description The workflow that it comes from. */
      sourceWorkflowId?: string;
      /** @description Tables that workflows made from it expect, by name: `{columns: [...]}`. Only kept. */
      tableSchemas?: {
        [key: string]: unknown;
      };
      /**
       * @example [
       *       "reporting"
       *     ]
       */
      tags: string[];
      /** @description At most 100. */
      templateProps?: components['schemas']['TemplatePropView'][];
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata?: {
        [key: string]: unknown;
      };
      /**
       * @description `public` is for everybody, without a credential too.
       * @enum {string}
       */
      visibility: 'org' | 'public';
    };
    CreateWorkflowDto: {
      /** @description Milliseconds in which a trigger that fires again is skipped. */
      cooldownMs?: number;
      /**
       * @description Needed without `templateId`; with it the template is taken when it is left out.
       * @example {
       *       "nodes": {
       *         "root": {
       *           "type": "manual",
       *           "payload": {
       *             "inputSchema": {
       *               "type": "object",
       *               "properties": {
       *                 "message": {
       *                   "type": "string"
       *                 }
       *               }
       *             }
       *           },
       *           "children": [
       *             "log_message"
       *           ]
       *         },
       *         "log_message": {
       *           "type": "log",
       *           "payload": {
       *             "message": "Incoming message: {{$trigger.body.message}}"
       *           },
       *           "children": []
       *         }
       *       }
       *     }
       */
      definition?: components['schemas']['Definition'];
      /** @example A minimal workflow created from the API. */
      description?: string;
      maxRuns?: number;
      /** @example API quickstart logger */
      name: string;
      /** @description Values of the props of the template by key. They are checked, and filled in where the definition reads `{{$props.<key>}}`. */
      propValues?: {
        [key: string]: unknown;
      };
      /** @description Seconds between two runs that everybody together may start; null for none. */
      publicRunCooldownSeconds?: number;
      /** @description Runs that everybody together may start in a day (UTC); null for no limit. */
      publicRunDailyLimit?: number;
      /** @description The template to make it from. */
      templateId?: string;
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata?: {
        [key: string]: unknown;
      };
    };
    CuActionCosts: {
      builtIn: components['schemas']['CuCost'][];
      dynamic: components['schemas']['CuCost'][];
      logic: components['schemas']['CuCost'][];
    };
    CuAdjustView: {
      newBalance: number;
      oldBalance: number;
    };
    CuBalanceView: {
      /** @description What was granted less what was used. May fall below zero. */
      balance: number;
      /** @description Without a limit it is 9007199254740991. */
      granted: number;
      /** @description The balance at which nothing more starts. */
      minThreshold: number;
      /** @description Whether there is no limit. */
      unlimited: boolean;
      used: number;
    };
    CuBreakdown: {
      /** @description Nodes that cost something. */
      count: number;
      cu: number;
      /** @example http-request */
      nodeType: string;
      /** @enum {string} */
      type: 'trigger' | 'action';
    };
    CuCost: {
      cost: number;
      /** @enum {string} */
      source: 'default' | 'override';
      /** @example http-request */
      type: string;
    };
    CuCostDefaults: {
      builtIn: number;
      dynamic: number;
      logic: number;
      trigger: number;
    };
    CuCostsView: {
      actions: components['schemas']['CuActionCosts'];
      defaults: components['schemas']['CuCostDefaults'];
      triggers: components['schemas']['CuCost'][];
    };
    CuDay: {
      breakdown: components['schemas']['CuBreakdown'][];
      /**
       * @description In UTC.
       * @example 2026-01-31
       */
      date: string;
      used: number;
    };
    CuRunView: {
      /** Format: date-time */
      finishedAt?: string;
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      runId: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      /** @description What it has cost so far. */
      totalCu: number;
      /** @example api */
      triggerSource: string;
      /** @description Empty for an inline run. */
      workflowId: string;
    };
    CuThresholdView: {
      newThreshold: number;
      oldThreshold: number;
    };
    CuTotals: {
      /** @description All else, what was left of the month before among it. */
      adjusted: number;
      /** @description What administrators added. */
      deposited: number;
      /** @description What the month brought. */
      granted: number;
      used: number;
    };
    CuUsageByWorkflowView: {
      /** @description The costliest first. */
      workflows: components['schemas']['CuWorkflowUsage'][];
    };
    CuUsageView: {
      /** @description Days on which something was used. */
      daily: components['schemas']['CuDay'][];
      summary: components['schemas']['CuTotals'];
      /** @example 2026-01 */
      yearMonth: string;
    };
    CuWorkflowUsage: {
      cuPerHour: number;
      /** @description The mean of its runs. */
      estimatedCostPerRun: number;
      /** @description Always false: no trigger here is charged by the hour. */
      isStream: boolean;
      runCount: number;
      /** @example active */
      status: string;
      totalCu: number;
      /** @example manual */
      triggerType: string;
      /** @description Empty for inline runs. */
      workflowId: string;
      workflowName: string;
    };
    Definition: {
      /** @description Declared inputs: `{key, type, required, description}` each. */
      inputSchema?: {
        [key: string]: unknown;
      }[];
      /**
       * @description The nodes by id. A run starts at `root` unless `triggerNodeIds` says otherwise.
       * @example {
       *       "root": {
       *         "type": "manual",
       *         "payload": {
       *           "inputSchema": {
       *             "type": "object",
       *             "properties": {
       *               "message": {
       *                 "type": "string"
       *               }
       *             }
       *           }
       *         },
       *         "children": [
       *           "log_message"
       *         ]
       *       },
       *       "log_message": {
       *         "type": "log",
       *         "payload": {
       *           "message": "Incoming message: {{$trigger.body.message}}"
       *         },
       *         "children": []
       *       }
       *     }
       */
      nodes: {
        [key: string]: components['schemas']['DefinitionNode'];
      };
      triggerNodeIds?: string[];
      /** @description Declared variables: `{name, type, lifetime, default, description}` each. Those that the workflow lacks are made. */
      variableDefs?: {
        [key: string]: unknown;
      }[];
    } & {
      [key: string]: unknown;
    };
    DefinitionNode: {
      /** @description The block that it came from. */
      blockContext?: {
        [key: string]: unknown;
      };
      /**
       * @description Which outcome of the parent this node belongs to.
       * @enum {string}
       */
      branch?: 'then' | 'else' | 'resumed' | 'timed_out' | 'error';
      /** @description The nodes that follow, in order. */
      children?: string[];
      /** @description `{type, id}` of the connector it acts with. */
      connector?: {
        [key: string]: unknown;
      };
      description?: string;
      /** @description `for-each`: the nodes run per item. */
      loopBody?: string[];
      /** @description What the node is given. Strings may hold `{{expressions}}`. */
      payload: {
        [key: string]: unknown;
      };
      /** @description What its result has, for editors: kept, and not judged. */
      resultSchema?: {
        [key: string]: unknown;
      };
      /** @description `maxAttempts`, `initialIntervalMs` and `backoff`. */
      retry?: {
        [key: string]: unknown;
      };
      /** @description Longest time of all attempts, milliseconds. */
      timeoutMs?: number;
      /** @description Title shown instead of that of the type. */
      titleOverride?: string;
      /**
       * @description A trigger or an action of the catalog.
       * @example log
       */
      type: string;
    } & {
      [key: string]: unknown;
    };
    DefinitionProblem: {
      /**
       * @description Stable name of the problem.
       * @example branch_missing
       */
      code: string;
      /**
       * @description Dotted path below the node.
       * @example payload.timeoutMs
       */
      field?: string;
      /** @description What is wrong and how to mend it. */
      message: string;
      nodeId?: string;
      /** @description Title of the node. */
      nodeName?: string;
      /** @enum {string} */
      type: 'name' | 'nodes' | 'root' | 'connectivity' | 'pattern' | 'variable';
    };
    DocumentItem: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy: string;
      /** @example doc_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      organizationId: string;
      tags: components['schemas']['TagView'][];
      /** @example Refund policy */
      title: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
    };
    DocumentView: {
      content: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy: string;
      /** @example doc_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      organizationId: string;
      tags: components['schemas']['TagView'][];
      /** @example Refund policy */
      title: string;
      /** Format: date-time */
      updatedAt: string;
      updatedBy: string;
    };
    EnableWidgetDto: {
      /** @default Send */
      buttonLabel?: string;
      description?: string;
      /**
       * @description In the smallest unit.
       * @example 5000
       */
      maxAmount?: string;
      /**
       * @description In the smallest unit.
       * @example 1000
       */
      minAmount?: string;
      /** @example Send a tip */
      title: string;
    };
    ExecutionEvent: {
      /** Format: date-time */
      at: string;
      executionId: string;
      nodeId?: string;
      runId: string;
      status: string;
      /** @enum {string} */
      type:
        | 'run_started'
        | 'node_started'
        | 'node_retrying'
        | 'node_waiting'
        | 'node_scheduled'
        | 'node_completed'
        | 'node_failed'
        | 'node_skipped'
        | 'node_cancelled'
        | 'run_waiting'
        | 'run_resumed'
        | 'run_completed'
        | 'run_partial'
        | 'run_failed'
        | 'run_cancelled';
      workflowId: string;
    };
    ExecutionFrame: {
      data: string;
      /** @enum {string} */
      event:
        | 'run_started'
        | 'node_started'
        | 'node_retrying'
        | 'node_waiting'
        | 'node_scheduled'
        | 'node_completed'
        | 'node_failed'
        | 'node_skipped'
        | 'node_cancelled'
        | 'run_waiting'
        | 'run_resumed'
        | 'run_completed'
        | 'run_partial'
        | 'run_failed'
        | 'run_cancelled';
      /** @description Number of the event. Send it back as `Last-Event-ID` to go on after this frame. */
      id: string;
    };
    ExecutionView: {
      clientSafeMetadata?: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      createdAt: string;
      externalRef?: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @example exe_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      idempotencyKey?: string;
      /** @enum {string} */
      initiatedByType: 'public';
      organizationId: string;
      requestPayload: {
        [key: string]: unknown;
      };
      runId: string;
      sourceEntityId?: string;
      sourceEntityType: string;
      sourceSystem: string;
      /**
       * Format: date-time
       * @description When its run was started.
       */
      startedAt?: string;
      /** @enum {string} */
      status:
        | 'workflow_queued'
        | 'workflow_running'
        | 'workflow_waiting'
        | 'workflow_succeeded'
        | 'workflow_partial'
        | 'workflow_failed'
        | 'workflow_cancelled';
      /** Format: date-time */
      updatedAt: string;
      workflowId: string;
    };
    Failure: {
      /**
       * @description Stable number of the error: its first three digits are the HTTP status.
       * @example 404001
       */
      code: number;
      /** @description What is wrong field by field, or problem by problem of a definition. */
      details: unknown[];
      /** @example There is no such workflow. */
      message: string;
      /** @example req_3f9c1e5ab2d47f6012345678 */
      requestId: string;
    };
    FailureRate: {
      failed: number;
      /** @description Percent of `total` that failed, 0 to 100; 0 of none. */
      failureRate: number;
      partial: number;
      /** @description Runs that ended. Cancelled ones are in it, too. */
      total: number;
    };
    GeneratedText: {
      aiDescription: string;
      aiName: string;
    };
    Health: {
      /** @enum {string} */
      status: 'ok';
    };
    ImportedWorkflow: {
      /**
       * @description Places of secrets, which files do not hold: the id of the node, then the path in its payload. They are to be set before the workflow runs.
       * @example [
       *       [
       *         "charge",
       *         "headers",
       *         "authorization"
       *       ]
       *     ]
       */
      missingSecrets: (string | number)[][];
      /** @description What keeps the draft from being published. */
      problems: components['schemas']['DefinitionProblem'][];
      workflow: components['schemas']['WorkflowView'];
    };
    ImportWorkflowDto: {
      /** @description Milliseconds in which a trigger that fires again is skipped. */
      cooldownMs?: number;
      /**
       * @description Needed without `templateId`; with it the template is taken when it is left out.
       * @example {
       *       "nodes": {
       *         "root": {
       *           "type": "manual",
       *           "payload": {
       *             "inputSchema": {
       *               "type": "object",
       *               "properties": {
       *                 "message": {
       *                   "type": "string"
       *                 }
       *               }
       *             }
       *           },
       *           "children": [
       *             "log_message"
       *           ]
       *         },
       *         "log_message": {
       *           "type": "log",
       *           "payload": {
       *             "message": "Incoming message: {{$trigger.body.message}}"
       *           },
       *           "children": []
       *         }
       *       }
       *     }
       */
      definition?: components['schemas']['Definition'];
      /** @example A minimal workflow created from the API. */
      description?: string;
      /** @enum {string} */
      format: 'weft-workflow/1';
      maxRuns?: number;
      /** @example API quickstart logger */
      name: string;
      /** @description Values of the props of the template by key. They are checked, and filled in where the definition reads `{{$props.<key>}}`. */
      propValues?: {
        [key: string]: unknown;
      };
      /** @description Seconds between two runs that everybody together may start; null for none. */
      publicRunCooldownSeconds?: number;
      /** @description Runs that everybody together may start in a day (UTC); null for no limit. */
      publicRunDailyLimit?: number;
      /** @description The template to make it from. */
      templateId?: string;
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata?: {
        [key: string]: unknown;
      };
    };
    IncomingLinks: {
      /** @description Workflows, by id. */
      ids: string[];
    };
    InlineRunDto: {
      /** @description Starts with a `manual` trigger. It is not saved. */
      definition: components['schemas']['Definition'];
      /** @description For a simulated run: what nodes answer, by node address such as `loop[3]/charge`. */
      mocks?: {
        [key: string]: unknown;
      };
      /**
       * @description What the trigger is given: `$trigger.body`. It must fit the input schema.
       * @example {
       *       "message": "Hello from the API"
       *     }
       */
      payload?: {
        [key: string]: unknown;
      };
      /** @description Values of `$props`. Those that the definition does not read are not kept. */
      propValues?: {
        [key: string]: unknown;
      };
      /** @description An id of your own, so that its stream can be opened first. Each can be used once. */
      runId?: string;
      /** @description Run in virtual time, touching nothing outside: a wait of days ends at once. */
      simulate?: boolean;
    };
    InterestId: {
      tagId: string;
    };
    InterestSettings: {
      /** @description Whether interests are used; off unless the person says so. */
      enabled: boolean;
    };
    InterestSettingsDto: {
      enabled: boolean;
    };
    InterestView: {
      /** @enum {string} */
      kind: 'interest';
      /** Format: date-time */
      lastSeen: string;
      /** @enum {string} */
      source: 'manual';
      /** @description From 0 to 1. What a person has named counts whole. */
      strength: number;
      /** @example interest_ab12cd34ef56 */
      tagId: string;
      value: string;
    };
    InviteView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @example inv_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /** @description Id of the user or service account that invited. */
      invitedBy: string;
      /** Format: email */
      inviteeEmail: string;
      /** @description Who may answer or has answered it. */
      inviteeUserId?: string;
      organizationId: string;
      /** @enum {string} */
      role: 'owner' | 'developer';
      /** @enum {string} */
      status: 'pending' | 'accepted' | 'declined' | 'expired';
      /** Format: date-time */
      updatedAt: string;
    };
    IterationContext: {
      /** @description Beside `parentNodeId`. */
      index?: number;
      /** @description In place of `stack`, where there is one loop. */
      parentNodeId?: string;
      /** @description The outermost loop first. */
      stack?: components['schemas']['IterationLevel'][];
      /** @description Accepted and not needed. */
      total?: number;
    };
    IterationLevel: {
      index: number;
      /** @description Id of the `for-each`. */
      parentNodeId: string;
      total?: number;
    };
    LatencyPoint: {
      avgLatencyMs: number;
      /** Format: date-time */
      bucketStart: string;
      /** @description Within 10 %. */
      p50LatencyMs: number;
      /** @description Within 10 %. */
      p95LatencyMs: number;
    };
    LatencySeries: {
      /** @example http-request */
      actionId: string;
      /** @description Only hours or days in which it was executed. */
      data: components['schemas']['LatencyPoint'][];
      /** @enum {string} */
      granularity: 'hourly' | 'daily';
    };
    MemberView: {
      /** Format: date-time */
      createdAt: string;
      id: string;
      /** @description Id of the user or service account that did it. */
      invitedBy?: string;
      organizationId: string;
      /** @enum {string} */
      role: 'owner' | 'developer';
      /** Format: date-time */
      updatedAt: string;
      /** Format: email */
      userEmail?: string;
      userId: string;
    };
    MetricsSummary: {
      failureRate: components['schemas']['FailureRate'];
      recentActivity: components['schemas']['RecentRun'][];
      runsTimeSeries: components['schemas']['RunsSeries'];
      topErrors: components['schemas']['TopError'][];
    };
    MyInviteView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @example inv_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /** @description Id of the user or service account that invited. */
      invitedBy: string;
      /** Format: email */
      inviteeEmail: string;
      /** @description Who may answer or has answered it. */
      inviteeUserId?: string;
      organizationId: string;
      organizationName: string;
      /** @enum {string} */
      role: 'owner' | 'developer';
      /** @enum {string} */
      status: 'pending' | 'accepted' | 'declined' | 'expired';
      /** Format: date-time */
      updatedAt: string;
    };
    NewApiKeyView: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy?: string;
      description?: string;
      /** Format: date-time */
      expiresAt?: string;
      /** @example key_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /** @description The key itself: shown now and never again. */
      key: string;
      /**
       * @description The first characters of the key.
       * @example b3sk_3f9c1e
       */
      keyPrefix: string;
      /**
       * Format: date-time
       * @description Exact to the minute.
       */
      lastUsedAt?: string;
      lastUsedIp?: string;
      lastUsedUserAgent?: string;
      name: string;
      organizationId: string;
      /** Format: date-time */
      revokedAt?: string;
      /** @enum {string} */
      scope: 'read' | 'read-write';
      /** @description The service account that acts through it. */
      serviceAccountId?: string;
      /** @description The user that acts through it. */
      userId?: string;
    };
    NewExecution: {
      /** @description Opens this execution for seven days. Shown once. */
      clientToken: string;
      execution: components['schemas']['ExecutionView'];
    };
    NewInviteView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
      /** @example inv_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      /** @description Id of the user or service account that invited. */
      invitedBy: string;
      /** Format: email */
      inviteeEmail: string;
      /** @description Who may answer or has answered it. */
      inviteeUserId?: string;
      organizationId: string;
      /** @enum {string} */
      role: 'owner' | 'developer';
      /** @enum {string} */
      status: 'pending' | 'accepted' | 'declined' | 'expired';
      /**
       * @description To be handed to the person, shown now and never again: Weft sends no mail.
       * @example b3iv_...
       */
      token: string;
      /** Format: date-time */
      updatedAt: string;
    };
    NewSessionView: {
      /** Format: date-time */
      expiresAt: string;
      /**
       * @description The bearer token: shown now and never again. Browsers get it as a cookie, too.
       * @example b3st_...
       */
      token: string;
      user: components['schemas']['UserView'];
    };
    NodeCancelledEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'cancelled';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_cancelled';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeCompletedEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'success' | 'partial';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_completed';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeExecution: {
      /** @description Attempts that began. */
      attempts?: number;
      /** @description The branch it took. */
      branch?: string;
      error?: components['schemas']['RunProblem'];
      /** Format: date-time */
      finishedAt?: string;
      /** @description The payload it ran with, secrets masked. */
      input?: {
        [key: string]: unknown;
      };
      /** @description `for-each`: the nodes of each iteration by id. */
      iterations?: {
        [key: string]: components['schemas']['NodeExecution'];
      }[];
      /** @description Its output; `{ error }` when it failed; what is known of the other run while a node waits for it. */
      result?: Record<string, never>;
      /** @description Taken over from the run that this one retries. */
      reused?: boolean;
      /** Format: date-time */
      startedAt?: string;
      /** @enum {string} */
      status:
        | 'pending'
        | 'running'
        | 'success'
        | 'partial'
        | 'failure'
        | 'skipped'
        | 'waiting'
        | 'scheduled'
        | 'cancelled';
      /** @example http-request */
      type: string;
      /**
       * Format: date-time
       * @description When a timer wakes it.
       */
      wakeAt?: string;
    };
    NodeFailedEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'failure';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_failed';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeRetryingEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'running';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_retrying';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeScheduledEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'scheduled';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_scheduled';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeSkippedEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'skipped';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_skipped';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeStartedEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'running';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_started';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    NodeStatistics: {
      /** @description Actions only, once executed. */
      averageLatencyMs?: number;
      /**
       * @description Type of the action or trigger.
       * @example http-request
       */
      nodeId: string;
      /** @enum {string} */
      nodeType: 'action' | 'trigger';
      /** @description Actions only, once executed: percent, 0 to 100. */
      successRate?: number;
      totalExecutions: number;
      /** @description Workflows that have one and are not archived. */
      workflowsCount: number;
    };
    NodeWaitingEvent: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /** @description The branch taken. */
      branch?: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      nodeId: string;
      nodeType: string;
      /** @description Address of the node, such as `loop[3]/approve`. */
      path: string;
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      /** @description The success is that of the run that is retried. */
      reused?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'waiting';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'node_waiting';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    OnboardingStatus: {
      /** Format: date-time */
      completedAt?: string;
      onboardingCompleted: boolean;
    };
    OrganizationView: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user that made it. */
      createdBy?: string;
      description?: string;
      /** @example org_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      name: string;
      /** @description URL of a picture. */
      photo?: string;
      slug: string;
      /** Format: date-time */
      updatedAt: string;
    };
    OwnerChanged: {
      id: string;
      ownerUserId: string;
    };
    ProfileView: {
      about?: string;
      instructions?: string;
      /** @example en-GB */
      language?: string;
      organizationId: string;
      /** @example Europe/London */
      timezone?: string;
      /** Format: date-time */
      updatedAt?: string;
      /** @description Id of the user or service account that changed it last. */
      updatedBy?: string;
    };
    PublicDefinition: {
      /** @description By id. */
      nodes: {
        [key: string]: components['schemas']['PublicNodeView'];
      };
    };
    PublicExecutionEvent: {
      /** Format: date-time */
      createdAt: string;
      /** @example node_completed */
      eventType: string;
      /**
       * @description Its number in the run.
       * @example 3
       */
      id: string;
      /** @enum {string} */
      level: 'info' | 'error';
      nodeId?: string;
      runId: string;
      /** @example approval waits */
      title: string;
    };
    PublicExecutionView: {
      clientSafeMetadata?: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      createdAt: string;
      /** @description The last 500, the oldest first. */
      events: components['schemas']['PublicExecutionEvent'][];
      /** Format: date-time */
      finishedAt?: string;
      /** @example exe_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      runId: string;
      /** Format: date-time */
      startedAt?: string;
      /** @enum {string} */
      status:
        | 'workflow_queued'
        | 'workflow_running'
        | 'workflow_waiting'
        | 'workflow_succeeded'
        | 'workflow_partial'
        | 'workflow_failed'
        | 'workflow_cancelled';
      workflowId: string;
    };
    PublicMeta: {
      description: string;
      name: string;
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      workflowId: string;
    };
    PublicNodeState: {
      /** Format: date-time */
      finishedAt?: string;
      /** Format: date-time */
      startedAt?: string;
      /**
       * @description What waits is `running`, what was cancelled `skipped`.
       * @enum {string}
       */
      status: 'pending' | 'running' | 'success' | 'failure' | 'skipped';
      /** @example http-request */
      type: string;
    };
    PublicNodeView: {
      children: string[];
      /** @description `for-each` only. */
      loopBody?: string[];
      /** @description Always empty, for clients that need a node to have one. Not in a run. */
      payload?: Record<string, never>;
      /** @example http-request */
      type: string;
    };
    PublicOrganizationView: {
      description?: string;
      /** @example org_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      name: string;
      /** @description URL of a picture. */
      photo?: string;
      slug: string;
    };
    PublicRunItem: {
      /** Format: date-time */
      finishedAt?: string;
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      workflowId: string;
    };
    PublicRunView: {
      /** @description How each node stands, by id; one of a loop as in the last iteration. */
      executionState: {
        [key: string]: components['schemas']['PublicNodeState'];
      };
      /** Format: date-time */
      finishedAt?: string;
      /** @description By id. */
      nodes: {
        [key: string]: components['schemas']['PublicNodeView'];
      };
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      runId: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      workflowId: string;
    };
    PublicWidget: {
      widget: components['schemas']['WidgetView'];
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      workflowId: string;
      workflowName: string;
    };
    PublicWorkflowView: {
      /** Format: date-time */
      createdAt: string;
      definition: components['schemas']['PublicDefinition'];
      description: string;
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      name: string;
      /** @enum {string} */
      status: 'active' | 'paused';
      /**
       * @description Type of its trigger.
       * @example manual
       */
      type: string;
      version: number;
      /** @enum {string} */
      visibility: 'public_view' | 'public_execute';
    };
    PublishWorkflowDto: {
      /** @description Refuse with 409 unless this is the version that would be published. */
      expectedVersion?: number;
    };
    QueryDto: {
      /**
       * @description Objects and lists become JSON text.
       * @example [
       *       "Oslo"
       *     ]
       */
      params?: unknown[];
      /**
       * @description One statement of SQLite. Values go into `params`, each for a `?`.
       * @example SELECT name FROM customers WHERE city = ?
       */
      sql: string;
    };
    QueryResult: {
      /**
       * @description Of the last row that was inserted, else null.
       * @example 42
       */
      lastRowId:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      /** @description By column, at most 1,000. A whole number that JSON numbers do not hold exactly is text; bytes are base64. */
      rows: {
        [key: string]: unknown;
      }[];
      /** @description Rows that were inserted, updated or deleted. */
      rowsAffected: number;
    };
    QuestionView: {
      id: string;
      isRequired: boolean;
      /** @description The choices of a choice. */
      metadata?: {
        [key: string]: unknown;
      };
      questionOrder: number;
      questionText: string;
      /** @enum {string} */
      questionType: 'text' | 'choice';
    };
    RecentRun: {
      /** @description Once it has ended. */
      durationMs?: number;
      /** @description Why it failed. */
      error?: string;
      /** Format: date-time */
      finishedAt?: string;
      /** @description Simulations are in no other metric. */
      isSimulation: boolean;
      runId: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      /** @description Empty for an inline run. */
      workflowId: string;
      workflowName?: string;
    };
    RecentWorkflowRun: {
      /** Format: date-time */
      finishedAt?: string;
      id: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
    };
    RefillDto: {
      remainRuns: number;
    };
    RefilledWorkflow: {
      remainRuns: number;
      workflowId: string;
    };
    RejectTemplateDto: {
      reason?: string;
    };
    ReleaseView: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account. */
      createdBy: string;
      /** @enum {string} */
      kind: 'release' | 'revert';
      /** @description 1, 2, 3 ... in each workflow. */
      releaseVersion: number;
      /** @description Of a revert to a release: its `releaseVersion`. */
      revertedTo?: number;
      workflowId: string;
      /** @description The version that became the live one. */
      workflowVersion: number;
    };
    RestrictionView: {
      /** @example http-request */
      actionType?: string;
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy: string;
      /** @example rst_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      organizationId: string;
      reason?: string;
      /** @enum {string} */
      type: 'disabled_action' | 'developer_publish';
    };
    ResumeNodeDto: {
      data?: {
        [key: string]: unknown;
      };
      /** @description Which iteration, when the wait stands in a loop. */
      forEachContext?: components['schemas']['IterationContext'];
      /** @description Which of the named resumes of the wait this is. */
      name?: string;
      /**
       * @description What the wait answers as `result.triggerResult`. `data` is taken alike.
       * @example {
       *       "approved": true,
       *       "reviewer": "ada@example.com"
       *     }
       */
      payload?: {
        [key: string]: unknown;
      };
    };
    ResumeVerdict: {
      /** @enum {string} */
      action: 'resumed' | 'skipped';
      /** @description Why nothing was resumed. */
      reason?: string;
    };
    RevertToVersionDto: {
      /** @description The version to put to work. */
      workflowVersion: number;
    };
    RollbackBlockDto: {
      /** @description Refuse with 409 unless this is the newest version. */
      expectedCurrentVersion?: number;
      targetVersion: number;
    };
    RollbackTemplateDto: {
      targetVersion: number;
    };
    RollbackWorkflowDto: {
      expectedCurrentVersion?: number;
      /** @description The version to go back to. */
      targetVersion?: number;
    };
    RotatedTriggerSecret: {
      /** @description To be kept secret: who has it may resume waits of the workflow. */
      triggerSecret: string;
      workflowId: string;
    };
    RunCancelledEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'cancelled';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_cancelled';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunCompletedEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'success';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_completed';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunCount: {
      cancelled: number;
      failure: number;
      partial: number;
      running: number;
      success: number;
      total: number;
      waiting: number;
    };
    RunEvent:
      | components['schemas']['RunStartedEvent']
      | components['schemas']['NodeStartedEvent']
      | components['schemas']['NodeRetryingEvent']
      | components['schemas']['NodeWaitingEvent']
      | components['schemas']['NodeScheduledEvent']
      | components['schemas']['NodeCompletedEvent']
      | components['schemas']['NodeFailedEvent']
      | components['schemas']['NodeSkippedEvent']
      | components['schemas']['NodeCancelledEvent']
      | components['schemas']['RunWaitingEvent']
      | components['schemas']['RunResumedEvent']
      | components['schemas']['RunCompletedEvent']
      | components['schemas']['RunPartialEvent']
      | components['schemas']['RunFailedEvent']
      | components['schemas']['RunCancelledEvent'];
    RunFailedEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'failure';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_failed';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunFrame: {
      data: string;
      /** @enum {string} */
      event:
        | 'run_started'
        | 'node_started'
        | 'node_retrying'
        | 'node_waiting'
        | 'node_scheduled'
        | 'node_completed'
        | 'node_failed'
        | 'node_skipped'
        | 'node_cancelled'
        | 'run_waiting'
        | 'run_resumed'
        | 'run_completed'
        | 'run_partial'
        | 'run_failed'
        | 'run_cancelled';
      /** @description Number of the event: 1, 2, 3 ... Send it back as `Last-Event-ID` to go on after this frame. */
      id: string;
    };
    RunItem: {
      /** @description Why it failed, and at which node. */
      error?: components['schemas']['RunProblem'];
      /** Format: date-time */
      finishedAt?: string;
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      isSimulation: boolean;
      /** @description The run whose `trigger-workflow` node started it. */
      parentRunId?: string;
      /** @description The run that this one retries. */
      sourceRunId?: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      /** @description What it has cost so far, in compute units. */
      totalCu: number;
      /** @description Id of the API key or of the run that started it. */
      triggeredBy?: string;
      triggerNodeId: string;
      /**
       * @description What started it.
       * @example api
       */
      triggerSource: string;
      /** @description Empty for an inline run. */
      workflowId: string;
      workflowName?: string;
      workflowVersion: number;
    };
    RunLogLine: {
      /** Format: date-time */
      at: string;
      attempt?: number;
      /**
       * @description Stable name of an error.
       * @example http_timeout
       */
      code?: string;
      /** @example node_failed */
      event: string;
      /**
       * @description `info`: log nodes, start and end. `error`: what failed. `warn`: attempts that failed and were tried again, and a run that was cancelled or succeeded in part. `debug`: attempts that begin.
       * @enum {string}
       */
      level: 'debug' | 'info' | 'warn' | 'error';
      message: string;
      nodeId?: string;
      /** @example http-request */
      nodeType?: string;
      /**
       * @description Address of the node.
       * @example loop[3]/charge
       */
      path?: string;
      /** @description Number of the event that it belongs to. */
      seq: number;
    };
    RunPartialEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'partial';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_partial';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunProblem: {
      /**
       * @description Stable name.
       * @example http_timeout
       */
      code: string;
      message: string;
      nodeId?: string;
      /**
       * @description Address of the node.
       * @example loop[3]/charge
       */
      path?: string;
    };
    RunResumedEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'running';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_resumed';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunsPoint: {
      /** Format: date-time */
      bucketStart: string;
      failure: number;
      partial: number;
      success: number;
      /** @description Cancelled runs are in it, too. */
      total: number;
    };
    RunsSeries: {
      /** @description One for each hour or day, also without runs. */
      data: components['schemas']['RunsPoint'][];
      /** @enum {string} */
      granularity: 'hourly' | 'daily';
    };
    RunStarted: {
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      runId: string;
    };
    RunStartedEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'running';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_started';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunView: {
      /** @description Why it failed, and at which node. */
      error?: components['schemas']['RunProblem'];
      /** @description The nodes by id; those inside a loop stand under its `iterations`. */
      executionState?: {
        [key: string]: components['schemas']['NodeExecution'];
      };
      /** Format: date-time */
      finishedAt?: string;
      /** @example run_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      isSimulation: boolean;
      organizationId: string;
      /** @description Results of the last nodes, once it has ended. */
      output?: Record<string, never>;
      /** @description The run whose `trigger-workflow` node started it. */
      parentRunId?: string;
      /** @description Values of `$props`. */
      propValues: {
        [key: string]: unknown;
      };
      /** @description The same as `id`. */
      runId: string;
      /** @description The run that this one retries. */
      sourceRunId?: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      /** @description What it has cost so far, in compute units. */
      totalCu: number;
      /** @description Id of the API key or of the run that started it. */
      triggeredBy?: string;
      triggerNodeId: string;
      /**
       * @description What started it.
       * @example api
       */
      triggerSource: string;
      /** @description The definition as this run sees it. */
      workflowDefinition?: components['schemas']['Definition'];
      /** @description Empty for an inline run. */
      workflowId: string;
      workflowName?: string;
      /** @description Id of the member that answers for the workflow now. */
      workflowOwnerUserId?: string;
      workflowVersion: number;
    };
    RunWaitingEvent: {
      /** Format: date-time */
      at: string;
      error?: {
        code: string;
        message: string;
        nodeId?: string;
        path?: string;
      };
      /** @description Of a node, or of the run that ends. Any JSON, up to 8 KB. */
      result?: unknown;
      /** @description The result is too large: read the run. */
      resultOmitted?: boolean;
      runId: string;
      /** @enum {string} */
      status: 'waiting';
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'run_waiting';
      /**
       * Format: date-time
       * @description When the first timer wakes it.
       */
      wakeAt?: string;
      workflowId: string;
    };
    RunWorkflowDto: {
      /** @description For a simulated run: what nodes answer, by node address such as `loop[3]/charge`. */
      mocks?: {
        [key: string]: unknown;
      };
      /**
       * @description What the trigger is given: `$trigger.body`. It must fit the input schema.
       * @example {
       *       "message": "Hello from the API"
       *     }
       */
      payload?: {
        [key: string]: unknown;
      };
      /** @description Values of `$props`. Those that the definition does not read are not kept. */
      propValues?: {
        [key: string]: unknown;
      };
      /** @description An id of your own, so that its stream can be opened first. Each can be used once. */
      runId?: string;
      /** @description Run in virtual time, touching nothing outside: a wait of days ends at once. */
      simulate?: boolean;
      /** @description The trigger to start at. Default: the manual one. */
      triggerNodeId?: string;
      /** @description The version to run. Default: the live one, or the draft of one never published. */
      version?: number;
    };
    SearchHit: {
      category?: string;
      description?: string;
      /** @description Id, or the type of an action or trigger. */
      id: string;
      name: string;
      /** @description Higher is better; from 0 to 1. */
      score: number;
      /** @description Of a workflow. */
      status?: string;
      tags?: string[];
      /** @enum {string} */
      type: 'template' | 'action' | 'trigger' | 'connector_def' | 'workflow';
      /** @description Type of the trigger of a workflow. */
      workflowType?: string;
    };
    SearchResponse: {
      processingTimeMs: number;
      query?: string;
      /** @description The best first, whatever their type. */
      results: components['schemas']['SearchHit'][];
      /** @description All that match, of all types asked for. Above 1,000 workflows or templates not all are counted. */
      totalHits: number;
    };
    ServiceAccountDto: {
      description?: string;
      /**
       * @description Unique in the organization.
       * @example Deployment pipeline
       */
      name: string;
      /**
       * @example [
       *       "workflow:read",
       *       "workflow:execute"
       *     ]
       */
      permissions: (
        | 'org:read'
        | 'org:update'
        | 'org:delete'
        | 'member:invite'
        | 'member:remove'
        | 'member:update_role'
        | 'workflow:create'
        | 'workflow:read'
        | 'workflow:update'
        | 'workflow:delete'
        | 'workflow:execute'
        | 'workflow:publish'
        | 'connector:create'
        | 'connector:read'
        | 'connector:update'
        | 'connector:delete'
        | 'action:read'
        | 'run:read'
        | 'run:stream'
        | 'run:cancel'
        | 'execution:read'
        | 'execution:stream'
        | 'execution:webhook'
        | 'restriction:read'
        | 'restriction:update'
        | 'ai:chat'
        | 'wallet:withdraw'
        | 'action_proxy:execute'
        | 'apikey:create'
        | 'apikey:read'
        | 'apikey:revoke'
        | 'service_account:read'
        | 'service_account:write'
        | 'stats:read'
        | 'database:read'
        | 'database:update'
        | 'audit:read'
      )[];
    };
    ServiceAccountView: {
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy?: string;
      description?: string;
      /** Format: date-time */
      disabledAt?: string;
      /** @example sa_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
      name: string;
      organizationId: string;
      permissions: (
        | 'org:read'
        | 'org:update'
        | 'org:delete'
        | 'member:invite'
        | 'member:remove'
        | 'member:update_role'
        | 'workflow:create'
        | 'workflow:read'
        | 'workflow:update'
        | 'workflow:delete'
        | 'workflow:execute'
        | 'workflow:publish'
        | 'connector:create'
        | 'connector:read'
        | 'connector:update'
        | 'connector:delete'
        | 'action:read'
        | 'run:read'
        | 'run:stream'
        | 'run:cancel'
        | 'execution:read'
        | 'execution:stream'
        | 'execution:webhook'
        | 'restriction:read'
        | 'restriction:update'
        | 'ai:chat'
        | 'wallet:withdraw'
        | 'action_proxy:execute'
        | 'apikey:create'
        | 'apikey:read'
        | 'apikey:revoke'
        | 'service_account:read'
        | 'service_account:write'
        | 'stats:read'
        | 'database:read'
        | 'database:update'
        | 'audit:read'
      )[];
      /** @enum {string} */
      status: 'active' | 'disabled';
      /** Format: date-time */
      updatedAt: string;
    };
    SetVariableDto: {
      /** @description Of the type of the variable. */
      value:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
    };
    SignInDto: {
      /**
       * Format: email
       * @example ada@example.com
       */
      email: string;
      password: string;
    };
    SignUpDto: {
      /**
       * Format: email
       * @example ada@example.com
       */
      email: string;
      /** @description The token of an invite to this address; needed unless the service is open to all. */
      inviteToken?: string;
      password: string;
    };
    SubscriptionDto: {
      /** @description What each calendar month brings, in UTC. `null`: there is no limit. */
      monthlyCu?: number | null;
      /** @example team */
      tier?: string;
    };
    SubscriptionView: {
      /** Format: date-time */
      currentPeriodEnd?: string;
      /** Format: date-time */
      currentPeriodStart?: string;
      /** @description What each calendar month brings, in UTC. */
      monthlyCu?: number;
      organizationId: string;
      /** @enum {string} */
      status: 'active';
      /** @example self-hosted */
      tier: string;
      /** @description Whether there is no limit. */
      unlimited: boolean;
    };
    SyncRunDto: {
      /** @description Starts with a `manual` trigger, has at most 20 nodes, no `wait` and no `for-each`. */
      definition: components['schemas']['Definition'];
      /**
       * @description What the trigger is given: `$trigger.body`. It must fit the input schema.
       * @example {
       *       "message": "Hello from the API"
       *     }
       */
      payload?: {
        [key: string]: unknown;
      };
      /** @description Values of `$props`. Those that the definition does not read are not kept. */
      propValues?: {
        [key: string]: unknown;
      };
    };
    SyncRunResult: {
      durationMs: number;
      error?: components['schemas']['RunProblem'];
      /** @description The nodes by id; those inside a loop stand under its `iterations`. */
      executionState: {
        [key: string]: components['schemas']['NodeExecution'];
      };
      output?: Record<string, never>;
      runId: string;
      /**
       * @description `running` or `waiting` when it did not end in 60 seconds; it goes on.
       * @enum {string}
       */
      status: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
    };
    TableColumn: {
      /** @description SQL of the default, else null. */
      defaultValue:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      /** @example city */
      name: string;
      notNull: boolean;
      primaryKey: boolean;
      /**
       * @description As it was declared; empty when it was not.
       * @example TEXT
       */
      type: string;
    };
    TableColumns: {
      columns: components['schemas']['TableColumn'][];
    };
    TableList: {
      /** @description Views too, by name. */
      tables: components['schemas']['TableName'][];
    };
    TableName: {
      /** @example customers */
      name: string;
    };
    TagView: {
      categories?: string[];
      /** @description How many have it, in the scope asked for. */
      count?: number;
      /**
       * @description The same for the same slug.
       * @example tag_9f86d081884c
       */
      id: string;
      /** @example Order reports */
      name: string;
      promotedTemplateCount?: number;
      publicTemplateCount?: number;
      /** @example order-reports */
      slug: string;
      /** @description Higher is more prominent. */
      weight?: number;
    };
    TemplatePropView: {
      /** @description Taken when no value is given. */
      default?:
        | string
        | number
        | boolean
        | {
            [key: string]: unknown;
          }
        | null;
      description?: string;
      /**
       * @description Read as `{{$props.<key>}}`.
       * @example url
       */
      key: string;
      /** @example Address */
      name?: string;
      /** @description How it is asked for and checked: `inputType`, `enum`, `minimum`, `maximum`, `pattern`, `visibleWhen`, `columns` ... */
      properties?: {
        [key: string]: unknown;
      };
      required?: boolean;
      /** @description Stands only where secrets are kept, such as a header `authorization`. */
      sensitive?: boolean;
      /** @enum {string} */
      type: 'string' | 'number' | 'integer' | 'boolean' | 'object';
    };
    TemplateStats: {
      /** @description Those of them that are live. */
      activeWorkflows: number;
      /** @description Mean length of the same runs. */
      avgExecutionTimeMs?: number;
      /** @description Those made in the last 30 days. */
      recentDeployments: number;
      /** @description Part of the runs that succeeded, from 0 to 1: of the last 100 that have ended of each workflow of the caller. Absent without runs. */
      successRate?: number;
      /** @description Workflows that were made from it. */
      totalDeployments: number;
    };
    TemplateVersionCount: {
      total: number;
    };
    TemplateView: {
      archived: boolean;
      /** @deprecated */
      category?: string;
      cooldownMs?: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Shown to its own organization, as all that follows. */
      createdBy?: string;
      /**
       * @example {
       *       "nodes": {
       *         "root": {
       *           "type": "manual",
       *           "payload": {},
       *           "children": [
       *             "report"
       *           ]
       *         },
       *         "report": {
       *           "type": "http-request",
       *           "payload": {
       *             "url": "{{$props.url}}",
       *             "method": "POST",
       *             "headers": {
       *               "authorization": "Bearer {{$props.token}}"
       *             },
       *             "body": "{{$trigger.body}}"
       *           },
       *           "children": []
       *         }
       *       }
       *     }
       */
      definition: components['schemas']['Definition'];
      description: string;
      /** @description Workflows that were made from it. */
      forkCount: number;
      /** @example tmpl_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      isPromoted: boolean;
      maxRuns?: number;
      /**
       * @description Other organizations see the newest version that was approved.
       * @enum {string}
       */
      moderationStatus: 'pending' | 'approved' | 'rejected';
      name: string;
      organizationDescription?: string;
      organizationId: string;
      organizationName: string;
      /** @description URL of a picture. */
      organizationPhoto?: string;
      /** Format: date-time */
      promotedAt?: string;
      promotedBy?: string;
      rejectionReason?: string;
      /** Format: date-time */
      reviewedAt?: string;
      reviewedBy?: string;
      slug: string;
      sourceWorkflowId?: string;
      /** Format: date-time */
      submittedAt?: string;
      tableSchemas?: {
        [key: string]: unknown;
      };
      tags: components['schemas']['TagView'][];
      templateProps: components['schemas']['TemplatePropView'][];
      uiMetadata?: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      updatedAt: string;
      updatedBy?: string;
      /** @description The version shown. */
      version: number;
      /** @enum {string} */
      visibility: 'org' | 'public';
    };
    ThresholdDto: {
      /** @description The balance at which nothing more starts. */
      minThreshold: number;
    };
    TopError: {
      count: number;
      /** @description The message, with `#` for ids and long numbers. */
      error: string;
      /** Format: date-time */
      lastOccurred: string;
    };
    TransactionAttribution: {
      /** @description Type of the node. */
      actionType: string;
      nodeId: string;
      runId: string;
      runStatus: string;
      /** Format: date-time */
      startedAt: string;
      txHash: string;
      /** @description Empty for an inline run. */
      workflowId: string;
      workflowName?: string;
    };
    TransactionHashesDto: {
      /**
       * @example [
       *       "0x1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f"
       *     ]
       */
      txHashes: string[];
    };
    TransferOwnerDto: {
      /** @description Id of a member of the organization. */
      ownerUserId: string;
    };
    TriggerAggregate: {
      cancelledCount: number;
      failureCount: number;
      /** Format: date-time */
      lastFiredAt?: string;
      /**
       * Format: date-time
       * @description Of triggers that fire by the clock, of which there are none yet.
       */
      nextFireAt?: string;
      runCount: number;
      successCount: number;
      triggerNodeId: string;
      /** @example manual */
      type: string;
    };
    TriggerAggregates: {
      /** @description Those of the version that runs. */
      triggers: components['schemas']['TriggerAggregate'][];
      workflowId: string;
    };
    TriggerDetails: {
      /** @description JSON Schema of the payload that it takes. */
      inputSchema?: {
        [key: string]: unknown;
      };
      triggerNodeId: string;
      /** @example manual */
      type: string;
    };
    TriggerInfo: {
      /** @description Of triggers that take e-mail, of which there are none yet. */
      emailAddress?: string;
      /** @description Of triggers that take payments, of which there are none. */
      paymentLinkUrl?: string;
      /** @description Those of the version that runs. */
      triggers: components['schemas']['TriggerDetails'][];
    };
    TriggerView: {
      connector?: components['schemas']['ConnectorNeed'];
      description: string;
      /** @example Manual */
      name: string;
      /** @description JSON Schema of the trigger node's `payload`; not with `summary`. */
      payloadSchema?: {
        [key: string]: unknown;
      };
      /** @description JSON Schema of what later nodes read at `$trigger`; not with `summary`. */
      resultSchema?: {
        [key: string]: unknown;
      };
      tags: string[];
      /** @example manual */
      type: string;
      /** @description JSON Schema of `triggerConfig`, when a `wait` can use this trigger. */
      waitPayloadSchema?: {
        [key: string]: unknown;
      };
    };
    UiMetadataChanged: {
      /** @description The version shown, which stays the same. */
      version: number;
    };
    UpdateBlockDto: {
      definition?: components['schemas']['BlockContent'];
      description?: string;
      /** @description Refuse with 409 unless this is the newest version. */
      expectedCurrentVersion?: number;
      name?: string;
      /**
       * @example [
       *       "http"
       *     ]
       */
      tags?: string[];
    };
    UpdateDocumentDto: {
      /** @example Refunds above 500 need a second pair of eyes. */
      content?: string;
      tags?: string[];
      /** @example Refund policy */
      title?: string;
    };
    UpdateMemberDto: {
      /** @enum {string} */
      role: 'owner' | 'developer';
    };
    UpdateOrganizationDto: {
      description?: string;
      /** @example Payments team */
      name?: string;
      /** @description URL of a picture. */
      photo?: string;
      /**
       * @description Unique in the service. Without it one is made from the name.
       * @example payments-team
       */
      slug?: string;
    };
    UpdateProfileDto: {
      /** @description What it does. */
      about?: string;
      /** @description What whoever writes workflows for it should keep to. */
      instructions?: string;
      /**
       * @description Tag of BCP 47.
       * @example en-GB
       */
      language?: string;
      /**
       * @description Name of the IANA database.
       * @example Europe/London
       */
      timezone?: string;
    };
    UpdateTemplateDto: {
      cooldownMs?: number;
      definition?: components['schemas']['Definition'];
      description?: string;
      maxRuns?: number;
      name?: string;
      /** @description Unique in the organization. */
      slug?: string;
      /** @description Tables that workflows made from it expect, by name: `{columns: [...]}`. Only kept. */
      tableSchemas?: {
        [key: string]: unknown;
      };
      tags?: string[];
      /** @description At most 100. */
      templateProps?: components['schemas']['TemplatePropView'][];
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata?: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      visibility?: 'org' | 'public';
    };
    UpdateUiMetadataDto: {
      /** @description Refuse with 409 unless this is the version shown. */
      expectedCurrentVersion?: number;
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata: {
        [key: string]: unknown;
      };
    };
    UpdateVisibilityDto: {
      /**
       * @description `private`: its owner and the owners of the organization; `org`: all members; `public_view`, `public_execute`: everybody.
       * @enum {string}
       */
      visibility: 'private' | 'org' | 'public_view' | 'public_execute';
    };
    UpdateWorkflowDto: {
      /** @description Milliseconds in which a trigger that fires again is skipped. */
      cooldownMs?: number;
      definition?: components['schemas']['Definition'];
      description?: string;
      /** @description Refuse with 409 unless this is the version that would be changed. */
      expectedCurrentVersion?: number;
      maxRuns?: number;
      name?: string;
      /** @description Seconds between two runs that everybody together may start; null for none. */
      publicRunCooldownSeconds?: number;
      /** @description Runs that everybody together may start in a day (UTC); null for no limit. */
      publicRunDailyLimit?: number;
      /** @description What an editor keeps: positions, notes, comments. */
      uiMetadata?: {
        [key: string]: unknown;
      };
    };
    UsagePoint: {
      /** Format: date-time */
      bucketStart: string;
      usageCount: number;
    };
    UsageSeries: {
      /** @description One for each hour or day, also without use. */
      data: components['schemas']['UsagePoint'][];
      /** @enum {string} */
      granularity: 'hourly' | 'daily';
      /** @example http-request */
      nodeId: string;
      /** @enum {string} */
      nodeType: 'action' | 'trigger';
    };
    UserView: {
      /** Format: date-time */
      createdAt: string;
      /** Format: email */
      email?: string;
      /** @description Whether an OIDC issuer vouches for the address. */
      emailVerified: boolean;
      /** @example usr_0Vz8Kq1c2ZsVxN4tP7mRbA */
      id: string;
    };
    ValidationVerdict: {
      errors: components['schemas']['DefinitionProblem'][];
      valid: boolean;
      /** @description What is allowed and yet seldom meant. Empty while there are errors. */
      warnings: components['schemas']['DefinitionProblem'][];
    };
    VariableDefDto: {
      /** @description Of the type, at most 32,768 bytes as JSON. */
      default?:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      description?: string;
      /**
       * @description `persist`: the value stays from run to run. `reset`: each run starts from the default.
       * @enum {string}
       */
      lifetime: 'persist' | 'reset';
      /** @description The name in the address, or left out. */
      name?: string;
      /** @enum {string} */
      type: 'number' | 'text' | 'boolean' | 'list' | 'object';
    };
    VariableDefView: {
      default?:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      description: string;
      /** @enum {string} */
      lifetime: 'persist' | 'reset';
      /** @example lastOrder */
      name: string;
      /** @enum {string} */
      type: 'number' | 'text' | 'boolean' | 'list' | 'object';
    };
    VariableList: {
      items: components['schemas']['VariableView'][];
    };
    VariableView: {
      def: components['schemas']['VariableDefView'];
      /** @description Whether something was written, so that the default does not count. */
      hasValue: boolean;
      /** @description The run that wrote the value; absent when a person did. */
      lastRunId?: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description What a run finds that starts now. */
      value?:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      /** @description How often the value was written. */
      version: number;
    };
    VariableWriteView: {
      id: number;
      name: string;
      /** @description Absent after a reset without a default. */
      newValue?:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      /** @description What it replaced; absent when there was none. */
      oldValue?:
        | {
            [key: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
        | null;
      /**
       * @description `set`: by a node. The others: by a person.
       * @enum {string}
       */
      op: 'set' | 'manual_set' | 'manual_reset';
      /** @example run_0Vz8Kq1c2ZsVxN4tP7mRbA */
      runId?: string;
      /**
       * @description Who can read it: later runs of the workflow, or only this one.
       * @enum {string}
       */
      scope: 'workflow' | 'run';
      workflowId: string;
      /** Format: date-time */
      writtenAt: string;
      /**
       * @description Address of the node.
       * @example orders[3]/count
       */
      writtenByNode?: string;
    };
    VersionCount: {
      total: number;
    };
    VisibilityChanged: {
      id: string;
      /** @enum {string} */
      visibility: 'private' | 'org' | 'public_view' | 'public_execute';
    };
    WebhookSecretView: {
      /** @description To be kept secret: who has it may send events of the integrations. */
      secret: string;
      /**
       * @description Where integrations of the organization send their events, with `?secret=`.
       * @example https://weft.example.com/v1/orgs/org_0Vz8Kq1c2ZsVxN4tP7mRbA/integrations/webhook
       */
      webhookUrl: string;
    };
    WidgetView: {
      buttonLabel: string;
      /** @description The trigger's `chainId`. */
      chainId?: number;
      description: string;
      enabled: boolean;
      /** @description In the smallest unit. */
      maxAmount?: string;
      /** @description In the smallest unit. */
      minAmount?: string;
      /** @description The trigger's `toAddress`, else its `contractAddress`. */
      recipientAddress?: string;
      title: string;
      /** @description The trigger's `tokenAddress`. */
      tokenAddress?: string;
    };
    WorkflowCounts: {
      active: number;
      archived: number;
      /** @description Connector types that these workflows use. */
      availableConnectors: string[];
      /** @description Trigger types that these workflows have. */
      availableTypes: string[];
      draft: number;
      paused: number;
      total: number;
    };
    WorkflowIdsDto: {
      workflowIds: string[];
    };
    WorkflowListItem: {
      connectors?: components['schemas']['ConnectorUse'][];
      cooldownMs?: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy?: string;
      /** @description Its nodes without their payloads. Absent above 200 nodes. */
      definitionSummary?: {
        nodes?: {
          [key: string]: {
            branch?: string;
            children?: string[];
            position?: {
              x?: number;
              y?: number;
            };
            type?: string;
          };
        };
      };
      description: string;
      /** @description The version that is edited. */
      draftVersion?: number;
      hasDraft: boolean;
      hasLiveVersion: boolean;
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      /** @description Inputs in the definition's list `inputSchema`. The JSON Schema of a trigger is not counted. */
      inputCount?: number;
      /**
       * Format: date-time
       * @description When its last run was started. In lists, and where one workflow is read.
       */
      lastTriggeredAt?: string;
      /** @description Workflows that its `trigger-workflow` nodes start. */
      linkedWorkflowIds?: string[];
      /** @description The version that runs. */
      liveVersion?: number;
      maxRuns?: number;
      /** @example Daily market alert */
      name: string;
      nodeCount?: number;
      /** @example org_0VUz1ZBkx9wcXJLPl7aMoX */
      organizationId: string;
      /** @description Id of the member that answers for it. */
      ownerUserId?: string;
      /** @description Why the service paused it. */
      pausedReason?: string;
      /** @description Seconds between two runs that everybody together may start. */
      publicRunCooldownSeconds?: number;
      /** @description Runs that everybody together may start in a day. */
      publicRunDailyLimit?: number;
      /** @description Whether everybody is shown its widget. */
      publicWidgetEnabled: boolean;
      remainRuns?: number;
      /** @description The template that it was made from. */
      sourceTemplateId?: string;
      /**
       * @description Of the workflow; of one version: `active` or `paused` when it is the live one, `draft` when it is the draft, else `archived`.
       * @enum {string}
       */
      status: 'draft' | 'active' | 'paused' | 'archived';
      /** @description Title of its first trigger, else its type. */
      triggerName?: string;
      /**
       * @description Type of its first trigger.
       * @example manual
       */
      triggerType?: string;
      /**
       * @description Type of its trigger.
       * @example manual
       */
      type: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description Id of the user or service account that changed it last. */
      updatedBy?: string;
      /** @description The version shown: the draft, else the live one. */
      version: number;
      /** @enum {string} */
      visibility: 'private' | 'org' | 'public_view' | 'public_execute';
    };
    WorkflowMeta: {
      hasDraft: boolean;
      hasLiveVersion: boolean;
      id: string;
      name: string;
      /** @description Types of its nodes, each once. */
      nodeTypes?: string[];
      /** @enum {string} */
      status: 'draft' | 'active' | 'paused' | 'archived';
      /** @description Title of its first trigger, else its type. */
      triggerName?: string;
      /** @description Type of its first trigger. */
      triggerType?: string;
      /** @description Types of all its triggers. */
      triggerTypes?: string[];
      /** Format: date-time */
      updatedAt: string;
    };
    WorkflowOwnerCounts: {
      org: number;
      public: number;
      yours: number;
    };
    WorkflowPlace: {
      /** @description Always true: others are not told that the workflow exists. */
      isMember: boolean;
      organizationId: string;
      organizationName: string;
    };
    WorkflowRunCount: {
      cancelled: number;
      failure: number;
      partial: number;
      running: number;
      success: number;
      total: number;
      waiting: number;
      workflowId: string;
    };
    WorkflowRunEvent:
      | components['schemas']['RunStartedEvent']
      | components['schemas']['RunWaitingEvent']
      | components['schemas']['RunResumedEvent']
      | components['schemas']['RunCompletedEvent']
      | components['schemas']['RunPartialEvent']
      | components['schemas']['RunFailedEvent']
      | components['schemas']['RunCancelledEvent'];
    WorkflowRunFrame: {
      data: string;
      /** @enum {string} */
      event:
        | 'run_started'
        | 'node_started'
        | 'node_retrying'
        | 'node_waiting'
        | 'node_scheduled'
        | 'node_completed'
        | 'node_failed'
        | 'node_skipped'
        | 'node_cancelled'
        | 'run_waiting'
        | 'run_resumed'
        | 'run_completed'
        | 'run_partial'
        | 'run_failed'
        | 'run_cancelled';
      /** @description A place in the feed. Send it back as `Last-Event-ID` to go on after this frame. */
      id: string;
    };
    WorkflowRunStats: {
      counts: components['schemas']['RunCount'];
      /** @description The last five, the newest first. */
      recentRuns: components['schemas']['RecentWorkflowRun'][];
    };
    WorkflowSchedule: {
      /**
       * Format: date-time
       * @description Of triggers that fire by the clock, of which there are none yet.
       */
      nextRunAt?: string;
      /** Format: date-time */
      serverTime: string;
    };
    WorkflowView: {
      /** @description Made by `regenerateDescriptions`. */
      aiDescription?: string;
      /** @description Made by `regenerateDescriptions`. */
      aiName?: string;
      cooldownMs?: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Id of the user or service account that made it. */
      createdBy?: string;
      /**
       * @description Secrets are shown as `***`; sent back like that, they stay what they are.
       * @example {
       *       "nodes": {
       *         "root": {
       *           "type": "manual",
       *           "payload": {
       *             "inputSchema": {
       *               "type": "object",
       *               "properties": {
       *                 "message": {
       *                   "type": "string"
       *                 }
       *               }
       *             }
       *           },
       *           "children": [
       *             "log_message"
       *           ]
       *         },
       *         "log_message": {
       *           "type": "log",
       *           "payload": {
       *             "message": "Incoming message: {{$trigger.body.message}}"
       *           },
       *           "children": []
       *         }
       *       }
       *     }
       */
      definition: components['schemas']['Definition'];
      description: string;
      /** @description The version that is edited. */
      draftVersion?: number;
      hasDraft: boolean;
      hasLiveVersion: boolean;
      /** @example wf_0VUz1ZBkxMoX9wcXJLPl7a */
      id: string;
      /**
       * Format: date-time
       * @description When its last run was started. In lists, and where one workflow is read.
       */
      lastTriggeredAt?: string;
      /** @description The version that runs. */
      liveVersion?: number;
      maxRuns?: number;
      /** @example Daily market alert */
      name: string;
      /** @example org_0VUz1ZBkx9wcXJLPl7aMoX */
      organizationId: string;
      /** @description Id of the member that answers for it. */
      ownerUserId?: string;
      /** @description Why the service paused it. */
      pausedReason?: string;
      /** @description Seconds between two runs that everybody together may start. */
      publicRunCooldownSeconds?: number;
      /** @description Runs that everybody together may start in a day. */
      publicRunDailyLimit?: number;
      /** @description What its widget shows: `enabled`, `title`, `description`, `buttonLabel`, `minAmount`, `maxAmount`. */
      publicWidgetConfig?: {
        [key: string]: unknown;
      };
      /** @description Whether everybody is shown its widget. */
      publicWidgetEnabled: boolean;
      remainRuns?: number;
      /** @description The template that it was made from. */
      sourceTemplateId?: string;
      /**
       * @description Of the workflow; of one version: `active` or `paused` when it is the live one, `draft` when it is the draft, else `archived`.
       * @enum {string}
       */
      status: 'draft' | 'active' | 'paused' | 'archived';
      /** @description Credential of its resume addresses. Shown to callers that may run the workflow. */
      triggerSecret?: string;
      /**
       * @description Type of its trigger.
       * @example manual
       */
      type: string;
      uiMetadata?: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      updatedAt: string;
      /** @description Id of the user or service account that changed it last. */
      updatedBy?: string;
      /** @description The variables that it has, without their values: `{name, type, lifetime, default, description}`. Where one workflow is read. */
      variableDefs?: {
        [key: string]: unknown;
      }[];
      /** @description The version shown: the draft, else the live one. */
      version: number;
      /** @description Id of the user or service account that made this version. */
      versionCreatedBy?: string;
      /** @enum {string} */
      visibility: 'private' | 'org' | 'public_view' | 'public_execute';
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  healthLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['Health'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  healthReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['Health'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getOrgWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WebhookSecretView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rotateOrgWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WebhookSecretView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listActions: {
    parameters: {
      query?: {
        /** @description Leave the schemas and examples out. */
        summary?: boolean;
        /** @description Only entries that have all of these tags. Repeat it or join with commas. */
        tags?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ActionView'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getAction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Type of the action.
         * @example http-request
         */
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ActionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  adminListAuditLog: {
    parameters: {
      query?: {
        /** @description Id of a user, a service account or a run. */
        actorId?: string;
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description From this time on, in Unix milliseconds. */
        from?: number;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Id of the operation. */
        operation?: string;
        /** @description The log of this organization, also of one that was deleted; default: of none. */
        organizationId?: string;
        /** @description How it ended. */
        outcome?: ('pending' | 'done' | 'failed' | 'refused')[];
        /** @description Id of what it was done to. */
        resourceId?: string;
        /** @description What kind of thing it was done to. */
        resourceType?: string;
        /** @description What belongs to this run. */
        runId?: string;
        /** @description Before this time, in Unix milliseconds. */
        to?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['AuditEntryView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  adminAdjustCu: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdjustCuDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuAdjustView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  adminUpdateSubscription: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubscriptionDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['SubscriptionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listApiKeys: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['ApiKeyView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateApiKeyDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['NewApiKeyView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the API key, not the key itself.
         * @example key_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ApiKeyView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the API key, not the key itself.
         * @example key_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listApiRequestAudits: {
    parameters: {
      query?: {
        /** @description Only requests of this key. */
        apiKeyId?: string;
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Only requests of keys of this service account. */
        serviceAccountId?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['ApiRequestView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listBlocks: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Part of the name or description. */
        q?: string;
        /** @description Slugs of tags, all of which it has. Repeat it or join with commas. */
        tags?: string[];
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['BlockView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createBlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateBlockDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['BlockView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getBlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['BlockView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  archiveBlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateBlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateBlockDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['BlockView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rollbackBlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollbackBlockDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['BlockView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listBlockUses: {
    parameters: {
      query?: {
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['BlockUse'][];
              limit: number;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listBlockVersions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              currentVersion: number;
              hasMore: boolean;
              items: components['schemas']['BlockView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getBlockVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the block.
         * @example blk_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Number of the version: 1, 2, 3 ...
         * @example 1
         */
        versionNumber: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['BlockView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getCuCosts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuCostsView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listMyInvites: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['MyInviteView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  acceptInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description Id of the invite.
         * @example inv_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AnswerInviteDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['MemberView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  declineInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description Id of the invite.
         * @example inv_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AnswerInviteDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listLogicActions: {
    parameters: {
      query?: {
        /** @description Leave the schemas and examples out. */
        summary?: boolean;
        /** @description Only entries that have all of these tags. Repeat it or join with commas. */
        tags?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ActionView'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getFailureRate: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['FailureRate'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getRecentActivity: {
    parameters: {
      query?: {
        /** @description How many runs. */
        limit?: number;
        /** @description Only runs in this state. */
        status?: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RecentRun'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getRunsTimeseries: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description Days begin at 0:00 UTC. A series has at most 1,000 points. */
        granularity: 'hourly' | 'daily';
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunsSeries'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getMetricsSummary: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description Days begin at 0:00 UTC. A series has at most 1,000 points. */
        granularity: 'hourly' | 'daily';
        /** @description How many runs. */
        recentActivityLimit?: number;
        /** @description Of the recent activity. */
        status?: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
        /** @description How many errors. */
        topErrorsLimit?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['MetricsSummary'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTopErrors: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description How many errors. */
        limit?: number;
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TopError'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOnboardingQuestions: {
    parameters: {
      query: {
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Whom the questions are about. */
        scope: 'user' | 'org';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['QuestionView'][];
              limit: number;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  submitOnboardingResponses: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswersDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getOnboardingStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['OnboardingStatus'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOrganizations: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['OrganizationView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateOrganizationDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['OrganizationView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['OrganizationView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateOrganizationDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['OrganizationView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getCuBalance: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuBalanceView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listCuRuns: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['CuRunView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateCuThreshold: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ThresholdDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuThresholdView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getCuUsage: {
    parameters: {
      query: {
        /** @description In UTC, since 1970. */
        yearMonth: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuUsageView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getCuUsageByWorkflow: {
    parameters: {
      query: {
        /** @description Start, in Unix milliseconds. */
        from: number;
        /** @description End, in Unix milliseconds; it is not included. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['CuUsageByWorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  queryDatabase: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QueryDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['QueryResult'];
            lastRowId?: unknown;
            /** @constant */
            message: 'successfully';
            requestId: string;
            rows?: {
              [key: string]: unknown;
            }[];
            rowsAffected?: number;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listDatabaseTables: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TableList'];
            /** @constant */
            message: 'successfully';
            requestId: string;
            tables?: Record<string, never>[];
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getDatabaseTable: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
        /**
         * @description Name of the table.
         * @example notes
         */
        tableName: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            columns?: Record<string, never>[];
            data: components['schemas']['TableColumns'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listKnowledge: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Words, each the beginning of one in the title, the tags or the content. */
        q?: string;
        /** @description Slugs of tags, all of which it has. */
        tags?: string[];
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['DocumentItem'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createKnowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateDocumentDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['DocumentView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getKnowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the document.
         * @example doc_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['DocumentView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteKnowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the document.
         * @example doc_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateKnowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the document.
         * @example doc_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateDocumentDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['DocumentView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getOrgProfile: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ProfileView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateOrgProfile: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateProfileDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ProfileView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicOrganizationView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getSubscription: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['SubscriptionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOrgPublicTemplates: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: never;
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['TemplateView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listAuditLog: {
    parameters: {
      query?: {
        /** @description Id of a user, a service account or a run. */
        actorId?: string;
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description From this time on, in Unix milliseconds. */
        from?: number;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Id of the operation. */
        operation?: string;
        /** @description How it ended. */
        outcome?: ('pending' | 'done' | 'failed' | 'refused')[];
        /** @description Id of what it was done to. */
        resourceId?: string;
        /** @description What kind of thing it was done to. */
        resourceType?: string;
        /** @description What belongs to this run. */
        runId?: string;
        /** @description Before this time, in Unix milliseconds. */
        to?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['AuditEntryView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOrgInvites: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['InviteView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createOrgInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateInviteDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['NewInviteView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  cancelOrgInvite: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the invite.
         * @example inv_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  leaveOrganization: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOrgMembers: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['MemberView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  removeOrgMember: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
        /**
         * @description Id of the user.
         * @example usr_0VbXkD2mQ8sTzLr5HwYc1u
         */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateOrgMember: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
        /**
         * @description Id of the user.
         * @example usr_0VbXkD2mQ8sTzLr5HwYc1u
         */
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateMemberDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['MemberView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listOrgRestrictions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['RestrictionView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createOrgRestriction: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateRestrictionDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RestrictionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteOrgRestriction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the restriction.
         * @example rst_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the organization.
         * @example org_0VbXkD2mQ8sTzLr5HwYc1u
         */
        orgId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicExecution: {
    parameters: {
      query: {
        /** @description The `clientToken` of the answer that made the execution. */
        token: string;
      };
      header?: never;
      path: {
        /**
         * @description Id of the execution.
         * @example exe_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicExecutionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  streamPublicExecution: {
    parameters: {
      query: {
        /** @description The `clientToken` of the answer that made the execution. */
        token: string;
      };
      header?: {
        /** @description Number of the last event. */
        'Last-Event-ID'?: string;
      };
      path: {
        /**
         * @description Id of the execution.
         * @example exe_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicRunView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicRunByTx: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Hash of the transaction.
         * @example 0x4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f
         */
        txHash: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicRunView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicWorkflow: {
    parameters: {
      query?: {
        /** @description One that is or was live. */
        v?: number;
      };
      header?: never;
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicWorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createPublicExecution: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreatePublicExecutionDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['NewExecution'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicWorkflowMeta: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicMeta'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  runPublicWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunStarted'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listPublicWorkflowRuns: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: never;
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['PublicRunItem'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getPublicWidget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['PublicWidget'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listRuns: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Only runs in this state. */
        status?: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
        /** @description Only runs of this workflow. */
        workflowId?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['RunItem'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createEphemeralRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InlineRunDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunStarted'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getRun: {
    parameters: {
      query?: {
        /** @description Only these nodes in `executionState`: ids joined with commas. */
        nodeIds?: string;
        /** @description Leave `executionState` and `workflowDefinition` out. */
        summary?: boolean;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  cancelRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listRunLogs: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Only lines of these levels. */
        level?: ('debug' | 'info' | 'warn' | 'error')[];
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description Lines of this node, in all iterations. */
        nodeId?: string;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Text in the message, in any case. */
        q?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['RunLogLine'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  resumeWaitingNode: {
    parameters: {
      query?: {
        /** @description The workflow's trigger secret, instead of an API key. */
        secret?: string;
      };
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Id of the node, or its address in a loop, such as `each[3]/approve`.
         * @example approve
         */
        nodeId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ResumeNodeDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            action?: 'resumed' | 'skipped';
            /** @constant */
            code: 0;
            data: components['schemas']['ResumeVerdict'];
            /** @constant */
            message: 'successfully';
            reason?: string;
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  retryRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  streamRun: {
    parameters: {
      query?: {
        /** @description The same as the header, for clients that can not set it. */
        lastEventId?: number;
      };
      header?: {
        /** @description Number of the last event. */
        'Last-Event-ID'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listRunVariableWrites: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the run.
         * @example run_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['VariableWriteView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countRunsByStatus: {
    parameters: {
      query?: {
        /** @description Only runs that were started at this time or later. */
        since?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunCount'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countRunsByWorkflow: {
    parameters: {
      query?: {
        /** @description Only runs that were started at this time or later. */
        since?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowRunCount'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  runSync: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SyncRunDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['SyncRunResult'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  attributeTransactions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransactionHashesDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              [key: string]: components['schemas']['TransactionAttribution'];
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  search: {
    parameters: {
      query: {
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Words, each the beginning of one in the name, the tags or the description. */
        q: string;
        /** @description All without it. Repeat it or join with commas; plurals are taken, too. */
        types?: ('template' | 'action' | 'trigger' | 'connector_def' | 'workflow')[];
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['SearchResponse'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  findSimilar: {
    parameters: {
      query?: {
        /** @description At most 20. */
        limit?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id, or the type of an action or trigger.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description What it is similar to.
         * @example workflow
         */
        type: 'template' | 'action' | 'trigger' | 'connector_def' | 'workflow';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['SearchResponse'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listServiceAccounts: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['ServiceAccountView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceAccountDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ServiceAccountView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the service account.
         * @example sa_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ServiceAccountView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the service account.
         * @example sa_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the service account.
         * @example sa_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceAccountDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ServiceAccountView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  disableServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the service account.
         * @example sa_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ServiceAccountView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  enableServiceAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the service account.
         * @example sa_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ServiceAccountView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['NewSessionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getAllStatistics: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              [key: string]: components['schemas']['NodeStatistics'];
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getNodeUsage: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description Days begin at 0:00 UTC. A series has at most 1,000 points. */
        granularity: 'hourly' | 'daily';
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Type of the action or trigger.
         * @example http-request
         */
        id: string;
        /**
         * @description What kind of node it is.
         * @example action
         */
        type: 'action' | 'trigger';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['UsageSeries'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getActionLatency: {
    parameters: {
      query: {
        /** @description Milliseconds since 1970. Taken back to the start of its hour or day in UTC. */
        from: number;
        /** @description Days begin at 0:00 UTC. A series has at most 1,000 points. */
        granularity: 'hourly' | 'daily';
        /** @description Milliseconds since 1970, at most 365 days after `from`. Its hour or day counts whole. */
        to: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Type of the action.
         * @example http-request
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['LatencySeries'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listTags: {
    parameters: {
      query?: {
        /** @description Only tags of this category. */
        category?: string;
        /** @description At most 1000. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description What `count` counts; tags that nothing of it has are left out. */
        scope?:
          | 'all'
          | 'templates_public'
          | 'templates_promoted'
          | 'templates_org'
          | 'actions'
          | 'triggers'
          | 'connectors';
        /** @description Part of the name. */
        search?: string;
        /** @description By `count` rather than by `weight`. */
        sortByCount?: boolean;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['TagView'][];
              limit: number;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listTagCategories: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: string[];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listTemplates: {
    parameters: {
      query?: {
        /** @description `pending`: what waits for a review, for administrators of the installation. */
        category?: 'promoted' | 'public' | 'org' | 'all' | 'pending';
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Slugs of tags, all of which it has. Repeat it or join with commas. */
        tags?: string[];
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['TemplateView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateTemplateDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  approveTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  promoteTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rejectTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RejectTemplateDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  unpromoteTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateTemplateDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rollbackTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollbackTemplateDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTemplateStats: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateStats'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listTemplateVersions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              currentVersion: number;
              hasMore: boolean;
              items: components['schemas']['TemplateView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTemplateVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
        /**
         * @description Number of the version: 1, 2, 3 ...
         * @example 1
         */
        versionNumber: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countTemplateVersions: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the template.
         * @example tmpl_0VbXkD2mQ8sTzLr5HwYc1u
         */
        templateId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateVersionCount'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTemplateBySourceWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        workflowId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'] | null;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listRecommendedTemplates: {
    parameters: {
      query: {
        /** @description Which templates to choose from. */
        category: 'promoted' | 'public' | 'org' | 'all';
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description `strong_match`: only those with a tag among the interests. `interest_based`: those first. `popular_with_interest`: of those the most used first. */
        strategy?: 'strong_match' | 'interest_based' | 'popular_with_interest';
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TemplateView'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listTriggers: {
    parameters: {
      query?: {
        /** @description Leave the schemas and examples out. */
        summary?: boolean;
        /** @description Only entries that have all of these tags. Repeat it or join with commas. */
        tags?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TriggerView'][];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTrigger: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Type of the trigger.
         * @example manual
         */
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TriggerView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['UserView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listUserInterests: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['InterestView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  addUserInterest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddInterestDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['InterestId'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteUserInterest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the tag of the interest.
         * @example tag_0VbXkD2mQ8sTzLr5HwYc1u
         */
        tagId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['InterestId'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getUserInterestSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['InterestSettings'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateUserInterestSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InterestSettingsDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['InterestSettings'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePasswordDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  signUp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignUpDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['NewSessionView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  streamManyWorkflowRuns: {
    parameters: {
      query: {
        /** @description Ids of workflows. What the caller can not see is left out. */
        ids: string[];
      };
      header?: {
        /** @description Id of the last event. */
        'Last-Event-ID'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listWorkflows: {
    parameters: {
      query?: {
        /** @description Types of nodes, any of which it has. */
        actions?: string[];
        /** @description Types of connectors, any of which it uses. */
        connectors?: string[];
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description Only those that the caller made. */
        madeByMe?: boolean;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description `yours`: those that the caller owns; `public`: those that everybody sees. */
        owner?: 'yours' | 'org' | 'public';
        /** @description Part of the name or description. */
        q?: string;
        /** @description `runs:desc` goes by the number of runs a second or two ago. */
        sort?: 'updatedAt:desc' | 'name:asc' | 'createdAt:desc' | 'runs:desc';
        /** @description Without it all but the archived ones. */
        status?: 'draft' | 'active' | 'paused' | 'archived';
        /** @description Type of the trigger. */
        type?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['WorkflowListItem'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            hasMore?: boolean;
            /** @constant */
            message: 'successfully';
            requestId: string;
            workflows?: components['schemas']['WorkflowListItem'][];
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  createWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  archiveWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  discardDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  exportWorkflow: {
    parameters: {
      query?: {
        /** @description What the file is written in. */
        format?: 'json' | 'yaml';
        /** @description Default: the version that the workflow shows. */
        version?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportWorkflowDto'];
          'application/yaml': components['schemas']['ImportWorkflowDto'];
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listIncomingLinks: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['IncomingLinks'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getLive: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  transferWorkflowOwner: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TransferOwnerDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['OwnerChanged'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  pauseWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  publishWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['PublishWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  refillWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefillDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RefilledWorkflow'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  regenerateDescriptions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['GeneratedText'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  releaseWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['PublishWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ReleaseView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listReleases: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['ReleaseView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  revertToRelease: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Number of the release: 1, 2, 3 ...
         * @example 1
         */
        releaseVersion: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ReleaseView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  resolveWorkflowOrg: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowPlace'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  resumeWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  revertToVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevertToVersionDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ReleaseView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rollbackWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollbackWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  runWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['RunWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunStarted'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listWorkflowRuns: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
        /** @description Only runs in this state. */
        status?: 'running' | 'waiting' | 'success' | 'partial' | 'failure' | 'cancelled';
        /** @description Only runs of this workflow. */
        workflowId?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['RunItem'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countWorkflowRuns: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RunCount'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  streamWorkflowRuns: {
    parameters: {
      query?: never;
      header?: {
        /** @description Id of the last event. */
        'Last-Event-ID'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getWorkflowSchedule: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowSchedule'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTriggerAggregates: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TriggerAggregates'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getTriggerInfo: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['TriggerInfo'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  rotateTriggerSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['RotatedTriggerSecret'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateWorkflowUiMetadata: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateUiMetadataDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['UiMetadataChanged'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  unarchiveWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listWorkflowVariables: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VariableList'];
            items?: Record<string, never>[];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  upsertWorkflowVariable: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Name of the variable.
         * @example counter
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VariableDefDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VariableDefView'];
            default?: unknown;
            description?: string;
            lifetime?: string;
            /** @constant */
            message: 'successfully';
            name?: string;
            requestId: string;
            type?: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  deleteWorkflowVariable: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Name of the variable.
         * @example counter
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listVariableHistory: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Name of the variable.
         * @example counter
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              hasMore: boolean;
              items: components['schemas']['VariableWriteView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  resetWorkflowVariable: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Name of the variable.
         * @example counter
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VariableView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  setWorkflowVariable: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Name of the variable.
         * @example counter
         */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetVariableDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VariableView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  listWorkflowVersions: {
    parameters: {
      query?: {
        /** @description The `nextCursor` of the page before, instead of an `offset`: what is added meanwhile neither moves nor repeats what is left. */
        cursor?: string;
        /** @description Entries per page, at most 100; more is taken as 100. */
        limit?: number;
        /** @description How many entries to leave out at the start. */
        offset?: number;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              currentVersion: number;
              hasMore: boolean;
              items: components['schemas']['WorkflowView'][];
              limit: number;
              nextCursor: string | null;
              offset: number;
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  getWorkflowVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
        /**
         * @description Number of the version: 1, 2, 3 ...
         * @example 1
         */
        versionNumber: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countWorkflowVersions: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VersionCount'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  updateWorkflowVisibility: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateVisibilityDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['VisibilityChanged'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  enableWidget: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnableWidgetDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WidgetView'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  disableWidget: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path: {
        /**
         * @description Id of the workflow.
         * @example wf_0VbXkD2mQ8sTzLr5HwYc1u
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  batchWorkflowMeta: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WorkflowIdsDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              [key: string]: components['schemas']['WorkflowMeta'];
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  batchWorkflowStats: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WorkflowIdsDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: {
              [key: string]: components['schemas']['WorkflowRunStats'];
            };
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countWorkflows: {
    parameters: {
      query?: {
        /** @description Types of nodes, any of which it has. */
        actions?: string[];
        /** @description Types of connectors, any of which it uses. */
        connectors?: string[];
        /** @description Only those that the caller made. */
        madeByMe?: boolean;
        /** @description `yours`: those that the caller owns; `public`: those that everybody sees. */
        owner?: 'yours' | 'org' | 'public';
        /** @description Part of the name or description. */
        q?: string;
        /** @description Type of the trigger. */
        type?: string;
      };
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowCounts'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  importWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportWorkflowDto'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ImportedWorkflow'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  countWorkflowsByOwner: {
    parameters: {
      query?: never;
      header?: {
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['WorkflowOwnerCounts'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
  validateWorkflow: {
    parameters: {
      query?: never;
      header?: {
        /** @description Text of your own, such as a UUID. A request that is sent again with it within 24 hours is not carried out again: it is answered as the first one was, if that was a success. */
        'Idempotency-Key'?: string;
        /** @description The organization that a user acts in. An API key needs none: it has its own. */
        'X-Org-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          components['schemas']['CreateWorkflowDto'] | components['schemas']['Definition'];
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            code: 0;
            data: components['schemas']['ValidationVerdict'];
            /** @constant */
            message: 'successfully';
            requestId: string;
          };
        };
      };
      /** @description Refused or failed. */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Failure'];
        };
      };
    };
  };
}
