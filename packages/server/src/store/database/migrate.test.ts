/** Migrations: once each, and never under a database that is newer than the program. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

const database = useTestDatabase();

const applied = async () => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database(),
  );
  return rows.map(({ name }) => name);
};

test('every migration is applied, and a second run changes nothing', async () => {
  await migrate(database());
  expect(await applied()).toEqual(Object.keys(migrations));
});

test('a database with a migration that the program does not know is refused, unchanged', async () => {
  const db = database();
  await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030')`.execute(db);
  try {
    await expect(migrate(db)).rejects.toMatchObject({
      code: 'database_newer',
      message: 'The database is newer than this program (it has migration 9999-future): update the program.',
    });
  } finally {
    await sql`delete from kysely_migration where name = '9999-future'`.execute(db);
  }
});

test('a migration that fails leaves nothing behind', async () => {
  const db = database();
  const broken = {
    ...migrations,
    '0999-broken': {
      up: async (tx: typeof db) => {
        await sql`create table half (a int)`.execute(tx);
        await sql`select 1/0`.execute(tx);
      },
    },
  };
  await expect(migrate(db, broken)).rejects.toMatchObject({ code: '22012' });
  const { rows } = await sql`select to_regclass('half') as half`.execute(db);
  expect([rows, await applied()]).toEqual([[{ half: null }], Object.keys(migrations)]);
});
