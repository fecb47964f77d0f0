/** The virtual machines: one of each service. */
import { isoOf } from '../../time/moment.ts';
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import {
  accountMail,
  type GoogleService,
  prefixOf,
  serviceLabels,
  services,
  zoneOf,
} from '../world/organisation.ts';
import { mainNetwork } from './network.ts';

export type Instance = Resource & {
  readonly id: string;
  readonly created: string;
  readonly zone: string;
  readonly size: string;
  readonly network: string;
  readonly subnetwork: string;
  readonly address: string;
  /** The address by which it is reached from outside. */
  readonly outside: string | undefined;
  /** Network tags. */
  readonly targets: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  /** The mail address of the service account that it acts as, and how far it goes. */
  readonly actsAs: string;
  readonly scope: string;
  /** Name of the key that its disk is encrypted with; Google's own where there is none. */
  readonly diskKey: string | undefined;
  readonly isShielded: boolean;
};

const scopes = 'https://www.googleapis.com/auth';
/** Everything that the roles of the service account allow. */
export const fullScope = `${scopes}/cloud-platform`;

export function instancesOf(dice: Dice): readonly Instance[] {
  return services.map((service) => instanceOf(service, dice));
}

function instanceOf(service: GoogleService, dice: Dice): Instance {
  const { project, region } = service;
  const name = machineName(service);
  const isProduction = project.stage === 'prod';
  return {
    account: project.number,
    region,
    name,
    tags: serviceLabels(service),
    id: dice.digits(`instance ${project.number} ${name}`, 19),
    created: isoOf(Date.UTC(2024, 1 + dice.below(`launch ${name}`, 10), 2, 7, 15)),
    zone: zoneOf(service),
    size: isProduction ? 'n2d-standard-2' : 'e2-small',
    network: mainNetwork,
    subnetwork: `${mainNetwork}-${region}`,
    address: `10.20.${dice.below(`net ${name}`, 8)}.${10 + dice.below(`host ${name}`, 200)}`,
    outside: undefined,
    targets: [service.name, 'shell'],
    metadata: { 'enable-oslogin': 'TRUE', 'block-project-ssh-keys': 'TRUE' },
    actsAs: accountMail(project.number, service.name),
    scope: fullScope,
    diskKey: isProduction ? service.name : undefined,
    isShielded: true,
  };
}

/** Such as `prod-wallet-1`. */
export function machineName(service: GoogleService): string {
  return `${prefixOf(service)}-1`;
}
