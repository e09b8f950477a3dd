import type { Operation } from '../support/operations';
import { hashesOf } from '../support/walk/kept-rows';
import { expectAlike, send } from '../support/walk/alike';
import { fieldCasesOf, TAKEN } from '../support/walk/field-cases';
import { fillIn, recordPlacesIn } from '../support/walk/places';
import { bodyOf, STREAMS } from '../support/walk/requests';
import { accessOf, openStranger, requestOf, type Stranger } from '../support/walk/stranger';

/** They can not be asked for a record of another organization, and why. */
const NOTHING_NAMED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['healthLive', 'healthReady', 'getCuCosts', 'listActions', 'getAction', 'listLogicActions'].map(
      (id) => [id, 'says the same to everybody'],
    ),
  ),
  listTriggers: 'says the same to everybody',
  getTrigger: 'says the same to everybody',
  getPublicOrganization: 'shows to everybody what is public of any organization',
  listOrgPublicTemplates: 'shows to everybody what is public of any organization',
  signIn: 'names a person and no organization',
  signUp: 'takes the token of an invite, as isolation-references.spec.ts tries',
  signOut: 'ends the session that it is asked with',
  changePassword: 'changes the person who asks',
  createOrganization: 'makes what belongs to the person who asks',
  addUserInterest: 'makes what belongs to the person who asks',
  updateUserInterestSettings: 'changes the person who asks',
  submitOnboardingResponses: 'makes what belongs to the person who asks',
};

let world: Stranger;
let before: Record<string, string>;
const walked = new Set<string>();

beforeAll(async () => {
  world = await openStranger();
  before = await hashesOf(world.api.dataSource, world.owner.organizationId);
});
afterAll(() => world.api.close());

/** What is wrong with any of them is told at once. */
async function forEachOperation(act: (operation: Operation) => Promise<void>): Promise<void> {
  const problems: string[] = [];
  for (const operation of world.operations) {
    await act(operation).catch((error: unknown) => {
      problems.push(error instanceof Error ? error.message : String(error));
    });
  }
  if (problems.length > 0) throw new Error(problems.join('\n\n'));
}

const own = (place: string): string | undefined => world.own.get(place);
const foreign = (place: string): string => {
  const id = world.foreign.get(place);
  if (id === undefined || id === '') throw new Error(`There is no ${place}.`);
  return id;
};

describe('a record of another organization', () => {
  it.each([
    ['in its organization', () => true],
    ["named below the stranger's own organization", () => false],
  ])('is answered by every operation as one that does not exist, %s', async (_, isInside) => {
    await forEachOperation(async (operation) => {
      const { id, path } = operation;
      const { kind } = accessOf(operation);
      const places = recordPlacesIn(path);
      const others = isInside() ? places : places.filter((place) => !place.endsWith('{orgId}'));
      if (others.length === 0 || kind === 'public' || id === 'streamRun') return;
      const { status } = await expectAlike(id, (of) =>
        requestOf(
          world,
          operation,
          fillIn(path, (place) => (others.includes(place) ? of(foreign(place)) : own(place))),
        ),
      );
      expect({ id, status }).toEqual({ id, status: kind === 'admin' ? 403 : 404 });
      walked.add(id);
    });
  });

  it('is no more there for who has no credential, unless it is public', async () => {
    await forEachOperation(async (operation) => {
      const { id, path } = operation;
      const isPublic = accessOf(operation).kind === 'public';
      if (!isPublic || recordPlacesIn(path).length === 0 || id in NOTHING_NAMED) return;
      const token = foreign('the token of an execution');
      const isExecution = recordPlacesIn(path).includes('executions/{id}');
      const query = isExecution ? `?token=${token}` : '';
      const { status } = await expectAlike(id, (of) =>
        requestOf(world, operation, fillIn(path, (place) => of(foreign(place))) + query),
      );
      // A token that opens nothing is as good as none.
      expect({ id, status }).toEqual({ id, status: isExecution ? 401 : 404 });
      walked.add(id);
    });
  });

  it('can not be named in any field of a query or a body', async () => {
    await forEachOperation(async (operation) => {
      const { id, path } = operation;
      for (const field of fieldCasesOf(id, world.parameters.get(id) ?? [])) {
        const request = (of: (id: string) => string) => {
          const value = of(foreign(field.record));
          const filled = fillIn(path, own);
          return field.in === 'query'
            ? requestOf(world, operation, `${filled}?${field.name}=${value}`)
            : requestOf(world, operation, filled, {
                body: { ...bodyOf(operation), [field.name]: field.isList ? [value] : value },
              });
        };
        const label = `${id} ${field.name}`;
        if (id in TAKEN && field.name === 'runId') {
          const { status, text } = await send(request((one) => one));
          expect({ label, status, text }).toMatchObject({ label, status: 400 });
          expect(text).toContain('400079');
        } else {
          await expectAlike(label, request);
        }
        walked.add(id);
      }
    });
  });

  it('is not there in the stream of a run', async () => {
    const operation = world.operations.find(({ id }) => id === 'streamRun');
    if (operation === undefined) throw new Error('There is no stream of a run.');
    const seen = await expectAlike('streamRun', (of) =>
      requestOf(
        world,
        operation,
        fillIn(operation.path, (place) => of(foreign(place))),
      ),
    );
    expect(seen).toMatchObject({ status: 200, isStream: true });
    expect(seen.text).toMatch(/^: the run is not there/);
    walked.add('streamRun');
  });

  it('is in no list', async () => {
    await forEachOperation(async (operation) => {
      const { id, method, path } = operation;
      const places = recordPlacesIn(path);
      if (method !== 'GET' || id in NOTHING_NAMED || STREAMS.has(id)) return;
      if (places.some((place) => !place.endsWith('{orgId}'))) return;
      const { url, headers = {} } = requestOf(world, operation, fillIn(path, own));
      const text = await (await fetch(url, { headers })).text();
      const leaks = [...world.foreign.values()].filter((one) => text.includes(one));
      walked.add(id);
      // What the stranger asked for itself is repeated to it.
      if (id !== 'listApiRequestAudits' && id !== 'listAuditLog') {
        expect({ id, leaks }).toEqual({ id, leaks: [] });
      }
    });
  });
});

describe('another organization', () => {
  it('is not entered by naming it in a header', async () => {
    await forEachOperation(async (operation) => {
      const { id, path } = operation;
      const { kind } = accessOf(operation);
      // Where the path names an organization, the header is not read.
      if ((kind !== 'permission' && kind !== 'optional') || path.includes('{orgId}')) return;
      for (const token of [world.stranger.token, world.key]) {
        const { status, text } = await expectAlike(`${id} X-Org-ID`, (of) =>
          requestOf(world, operation, fillIn(path, own), {
            headers: {
              authorization: `Bearer ${token}`,
              'x-org-id': of(world.owner.organizationId),
            },
          }),
        );
        expect({ id, status }).toEqual({ id, status: 403 });
        expect(text).not.toContain('Payments');
      }
      walked.add(id);
    });
  });

  it('keeps every row as it was', async () => {
    const { dataSource } = world.api;
    expect(await hashesOf(dataSource, world.owner.organizationId)).toEqual(before);
    const strangers = [world.stranger.userId, world.stranger.organizationId];
    const rows: object[] = await dataSource.query(
      `SELECT id FROM audit_entries WHERE organization_id = $1 AND actor_id = ANY ($2::text[])`,
      [world.owner.organizationId, strangers],
    );
    expect(rows).toEqual([]);
  });

  it('has been asked by all operations that there are', () => {
    const all = world.operations.map(({ id }) => id);
    const listed = Object.keys(NOTHING_NAMED);
    expect(all.filter((id) => !walked.has(id) && !listed.includes(id))).toEqual([]);
    expect(listed.filter((id) => walked.has(id) || !all.includes(id))).toEqual([]);
    process.stdout.write(
      `${walked.size} operations walked, ${listed.length} name nothing: ${all.length} in all.\n`,
    );
  });
});
