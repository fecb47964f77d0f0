/** The one-time link that was just made: shown once, to be handed over. */
import { Button } from '@mantine/core';
import { CopyChip } from '../../components/copy-chip.tsx';
import form from '../../components/form/form.module.css';
import { Panel } from '../../components/panel.tsx';
import { plainText } from '../../words/plain-text.ts';
import type { Invited } from './people-queries.ts';

type LinkNoteProps = { readonly invited: Invited; readonly close: () => void };

export function LinkNote({ invited: { person, link }, close }: LinkNoteProps) {
  return (
    <Panel
      title={`One-time link for ${plainText(person.name)}`}
      actions={<Button onClick={close}>Done</Button>}
    >
      <div className={form['form']} role="status">
        <p>Hand it over in private. It works once, for three days, and is not shown again.</p>
        <p>
          <CopyChip text={`${window.location.origin}${link}`} what="link" longest={72} />
        </p>
      </div>
    </Panel>
  );
}
