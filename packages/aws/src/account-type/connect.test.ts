/** Whose credentials are used for which account. */
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Call, reply, startWire, type Wire } from '../test-support/wire.ts';
import { connectTo } from './connect.ts';
import { awsFields } from './fields.ts';

const opened: { wire?: Wire } = {};

afterEach(async () => {
  await opened.wire?.close();
  vi.unstubAllEnvs();
});

const caller =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>' +
  '<Arn>arn:aws-us-gov:iam::111122223333:user/monkey</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>';

function role(expiration: string): string {
  return (
    '<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASSUMED</AccessKeyId>' +
    '<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>' +
    `<Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`
  );
}

const denial =
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>';

async function connecting(identifier: string, fields: object, other?: typeof answerCall) {
  const wire = await startWire((call, response) => (other ?? answerCall)(call, response));
  Object.assign(opened, { wire });
  vi.stubEnv('AWS_ENDPOINT_URL', wire.url);
  const clock = { time: Date.parse('2026-01-01T00:00:00Z') };
  const connect = connectTo({
    credentials: async () => async () => ({ accessKeyId: 'AMBIENT', secretAccessKey: 's' }),
    region: async () => 'us-gov-east-1',
    now: () => clock.time,
  });
  const account = { identifier, name: 'prod', fields: awsFields.parse(fields) };
  return { wire, clock, connection: await connect(account) };
}

function answerCall({ body }: Call, response: ServerResponse): void {
  if (body.includes('AssumeRole')) return reply(response, role('2026-01-01T01:00:00Z'));
  if (body.includes('GetCallerIdentity')) return reply(response, caller);
  return reply(response, '<R><Buckets/></R>');
}

/** Key, region and service of a call's signature. */
function signature({ headers }: Call): string {
  const [, key, , region, service] =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  return [key, region, service].join(' ');
}

const listBuckets = { operation: 's3:ListBuckets', input: {}, signal: new AbortController().signal };

describe('a connection', () => {
  it("uses the environment's credentials for their own account", async () => {
    const { wire, connection } = await connecting('111122223333', {});
    await connection.send({ ...listBuckets, region: '' });
    connection.close();
    expect(wire.calls.map(signature)).toEqual(['AMBIENT us-gov-east-1 sts', 'AMBIENT us-gov-west-1 s3']);
  });

  it('assumes the role of another account, with the external id, in the same partition', async () => {
    const { wire, connection } = await connecting('222233334444', {
      role: 'audit/Reader',
      externalId: 'x-1',
    });
    await connection.send({ ...listBuckets, region: 'us-gov-east-1' });
    connection.close();
    const asked = new URLSearchParams(wire.calls[1]?.body);
    expect([asked.get('RoleArn'), asked.get('ExternalId'), asked.get('RoleSessionName')]).toEqual([
      'arn:aws-us-gov:iam::222233334444:role/audit/Reader',
      'x-1',
      'SecurityMonkey',
    ]);
    expect(wire.calls.map(signature)).toEqual([
      'AMBIENT us-gov-east-1 sts',
      'AMBIENT us-gov-east-1 sts',
      'ASSUMED us-gov-east-1 s3',
    ]);
  });

  it('assumes the role again before the credentials end', async () => {
    let hours = 0;
    const { wire, clock, connection } = await connecting('222233334444', {}, (call, response) => {
      if (!call.body.includes('AssumeRole')) return answerCall(call, response);
      hours += 1;
      return reply(response, role(`2026-01-01T0${hours}:00:00Z`));
    });
    const assumptions = () => wire.calls.filter(({ body }) => body.includes('AssumeRole')).length;
    await connection.send({ ...listBuckets, region: '' });
    expect(assumptions()).toBe(1);
    clock.time += 56 * 60_000;
    await connection.send({ ...listBuckets, region: '' });
    connection.close();
    expect(assumptions()).toBe(2);
  });

  it('assumes the role again after its credentials were refused', async () => {
    const refusing = { on: true };
    const { wire, connection } = await connecting('222233334444', {}, (call, response) => {
      if (call.method === 'POST' || !refusing.on) return answerCall(call, response);
      return reply(response, '<Error><Code>ExpiredToken</Code><Message>old</Message></Error>', 400);
    });
    await expect(connection.send({ ...listBuckets, region: '' })).rejects.toThrow('old');
    refusing.on = false;
    await connection.send({ ...listBuckets, region: '' });
    connection.close();
    expect(wire.calls.filter(({ body }) => body.includes('AssumeRole')).length).toBe(2);
  });

  it('is refused with the role and the permission when it cannot be assumed', async () => {
    const refused = connecting('222233334444', {}, (call, response) => {
      if (call.body.includes('AssumeRole')) return reply(response, denial, 403);
      return answerCall(call, response);
    });
    await expect(refused).rejects.toMatchObject({
      failure: {
        class: 'access_denied',
        permission: 'sts:AssumeRole',
        message:
          'The role arn:aws-us-gov:iam::222233334444:role/SecurityMonkey cannot be assumed by account 111122223333: AccessDenied: User is not authorized to perform: sts:AssumeRole',
      },
    });
  });

  it('is refused in a partition of which no home region is known', async () => {
    const isolated = caller.replace('aws-us-gov', 'aws-iso');
    const refused = connecting('111122223333', {}, (_call, response) => reply(response, isolated));
    await expect(refused).rejects.toMatchObject({
      failure: {
        class: 'rejected',
        message: 'The AWS partition "aws-iso" is not supported; aws, aws-cn, aws-us-gov are',
      },
    });
  });

  it('is refused when the credentials are wrong', async () => {
    const wrong =
      '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The security token is invalid.</Message></Error></ErrorResponse>';
    const refused = connecting('111122223333', {}, (_call, response) => reply(response, wrong, 403));
    await expect(refused).rejects.toMatchObject({
      failure: { class: 'credentials', operation: 'sts:GetCallerIdentity' },
    });
  });
});
