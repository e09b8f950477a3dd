import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readDocument } from './published-document';

/** Components of the document that the events of streams are held against. */
export type EventName = 'RunEvent' | 'WorkflowRunEvent' | 'ExecutionEvent';

let ajv: Ajv2020 | undefined;

/** Throws for an event that is not as the published document says. */
export function expectEvent(name: EventName, event: unknown): void {
  ajv ??= ofDocument();
  const validate = ajv.getSchema(`weft#/components/schemas/${name}`);
  if (validate?.(event) === true) return;
  throw new Error(
    `Not as \`${name}\` is published: ${JSON.stringify(event)}: ${ajv.errorsText(validate?.errors)}`,
  );
}

function ofDocument(): Ajv2020 {
  const made = new Ajv2020({ strict: false, logger: false });
  addFormats(made);
  made.addSchema({ ...readDocument(), $id: 'weft' });
  return made;
}
