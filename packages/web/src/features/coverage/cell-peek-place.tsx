/** Where the chosen cell is shown: beside the matrix, on small screens as a sheet from below. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useKeys } from '../../stores/keys.ts';
import { CellPeek } from './cell-peek.tsx';
import styles from './coverage-page.module.css';
import type { MatrixCell } from './matrix-rows.ts';

type CellPeekPlaceProps = { readonly shown: MatrixCell | undefined; readonly close: () => void };

export function CellPeekPlace({ shown, close }: CellPeekPlaceProps) {
  const isNarrow = useMediaQuery('(max-width: 1023px)') ?? false;
  const isOpen = shown?.cell !== undefined;
  useKeys([{ keys: ['escape'], does: 'close', run: () => isOpen && close() }]);
  if (shown?.cell === undefined) return null;
  const key = `${shown.cell.accountId} ${shown.technology}`;
  const peek = <CellPeek key={key} cell={shown.cell} shown={shown} close={close} />;
  if (!isNarrow) return <aside className={styles['aside']}>{peek}</aside>;
  return (
    <Drawer.Root opened onClose={close} position="bottom" size="85%" padding={0}>
      <Drawer.Overlay />
      <Drawer.Content aria-label="Cell">
        <Drawer.Body>{peek}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
