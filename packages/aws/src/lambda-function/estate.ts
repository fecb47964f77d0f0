/** Two functions as Lambda describes them: one with everything, one with nothing. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { inputText } from '../test-support/input-text.ts';
import { eventSources } from './event-sources.ts';

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`;

const pay = {
  FunctionName: 'pay',
  FunctionArn: arnOf('pay'),
  Runtime: 'nodejs24.x',
  Role: 'arn:aws:iam::111122223333:role/pay',
  Handler: 'index.handler',
  CodeSha256: 'qWNOevR7HqeD6Z6JovA6',
  CodeSize: 179,
  Description: 'takes payments',
  Environment: { Variables: { STAGE: 'prod', DB_PASSWORD: 'word' } },
  LastModified: '2026-03-01T09:00:00.000+0000',
  RevisionId: 'r1',
  Version: '$LATEST',
  VpcConfig: { VpcId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1', 'sg-2'] },
};
const idle = { FunctionName: 'idle', FunctionArn: arnOf('idle'), Version: '$LATEST', PackageType: 'Image' };

const { Environment, ...published } = pay;
const recordedVersions = ['1', '2'].map((number) => ({
  ...published,
  FunctionArn: `${pay.FunctionArn}:${number}`,
  RevisionId: `v${number}`,
  Version: number,
}));
const versions = recordedVersions.map((version) => ({ ...version, Environment }));
const alias = (Name: string, FunctionVersion: string) => ({
  AliasArn: `${pay.FunctionArn}:${Name}`,
  Name,
  FunctionVersion,
  RevisionId: `a-${Name}`,
});
const [live, test] = [alias('live', '1'), alias('test', '2')];

const url = (host: string, AuthType: string) => ({
  FunctionUrl: `https://${host}.lambda-url.us-east-1.on.aws/`,
  FunctionArn: pay.FunctionArn,
  AuthType,
  CreationTime: '2026-01-01T09:00:00.000Z',
  LastModifiedTime: '2026-02-01T09:00:00.000Z',
});
const urls: Readonly<Record<string, JsonObject>> = {
  '': url('a', 'NONE'),
  live: url('b', 'AWS_IAM'),
  test: url('c', 'AWS_IAM'),
};

const statement = (id: string) => ({ Sid: id, Effect: 'Allow', Resource: pay.FunctionArn });
const written = (id: string) => ({
  Version: '2012-10-17',
  Id: 'default',
  Statement: [
    { ...statement(id), Principal: { Service: 's3.amazonaws.com' }, Action: 'lambda:InvokeFunction' },
  ],
});
const read = (id: string) => ({
  Version: '2012-10-17',
  Id: 'default',
  Statement: [
    {
      ...statement(id),
      Principal: { Service: ['s3.amazonaws.com'] },
      Action: ['lambda:InvokeFunction'],
      Resource: [pay.FunctionArn],
    },
  ],
});
const withPolicy = ['', 'live', '2'];

const mapping = (UUID: string, FunctionArn: string) => ({
  UUID,
  FunctionArn,
  EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:orders',
  BatchSize: 10,
  State: 'Enabled',
  StateTransitionReason: 'User action',
  LastModified: '2026-03-01T09:00:00.000Z',
});
const settled = (FunctionArn: string) => ({
  FunctionArn,
  EventSourceArn: 'arn:aws:sqs:us-east-1:111122223333:orders',
  BatchSize: 10,
  State: 'Enabled',
});
const relation = (key: string, FunctionArn: string) => ({
  name: eventSources,
  technology: 'aws.lambda-event-source-mapping',
  key,
  value: settled(FunctionArn),
});

/** Two pages of one element each. */
function pages(member: string, [first, second]: readonly JsonObject[], { Marker }: JsonObject): JsonObject {
  if (Marker === 'more') return { [member]: second === undefined ? [] : [second] };
  return { [member]: first === undefined ? [] : [first], NextMarker: 'more' };
}

const isOf = (input: JsonObject, { FunctionName, FunctionArn }: typeof idle): boolean =>
  [FunctionName, FunctionArn].includes(inputText(input, 'FunctionName'));

/** The answer for the function with everything; nothing for the other. */
function ofPay(input: JsonObject, answer: JsonObject | undefined): JsonObject {
  if (isOf(input, { ...idle, ...pay }) && answer !== undefined) return answer;
  throw providerError('ResourceNotFoundException');
}

export const estate: Estate = {
  answers: {
    'lambda:ListFunctions': (input) => pages('Functions', [pay, idle], input),
    'lambda:GetPolicy': (input) => {
      const qualifier = inputText(input, 'Qualifier');
      const policy = { Policy: JSON.stringify(written(qualifier)), RevisionId: 'p1' };
      return ofPay(input, withPolicy.includes(qualifier) ? policy : undefined);
    },
    'lambda:GetFunctionUrlConfig': (input) => ofPay(input, urls[inputText(input, 'Qualifier')]),
    'lambda:ListAliases': (input) =>
      isOf(input, idle) ? { Aliases: [] } : pages('Aliases', [live, test], input),
    'lambda:ListVersionsByFunction': (input) =>
      isOf(input, idle) ? { Versions: [idle] } : pages('Versions', versions, input),
    'lambda:ListEventSourceMappings': (input) =>
      pages(
        'EventSourceMappings',
        [mapping('m1', pay.FunctionArn), mapping('m2', `${pay.FunctionArn}:live`)],
        input,
      ),
    'lambda:ListTags': ({ Resource }) =>
      Resource === pay.FunctionArn ? { Tags: { team: 'shop', stage: 'prod' } } : {},
  },
  listing: {
    operation: 'lambda:ListFunctions',
    secondPage: ({ Marker }) => Marker !== undefined,
  },
  describing: ['lambda:ListAliases', 'lambda:ListVersionsByFunction', 'lambda:ListTags'],
  items: [
    {
      identity: pay.FunctionArn,
      lineage: pay.FunctionArn,
      name: 'pay',
      console: '/lambda/home?region=us-east-1#/functions/pay',
      tags: { team: 'shop', stage: 'prod' },
      config: {
        ...pay,
        Policy: read(''),
        Url: urls[''] ?? null,
        Aliases: [live, test],
        Versions: recordedVersions,
        QualifiedPolicies: [
          { Qualifier: 'live', Policy: read('live') },
          { Qualifier: '2', Policy: read('2') },
        ],
        QualifiedUrls: [
          { ...urls['live'], Qualifier: 'live' },
          { ...urls['test'], Qualifier: 'test' },
        ],
        Tags: { team: 'shop', stage: 'prod' },
      },
      relations: [relation('m1', pay.FunctionArn), relation('m2', `${pay.FunctionArn}:live`)],
    },
    {
      identity: idle.FunctionArn,
      lineage: idle.FunctionArn,
      name: 'idle',
      tags: {},
      config: {
        ...idle,
        Policy: null,
        Url: null,
        Aliases: [],
        Versions: [],
        QualifiedPolicies: [],
        QualifiedUrls: [],
        Tags: {},
      },
    },
  ],
};
