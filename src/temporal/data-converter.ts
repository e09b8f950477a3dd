import { ExternalStorage, type DataConverter, type StorageDriver } from '@temporalio/common';

/**
 * Payloads above this many bytes go to PostgreSQL, and Temporal's history carries a reference. 100
 * commands of one activation stay below 1 MB, and no state is too large to continue as new.
 */
export const PAYLOAD_THRESHOLD = 8 * 1024;

export function createDataConverter(driver: StorageDriver): DataConverter {
  return {
    externalStorage: new ExternalStorage({
      drivers: [driver],
      payloadSizeThreshold: PAYLOAD_THRESHOLD,
    }),
  };
}
