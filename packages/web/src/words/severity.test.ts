/** Scores have the same band in the pages as in the server. */
import { expect, it } from 'vitest';
import { severityOf as severityOfServer } from '../../../server/src/query/severity.ts';
import { severityOf } from './severity.ts';

it('gives every score the band that the server gives it', () => {
  const scores = Array.from({ length: 11 }, (_, score) => score);
  expect(scores.map(severityOf)).toEqual(scores.map(severityOfServer));
});
