/** What goes over the wire, and what of the answers is believed. */
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { classifyAwsError } from '../account-type/classify.ts';
import { reply, startWire, type Wire } from '../test-support/wire.ts';
import { type Clients, createClients } from './clients.ts';

const opened: { wire?: Wire; clients?: Clients } = {};

afterEach(async () => {
  opened.clients?.close();
  await opened.wire?.close();
  vi.unstubAllEnvs();
});

async function clientsFor(answer: (response: ServerResponse) => void, host = '127.0.0.1') {
  const wire = await startWire((_call, response) => answer(response));
  vi.stubEnv('AWS_ENDPOINT_URL', wire.url.replace('127.0.0.1', host));
  const clients = createClients(async () => ({ accessKeyId: 'key', secretAccessKey: 'hidden' }));
  Object.assign(opened, { wire, clients });
  return { wire, clients };
}

const listing =
  '<ListAllMyBucketsResult><Owner><ID>me</ID></Owner><Buckets><Bucket><Name>b</Name>' +
  '<CreationDate>2024-03-01T09:00:00.000Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>';

describe('a request', () => {
  const block =
    '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>';

  it.each(['127.0.0.1', 'localhost'])('keeps bucket and account out of the host %s', async (host) => {
    const { wire, clients } = await clientsFor((response) => reply(response, block), host);
    const region = 'eu-west-1';
    await clients.send({ operation: 's3:GetPublicAccessBlock', region, input: { Bucket: 'acme' } });
    await clients.send({
      operation: 's3control:GetPublicAccessBlock',
      region,
      input: { AccountId: '111122223333' },
    });
    expect(wire.calls.map((call) => [call.host.split(':')[0], call.path])).toEqual([
      [host, '/acme/?publicAccessBlock='],
      [host, '/v20180820/configuration/publicAccessBlock'],
    ]);
  });

  it('is signed for the region asked', async () => {
    const { wire, clients } = await clientsFor((response) => reply(response, listing));
    await clients.send({ operation: 's3:ListBuckets', region: 'eu-west-1', input: {} });
    await clients.send({ operation: 's3:ListBuckets', region: 'us-east-1', input: {} });
    const scopes = wire.calls.map(({ headers }) => headers.authorization?.split('/').slice(2, 4));
    expect(scopes).toEqual([
      ['eu-west-1', 's3'],
      ['us-east-1', 's3'],
    ]);
  });

  it('of a service or an operation that nobody knows is refused', async () => {
    const { clients } = await clientsFor((response) => reply(response, listing));
    const ask = (operation: string) => clients.send({ operation, region: 'us-east-1', input: {} });
    await expect(ask('s4:ListBuckets')).rejects.toThrow('No AWS client is known for the service "s4".');
    await expect(ask('s3:ListBukkits')).rejects.toThrow('The AWS SDK knows no operation "ListBukkits".');
  });
});

describe('an answer', () => {
  it('becomes plain JSON without metadata', async () => {
    const { clients } = await clientsFor((response) => reply(response, listing));
    expect(await clients.send({ operation: 's3:ListBuckets', region: 'us-east-1', input: {} })).toEqual({
      Buckets: [{ Name: 'b', CreationDate: '2024-03-01T09:00:00.000Z' }],
      Owner: { ID: 'me' },
    });
  });

  const page = '<html><body><p>Please sign in</p></body></html>';
  it.each<[string, (response: ServerResponse) => void, string]>([
    [
      'without a request id is not from AWS',
      (response) => void response.writeHead(200).end(listing),
      'invalid_response',
    ],
    [
      'that is a page is not from AWS',
      (response) => void response.writeHead(200).end(page),
      'invalid_response',
    ],
    ['that is empty has lost its body', (response) => reply(response, ''), 'invalid_response'],
    ['that ends early is broken', (response) => reply(response, listing.slice(0, 120)), 'invalid_response'],
    ['of 500 that is a page', (response) => void response.writeHead(500).end(page), 'server_error'],
    ['of 502 in plain text', (response) => void response.writeHead(502).end('bad gateway'), 'server_error'],
    ['that never comes', (response) => void response.destroy(), 'network'],
    ['that stops half-way', stopHalfWay, 'network'],
  ])('%s', async (_name, answer, expected) => {
    const { clients } = await clientsFor(answer);
    const error: unknown = await clients
      .send({ operation: 's3:ListBuckets', region: 'us-east-1', input: {} })
      .catch((caught: unknown) => caught);
    expect(classifyAwsError(error).class).toBe(expected);
  });

  it('is not asked for twice', async () => {
    const { wire, clients } = await clientsFor((response) => reply(response, '<Error/>', 503));
    const sent = clients.send({ operation: 's3:ListBuckets', region: 'us-east-1', input: {} });
    await expect(sent).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(wire.calls.length).toBe(1);
  });
});

describe('a signal', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['before the answer', () => {}],
    [
      'within the answer',
      (response) => void response.writeHead(200, { 'x-amz-request-id': 'TX1' }).write('<L'),
    ],
  ])('ends the call with its reason %s', async (_name, answer) => {
    const { clients } = await clientsFor(answer);
    const signal = AbortSignal.timeout(150);
    const sent = clients.send({ operation: 's3:ListBuckets', region: 'us-east-1', input: {}, signal });
    const error: unknown = await sent.catch((caught: unknown) => caught);
    expect(error).toBe(signal.reason);
    expect(classifyAwsError(error).class).toBe('timeout');
  });
});

function stopHalfWay(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '5000', 'x-amz-request-id': 'TX1' });
  response.write('<ListAllMyBucketsResult>', () => response.destroy());
}
