/** The keys of Cloud KMS: one for each service, in a ring for each region. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import type { Binding } from '../world/allow-policy.ts';
import { accountMail, serviceLabels, services } from '../world/organisation.ts';

/** Its name is the last part of the one that Google gives it. */
export type Key = Resource & {
  readonly created: string;
  /** Days between its rotations; undefined where nobody has decided. */
  readonly rotatesEvery: number | undefined;
  readonly bindings: readonly Binding[];
};

/** The ring of every region. */
export const ring = 'shop';

export function keysOf(dice: Dice): readonly Key[] {
  return services.map((service) => {
    const { project, name, region } = service;
    return {
      account: project.number,
      region,
      name,
      tags: serviceLabels(service),
      created: isoOf(Date.UTC(2024, 1 + dice.below(`key month ${project.number} ${name}`, 10), 11, 14)),
      rotatesEvery: project.stage === 'staging' ? undefined : 90,
      bindings: [
        {
          role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
          members: [`serviceAccount:${accountMail(project.number, name)}`],
        },
      ],
    };
  });
}

/** As Google names it. */
export function keyName({ account, region, name }: Pick<Key, 'account' | 'region' | 'name'>): string {
  return `projects/${account}/locations/${region}/keyRings/${ring}/cryptoKeys/${name}`;
}
