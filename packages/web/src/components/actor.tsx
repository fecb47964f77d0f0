/** Who made a change, or that this was not collected. */
import { IconCloud, IconRobot, IconTerminal2, IconUser, IconUserQuestion } from '@tabler/icons-react';
import { objectOf } from '../words/json.ts';
import styles from './actor.module.css';
import { Provided } from './provided.tsx';

const icons = { person: IconUser, automation: IconRobot, tool: IconTerminal2, provider: IconCloud };

/** What the API knows of an actor; whatever is missing is left out. */
export function Actor({ actor }: { readonly actor: unknown }) {
  const name = objectOf(actor)['name'] ?? objectOf(actor)['id'];
  if (typeof name !== 'string')
    return (
      <span className={styles['unknown']}>
        <IconUserQuestion size={13} stroke={1.6} aria-hidden />
        actor not collected
      </span>
    );
  const Icon = icons[kindOf(objectOf(actor)['kind'])];
  return (
    <span className={styles['actor']}>
      <Icon size={13} stroke={1.6} aria-hidden />
      <Provided text={name} longest={40} />
    </span>
  );
}

function kindOf(kind: unknown): keyof typeof icons {
  return kind === 'automation' || kind === 'tool' || kind === 'provider' ? kind : 'person';
}
