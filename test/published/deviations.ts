interface Deviation {
  /** Operations by id; absent: all. */
  operations?: readonly string[];
  /** Only of requests with this in their query. */
  query?: readonly [name: string, value: RegExp];
  /** Where, as a pattern over the place in the answer and what is wrong there. */
  place: RegExp;
  reason: string;
}

/** Where Weft answers otherwise than the document of B3OS says, and why. */
export const DEVIATIONS: readonly Deviation[] = [
  {
    place: /\/definition\/inputSchema\/\*\/required must be boolean$/,
    reason: 'A draft is kept and shown as it was sent, problems and all.',
  },
  {
    operations: ['listActions', 'listLogicActions', 'listTriggers'],
    query: ['summary', /^(true|1|)$/],
    place: /^\/data\/\* must have required property '\w+'$/,
    reason: 'With `summary=true` the schemas are left out, as the text of B3OS says.',
  },
  {
    place: /^\/data(\/items\/\*)?\/type must be equal to one of the allowed values$/,
    operations: ['createWorkflow', 'updateWorkflow', 'getWorkflow', 'getDraft', 'listWorkflows'],
    reason: 'A draft may have a trigger of a type that is not known yet.',
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

/** What a request was answered that B3OS would not. */
interface Difference {
  operation: string;
  place: string;
  searchParams: URLSearchParams;
}

const used = new Set<Deviation>();

export function isKnownDeviation({ operation, place, searchParams }: Difference): boolean {
  const known = DEVIATIONS.find(
    (one) =>
      one.operations?.includes(operation) !== false &&
      one.place.test(place) &&
      (one.query === undefined || has(searchParams, one.query)),
  );
  if (known) used.add(known);
  return known !== undefined;
}

const has = (searchParams: URLSearchParams, [name, value]: readonly [string, RegExp]): boolean =>
  searchParams.getAll(name).some((given) => value.test(given));

/** Those that no answer of this suite had. */
export function unusedDeviations(): readonly Deviation[] {
  return DEVIATIONS.filter((one) => !used.has(one));
}
