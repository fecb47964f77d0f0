/** Which AWS client answers for which service. Each is loaded on first use: all of them together cost seconds and 100 MB. */
import type { EndpointProvider } from './endpoint.ts';

export type ClientSettings = {
  readonly region: string;
  readonly credentials: CredentialProvider;
  /** One: the engine retries, and knows when it is no use. */
  readonly maxAttempts: 1;
  readonly requestHandler: { readonly connectionTimeout: number };
};

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
};

export type CredentialProvider = () => Promise<Credentials>;

/** What all clients of the AWS SDK have in common, as far as we use it. */
export type AwsClient = {
  readonly config: { endpointProvider: EndpointProvider };
  readonly middlewareStack: { readonly add: (...middleware: never[]) => void };
  readonly send: (...request: never[]) => Promise<unknown>;
  readonly destroy: () => void;
};

/** A loaded SDK package: how to make its client, and its commands by name (`GetBucketAclCommand`). */
export type Service = {
  readonly create: (settings: ClientSettings) => AwsClient;
  readonly commands: object;
};

/** The first part of an operation (`s3control:GetPublicAccessBlock`) to its SDK package. */
export const services: Readonly<Record<string, () => Promise<Service>>> = {
  account: async () => {
    const commands = await import('@aws-sdk/client-account');
    return { create: (settings) => new commands.AccountClient(settings), commands };
  },
  ec2: async () => {
    const commands = await import('@aws-sdk/client-ec2');
    return { create: (settings) => new commands.EC2Client(settings), commands };
  },
  iam: async () => {
    const commands = await import('@aws-sdk/client-iam');
    return { create: (settings) => new commands.IAMClient(settings), commands };
  },
  kms: async () => {
    const commands = await import('@aws-sdk/client-kms');
    return { create: (settings) => new commands.KMSClient(settings), commands };
  },
  lambda: async () => {
    const commands = await import('@aws-sdk/client-lambda');
    return { create: (settings) => new commands.LambdaClient(settings), commands };
  },
  organizations: async () => {
    const commands = await import('@aws-sdk/client-organizations');
    return { create: (settings) => new commands.OrganizationsClient(settings), commands };
  },
  s3: async () => {
    const commands = await import('@aws-sdk/client-s3');
    return { create: (settings) => new commands.S3Client(settings), commands };
  },
  s3control: async () => {
    const commands = await import('@aws-sdk/client-s3-control');
    return { create: (settings) => new commands.S3ControlClient(settings), commands };
  },
  sns: async () => {
    const commands = await import('@aws-sdk/client-sns');
    return { create: (settings) => new commands.SNSClient(settings), commands };
  },
  sqs: async () => {
    const commands = await import('@aws-sdk/client-sqs');
    return { create: (settings) => new commands.SQSClient(settings), commands };
  },
  sts: async () => {
    const commands = await import('@aws-sdk/client-sts');
    return { create: (settings) => new commands.STSClient(settings), commands };
  },
};
