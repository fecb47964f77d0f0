/** A machine whose image was built longer ago than the site allows. */
import { defineCheck } from '@security-monkey/sdk';
import { z } from 'zod';
import { machine } from '../watcher.ts';

const day = 86_400_000;
const options = z.strictObject({
  days: z.number().int().min(1).max(3_650).default(90).describe('Days after which an image is old'),
});

const press = { serial: 'M1', name: 'press', image: { name: 'anvil-3', built: '2025-12-01T00:00:00Z' } };

export const oldImage = defineCheck({
  id: 'acme.machine.old-image',
  watcher: machine,
  version: 1,
  score: 4,
  category: 'needs-rotation',
  title: 'A machine runs an old image',
  why: 'An old image lacks the corrections that were made since: what is known to be broken in it stays broken.',
  fix: 'Install the machine anew from the current image.',
  links: ['https://inventory.acme.example/docs/images'],
  frameworks: {},
  messages: { old: 'The image {image} was built {age} days ago' },
  options,
  examples: {
    good: [
      { name: 'on its last day', config: press, now: Date.parse('2026-03-01T00:00:00Z') },
      {
        name: 'old by default, but not by the options',
        config: press,
        now: Date.parse('2026-03-02T00:00:00Z'),
        options: { days: 120 },
      },
    ],
    bad: [
      {
        name: 'a day later',
        config: press,
        now: Date.parse('2026-03-02T00:00:00Z'),
        reports: [{ message: 'old', subject: { image: 'anvil-3' } }],
      },
    ],
  },
  run: ({ config: { image }, options: given, now, report, lookAgainAt }) => {
    const { days } = options.parse(given);
    const built = Date.parse(image.built);
    const end = built + (days + 1) * day;
    if (now < end) {
      lookAgainAt(end);
      return;
    }
    report('old', {
      subject: { image: image.name },
      evidence: [{ path: '/image/built', value: image.built }],
      details: { age: Math.floor((now - built) / day) },
    });
  },
});
