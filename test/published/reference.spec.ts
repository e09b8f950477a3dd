import { B3OS_CONTRACT, type B3osSchema } from '../../src/openapi/b3os-contract';
import { GAPS, isKnownGap } from './gaps';
import { type Documents, missingFields, type Schema } from './missing-fields';
import { readDocument } from './published-document';

interface Described {
  operationId: string;
  parameters?: { name: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  'x-weft-status'?: 'pending';
}

const document = readDocument();
const built = Object.values(document.paths)
  .flatMap((methods) => Object.values(methods) as unknown as Described[])
  .filter((operation) => operation['x-weft-status'] === undefined);

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
const documents: Documents = {
  theirs: (ref) => B3OS_CONTRACT.schemas[nameOf(ref)] ?? {},
  ours: (ref) => document.components.schemas[nameOf(ref)] ?? {},
};
/** What takes or gives nothing. */
const NOTHING: Schema = { type: 'object', additionalProperties: false };

/** What B3OS has in an operation and Weft has not, such as `answer data.wallet`. */
function gapsOf({ operationId, parameters = [], requestBody, responses }: Described): string[] {
  const theirs = B3OS_CONTRACT.operations[operationId];
  if (theirs === undefined) return [];
  const names = new Set(parameters.map(({ name }) => name.toLowerCase()));
  const lacking = (theirs.parameters ?? []).filter(({ name }) => !names.has(name.toLowerCase()));
  const body = requestBody?.content['application/json']?.schema ?? NOTHING;
  const answer = responses['200']?.content?.['application/json']?.schema ?? NOTHING;
  return [
    ...lacking.map(({ name }) => `parameter ${name}`),
    ...fields(theirs.body, body).map((field) => `body ${field}`),
    ...fields(theirs.answer, answer).map((field) => `answer ${field}`),
  ];
}

const fields = (theirs: B3osSchema | undefined, ours: Schema): string[] =>
  missingFields(documents, theirs, [ours]);

describe('what B3OS documents of an operation that is built', () => {
  const gaps = built.flatMap((one) => gapsOf(one).map((field) => ({ id: one.operationId, field })));

  it('is documented here, or its absence has a reason in gaps.ts', () => {
    const unknown = gaps.filter((gap) => !isKnownGap(gap));
    expect(unknown.map(({ id, field }) => `${id}: ${field}`)).toEqual([]);
  });

  it('is missing where gaps.ts says so: what is there now is taken out of it', () => {
    const unused = GAPS.flatMap(({ fields: listed, operations }) =>
      listed.filter(
        (name) =>
          !gaps.some((gap) => isKnownGap(gap, [{ fields: [name], operations, reason: '' }])),
      ),
    );
    expect(unused).toEqual([]);
  });
});
