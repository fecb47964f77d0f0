/** The least-privilege role that such an account needs, ready to be copied. */
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountType } from '../../api/accounts.ts';
import { Failed } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { roleQuery } from './account-queries.ts';
import styles from './accounts.module.css';

const formats = [
  { value: 'cloudformation', label: 'CloudFormation' },
  { value: 'gcloud', label: 'gcloud' },
  { value: 'terraform', label: 'Terraform' },
  { value: 'json', label: 'JSON' },
] as const;

type Format = (typeof formats)[number]['value'];

export function RolePanel({ type }: { readonly type: AccountType }) {
  const possible = formats.filter(({ value }) => type.roleFormats.includes(value));
  const [chosen, setChosen] = useState<Format>();
  // Another type may not have the form that was chosen.
  const format = (possible.find(({ value }) => value === chosen) ?? possible[0])?.value;
  if (format === undefined || type.permissions.length === 0) return null;
  return (
    <Panel title="The role that it needs" note={counted(type.permissions.length, 'permission')}>
      <div className={styles['roleBar']}>
        <SegmentedControl
          size="xs"
          data={possible.map(({ value, label }) => ({ value, label }))}
          value={format}
          onChange={(value) => setChosen(formats.find((one) => one.value === value)?.value)}
        />
      </div>
      <RoleText type={type.id} format={format} />
    </Panel>
  );
}

function RoleText({ type, format }: { readonly type: string; readonly format: Format }) {
  const { data, error } = useQuery(roleQuery(type, format));
  if (error !== null) return <Failed error={error} what="The role" />;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(data ?? '');
    confirm({ text: 'Copied.' });
  };
  return (
    <>
      <pre className={styles['role']} tabIndex={0} aria-label="The role">
        {data}
      </pre>
      <div className={styles['roleBar']}>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
    </>
  );
}
