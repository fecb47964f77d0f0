/** A scan against moto beside a bare loop that makes the same calls with as many at once: what collection costs above the wire. */
import { CreateSecurityGroupCommand } from '@aws-sdk/client-ec2';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import aws from '@security-monkey/aws';
import { type Connection, definePlugin, type Plugin, type ProviderRequest } from '@security-monkey/sdk';
import { scan } from '../packages/server/src/engine/scan.ts';
import { signIn } from '../test/e2e/estate/clients.ts';
import { howToGetMoto, motoIsInstalled, startMoto } from '../test/e2e/moto.ts';
import { withEnvironment } from './environment.ts';
import { report } from './report.ts';
import { benchRuntime, engines, withDatabase } from './workspace.ts';

const buckets = 60;
const groups = 40;
const account = { identifier: '123456789012', name: 'bench', fields: {} };

type Recording = { readonly requests: ProviderRequest[]; inFlight: number; mostAtOnce: number };

export async function scanAgainstMoto(): Promise<void> {
  if (!motoIsInstalled()) return report('scan against moto', howToGetMoto);
  const moto = await startMoto();
  const restore = withEnvironment({
    AWS_ENDPOINT_URL: moto.url,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_REGION: 'us-east-1',
  });
  try {
    await furnish(moto.url);
    for (const engine of engines) await withDatabase(engine, (db) => compare(engine, db));
  } finally {
    restore();
    await moto.stop();
  }
}

async function compare(engine: string, db: Parameters<typeof benchRuntime>[0]): Promise<void> {
  const recording: Recording = { requests: [], inFlight: 0, mostAtOnce: 0 };
  const runtime = await benchRuntime(db, recorded(recording));
  await db.updateTable('account').set({ identifier: account.identifier }).execute();
  const request = { signal: new AbortController().signal };
  await scan(runtime, request);
  recording.requests.splice(0);
  const started = performance.now();
  await scan(runtime, request);
  const scanned = performance.now() - started;
  const calls = [...recording.requests];
  const floor = await bareLoop(calls, recording.mostAtOnce);
  report(
    `scan of ${buckets} buckets and ${groups} groups, ${engine}`,
    `${Math.round(scanned)} ms for ${calls.length} calls, at most ${recording.mostAtOnce} at once`,
  );
  report(
    'the same calls in a bare loop',
    `${Math.round(floor)} ms: ${(scanned / floor).toFixed(2)} × (goal 1.3)`,
  );
}

/** The AWS plugin with its account type's calls written down; no checks, since the loop has none. */
function recorded(recording: Recording): Plugin {
  const accountTypes = aws.accountTypes.map((type) => {
    const connect = async (...given: Parameters<typeof type.connect>): Promise<Connection> => {
      const connection = await type.connect(...given);
      return { ...connection, send: (request) => record(recording, connection, request) };
    };
    return Object.defineProperties({ ...type, connect }, symbolsOf(type));
  });
  return definePlugin({ ...aws, accountTypes, checks: [] });
}

/** The brand of a definition is not enumerable. */
function symbolsOf(definition: object): PropertyDescriptorMap {
  const symbols = Object.getOwnPropertySymbols(definition);
  return Object.fromEntries(
    symbols.map((symbol) => [symbol, Object.getOwnPropertyDescriptor(definition, symbol) ?? {}]),
  );
}

async function record(
  recording: Recording,
  connection: Connection,
  request: ProviderRequest,
): Promise<unknown> {
  recording.requests.push(request);
  recording.inFlight += 1;
  recording.mostAtOnce = Math.max(recording.mostAtOnce, recording.inFlight);
  try {
    return await connection.send(request);
  } finally {
    recording.inFlight -= 1;
  }
}

async function bareLoop(calls: readonly ProviderRequest[], atOnce: number): Promise<number> {
  const [type] = aws.accountTypes;
  if (type === undefined) throw new Error('the AWS plugin has an account type');
  const connection = await type.connect(account, { now: Date.now });
  const waiting = [...calls];
  const { signal } = new AbortController();
  const work = async (): Promise<void> => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift())
      await connection.send({ ...call, signal }).catch(() => undefined);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  const took = performance.now() - started;
  connection.close();
  return took;
}

/** By the library itself: the product's own client refuses the empty answers that writing gets. */
async function furnish(endpoint: string): Promise<void> {
  const signedIn = await signIn(endpoint, 'prod');
  const { s3, ec2 } = signedIn.in('us-east-1');
  for (let number = 0; number < buckets; number += 1)
    await s3.send(new CreateBucketCommand({ Bucket: `bench-${number}` }));
  for (let number = 0; number < groups; number += 1)
    await ec2.send(new CreateSecurityGroupCommand({ GroupName: `bench-${number}`, Description: 'bench' }));
  signedIn.close();
}
