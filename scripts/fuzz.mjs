// Sends what Schemathesis makes of the OpenAPI document to a service of its own, as several callers, links followed.
// Fails on any 5xx, on any status, content type or body that the document does not have, and on a declared link that
// leads nowhere.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { built, isStream, linksOf, operationsOf } from './fuzz/document.mjs';
import { tryEndings, tryStreams } from './fuzz/endings.mjs';
import { followedIn } from './fuzz/followed.mjs';
import { passesOf } from './fuzz/passes.mjs';
import { newOwner } from './fuzz/people.mjs';
import { documentPath, eventsOf, hasPython, install, pass, reports } from './fuzz/schemathesis.mjs';
import { start } from './fuzz/service.mjs';
import { followLinks } from './fuzz/walk.mjs';

/** Seconds of all passes together, about. */
const BUDGET = Number(process.env.WEFT_FUZZ_SECONDS ?? 150);

/** Declared links that Schemathesis follows at least; two without what it is told of them. */
const LED = 10;

if (!hasPython()) {
  console.log('The API is not fuzzed: there is no python3 with venv.');
  // A machine that checks changes must not pass what it has not checked.
  process.exit(process.env.CI ? 1 : 0);
}
install();
if (!(await buildIfNeeded())) process.exit(1);
const dataDir = mkdtempSync(join(tmpdir(), 'weft-fuzz-'));
let service;
let isClean = false;
try {
  service = await start(dataDir);
  const owner = await newOwner(service.url);
  await service.stop();
  // Known by id alone, so there must be somebody before there is an administrator.
  service = await start(dataDir, [owner.userId]);
  isClean = await fuzz(service.url, owner);
} finally {
  await service?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(isClean ? 0 : 1);

async function fuzz(url, owner) {
  const document = built(await (await fetch(`${url}/v1/openapi.json`)).json());
  mkdirSync(reports, { recursive: true });
  writeFileSync(documentPath, JSON.stringify(document));
  const operations = operationsOf(document);
  const failed = [];
  for (const one of await passesOf(url, owner, operations, document)) {
    const seconds = Math.max(2, Math.round(BUDGET * one.part));
    if (!(await pass({ ...one, url, seconds }))) failed.push(`the pass ${one.name}`);
  }
  if (!tellFollowed(operations)) failed.push('Schemathesis is not led along the declared links');
  const walked = await newOwner(url);
  failed.push(...(await followLinks(url, operations, walked)));
  failed.push(...(await tryEndings(url, operations)), ...(await tryStreams(url, operations)));
  for (const one of failed) console.error(`Failed: ${one}`);
  return failed.length === 0;
}

/**
 * What Schemathesis came to by itself: most links in half a minute, and how many is chance. That each one leads to a
 * success is for the walk to show.
 */
function tellFollowed(operations) {
  const followed = followedIn(eventsOf('links'));
  const withSuccess = [...followed.values()].filter((statuses) => statuses.has(200)).length;
  const declared = linksOf(operations).filter(({ to }) => !isStream(operations.get(to))).length;
  console.log(
    `\nSchemathesis followed ${followed.size} of ${declared} declared links, ${withSuccess} with success.`,
  );
  return followed.size >= LED;
}
