import type { DataConverter } from '@temporalio/common';
import type { PayloadStorage } from './payload-storage';

export function createDataConverter(storage: PayloadStorage): DataConverter {
  return { payloadCodecs: [storage] };
}
