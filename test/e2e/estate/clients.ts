/** Clients of the AWS SDK for the emulator, one set for each account and region. */
import { AccountClient } from '@aws-sdk/client-account';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { plainHosts } from '../../../packages/aws/src/client/endpoint.ts';
import { type AccountName, accountIds, type RegionName } from './known.ts';

export type Clients = {
  readonly account: AccountClient;
  readonly s3: S3Client;
  readonly ec2: EC2Client;
  readonly control: S3ControlClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly lambda: LambdaClient;
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
};

export type AccountClients = {
  readonly in: (region: RegionName) => Clients;
  readonly close: () => void;
};

/** What the SDK of the product finds in its environment, too. */
export const ambientCredentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

/** Signs in to an account of the emulator. */
export async function signIn(endpoint: string, account: AccountName): Promise<AccountClients> {
  const credentials = account === 'prod' ? ambientCredentials : await assumedCredentials(endpoint, account);
  const made = new Map<RegionName, Clients>();
  return {
    in: (region) => {
      const known = made.get(region) ?? createClients({ endpoint, region, credentials });
      made.set(region, known);
      return known;
    },
    close: () => {
      for (const clients of made.values()) for (const client of Object.values(clients)) client.destroy();
    },
  };
}

type Settings = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: typeof ambientCredentials & { readonly sessionToken?: string };
};

function createClients(settings: Settings): Clients {
  return {
    account: new AccountClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    ec2: new EC2Client(settings),
    control: withPlainHost(new S3ControlClient({ ...settings, disableHostPrefix: true })),
    iam: new IAMClient(settings),
    kms: new KMSClient(settings),
    lambda: new LambdaClient(settings),
    sns: new SNSClient(settings),
    sqs: new SQSClient(settings),
  };
}

/** Else the SDK puts the account's number before the host's name, which no name server knows. */
function withPlainHost(client: S3ControlClient): S3ControlClient {
  Object.assign(client.config, { endpointProvider: plainHosts(client.config.endpointProvider) });
  return client;
}

async function assumedCredentials(endpoint: string, account: AccountName): Promise<Settings['credentials']> {
  const sts = new STSClient({ endpoint, region: 'us-east-1', credentials: ambientCredentials });
  const answer = await sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${accountIds[account]}:role/Builder`,
      RoleSessionName: 'estate',
    }),
  );
  sts.destroy();
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
