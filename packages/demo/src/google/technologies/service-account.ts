/** The service accounts of the projects: what each service runs as, the one of the scanner, and the one that Google makes. */
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import type { Binding } from '../world/allow-policy.ts';
import { accountMail, defaultAccountOf, projects, services } from '../world/organisation.ts';

/** A key that somebody made and carries with him. */
export type AccountKey = { readonly id: string; readonly created: string };

/** Its name is its mail address. */
export type ServiceAccount = Resource & {
  /** Google's number for it. */
  readonly id: string;
  readonly displayName: string;
  readonly keys: readonly AccountKey[];
  readonly bindings: readonly Binding[];
};

export function serviceAccountsOf(dice: Dice): readonly ServiceAccount[] {
  const named = (account: string, name: string, displayName: string): ServiceAccount => ({
    account,
    region: 'global',
    name,
    tags: {},
    id: `1${dice.digits(`service account ${name}`, 20)}`,
    displayName,
    keys: [],
    bindings: [],
  });
  return [
    ...services.map(({ project, name }) =>
      named(project.number, accountMail(project.number, name), `What ${name} runs as`),
    ),
    ...projects.flatMap((project) => [
      named(
        project.number,
        accountMail(project.number, 'security-monkey'),
        'By which Security Monkey looks at this project',
      ),
      named(project.number, defaultAccountOf(project), 'Compute Engine default service account'),
    ]),
  ];
}
