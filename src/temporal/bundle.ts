import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { WORKFLOW_SOURCES } from './workflow-sources';

/** Bundles the workflows once, at build time, so that a start does not. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    ...WORKFLOW_SOURCES,
    logger: new DefaultLogger('WARN'),
  });
  writeFileSync(join(__dirname, '../../workflow-bundle.js'), code);
}

void main();
