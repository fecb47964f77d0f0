/** The two steps of a port that is opened to everybody and closed again. */
import { onSecurityGroup, type Which } from '../world/change.ts';
import type { Step } from './story.ts';

type Deed = readonly [at: number, actor: string, tells: string];

type OpenPort = {
  readonly which: Which;
  readonly port: number;
  readonly opened: Deed;
  readonly closed: Deed;
};

const note = 'temporary';

export function openPort({ which, port, opened, closed }: OpenPort): readonly Step[] {
  const rule = { protocol: 'tcp', from: port, to: port, networks: ['0.0.0.0/0'], note };
  return [
    {
      ...deed(opened),
      operation: 'ec2:AuthorizeSecurityGroupIngress',
      change: onSecurityGroup(which, (group) => ({ ...group, ingress: [...group.ingress, rule] })),
    },
    {
      ...deed(closed),
      operation: 'ec2:RevokeSecurityGroupIngress',
      change: onSecurityGroup(which, (group) => ({
        ...group,
        ingress: group.ingress.filter((one) => one.note !== note),
      })),
    },
  ];
}

function deed([at, actor, tells]: Deed) {
  return { at, actor, tells };
}
