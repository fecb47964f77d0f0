/** Settings as a file that `security-monkey settings import` takes. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Setting } from './settings-queries.ts';

type ExportSettingsProps = {
  readonly settings: readonly Setting[];
  /** Of the file, without its ending. */
  readonly name: string;
};

export function ExportSettings({ settings, name }: ExportSettingsProps) {
  return (
    <Button
      variant="subtle"
      leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
      onClick={() => download(`${name}.json`, fileOf(settings))}
    >
      {settings.length === 1 ? 'Export' : 'Export all'}
    </Button>
  );
}

function fileOf(settings: readonly Setting[]): string {
  const byKey = Object.fromEntries(settings.map(({ key, value }) => [key, value]));
  return `${JSON.stringify(byKey, null, 2)}\n`;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
