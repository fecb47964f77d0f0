import { defineWatcher } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { widgetWatcher } from '../testing/fake-watchers.ts';
import { testDigestKey } from '../testing/test-runtime.ts';
import { createRecorder } from './recorder.ts';
import { safeText } from './safe-text.ts';
import { glance, sight } from './sighting.ts';

const key = testDigestKey('k1');
const place = { partition: 'fake', account: 'a1', region: 'north' };

/** Its declared path has a name that gives nothing away. */
const watcher = defineWatcher({
  ...widgetWatcher,
  id: 'fake.note',
  secret: ['/Greeting/*/Line'],
  config: widgetWatcher.config,
});
const recorder = createRecorder(watcher, place, key);

describe('sight', () => {
  it('replaces what the watcher declares secret, however harmless it looks, and leaves the rest', () => {
    const config = {
      Name: 'w',
      CreatedAt: 't',
      Size: 1,
      Members: [],
      Greeting: [{ Line: 'good morning', Place: 'hall' }],
    };
    const sighting = sight(recorder, glance(recorder, { config }));
    expect(sighting).toMatchObject({
      config: { Name: 'w', Greeting: [{ Line: key.digest('good morning'), Place: 'hall' }] },
    });
    expect(JSON.stringify(sighting)).not.toContain('good morning');
  });

  it('replaces secrets in what the provider says about a part', () => {
    const password = 'hunter2-and-more';
    const sighting = sight(
      recorder,
      glance(recorder, {
        config: { Name: 'w', CreatedAt: 't', Size: 1, Members: [] },
        unreadable: [
          { path: '/Policy', class: 'access_denied', message: `refused for password=${password}` },
        ],
      }),
    );
    expect(JSON.stringify(sighting)).not.toContain(password);
  });
});

describe('safeText', () => {
  it.each([
    ['a secret', 'token=AKIAIOSFODNN7EXAMPLE refused', 'AKIAIOSFODNN7EXAMPLE'],
    ['a line end', 'first\nsecond', '\n'],
    ['a NUL', 'a\0b', '\0'],
  ])('leaves %s out', (_, text, unwanted) => {
    expect(safeText(text, key)).not.toContain(unwanted);
  });

  it('cuts a long text', () => {
    expect(safeText('word '.repeat(500), key)).toHaveLength(500);
  });
});
