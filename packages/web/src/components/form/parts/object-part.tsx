/** The parts of an object; all of it can be left out where it need not be given. */
import { Button } from '@mantine/core';
import { givenOf } from '../draft/draft.ts';
import { type PartProps, useForm } from './form-context.ts';
import { isLeaf } from './is-leaf.ts';
import { NamedPart } from './named-part.tsx';
import styles from './parts.module.css';
import { Section } from './section.tsx';

export function ObjectPart({ draft, change }: PartProps) {
  const { optionsOf, isReadOnly, problems } = useForm();
  const { isRequired, title } = draft.field;
  if (draft.kind === 'absent')
    return (
      <Button
        className={styles['add'] ?? ''}
        onClick={() => change((before) => (before.kind === 'absent' ? givenOf(before, optionsOf) : before))}
      >
        Set {title.toLowerCase()}
      </Button>
    );
  if (draft.kind !== 'object') return null;
  return (
    <>
      {problems.has(draft) && <p className={styles['problem']}>{problems.get(draft)}</p>}
      <Sections draft={draft} change={change} />
      {!isRequired && !isReadOnly && (
        <Button
          className={styles['add'] ?? ''}
          onClick={() =>
            change((before) => (before.kind === 'object' ? { kind: 'absent', field: before.field } : before))
          }
        >
          Leave out {title.toLowerCase()}
        </Button>
      )}
    </>
  );
}

function Sections({ draft, change }: PartProps) {
  if (draft.kind !== 'object') return null;
  return draft.field.parts.map(({ name }) => {
    const part = draft.parts[name];
    if (part === undefined) return null;
    return isLeaf(part.field) ? (
      <div key={name} className={styles['single']}>
        <NamedPart name={name} draft={part} change={change} />
      </div>
    ) : (
      <Section key={name} title={part.field.title} description={part.field.description}>
        <NamedPart name={name} draft={part} change={change} />
      </Section>
    );
  });
}
