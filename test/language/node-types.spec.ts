import type { NodeSpec } from '../../definition/catalog';
import { isJsonObject } from '../../definition/json';
import { examplesOf } from './examples';
import { blocks } from './language-page';
import { codeIn, namesIn, sectionOf, tablesOf, type Table } from './page';
import { catalog } from './run-example';

describe('node types', () => {
  const types = [...catalog.keys()].sort();
  const chapter = sectionOf(blocks, 'Node types');
  const documented = chapter.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

  it('have a section each', () => {
    expect(documented.map((title) => title.replaceAll('`', '')).sort()).toEqual(types);
  });

  it('stand in the table with their outcomes', () => {
    const [table] = tablesOf(chapter, 'type');
    const rows = (table?.rows ?? []).map(([type = '', , outcomes = '']) => [
      codeIn(type),
      outcomes,
    ]);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(
        [...catalog.values()].map(({ type, branches = [] }) => [
          type,
          branches.map((branch) => `\`${branch}\``).join(', '),
        ]),
      ),
    );
  });

  describe.each([...catalog.values()].map((spec) => [spec.type, spec] as const))(
    '%s',
    (type, spec) => {
      const section = sectionOf(blocks, `\`${type}\``);

      it('tells every field of the payload', () => {
        const [table] = tablesOf(section, 'payload');
        expect(topNames(table)).toEqual(propertiesOf(spec.payloadSchema));
        const required = (table?.rows ?? []).flatMap(([name = '', needed]) =>
          needed === 'yes' ? [codeIn(name)] : [],
        );
        expect(required.sort()).toEqual([...requiredOf(spec)].sort());
      });

      it('tells every field of the result', () => {
        const [table] = tablesOf(section, 'result');
        expect(topNames(table)).toEqual(propertiesOf(spec.resultSchema));
      });

      it('has an example', () => {
        const used = examplesOf(section).flatMap(({ definition }) =>
          Object.values((definition as { nodes: Record<string, { type: string }> }).nodes),
        );
        expect(used.map((node) => node.type)).toContain(type);
      });
    },
  );
});

function topNames(table: Table | undefined): string[] {
  const names = table ? namesIn(table) : [];
  return names.filter((name) => !name.includes('.')).sort();
}

function propertiesOf({ properties }: NodeSpec['payloadSchema']): string[] {
  return Object.keys(isJsonObject(properties) ? properties : {}).sort();
}

function requiredOf({ payloadSchema: { required } }: NodeSpec): string[] {
  return Array.isArray(required) ? required.map(String) : [];
}
