/** The network interfaces of a region, read once a run for every technology that needs them. */
import type { JsonObject, WatchContext } from '@security-monkey/sdk';
import { ec2Pages } from './pages.ts';

export const describeNetworkInterfaces = 'ec2:DescribeNetworkInterfaces';

/** Each page is loaded by whoever comes to it first; one that failed has failed for all. */
export function networkInterfacePages(
  context: Pick<WatchContext, 'send' | 'shared'>,
): AsyncIterable<readonly JsonObject[]> {
  return ec2Pages({
    operation: describeNetworkInterfaces,
    member: 'NetworkInterfaces',
    call: (input) =>
      context.shared(`${describeNetworkInterfaces} ${input.NextToken ?? 'from the start'}`, () =>
        context.send(describeNetworkInterfaces, input),
      ),
  });
}
