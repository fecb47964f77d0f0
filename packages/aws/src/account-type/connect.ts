/** Signs in to one AWS account: with the credentials of the environment when they are its own, otherwise through its role. */
import { type AccountSettings, type Connection, OperationError, parseAnswer } from '@security-monkey/sdk';
import { z } from 'zod';
import { type Clients, createClients } from '../client/clients.ts';
import { cachedCredentials } from '../client/credentials.ts';
import type { CredentialProvider, Credentials } from '../client/services.ts';
import { classifyAwsError } from './classify.ts';
import type { AwsFields } from './fields.ts';
import { homeRegionOf, partitionOf } from './partitions.ts';

/** What lies outside: whose credentials we start from, where they are used first, and the time. */
export type Surroundings = {
  readonly credentials: () => Promise<CredentialProvider>;
  readonly region: () => Promise<string>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

type Caller = { readonly account: string; readonly partition: string };

/** The `connect` of the account type. Rejects with an OperationError when nobody lets us in. */
export function connectTo(surroundings: Surroundings) {
  return async (account: AccountSettings<AwsFields>): Promise<Connection> => {
    const region = await surroundings.region();
    const own = cachedCredentials(await surroundings.credentials(), surroundings.now);
    const ambient = createClients(own.get);
    const caller = await identify(ambient, region);
    if (caller.account === account.identifier) return connection(ambient, caller, own.forget);
    const role = cachedCredentials(() => assumeRole(ambient, { account, caller, region }), surroundings.now);
    await role.get();
    const assumed = connection(createClients(role.get), caller, role.forget);
    return {
      send: assumed.send,
      close: () => {
        assumed.close();
        ambient.close();
      },
    };
  };
}

/** A call without a region, or to `global`, goes to the home region. Throws where none is known. */
function connection(clients: Clients, { partition }: Caller, forget: () => void): Connection {
  const home = homeRegionOf(partition);
  return {
    send: async ({ region, ...request }) => {
      try {
        return await clients.send({
          ...request,
          region: region === '' || region === 'global' ? home : region,
        });
      } catch (error) {
        if (classifyAwsError(error).class === 'credentials') forget();
        throw error;
      }
    },
    close: clients.close,
  };
}

const callerAnswer = z.looseObject({ Account: z.string(), Arn: z.string() });

async function identify(ambient: Clients, region: string): Promise<Caller> {
  const operation = 'sts:GetCallerIdentity';
  try {
    const { Account, Arn } = parseAnswer(
      operation,
      callerAnswer,
      await ambient.send({ operation, region, input: {} }),
    );
    return { account: Account, partition: partitionOf(Arn) };
  } catch (error) {
    throw refused(error, operation, 'AWS does not accept the credentials of this environment');
  }
}

const roleAnswer = z.looseObject({
  Credentials: z.looseObject({
    AccessKeyId: z.string(),
    SecretAccessKey: z.string(),
    SessionToken: z.string(),
    Expiration: z.string(),
  }),
});

type Assumption = {
  readonly account: AccountSettings<AwsFields>;
  readonly caller: Caller;
  readonly region: string;
};

async function assumeRole(ambient: Clients, { account, caller, region }: Assumption): Promise<Credentials> {
  const operation = 'sts:AssumeRole';
  const { role, externalId } = account.fields;
  const arn = `arn:${caller.partition}:iam::${account.identifier}:role/${role}`;
  const input = {
    RoleArn: arn,
    RoleSessionName: 'SecurityMonkey',
    ...(externalId !== undefined && { ExternalId: externalId }),
  };
  try {
    const answer = parseAnswer(
      operation,
      roleAnswer,
      await ambient.send({ operation, region, input }),
    ).Credentials;
    return {
      accessKeyId: answer.AccessKeyId,
      secretAccessKey: answer.SecretAccessKey,
      sessionToken: answer.SessionToken,
      expiration: new Date(answer.Expiration),
    };
  } catch (error) {
    throw refused(error, operation, `The role ${arn} cannot be assumed by account ${caller.account}`);
  }
}

/** Names the permission too, which AWS leaves to be guessed. */
function refused(error: unknown, operation: string, sentence: string): OperationError {
  const failure = classifyAwsError(error);
  const denied = failure.class === 'access_denied' || failure.class === 'organization_denied';
  return new OperationError(
    {
      ...failure,
      message: `${sentence}: ${failure.message}`,
      operation,
      ...(denied && { permission: operation }),
    },
    { cause: error },
  );
}
