import type { CaseExpectation } from './contract-case';
import type { NodeView, RunView } from './contract-view';

/** The run came to what its case says: exactly these nodes, and of each what is named. */
export function expectOutcome(view: RunView, expected: CaseExpectation): void {
  const { status, error, nodes, output, order, hits } = expected;
  expect({ status: view.status, error: view.error }).toMatchObject({ status, error });
  expect(Object.keys(view.nodes).sort()).toEqual(Object.keys(nodes).sort());
  for (const [address, node] of Object.entries(nodes)) {
    const seen = summary(view.nodes[address]!);
    // What a case does not name of these two must not be there.
    const { branch, error: code } = node;
    expect({ address, ...seen }).toMatchObject({ address, ...node, branch, error: code });
  }
  if (output) expect(view.output).toMatchObject(output);
  if (order) {
    const firsts = new Set(view.events.map(({ path }) => path));
    expect([...firsts].filter((path) => order.includes(path ?? ''))).toEqual(order);
  }
  if (hits) expect(view.hits).toEqual(hits);
}

function summary({ branch, error, ...node }: NodeView): object {
  return { ...node, branch, error: error?.code };
}
