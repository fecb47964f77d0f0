/** The simulated CloudTrail tells who made each change of each story, and who deployed what. */
import { describe, expect, it } from 'vitest';
import { lastDeed } from './last-deed.ts';
import type { Told } from './stories/told-between.ts';
import { toldBetween } from './stories/told-between.ts';
import { connectionTo, contextsOf, scan } from './test-support/scan.ts';
import { day, intoSeason, minute, season, seasonBegin } from './time/moment.ts';
import { production } from './world/organisation.ts';

const begin = seasonBegin(2);

type Stretch = { readonly account: string; readonly after: number; readonly until: number };

/** What is told of an item that a watcher names so, asked at the end of the stretch. */
async function told(technology: string, name: string, { account, after, until }: Stretch) {
  const context = contextsOf(await connectionTo(account, until));
  const item = { technology, region: 'us-east-1', name, identity: 'any', lineage: 'any' };
  const { send } = context({ partition: 'aws', account, region: 'us-east-1' });
  return await lastDeed({ send, item, after: new Date(after), until: new Date(until) });
}

/** A key is called by its id in items, and by its alias in stories: what its grants say makes no revision. */
const steps = toldBetween(begin - 1, begin + season - 1).filter(
  ({ technology }) => technology.startsWith('aws.') && technology !== 'aws.kms-key',
);

it.each(steps)('$story: $tells', async ({ at, account, technology, name, actor, ...step }: Told) => {
  const present = await scan(at, { technology });
  const before = await scan(at - minute, { technology });
  const named = [...present, ...before].filter(
    (item) => item.name === name && item.place.account === account,
  );
  expect(named.length).toBeGreaterThan(0);
  const deed = await told(technology, name, { account, after: at - minute, until: at });
  const id = actor === 'AWS' ? {} : { id: `arn:aws:iam::${account}:user/${actor}` };
  expect(deed).toEqual({
    at: new Date(at),
    actor: { name: actor, ...id },
    operation: step.operation,
    note: step.tells,
  });
});

describe('the log', () => {
  const quiet = begin + intoSeason(1, 'Wed', '12:00');
  const bucket = ['aws.s3-bucket', 'shop-prod-catalogue-data'] as const;
  const opened = begin + intoSeason(3, 'Fri', '18:40');

  it.each([
    ['before the stretch', opened, opened + day],
    ['after it', opened - day, opened - minute],
  ])('tells of nothing %s', async (_name, after, until) => {
    expect(await told(...bucket, { account: production, after, until })).toBeUndefined();
  });

  it('tells nothing of a namesake of another technology', async () => {
    const stretch = { account: production, after: begin, until: begin + season - 1 };
    expect(await told('aws.ec2-network-interface', 'prod-search-1', stretch)).toBeUndefined();
    expect(await told('aws.sqs-queue', 'prod-search-1', stretch)).toBeUndefined();
    expect(await told('aws.ec2-instance', 'prod-search-1', stretch)).toMatchObject({
      operation: 'ec2:ModifyInstanceMetadataOptions',
    });
  });

  it('tells the newest of many deployments', async () => {
    const name = 'prod-checkout-worker';
    const deployedAt = async (until: number) => {
      const deed = await told('aws.lambda-function', name, { account: production, after: begin, until });
      return deed && [deed.actor.name, deed.operation, deed.at.toISOString()];
    };
    const [item] = (await scan(quiet, { technology: 'aws.lambda-function' })).filter(
      (one) => one.name === name,
    );
    expect(await deployedAt(quiet)).toEqual([
      'deploy-bot',
      'lambda:UpdateFunctionCode',
      item?.config['LastModified'],
    ]);
  });

  it('tells of nothing that is still to come', async () => {
    const deed = await told(...bucket, { account: production, after: opened - day, until: opened });
    expect(deed?.at.getTime()).toBe(opened);
    const context = contextsOf(await connectionTo(production, opened - minute));
    const { send } = context({ partition: 'aws', account: production, region: 'us-east-1' });
    const answer = await send('cloudtrail:LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: bucket[1] }],
      StartTime: new Date(opened - day).toISOString(),
      EndTime: new Date(opened + day).toISOString(),
    });
    expect(answer).toEqual({ Events: [] });
  });
});
