interface Deviation {
  /** Operations by id; absent: all. */
  operations?: readonly string[];
  /** Where, as a pattern over the place in the answer and what is wrong there. */
  place: RegExp;
  reason: string;
}

/** Where Weft answers otherwise than the document of B3OS says, and why. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    operations: ['listActions', 'listLogicActions', 'listTriggers'],
    place: /^\/data\/\* must have required property '\w+'$/,
    reason: 'With `summary=true` the schemas are left out, as the text of B3OS says.',
  },
  {
    place: /^\/data(\/items\/\*)?\/type must be equal to one of the allowed values$/,
    operations: ['createWorkflow', 'updateWorkflow', 'getWorkflow', 'getDraft', 'listWorkflows'],
    reason: 'A draft may have a trigger of a type that is not known yet.',
  },
  {
    operations: ['listWorkflowVariables', 'upsertWorkflowVariable'],
    place: /^\/ must have required property '\w+'$/,
    reason: 'The document of B3OS leaves out the envelope, which all answers have.',
  },
  {
    place: /^\/data(\/items\/\*)?\/permissions\/\* must be equal to one of the allowed values$/,
    operations: [
      ...['listServiceAccounts', 'createServiceAccount'],
      ...['getServiceAccount', 'updateServiceAccount'],
    ],
    reason: '`audit:read` is a permission of Weft: B3OS has no audit log.',
  },
];

export function isKnownDeviation(operation: string, place: string): boolean {
  return DEVIATIONS.some(
    (one) => one.operations?.includes(operation) !== false && one.place.test(place),
  );
}
