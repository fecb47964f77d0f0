/** The whole list that a search finds, as a file for a spreadsheet or for a machine. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

type ExportMenuProps = {
  readonly of: 'items' | 'issues';
  readonly query: string;
  /** The moment that is looked at; now unless given. */
  readonly asOf?: string | undefined;
};

const formats = [
  { format: 'csv', label: 'CSV, for spreadsheets' },
  { format: 'jsonl', label: 'JSON, a row a line' },
] as const;

export function ExportMenu({ of, query, asOf }: ExportMenuProps) {
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}>Export</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(({ format, label }) => (
          <Menu.Item key={format} component="a" href={exportAddress({ of, query, asOf }, format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** "/api/v1/issues/export?query=…&format=csv" */
export function exportAddress({ of, query, asOf }: ExportMenuProps, format: string): string {
  const parameters = new URLSearchParams({ query, format, ...(asOf !== undefined && { asOf }) });
  return `/api/v1/${of}/export?${parameters.toString()}`;
}
