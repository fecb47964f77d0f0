/** A scan of ten accounts in four regions each, all technologies and all checks, against moto: calls, wall time, memory. */
import { CreateSecurityGroupCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import aws from '@security-monkey/aws';
import { createJudgePool } from '../packages/server/src/engine/audit/pool.ts';
import { scan } from '../packages/server/src/engine/scan.ts';
import { insertAccount } from '../packages/server/src/store/accounts.ts';
import { ambientCredentials } from '../test/e2e/estate/clients.ts';
import { howToGetMoto, motoIsInstalled, startMoto } from '../test/e2e/moto.ts';
import { withEnvironment } from './environment.ts';
import { report } from './report.ts';
import { benchRuntime, engines, withDatabase } from './workspace.ts';

const accounts = Array.from({ length: 10 }, (_, index) => String(222_200_000_000 + index));
const regions = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-northeast-1'];
/** Of each kind, in each region of each account. */
const each = 5;

export async function manyAccounts(): Promise<void> {
  if (!motoIsInstalled()) return report('scan of ten accounts', howToGetMoto);
  const moto = await startMoto();
  const restore = withEnvironment({
    AWS_ENDPOINT_URL: moto.url,
    AWS_ACCESS_KEY_ID: ambientCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ambientCredentials.secretAccessKey,
    AWS_REGION: 'us-east-1',
  });
  try {
    for (const account of accounts) await furnish(moto.url, account);
    for (const engine of engines) await withDatabase(engine, (db) => measure(engine, db));
  } finally {
    restore();
    await moto.stop();
  }
}

async function measure(engine: string, db: Parameters<typeof benchRuntime>[0]): Promise<void> {
  const pool = createJudgePool({ plugins: ['@security-monkey/aws'] });
  try {
    const runtime = { ...(await benchRuntime(db, aws)), judge: pool.judge };
    await db.deleteFrom('account').execute();
    for (const identifier of accounts) await insertAccount(db, accountOf(runtime.nextId(), identifier));
    for (const round of ['first', 'second']) {
      const started = performance.now();
      const summary = await scan(runtime, { regions, signal: new AbortController().signal });
      const seconds = (performance.now() - started) / 1_000;
      const calls = Object.values(summary.calls).reduce((sum, count) => sum + count, 0);
      const failed = summary.failedScopes.length + summary.failedAccounts.length;
      report(
        `${round} scan of ${accounts.length} accounts × ${regions.length} regions, ${engine}`,
        `${seconds.toFixed(1)} s for ${calls} calls (${(calls / seconds).toFixed(0)} a second); ${summary.created} items, ${summary.issuesOpened} issues, ${failed} scopes failed`,
      );
    }
    const { rss } = process.memoryUsage();
    report(`memory after it, ${engine}`, `${Math.round(rss / 2 ** 20)} MiB resident`);
  } finally {
    await pool.close();
  }
}

function accountOf(id: string, identifier: string): Parameters<typeof insertAccount>[1] {
  return {
    id,
    type: 'aws',
    identifier,
    name: `bench-${identifier}`,
    fields: {},
    third_party: false,
    active: true,
    notes: '',
    created_at: new Date(),
  };
}

/** Queues and groups in every region, beside what the emulator brings itself. */
async function furnish(endpoint: string, account: string): Promise<void> {
  const sts = new STSClient({ endpoint, region: 'us-east-1', credentials: ambientCredentials });
  const RoleArn = `arn:aws:iam::${account}:role/Builder`;
  const { Credentials: assumed } = await sts.send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'bench' }),
  );
  sts.destroy();
  const credentials = {
    accessKeyId: assumed?.AccessKeyId ?? '',
    secretAccessKey: assumed?.SecretAccessKey ?? '',
    sessionToken: assumed?.SessionToken ?? '',
  };
  for (const region of regions) {
    const ec2 = new EC2Client({ endpoint, region, credentials });
    const sqs = new SQSClient({ endpoint, region, credentials });
    for (let number = 0; number < each; number += 1) {
      await sqs.send(new CreateQueueCommand({ QueueName: `bench-${number}` }));
      await ec2.send(new CreateSecurityGroupCommand({ GroupName: `bench-${number}`, Description: 'bench' }));
    }
    ec2.destroy();
    sqs.destroy();
  }
}
