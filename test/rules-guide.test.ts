/** The guide to rules without code, followed word by word in processes of their own, and what the same commands say of mistakes. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPlace } from '../packages/server/src/cli/testing/processes.ts';
import { stepsOf, wordsOf } from './packed/guides.ts';

const guide = 'rules-without-code.md';
const { run, json, directory } = createPlace();
afterAll(() => rmSync(directory, { recursive: true }));

const variable = '$SECURITY_MONKEY_DATA_DIRECTORY';
const buckets = join(directory, 'checks/buckets.yaml');

/** What the command writes; throws when it does not end well. */
async function perform(line: string): Promise<string> {
  const [npm, verb, script, dashes, ...argv] = wordsOf(line.replace(variable, directory));
  if ([npm, verb, script, dashes].join(' ') === 'npm run monkey --') {
    const { code, out, err } = await run(...argv);
    if (code !== 0 || err !== '') throw new Error(`${line} ends with ${code}: ${err}`);
    return out;
  }
  const { status } = spawnSync('sh', ['-c', line], {
    env: { ...process.env, SECURITY_MONKEY_DATA_DIRECTORY: directory },
  });
  if (status !== 0) throw new Error(`${line} ends with ${status}`);
  return '';
}

it(`${guide} works as it stands`, async () => {
  const outputs: string[] = [];
  for (const step of stepsOf(guide)) {
    if (step.kind === 'file') writeFileSync(join(directory, step.path), step.text);
    else outputs.push(await perform(step.line));
  }
  const [made, tested, listed, testedPorts, listedPorts] = outputs;
  expect([outputs.length, made]).toEqual([5, '']);
  expect(tested).toBe(
    'ok    custom.bucket-name: 1 good and 1 bad examples\n1 rule passed, 0 failed, 0 mistakes in the file.\n',
  );
  expect(listed).toMatch(/^custom\.bucket-name .* checks\/buckets\.yaml$/m);
  expect(testedPorts).toContain('ok    custom.open-port: 2 good and 1 bad examples\n');
  expect(listedPorts).toMatch(/^custom\.open-port .* checks\/ports\.yaml$/m);
  const text = readFileSync(new URL(`../docs/guides/${guide}`, import.meta.url), 'utf8');
  expect(text).toContain('`ok    custom.bucket-name: 1 good and 1 bad examples`');
});

describe('check test', () => {
  const told = async (change: (text: string) => string) => {
    const file = join(directory, 'tried.yaml');
    writeFileSync(file, change(readFileSync(buckets, 'utf8')));
    const { code, out } = await run('check', 'test', file);
    return { code, lines: out.trimEnd().replaceAll(`${directory}/`, '').split('\n') };
  };

  it('ends with 1 when an example comes out otherwise', async () => {
    expect(await told((text) => text.replace('Name: shop-logs', 'Name: shed-logs'))).toEqual({
      code: 1,
      lines: [
        'FAIL  custom.bucket-name',
        '      good example "begins with it": reports name {"name":"shed-logs"} with score 3, which is not expected',
        '0 rules passed, 1 failed, 0 mistakes in the file.',
      ],
    });
  });

  it('ends with 2 and tells the place when the file is wrong', async () => {
    expect(await told((text) => text.replace('aws.s3-bucket', 'aws.s4-bucket'))).toEqual({
      code: 2,
      lines: [
        expect.stringMatching(
          /^tried\.yaml:2:13: no plugin watches aws\.s4-bucket: write one of aws\.account, /,
        ),
        '0 rules passed, 0 failed, 1 mistake in the file.',
      ],
    });
  });

  it('says that there is no such file', async () => {
    expect(await run('check', 'test', 'nowhere.yaml')).toMatchObject({
      code: 1,
      err: expect.stringContaining('The file nowhere.yaml cannot be read: ENOENT.'),
    });
  });
});

it('a wrong rule in the directory is named in one line, and all other checks and rules are there', async () => {
  const before = await json('checks');
  writeFileSync(join(directory, 'checks/wrong.yml'), readFileSync(buckets, 'utf8'));
  writeFileSync(join(directory, 'checks/worse.yml'), 'id: [');
  const { code, out, err } = await run('checks', '--json');
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(before);
  expect(before.map(({ rule }) => rule).filter((rule) => rule !== null)).toEqual([
    'checks/buckets.yaml',
    'checks/ports.yaml',
  ]);
  expect(code).toBe(1);
  const rest = 'Correct it and start again; until then it is left out, and what it found waits.';
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^The rule at checks\/worse\.yml:1:6 is wrong: it is no YAML: .*$/),
    `The rule custom.bucket-name at checks/wrong.yml:1:5 is wrong: the id custom.bucket-name is taken by a rule in checks/buckets.yaml: write another. ${rest}`,
  ]);
});
