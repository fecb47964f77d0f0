/** Sends operations by name (`s3:GetBucketAcl`) through one client per service and region. */
import type { JsonObject } from '@security-monkey/sdk';
import { refuseForeignAnswers } from './answer-check.ts';
import { plainHosts } from './endpoint.ts';
import { plainAnswer } from './plain.ts';
import { type AwsClient, type CredentialProvider, type Service, services } from './services.ts';

export type AwsCall = {
  /** `service:Operation`. */
  readonly operation: string;
  readonly region: string;
  readonly input: JsonObject;
  readonly signal?: AbortSignal;
};

export type Clients = {
  /** The answer as plain JSON; rejects with the AWS SDK's error, or with the signal's reason when that ended the call. */
  readonly send: (call: AwsCall) => Promise<JsonObject>;
  /** Closes the connections that are kept alive. */
  readonly close: () => void;
};

/** Clients that sign with these credentials. They keep connections alive and never retry. */
export function createClients(credentials: CredentialProvider): Clients {
  const clients = new Map<string, AwsClient>();
  const clientFor = (service: Service, name: string, region: string): AwsClient => {
    const key = `${name} ${region}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const requestHandler = { connectionTimeout: 10_000 };
    const client = service.create({ region, credentials, maxAttempts: 1, requestHandler });
    client.config.endpointProvider = plainHosts(client.config.endpointProvider);
    refuseForeignAnswers(client);
    clients.set(key, client);
    return client;
  };
  return {
    send: async ({ operation, region, input, signal }) => {
      const [name = '', action = ''] = operation.split(':');
      const service = await load(name);
      const command = commandOf(service, action, input);
      const client = clientFor(service, name, region);
      try {
        return plainAnswer(await Reflect.apply(client.send, client, [command, { abortSignal: signal }]));
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        throw error;
      }
    },
    close: () => {
      for (const client of clients.values()) client.destroy();
      clients.clear();
    },
  };
}

async function load(name: string): Promise<Service> {
  const loader = Object.hasOwn(services, name) ? services[name] : undefined;
  if (loader === undefined) throw new Error(`No AWS client is known for the service "${name}".`);
  return await loader();
}

function commandOf({ commands }: Service, action: string, input: JsonObject): unknown {
  const command: unknown = Reflect.get(commands, `${action}Command`);
  if (typeof command !== 'function') throw new Error(`The AWS SDK knows no operation "${action}".`);
  return Reflect.construct(command, [input]);
}
