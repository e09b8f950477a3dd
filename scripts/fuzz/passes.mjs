import { bodiesOf } from './bodies.mjs';
import { isStream, linksOf } from './document.mjs';
import { ENDINGS } from './endings.mjs';
import { newKey, newOwner, post } from './people.mjs';

const REQUESTS = ['examples', 'coverage', 'fuzzing'];
const include = (ids) => ids.flatMap((id) => ['--include-operation-id', id]);
const exclude = (ids) => ids.flatMap((id) => ['--exclude-operation-id', id]);

/** The invocations of Schemathesis: who asks for what, each with its part of the budget. */
export async function passesOf(url, owner, operations, document) {
  const streams = [...operations.values()].filter(isStream).map(({ operationId }) => operationId);
  const all = exclude([...ENDINGS, ...streams]);
  const linked = new Set(linksOf(operations).flatMap(({ from, to }) => [from, to]));
  for (const id of streams) linked.delete(id);
  const permissions = permissionsIn(document);
  const body = { name: 'Fuzz', permissions };
  const account = await post(url, '/v1/service-accounts', body, owner.headers);
  const { headers } = owner;
  const [signedOut, ended] = [await newOwner(url), await newOwner(url)];
  const byKey = { part: 0.07, phases: ['fuzzing'], examples: 2, choose: all };
  return [
    { name: 'requests', part: 0.38, headers, phases: REQUESTS, choose: all },
    { name: 'inferred-links', part: 0.22, headers, phases: ['stateful'], choose: all },
    {
      ...{ name: 'links', part: 0.2, headers, phases: ['stateful'] },
      links: {
        WEFT_FUZZ_BODIES: JSON.stringify(bodiesOf(operations, linked)),
        WEFT_FUZZ_ORGANIZATION: owner.organizationId,
      },
      choose: include([...linked]),
    },
    { name: 'key', headers: await newKey(url, owner), ...byKey },
    { name: 'account', headers: await newKey(url, owner, account.id), ...byKey },
    {
      ...{ name: 'sign-out', part: 0.02, headers: signedOut.headers, phases: REQUESTS },
      choose: include(['signOut']),
    },
    {
      ...{ name: 'endings', part: 0.04, headers: ended.headers, phases: REQUESTS },
      choose: include(ENDINGS.filter((one) => one !== 'signOut')),
    },
  ];
}

/** Every permission that an account can have. */
function permissionsIn({ components }) {
  return components.schemas.ServiceAccountDto.properties.permissions.items.enum;
}
