/** Each hour one machine gets a new release, which a label tells: the machines of the services take turns. */
import { type Moment, minute } from '../../time/moment.ts';
import { lastDeployment } from '../../world/deployments.ts';
import type { Instance } from '../technologies/instance.ts';

/** The technology of which something changes each hour. */
export const releasedTechnology = 'gcp.compute-instance';

export const hour = 60 * minute;

export function released(instances: readonly Instance[], moment: Moment): readonly Instance[] {
  const ofServices = instances.filter(({ tags }) => tags['service'] !== undefined);
  const count = ofServices.length;
  return instances.map((one) => {
    const place = ofServices.indexOf(one);
    if (place === -1) return one;
    const at = lastDeployment(moment, { place, count, every: hour });
    return { ...one, tags: { ...one.tags, release: nameOf(at) } };
  });
}

/** Such as `r20261127-14`: labels take no colon. */
function nameOf(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `r${date.replaceAll('-', '')}-${time.slice(0, 2)}`;
}
