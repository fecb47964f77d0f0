/** What CloudTrail answers: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html */
import { isJsonObject, type JsonObject } from '@security-monkey/sdk';
import { toldBetween } from '../stories/told-between.ts';
import { deployerOf } from '../technologies/user.ts';
import { isoOf } from '../time/moment.ts';
import { deployedTechnology, deploymentsOf } from '../world/deployments.ts';
import { type Answers, type Call, ofAccount, textOf } from './call.ts';
import { pageOf } from './pages.ts';
import { ProviderError } from './provider-error.ts';

/** What CloudTrail calls the resources of a technology. */
export const resourceTypes: Readonly<Record<string, string>> = {
  'aws.ec2-instance': 'AWS::EC2::Instance',
  'aws.ec2-security-group': 'AWS::EC2::SecurityGroup',
  'aws.iam-policy': 'AWS::IAM::Policy',
  'aws.iam-role': 'AWS::IAM::Role',
  'aws.iam-user': 'AWS::IAM::User',
  'aws.kms-key': 'AWS::KMS::Key',
  'aws.lambda-function': 'AWS::Lambda::Function',
  'aws.s3-bucket': 'AWS::S3::Bucket',
  'aws.sns-topic': 'AWS::SNS::Topic',
  'aws.sqs-queue': 'AWS::SQS::Queue',
};

export const cloudtrailAnswers: Answers = {
  'cloudtrail:LookupEvents': (call) => {
    const { elements, next } = pageOf(eventsOf(call), call.input['NextToken']);
    return { Events: elements, ...(next !== undefined && { NextToken: next }) };
  },
};

/** What happened to the resources of that name, the newest first. */
function eventsOf(call: Call): readonly JsonObject[] {
  const name = resourceNameOf(call);
  const after = timeOf(call, 'StartTime');
  // Nobody has a log of what will be.
  const until = Math.min(timeOf(call, 'EndTime'), call.moment.now);
  const told = toldBetween(after, until).filter((one) => one.account === call.account && one.name === name);
  return [...told.map((one) => ({ ...one, note: one.tells })), ...deployments(call, { name, after, until })]
    .toSorted((a, b) => b.at - a.at)
    .map((one) => eventAnswer(one, call));
}

type Stretch = { readonly name: string; readonly after: number; readonly until: number };

function deployments(call: Call, { name, after, until }: Stretch): readonly Happening[] {
  const { account, world } = call;
  const one = ofAccount(world.functions, call).find((candidate) => candidate.name === name);
  if (one === undefined) return [];
  const place = { place: world.functions.indexOf(one), count: world.functions.length };
  return deploymentsOf(place, { after, until }).map((at) => ({
    at,
    actor: deployerOf(account),
    technology: deployedTechnology,
    name,
    operation: 'lambda:UpdateFunctionCode',
  }));
}

type Happening = {
  readonly at: number;
  readonly actor: string;
  readonly technology: string;
  readonly name: string;
  readonly operation: string;
  readonly note?: string;
};

function eventAnswer(
  { at, actor, technology, name, operation, note }: Happening,
  { account, dice }: Call,
): JsonObject {
  const [service = '', call = ''] = operation.split(':');
  const id = dice.uuid(`event ${account} ${at} ${operation} ${name}`);
  const userIdentity =
    actor === 'AWS'
      ? { type: 'AWSService', invokedBy: 'AWS Internal' }
      : { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/${actor}`, userName: actor };
  return {
    EventId: id,
    EventName: call,
    EventSource: `${service}.amazonaws.com`,
    EventTime: isoOf(at),
    ReadOnly: 'false',
    Username: actor,
    Resources: [{ ResourceType: resourceTypes[technology] ?? '', ResourceName: name }],
    CloudTrailEvent: JSON.stringify({
      eventID: id,
      eventName: call,
      userIdentity,
      ...(note !== undefined && { additionalEventData: { note } }),
    }),
  };
}

function resourceNameOf({ input }: Call): string {
  const attributes = input['LookupAttributes'];
  const [first] = Array.isArray(attributes) ? attributes : [];
  if (isJsonObject(first) && first['AttributeKey'] === 'ResourceName') return textOf(first, 'AttributeValue');
  throw new ProviderError(
    'InvalidLookupAttributesException',
    'The demo looks events up by ResourceName only',
  );
}

function timeOf({ input }: Call, member: string): number {
  const time = Date.parse(textOf(input, member));
  if (!Number.isNaN(time)) return time;
  throw new ProviderError('InvalidTimeRangeException', `${member} is no time`);
}
