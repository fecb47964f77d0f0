/**
 * A process made to be killed: opens the embedded database, tells what it finds, and writes pairs of rows,
 * telling the number of each pair after its commit. Usage: durable-writer.ts DIRECTORY
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { insertConfigs } from '../configs.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';

/** What a round found: the pairs that are whole, and how many rows are not what was written. */
export type Found = { readonly pairs: readonly number[]; readonly broken: number };

const wall = 10_000_000;

/** A pair is a setting and a config: two tables, one of them with a body of up to 40 KB that does not compress. */
async function writePair(db: Database, number: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('setting')
      .values({
        key: `pair-${number}`,
        value: JSON.stringify(number),
        updated_at: new Date(0),
        updated_by: 'x',
      })
      .execute();
    await insertConfigs(tx, [
      { hash: hashOf(number), body: { text: bodyOf(number) }, stored_at: new Date(0) },
    ]);
  });
}

function hashOf(number: number): string {
  return `config-${number}`;
}

function bodyOf(number: number): string {
  const length = 1 + ((number * 7_919) % 640);
  let text = '';
  for (let part = 0; part < length; part += 1)
    text += createHash('sha256').update(`${number}/${part}`).digest('hex');
  return text;
}

/** Reads every row back, also by the index, and compares it with what was written. */
export async function readPairs(db: Database): Promise<Found> {
  const settings = await db.selectFrom('setting').select(['key', 'value']).execute();
  const configs = await db.selectFrom('config').select(['hash', 'body']).execute();
  const bodies = new Map(configs.map(({ hash, body }) => [hash, body]));
  const numbers = settings.map(({ key }) => Number(key.slice('pair-'.length)));
  const whole = numbers.filter((number) => bodies.get(hashOf(number))?.['text'] === bodyOf(number));
  let byIndex = 0;
  for (const number of whole) {
    const row = await db
      .selectFrom('setting')
      .select('value')
      .where('key', '=', `pair-${number}`)
      .executeTakeFirst();
    if (row?.value === number) byIndex += 1;
  }
  const broken = settings.length - whole.length + (configs.length - whole.length) + (whole.length - byIndex);
  return { pairs: whole.toSorted((a, b) => a - b), broken };
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function main(directory: string): Promise<void> {
  const { db } = await openDatabase({ directory });
  const found = await readPairs(db);
  say(`found ${JSON.stringify(found)}`);
  for (let number = (found.pairs.at(-1) ?? 0) + 1; number < wall; number += 1) {
    await writePair(db, number);
    say(`wrote ${number}`);
  }
}

const [, script, directory] = process.argv;
if (script === import.meta.filename && directory !== undefined) {
  await main(directory).catch((error: unknown) => {
    say(`failed ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
