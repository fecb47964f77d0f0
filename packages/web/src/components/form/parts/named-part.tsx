/** A part of an object by its name. */
import { memo, useCallback } from 'react';
import { type Change, withPart } from '../draft/edit-draft.ts';
import { type PartProps, useForm } from './form-context.ts';

export const NamedPart = memo(function NamedPart({
  name,
  draft,
  change,
  isInRow = false,
}: PartProps & { readonly name: string }) {
  const { optionsOf, Part } = useForm();
  const changeIt = useCallback(
    (own: Change) => change((whole) => withPart(whole, { name, change: own }, optionsOf)),
    [change, name, optionsOf],
  );
  return <Part draft={draft} change={changeIt} isInRow={isInRow} />;
});
