/** Bad input of every kind: one line that says what to do, and nothing lost. */

import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { ownMark } from '../../packages/server/src/store/database/process-mark.ts';
import { besideStart } from './beside-start.ts';
import type { Ran } from './command-line.ts';
import { buildFaultyEstate, correctFaultyEstate, faultyItemCount } from './estate/faulty.ts';
import { partner, prod } from './estate/known.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { resetMoto } from './moto.ts';
import { motoUrl } from './own-moto.ts';
import { type ItemRow, readIssues, readItems } from './rows.ts';
import { once, useStories } from './story.ts';
import { succeed } from './watching.ts';
import { type EngineName, engines, openWorkspace, type Workspace } from './workspace.ts';

const scope = ['--region', 'us-east-1', '--region', 'global'] as const;
const scan = ['scan', '--json', ...scope] as const;

type Place = { readonly workspace: Workspace; readonly proxy: FaultProxy };

type Mishap = {
  readonly what: string;
  readonly engines?: readonly EngineName[];
  /** Undefined where the machine does not let it be tried. */
  readonly make: (place: Place) => Promise<Ran | undefined>;
  readonly code: number;
  /** What is wrong, and what to do. */
  readonly says: RegExp;
};

const mishaps: readonly Mishap[] = [
  {
    what: 'credentials that AWS does not know',
    make: async ({ workspace, proxy }) => {
      proxy.setPlan(() => 'badkey');
      return await workspace.run(...scan, '--account', 'prod');
    },
    code: 1,
    says: /^prod cannot be watched: AWS does not accept the credentials.*InvalidClientTokenId.*Check the credentials in the environment/,
  },
  {
    what: 'no credentials at all',
    make: async ({ workspace }) => {
      const none = workspace.with({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
      return await none.run(...scan, '--account', 'prod');
    },
    code: 1,
    says: /^prod cannot be watched: .*credentials.*Check the credentials in the environment/i,
  },
  {
    what: 'a role that cannot be assumed',
    make: async ({ workspace, proxy }) => {
      proxy.setPlan(({ name }) => (name === 'sts:AssumeRole' ? 'deny' : undefined));
      return await workspace.run(...scan);
    },
    code: 1,
    says: /^partner cannot be watched: The role arn:aws:iam::210987654321:role\/SecurityMonkey cannot be assumed by account 123456789012: .*Grant sts:AssumeRole/,
  },
  {
    what: 'credentials that lead into another account',
    make: async ({ workspace, proxy }) => {
      proxy.setCorrect(({ operation, body }) =>
        operation.name === 'sts:GetCallerIdentity' ? body.replaceAll(partner, '999988887777') : body,
      );
      return await workspace.run(...scan, '--account', 'partner');
    },
    code: 1,
    says: /^partner cannot be watched: The credentials lead to account 999988887777, but 210987654321 is configured/,
  },
  {
    what: 'an unknown region',
    make: async ({ workspace }) => await workspace.run('scan', '--json', '--region', 'mars-east-1'),
    code: 2,
    says: /^No scanned account has a region mars-east-1\. There are: .*us-east-1/,
  },
  {
    what: 'an unknown technology',
    make: async ({ workspace }) => await workspace.run('scan', '--json', '--technology', 'aws.toaster'),
    code: 2,
    says: /^There is no technology aws\.toaster\. See/,
  },
  {
    what: 'an account number of 11 digits',
    make: async ({ workspace }) => await workspace.run('account', 'add', 'aws', '12345678901', '--name', 'x'),
    code: 2,
    says: /^12345678901 is no account number: .*12 digits; this one has 11.*An example: 123456789012\.$/,
  },
  {
    what: 'a name that cannot be shown',
    make: async ({ workspace }) =>
      await workspace.run('account', 'add', 'aws', '111122223333', '--name', 'a\u001b[31mb'),
    code: 2,
    says: /^The field name is wrong: it must have 1 to 100 characters that can be shown\./,
  },
  {
    what: 'a query that makes no sense',
    make: async ({ workspace }) => await workspace.run('items', '--json', 'score>=many'),
    code: 2,
    says: /^The query is wrong at character \d+: /,
  },
  {
    what: 'a setting that is no JSON',
    make: async ({ workspace }) => await workspace.run('settings', 'set', 'networks', '[{'),
    code: 2,
    says: /^The setting networks does not take that value: it is no JSON/,
  },
  {
    what: 'an unknown variable of ours in the environment',
    make: async ({ workspace }) => await workspace.with({ SECURITY_MONKEY_DATABASE: 'x' }).run('items'),
    code: 2,
    says: /^The configuration has an unknown key in the environment: SECURITY_MONKEY_DATABASE\. Remove or correct it/,
  },
  {
    what: 'a database newer than the program',
    make: async ({ workspace }) => {
      await setFutureMigration(workspace, true);
      const ran = await workspace.run('items', '--json');
      await setFutureMigration(workspace, false);
      return ran;
    },
    code: 1,
    says: /^The database is newer than this program \(it has migration 9999-future\).*Install that version/,
  },
  {
    what: 'a server that is not there',
    engines: ['postgres'],
    make: async ({ workspace }) =>
      await workspace.with({ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' }).run('items', '--json'),
    code: 1,
    says: /Check that it runs and that DATABASE_URL is right\.$/,
  },
  {
    what: 'a data directory that a living process holds, which does not answer',
    engines: ['embedded'],
    make: async ({ workspace }) => {
      const directory = join(workspace.directory, 'held');
      await mkdir(directory);
      await writeFile(join(directory, 'lock'), JSON.stringify({ ...ownMark(), token: 'foreign' }));
      return await workspace.with({ SECURITY_MONKEY_DATA_DIRECTORY: directory }).run('items', '--json');
    },
    code: 1,
    says: /^The data directory is in use by another process, which does not answer at .*Wait until it has finished, or stop it/,
  },
  {
    what: 'a second start beside the first',
    engines: ['embedded'],
    make: async ({ workspace }) => await besideStart(workspace, async () => await workspace.run('start')),
    code: 1,
    says: /in use|another process|held/i,
  },
  {
    what: 'a full disk',
    engines: ['embedded'],
    make: async ({ workspace }) => await onFullDisk(workspace),
    code: 1,
    says: /^The disk is full\. Free some space and run the command again; nothing recorded before is lost\.$/,
  },
];

const future = '9999-future';

async function setFutureMigration(workspace: Workspace, isThere: boolean): Promise<void> {
  const statement = isThere
    ? `insert into kysely_migration (name, timestamp) values ('${future}', '2100-01-01T00:00:00.000Z')`
    : `delete from kysely_migration where name = '${future}'`;
  if (workspace.databaseUrl === undefined) return await onEmbedded(workspace.directory, statement);
  const client = new Client(workspace.databaseUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Past the migrations of the program, which would refuse. */
async function onEmbedded(directory: string, statement: string): Promise<void> {
  const database = await PGlite.create(join(directory, 'database'));
  await database.exec(statement);
  await database.close();
}

/** Scans into a data directory on a file system without a byte to spare; afterwards with some. Undefined where none can be mounted. */
async function onFullDisk(workspace: Workspace): Promise<Ran | undefined> {
  const directory = join(workspace.directory, 'small');
  await mkdir(directory);
  const mount = (...options: readonly string[]) => spawnSync('mount', [...options, directory]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', 'size=300m', 'tmpfs')) return undefined;
  try {
    const small = workspace.with({ SECURITY_MONKEY_DATA_DIRECTORY: directory });
    await small.run('account', 'add', 'aws', prod, '--name', 'prod');
    spawnSync('dd', ['if=/dev/zero', `of=${join(directory, 'ballast')}`, 'bs=64k']);
    const ran = await small.run(...scan);
    spawnSync('rm', [join(directory, 'ballast')]);
    const again = await small.run(...scan);
    return again.code === 0 && JSON.parse(again.out).created === faultyItemCount ? ran : again;
  } finally {
    spawnSync('umount', [directory]);
  }
}

describe.skipIf(motoUrl === '')('bad input', () => {
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
      await succeed(workspace, ...scan);
      const before = await remember(workspace);
      const ran = new Map<string, Ran>();
      for (const { what, make, engines: on = engines } of mishaps) {
        if (!on.includes(engine)) continue;
        const outcome = await make({ workspace, proxy });
        if (outcome !== undefined) ran.set(what, outcome);
        proxy.setPlan(() => undefined);
        proxy.setCorrect(({ body }) => body);
      }
      const last = await workspace.run(...scan);
      return { before, ran, last, after: await remember(workspace) };
    } finally {
      await workspace.close();
      await proxy.stop();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it.for(mishaps.filter((mishap) => (mishap.engines ?? engines).includes(engine)))(
      '$what: one line that says what to do',
      ({ what, code, says }, context) => {
        const ran = story(engine).ran.get(what);
        if (ran === undefined) return context.skip('it cannot be tried on this machine');
        expect(ran.err.trimEnd()).toMatch(says);
        expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
        expect(ran.code).toBe(code);
      },
    );

    it('loses nothing by any of it', () => {
      const { before, last, after } = story(engine);
      expect({ code: last.code, err: last.err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(last.out)).toMatchObject({ created: 0, changed: 0, deleted: 0, issuesFixed: 0 });
      expect(after).toEqual(before);
    });
  });
});

async function remember(workspace: Workspace) {
  const items: readonly ItemRow[] = await readItems(workspace);
  return { items, issues: await readIssues(workspace, 'is:fixed OR -is:fixed') };
}
