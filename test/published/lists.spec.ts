import { publishedOperations, readDocument, type PublishedOperation } from './published-document';

interface Schema {
  properties?: Record<string, Schema>;
}

/** Lists that take an offset alone, and why. docs/requests.md names them. */
const BY_OFFSET: Readonly<Record<string, string>> = {
  listTags: 'ranked by how much they are used now, and counted anew for each page',
  listBlockUses: 'found anew in the nodes of workflows and blocks for each page',
  listOnboardingQuestions: 'a part of the program: nothing is added to it',
};

/** Operations that answer a page. */
const LISTS = publishedOperations(readDocument())
  .map((operation) => ({ ...operation, fields: fieldsOf(operation) }))
  .filter(({ fields }) => fields.includes('hasMore'));

function fieldsOf({ responses }: PublishedOperation): string[] {
  const content = responses['200']?.content?.['application/json'];
  const schema = content?.schema as Schema | undefined;
  return Object.keys(schema?.properties?.data?.properties ?? {});
}

const parametersOf = (path: string, method: string): string[] => {
  const operation = readDocument().paths[path]?.[method.toLowerCase()];
  const { parameters = [] } = operation as { parameters?: { name: string }[] };
  return parameters.map(({ name }) => name);
};

describe('the lists that are published', () => {
  it('are all known', () => {
    expect(LISTS.length).toBeGreaterThan(25);
    const ids = LISTS.map(({ id }) => id);
    expect(Object.keys(BY_OFFSET).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(LISTS.map((list) => [list.id, list] as const))(
    '%s takes a cursor and answers the next, or has a reason',
    (id, { path, method, fields }) => {
      const takes = parametersOf(path, method).includes('cursor');
      const expected = !Object.hasOwn(BY_OFFSET, id);
      expect({ takes, answers: fields.includes('nextCursor') }).toEqual({
        ...{ takes: expected, answers: expected },
      });
    },
  );
});
