/** Going to the state of a moment: the address says which. */
import { Button, Popover, TextInput } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../stores/keys.ts';
import styles from './as-of.module.css';

export function AsOfButton({ firstSeen }: { readonly firstSeen: string }) {
  const navigate = useNavigate({ from: '/items/$id' });
  const [isOpen, setOpen] = useState(false);
  const [moment, setMoment] = useState('');
  useKeys([{ keys: ['t'], does: 'as of a date', run: () => setOpen(true) }]);
  const go = (): void => {
    if (moment === '') return;
    setOpen(false);
    void navigate({ search: { asOf: new Date(moment).toISOString() } });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          leftSection={<IconCalendarTime size={16} stroke={1.6} />}
          onClick={() => setOpen(!isOpen)}
          rightSection={<KeyHint>T</KeyHint>}
        >
          As of now
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            go();
          }}
        >
          <TextInput
            type="datetime-local"
            label="State as of"
            value={moment}
            min={localMinute(firstSeen)}
            onChange={(event) => setMoment(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" variant="filled" disabled={moment === ''}>
            Show
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** As the field of the browser wants it: local, to the minute. */
function localMinute(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
