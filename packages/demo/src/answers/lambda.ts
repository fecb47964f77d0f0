/** What Lambda answers: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { LambdaFunction } from '../technologies/lambda-function.ts';
import { isoOf } from '../time/moment.ts';
import { type Answers, type Call, found, ofRegion, textOf } from './call.ts';
import { pageOf } from './pages.ts';

const absent = 'ResourceNotFoundException';

export const lambdaAnswers: Answers = {
  'lambda:ListFunctions': (call) => listed(call, 'Functions', functionsOf(call).map(configurationOf)),
  'lambda:GetPolicy': (call) => ({ Policy: JSON.stringify(found(functionOf(call).policy, absent)) }),
  'lambda:GetFunctionUrlConfig': (call) => urlOf(functionOf(call)),
  'lambda:ListAliases': (call) => ofNone(call, { Aliases: [] }),
  'lambda:ListVersionsByFunction': (call) => listed(call, 'Versions', [configurationOf(functionOf(call))]),
  'lambda:ListEventSourceMappings': (call) =>
    listed(call, 'EventSourceMappings', functionsOf(call).map(mappingOf)),
  'lambda:ListTags': (call) => {
    const arn = textOf(call.input, 'Resource');
    return { Tags: functionWhere(call, (one) => one.arn === arn).tags };
  },
};

function functionsOf(call: Call): readonly LambdaFunction[] {
  return ofRegion(call.world.functions, call);
}

function listed({ input }: Call, list: string, all: readonly JsonValue[]): JsonObject {
  const { elements, next } = pageOf(all, input['Marker']);
  return { [list]: elements, ...(next !== undefined && { NextMarker: next }) };
}

function functionOf(call: Call): LambdaFunction {
  const name = textOf(call.input, 'FunctionName');
  return functionWhere(call, (one) => one.name === name);
}

function functionWhere(call: Call, matches: (one: LambdaFunction) => boolean): LambdaFunction {
  return found(functionsOf(call).find(matches), absent);
}

function ofNone(call: Call, answer: JsonObject): JsonObject {
  functionOf(call);
  return answer;
}

function configurationOf(one: LambdaFunction): JsonObject {
  return {
    FunctionName: one.name,
    FunctionArn: one.arn,
    Version: '$LATEST',
    PackageType: 'Zip',
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    Role: one.role,
    Description: `Works off the events of ${one.tags['service'] ?? one.name}`,
    MemorySize: 512,
    Timeout: 30,
    CodeSha256: Buffer.from(one.code, 'hex').toString('base64'),
    Environment: { Variables: { STAGE: one.tags['stage'] ?? '' } },
    LastModified: isoOf(one.deployed),
  };
}

function urlOf(one: LambdaFunction): JsonObject {
  return {
    AuthType: found(one.url, absent),
    FunctionArn: one.arn,
    FunctionUrl: `https://${one.urlHost}.lambda-url.${one.region}.on.aws/`,
    InvokeMode: 'BUFFERED',
  };
}

function mappingOf(one: LambdaFunction): JsonObject {
  return {
    UUID: one.mapping,
    FunctionArn: one.arn,
    EventSourceArn: one.source,
    BatchSize: 10,
    State: 'Enabled',
  };
}
