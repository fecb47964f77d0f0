/** What the board gets, and what is made of its refusal. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AlertEvent } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { acmeBoard } from './board.ts';

const events: readonly AlertEvent[] = [
  { key: 'issue.opened:1', kind: 'issue.opened', at: '2026-01-01T00:00:00.000Z', payload: { score: 8 } },
];

async function posting(
  status: number,
): Promise<{ readonly got: readonly string[]; readonly sent: Promise<void> }> {
  const got: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      got.push(`${request.method} ${request.headers['content-type']} ${body}`);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const options = acmeBoard.options.parse({ url: `http://127.0.0.1:${port}/board` });
  const sent = acmeBoard.send({ events, options, signal: new AbortController().signal });
  await sent.catch(() => undefined);
  server.closeAllConnections();
  server.close();
  return { got, sent };
}

it('gets the events with their keys as JSON', async () => {
  const { got, sent } = await posting(204);
  await sent;
  expect(got).toEqual([`POST application/json ${JSON.stringify({ events })}`]);
});

it('is asked again when it refuses', async () => {
  const { sent } = await posting(503);
  await expect(sent).rejects.toThrow('The board answered 503.');
});
