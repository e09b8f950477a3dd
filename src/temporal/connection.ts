import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';

export interface TemporalConnection {
  connection: NativeConnection;
  client: Client;
  namespace: string;
}

/**
 * Connects as the `TEMPORAL_*` variables and the profile file say (address, namespace, TLS, API key);
 * `embeddedAddress` wins over them. Client and worker share the connection: a run that starts in a
 * process with a worker then gets its first step without a round trip.
 */
export async function connectTemporal(
  embeddedAddress: string | undefined,
  dataConverter: DataConverter,
): Promise<TemporalConnection> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const { address, tls, apiKey, metadata } = connectionOptions;
  const connection = await NativeConnection.connect({
    address: embeddedAddress ?? address ?? 'localhost:7233',
    ...(embeddedAddress === undefined && {
      ...(tls !== undefined && { tls }),
      ...(typeof apiKey === 'string' && { apiKey }),
      ...(metadata !== undefined && { metadata }),
    }),
  });
  const scope = embeddedAddress === undefined ? namespace : 'default';
  return {
    connection,
    namespace: scope,
    client: new Client({ connection, namespace: scope, dataConverter }),
  };
}
