/** The daily digest through a real SMTP server, over the days on which the clocks are changed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createMailStage, hour, type MailStage, subjects } from './stage.ts';

const database = useTestDatabase();

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage(database());
});
afterEach(() => stage.server.stop());

async function until(moment: string): Promise<void> {
  stage.clock.advance(new Date(moment).getTime() - stage.clock.now().getTime());
}

/** A change each hour, and a look for what is due. */
async function hours(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    stage.estate().put({ kind: 'note', name: 'n', body: { Text: stage.clock.now().toISOString() } });
    await stage.run();
    stage.clock.advance(hour - 60_000);
    await stage.deliver();
  }
}

async function arrivals(): Promise<readonly (string | undefined)[]> {
  return stage.server.taken.map(({ headers }) => headers.get('date'));
}

describe.each([
  [
    'begins',
    '2026-03-27T12:00:00Z',
    ['Sat, 28 Mar 2026 07:00:00 +0000', 'Sun, 29 Mar 2026 06:00:00 +0000', 'Mon, 30 Mar 2026 06:00:00 +0000'],
  ],
  [
    'ends',
    '2026-10-23T12:00:00Z',
    ['Sat, 24 Oct 2026 06:00:00 +0000', 'Sun, 25 Oct 2026 07:00:00 +0000', 'Mon, 26 Oct 2026 07:00:00 +0000'],
  ],
])('when summer time %s', (_, start, expected) => {
  it('a digest arrives once a day, at eight by the clock of its receiver', async () => {
    await stage.run();
    await until(start);
    await stage.subscribe({ digestAt: '08:00', timeZone: 'Europe/Berlin' });
    await hours(70);
    expect(await arrivals()).toEqual(expected);
    expect(subjects(stage).map((subject) => subject.replace(/:.*/, ''))).toEqual(
      expected.map((date) => `[Security Monkey] ${date.slice(0, 3)} ${date.slice(5, 11)}`),
    );
    const rows = await database().selectFrom('message_event').selectAll().execute();
    const told = rows.filter(({ message_id: message }) => message !== null);
    expect(new Set(told.map(({ message_id: message }) => message)).size).toBe(3);
    expect(rows.filter((row) => row.at.toISOString() < '2026-03-01')).toEqual([]);
  });
});

it('a day without news makes no digest, and what happens later is in the next', async () => {
  await stage.run();
  await stage.subscribe({ digestAt: '08:00' });
  stage.clock.advance(30 * hour);
  await stage.deliver();
  expect(stage.server.taken).toEqual([]);
  await hours(1);
  stage.clock.advance(24 * hour);
  await stage.deliver();
  expect(subjects(stage)).toEqual(['[Security Monkey] Sat 3 Jan: 1 item created']);
});

it('a digest that was missed for days is sent once, with all of it', async () => {
  await stage.run();
  await stage.subscribe({ digestAt: '08:00' });
  await hours(1);
  stage.clock.advance(72 * hour);
  stage.estate().put({ kind: 'note', name: 'later' });
  await stage.run();
  await stage.deliver();
  await stage.deliver();
  expect(subjects(stage)).toEqual(['[Security Monkey] Sun 4 Jan: 2 items created']);
  stage.clock.advance(24 * hour);
  await stage.deliver();
  expect(stage.server.taken).toHaveLength(1);
});
