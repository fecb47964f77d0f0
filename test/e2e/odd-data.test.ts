/** Odd data and odd moments: answers of 5 MB, policies that are none, names from every plane, two scans at once. Nothing is lost. */

import { describe, expect, it } from 'vitest';
import { besideStart } from './beside-start.ts';
import { buildFaultyEstate, correctFaultyEstate, faultyItemCount } from './estate/faulty.ts';
import { partner, prod } from './estate/known.ts';
import { type Correct, startFaultProxy } from './fault-proxy.ts';
import { resetMoto } from './moto.ts';
import { motoUrl } from './own-moto.ts';
import { readHistory, readItems } from './rows.ts';
import { once, useStories } from './story.ts';
import { scan, succeed } from './watching.ts';
import { engines, openWorkspace, type Workspace } from './workspace.ts';

const scope = ['--region', 'us-east-1', '--region', 'global', '--account', 'prod'] as const;

/** A character of each of the 17 planes, also of those that hold nothing yet or are private. */
const everyPlane = Array.from({ length: 17 }, (_, plane) =>
  String.fromCodePoint(plane * 0x1_0000 + 0x2345),
).join('');
const malformed = '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", ';
const manyTags = Array.from({ length: 40_000 }, (_, index) => ({
  key: `tag-${index}`,
  value: `${'value '.repeat(15)}${index}`,
}));
const manyTagsXml = manyTags
  .map(({ key, value }) => `<Tag><Key>${key}</Key><Value>${value}</Value></Tag>`)
  .join('');

const odd: Correct = ({ operation, path, body }) => {
  if (operation.name === 's3:GetBucketPolicy') return malformed;
  if (operation.name === 's3:GetBucketTagging' && path.includes('f-safe'))
    return body.replace(/<TagSet>.*<\/TagSet>/s, `<TagSet>${manyTagsXml}</TagSet>`);
  if (operation.name !== 'ec2:DescribeSecurityGroups') return body;
  return body.replace('<groupName>f-closed</groupName>', `<groupName>${everyPlane}</groupName>`);
};

async function showConfig(workspace: Workspace, id: string): Promise<unknown> {
  const [shown] = await workspace.json('item', 'show', id);
  return shown?.['config'];
}

/** Whether there is a policy, whether it is whole, whether it denies HTTP, and whom it lets in: five ways. */
const checksOfThePolicy = 8;

describe.skipIf(motoUrl === '')('odd data', () => {
  const estate = once(async () => {
    await resetMoto(motoUrl);
    await buildFaultyEstate(motoUrl);
  });

  const story = useStories(async (engine) => {
    await estate();
    const proxy = await startFaultProxy(motoUrl, correctFaultyEstate);
    const workspace = await openWorkspace(engine, proxy.url);
    try {
      await succeed(workspace, 'account', 'add', 'aws', prod, '--name', 'prod');
      await succeed(workspace, 'account', 'add', 'aws', partner, '--name', 'partner');
      const both = await Promise.all([scan(workspace, ...scope), scan(workspace, ...scope)]);
      const before = await readItems(workspace);
      proxy.setCorrect(odd);
      const oddScan = await scan(workspace, ...scope);
      const again = await scan(workspace, ...scope);
      const items = await readItems(workspace);
      const safe = items.find(({ name }) => name === 'f-safe')?.id ?? '';
      const config = await showConfig(workspace, safe);
      proxy.setCorrect(({ body }) => body);
      const last = await scan(workspace, ...scope);
      const history = await readHistory(workspace, safe);
      const diff = await workspace.json('item', 'diff', safe);
      const beside =
        engine === 'embedded' ? await besideStart(workspace, () => readItems(workspace)) : undefined;
      return {
        both,
        before,
        oddScan,
        again,
        items,
        config,
        last,
        history,
        diff,
        beside,
        after: await readItems(workspace),
      };
    } finally {
      await workspace.close();
      await proxy.stop();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it('has two scans at the same moment record everything once', () => {
      const { both, before } = story(engine);
      const created = both.map(({ summary }) => Number(summary['created']));
      expect(created.reduce((sum, count) => sum + count, 0)).toBe(faultyItemCount);
      expect(before).toHaveLength(faultyItemCount);
    });

    it('records 5 MB of tags, and goes on with all others', () => {
      const { oddScan, again, items, config } = story(engine);
      expect(oddScan.summary).toMatchObject({
        created: 0,
        changed: 2,
        deleted: 0,
        failedItems: 0,
        failedChecks: 0,
      });
      expect(again.summary).toMatchObject({ created: 0, changed: 0, deleted: 0 });
      expect(JSON.stringify(config).length).toBeGreaterThan(5_000_000);
      expect(Object.keys(items.find(({ name }) => name === 'f-safe')?.tags ?? {})).toHaveLength(
        manyTags.length,
      );
    });

    it('keeps the last policy where the answer holds none that is whole, and says so', () => {
      const { oddScan, config, items } = story(engine);
      expect({ code: oddScan.code, err: oddScan.err }).toEqual({
        code: 1,
        err: '1 item could not be read whole; security-monkey doctor tells why.\n',
      });
      expect(oddScan.summary).toMatchObject({
        partialItems: 1,
        unknowns: checksOfThePolicy,
        issuesOpened: 0,
        issuesFixed: 0,
      });
      expect(config).toMatchObject({ Policy: { Statement: [{ Effect: 'Deny' }, { Effect: 'Allow' }] } });
      expect(items.find(({ name }) => name === 'f-safe')?.unknowns).toBe(checksOfThePolicy);
    });

    it('keeps a name from every plane of Unicode as it is', () => {
      expect(story(engine).items.map(({ name }) => name)).toContain(everyPlane);
    });

    it('is as before afterwards, with one revision for each way', () => {
      const { before, last, after, history, diff } = story(engine);
      expect(last.summary).toMatchObject({ created: 0, changed: 2, deleted: 0, failedItems: 0 });
      expect(history.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'created']);
      expect(after.map((item) => ({ ...item, lastChanged: 0 }))).toEqual(
        before.map((item) => ({ ...item, lastChanged: 0 })),
      );
      expect(diff).toHaveLength(1);
    });
  });

  it('answers commands through the process that runs', () => {
    const { beside, after } = story('embedded');
    expect(beside).toEqual(after);
  });
});
