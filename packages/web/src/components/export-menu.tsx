/** Whole lists, as they are narrowed on the page, as files for a spreadsheet or for a machine. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Fragment } from 'react';
import { addressOfFile, type ListFile } from '../api/list-file.ts';

/** What it is of; needed where a page has more than one list. */
type NamedList = ListFile & { readonly title?: string };

const formats = [
  { format: 'csv', label: 'CSV, for spreadsheets' },
  { format: 'jsonl', label: 'JSON, a row a line' },
] as const;

type ExportMenuProps = {
  readonly lists: readonly NamedList[];
  /** Where there is little room: the picture alone. */
  readonly isNarrow?: boolean;
};

export function ExportMenu({ lists, isNarrow = false }: ExportMenuProps) {
  const icon = <IconDownload size={16} stroke={1.6} aria-hidden />;
  return (
    <Menu>
      <Menu.Target>
        {isNarrow ? (
          <ActionIcon aria-label="Export" title="Export">
            {icon}
          </ActionIcon>
        ) : (
          <Button leftSection={icon}>Export</Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {lists.map(({ title, ...list }) => (
          <Fragment key={list.list}>
            {title !== undefined && <Menu.Label>{title}</Menu.Label>}
            {formats.map(({ format, label }) => (
              <Menu.Item
                key={format}
                component="a"
                href={addressOfFile(list, format)}
                aria-label={title && `${title}: ${label}`}
              >
                {label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
