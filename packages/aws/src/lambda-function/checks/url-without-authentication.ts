/** Functions that anyone on the internet may call at their URL. */
import { defineCheck, type JsonObject, surroundingsOfWorld } from '@security-monkey/sdk';
import { functionArn, lambda } from '../example.ts';
import { opening, urlsOf } from '../open-url.ts';
import { lambdaFunction } from '../watcher.ts';

export const urlWithoutAuthentication = defineCheck({
  id: 'aws.lambda-function.url-without-authentication',
  watcher: lambdaFunction,
  version: 1,
  score: 9,
  category: 'internet-accessible',
  title: 'Anyone may call the function at its URL',
  why: 'The URL asks for no signature and the policy lets everyone call it. Whoever learns or guesses the address runs the function with the rights of its role, and at your cost.',
  fix: 'Set the authentication type to AWS_IAM, put something that authenticates before the function, or remove the URL. Justify this where the function checks every request itself, as webhooks do.',
  links: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  frameworks: {},
  messages: { open: 'Anyone may call the URL ({url}) without authentication' },
  examples: {
    good: [
      { name: 'no URL', config: lambda({ Policy: allowing({}) }) },
      {
        name: 'a URL that asks for a signature',
        config: lambda({ Url: { AuthType: 'AWS_IAM' }, Policy: allowing({}) }),
      },
      { name: 'no policy, so that Lambda lets nobody in', config: lambda({ Url: { AuthType: 'NONE' } }) },
      {
        name: 'a policy that lets one account in',
        config: lambda({
          Url: { AuthType: 'NONE' },
          Policy: allowing({ Principal: { AWS: ['222233334444'] } }),
        }),
      },
      {
        name: 'a policy for other calls',
        config: lambda({
          Url: { AuthType: 'NONE' },
          Policy: allowing({ Action: ['lambda:InvokeFunction'] }),
        }),
      },
      {
        name: 'a policy for URLs that ask for a signature',
        config: lambda({ Url: { AuthType: 'NONE' }, Policy: allowing(held('AWS_IAM')) }),
      },
      {
        name: 'the policy of another alias',
        config: lambda({
          QualifiedUrls: [{ Qualifier: 'live', AuthType: 'NONE' }],
          QualifiedPolicies: [{ Qualifier: 'test', Policy: allowing({}) }],
          Policy: allowing({}),
        }),
      },
    ],
    bad: [
      {
        name: 'of the function',
        config: lambda({ Url: { AuthType: 'NONE' }, Policy: allowing(held('NONE')) }),
        reports: [{ message: 'open', subject: { url: 'function' } }],
      },
      {
        name: 'of the function, by a pattern of actions',
        config: lambda({ Url: { AuthType: 'NONE' }, Policy: allowing({ Action: ['lambda:Invoke*'] }) }),
        reports: [{ message: 'open', subject: { url: 'function' } }],
      },
      {
        name: 'of an alias',
        config: lambda({
          Url: { AuthType: 'NONE' },
          QualifiedUrls: [
            { Qualifier: 'test', AuthType: 'AWS_IAM' },
            { Qualifier: 'live', AuthType: 'NONE' },
          ],
          QualifiedPolicies: [
            { Qualifier: 'test', Policy: allowing({}) },
            { Qualifier: 'live', Policy: allowing({}) },
          ],
        }),
        reports: [{ message: 'open', subject: { url: 'live' } }],
      },
    ],
  },
  run: ({ config, item, now, report, world }) => {
    for (const url of urlsOf(config)) {
      const evidence = opening(url, surroundingsOfWorld(item.account, world), now);
      if (evidence.length > 0) report('open', { subject: { url: url.name }, evidence });
    }
  },
});

function allowing(changed: JsonObject): JsonObject {
  const statement = {
    Sid: 'FunctionURLAllowPublicAccess',
    Effect: 'Allow',
    Principal: '*',
    Action: ['lambda:InvokeFunctionUrl'],
    Resource: [functionArn],
  };
  return { Version: '2012-10-17', Statement: [{ ...statement, ...changed }] };
}

function held(authType: string): JsonObject {
  return { Condition: { StringEquals: { 'lambda:functionurlauthtype': [authType] } } };
}
