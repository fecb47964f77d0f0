/** Listeners by their transport protocols. */
import { expect, test } from 'vitest';
import { protocolsOfListener } from './listener-protocol.ts';

test.each([
  ['HTTPS', [6]],
  ['tls', [6]],
  ['UDP', [17]],
  ['TCP_UDP', [6, 17]],
  ['GENEVE', []],
  ['CARRIER_PIGEON', undefined],
])('a listener of %s', (written, protocols) => {
  expect(protocolsOfListener(written)).toEqual(protocols);
});
