import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readDocument } from './published-document';

interface Media {
  schema: object;
  example?: unknown;
  examples?: object;
}

interface Described {
  operationId: string;
  parameters?: { name: string; in: string; description?: string; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
  'x-weft-status'?: 'pending';
}

const document = readDocument();
const all = Object.values(document.paths).flatMap(
  (methods) => Object.values(methods) as unknown as Described[],
);
const built = all.filter((operation) => operation['x-weft-status'] === undefined);

const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
ajv.addSchema({ ...document, $id: 'weft' });

/** What an example has wrong by the schema beside it. */
function wrongIn(media: Media): string | undefined {
  if (media.example === undefined) return 'there is none';
  const text = JSON.stringify(media.schema).replaceAll('"#/', '"weft#/');
  const validate = ajv.compile(JSON.parse(text) as object);
  return validate(media.example) ? undefined : ajv.errorsText(validate.errors);
}

describe('the examples of the document', () => {
  it('are there for every body in JSON, and fit its schema', () => {
    const wrong = built.flatMap(({ operationId, requestBody }) => {
      const media = requestBody?.content['application/json'];
      const problem = media && wrongIn(media);
      return problem === undefined ? [] : [`${operationId}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are there for every success in JSON, and fit its schema', () => {
    const wrong = built.flatMap(({ operationId, responses }) => {
      const media = responses['200']?.content?.['application/json'];
      const problem = media && wrongIn(media);
      return problem === undefined ? [] : [`${operationId}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are there for every parameter of a path, and all parameters are described', () => {
    const bare = all.flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter(({ in: place, example }) => place === 'path' && example === undefined)
        .map(({ name }) => `${operationId} ${name}`),
    );
    const silent = built.flatMap(({ operationId, parameters = [] }) =>
      parameters
        .filter(({ description }) => description === undefined)
        .map(({ name }) => `${operationId} ${name}`),
    );
    expect({ bare, silent }).toEqual({ bare: [], silent: [] });
  });
});
