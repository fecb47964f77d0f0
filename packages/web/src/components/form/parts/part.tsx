/** A part of a form by its field, of any depth. What did not change is not drawn again. */
import { Button } from '@mantine/core';
import { memo, useCallback } from 'react';
import { WithCommands } from '../../with-commands.tsx';
import { givenOf } from '../draft/draft.ts';
import { type Change, withPart } from '../draft/edit-draft.ts';
import { type PartProps, useForm } from './form-context.ts';
import { isLeaf } from './is-leaf.ts';
import styles from './parts.module.css';
import { BooleanPart, ChoicesPart, JsonPart, NumberPart } from './plain-parts.tsx';
import { RowsPart } from './rows-part.tsx';
import { ShownPart } from './shown-part.tsx';
import { TextPart } from './text-part.tsx';

export const Part = memo(function Part(props: PartProps) {
  const { isReadOnly } = useForm();
  const { draft } = props;
  const { field } = draft;
  if (draft.kind === 'absent' && field.kind === 'json' && field.isUnknown === true) return null;
  if (isReadOnly && (isLeaf(field) || draft.kind === 'absent')) return <ShownPart draft={draft} />;
  switch (field.kind) {
    case 'text':
      return <TextPart {...props} field={field} />;
    case 'number':
      return <NumberPart {...props} field={field} />;
    case 'boolean':
      return <BooleanPart {...props} />;
    case 'choices':
      return <ChoicesPart {...props} field={field} />;
    case 'json':
      return <JsonPart {...props} />;
    case 'list':
    case 'record':
      return <RowsPart {...props} field={field} />;
    case 'object':
      return <ObjectPart {...props} />;
  }
});

/** The parts of an object; all of it can be left out where it need not be given. */
function ObjectPart({ draft, change }: PartProps) {
  const { optionsOf, isReadOnly, problems } = useForm();
  const { isRequired, title } = draft.field;
  if (draft.kind === 'absent')
    return (
      <Button
        className={styles['add'] ?? ''}
        onClick={() =>
          change((before) => (before.kind === 'absent' ? givenOf(before, optionsOf) : before))
        }
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
            change((before) =>
              before.kind === 'object' ? { kind: 'absent', field: before.field } : before,
            )
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
      <NamedPart key={name} name={name} draft={part} change={change} />
    ) : (
      <Section key={name} title={part.field.title} description={part.field.description}>
        <NamedPart name={name} draft={part} change={change} />
      </Section>
    );
  });
}

type SectionProps = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: React.ReactNode;
};

/** A part that has parts, under its name. */
export function Section({ title, description, children }: SectionProps) {
  return (
    <div className={styles['section']} role="group" aria-label={title}>
      <p className={styles['name']}>{title}</p>
      {description !== undefined && (
        <p className="quiet">
          <WithCommands text={description} />
        </p>
      )}
      {children}
    </div>
  );
}

/** A part of an object by its name. */
export const NamedPart = memo(function NamedPart({
  name,
  draft,
  change,
  isInRow = false,
}: PartProps & { readonly name: string }) {
  const { optionsOf } = useForm();
  const changeIt = useCallback(
    (own: Change) => change((whole) => withPart(whole, { name, change: own }, optionsOf)),
    [change, name, optionsOf],
  );
  return <Part draft={draft} change={changeIt} isInRow={isInRow} />;
});
