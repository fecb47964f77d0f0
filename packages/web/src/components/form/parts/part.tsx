/** A part of a form by its field, of any depth. What did not change is not drawn again. */
import { memo } from 'react';
import { type PartProps, useForm } from './form-context.ts';
import { isLeaf } from './is-leaf.ts';
import { ObjectPart } from './object-part.tsx';
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
