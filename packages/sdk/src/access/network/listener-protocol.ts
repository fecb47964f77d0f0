/** The transport protocols that a load balancer's listener takes. */
import { type Protocol, tcp, udp } from './protocol.ts';

const transports: ReadonlyMap<string, readonly Protocol[]> = new Map<string, readonly Protocol[]>([
  ['HTTP', [tcp]],
  ['HTTPS', [tcp]],
  ['TCP', [tcp]],
  ['SSL', [tcp]],
  ['TLS', [tcp]],
  ['UDP', [udp]],
  ['QUIC', [udp]],
  ['TCP_UDP', [tcp, udp]],
  ['TCP_QUIC', [tcp, udp]],
]);

/**
 * The protocols of a listener's `Protocol`, one `Forward` each; undefined for one that is not known. `GENEVE` carries what a
 * gateway load balancer diverts, and lets no new connection in.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html
 */
export function protocolsOfListener(written: string): readonly Protocol[] | undefined {
  const name = written.toUpperCase();
  return name === 'GENEVE' ? [] : transports.get(name);
}
