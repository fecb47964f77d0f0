/** One small resource of each technology beside buckets and groups, with all that a watcher asks about it, and nothing amiss in its policies. */
import { type EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateGrantCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  CreateFunctionUrlConfigCommand,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ambientCredentials } from './clients.ts';
import { emptyZip } from './function.ts';
import { prod } from './known.ts';

const own = `arn:aws:iam::${prod}:root`;

/** Builds them in the first account, one after another: the key's grantee and the function need the role. */
export async function buildOneOfEach(endpoint: string): Promise<void> {
  const settings = { endpoint, region: 'us-east-1', credentials: ambientCredentials };
  const role = await buildIdentities(new IAMClient(settings));
  const queue = await buildQueue(new SQSClient(settings));
  await buildTopic(new SNSClient(settings), queue);
  await buildKey(new KMSClient(settings), role);
  await buildFunction(new LambdaClient(settings), role);
}

async function buildIdentities(iam: IAMClient): Promise<string> {
  const UserName = 'f-user';
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14 }));
  const read = allowing('s3:GetObject', { Resource: 'arn:aws:s3:::f-safe/*' });
  const made = await iam.send(new CreatePolicyCommand({ PolicyName: 'f-policy', PolicyDocument: read }));
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: made.Policy?.Arn }));
  await iam.send(new CreateAccessKeyCommand({ UserName }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'correct-horse-battery' }));
  await iam.send(new CreateGroupCommand({ GroupName: 'f-group' }));
  const trust = allowing('sts:AssumeRole', { Principal: { Service: 'lambda.amazonaws.com' } });
  const role = await iam.send(new CreateRoleCommand({ RoleName: 'f-role', AssumeRolePolicyDocument: trust }));
  iam.destroy();
  return role.Role?.Arn ?? '';
}

async function buildQueue(sqs: SQSClient): Promise<string> {
  const QueueArn = `arn:aws:sqs:us-east-1:${prod}:f-queue`;
  const Policy = allowing('sqs:SendMessage', { Principal: { AWS: own }, Resource: QueueArn });
  await sqs.send(new CreateQueueCommand({ QueueName: 'f-queue', Attributes: { Policy } }));
  sqs.destroy();
  return QueueArn;
}

async function buildTopic(sns: SNSClient, queue: string): Promise<void> {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'f-topic' }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue }));
  sns.destroy();
}

async function buildKey(kms: KMSClient, role: string): Promise<void> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId;
  await kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal: role, Operations: ['Decrypt'] }));
  kms.destroy();
}

async function buildFunction(lambda: LambdaClient, Role: string): Promise<void> {
  const FunctionName = 'f-function';
  const code = { ZipFile: emptyZip(), Runtime: 'nodejs22.x', Handler: 'index.handler' } as const;
  const { ZipFile, Runtime, Handler } = code;
  await lambda.send(new CreateFunctionCommand({ FunctionName, Role, Runtime, Handler, Code: { ZipFile } }));
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'own',
      Action: 'lambda:InvokeFunction',
      Principal: prod,
    }),
  );
  await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: 'AWS_IAM' }));
  lambda.destroy();
}

function allowing(Action: string, rest: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, ...rest }] });
}

/** An instance in a group of this name, in the region's default network; its own interface is one more. */
export async function buildInstance(ec2: EC2Client, groupId: string): Promise<void> {
  await ec2.send(
    new RunInstancesCommand({
      ImageId: 'ami-12345678',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      SecurityGroupIds: [groupId],
      UserData: Buffer.from('#!/bin/sh\necho hello\n').toString('base64'),
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'f-instance' }] }],
    }),
  );
}
