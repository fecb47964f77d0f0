/** The item's name and what it is; going back in time, looking again. */

import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Chip } from '../../components/chip.tsx';
import { CopyChip } from '../../components/copy-chip.tsx';
import { Moment } from '../../components/moment.tsx';
import { Provided } from '../../components/provided.tsx';
import { quoted, term } from '../../components/query/query-text.ts';
import { plainText } from '../../words/plain-text.ts';
import { AsOfButton } from './as-of-button.tsx';
import styles from './item-head.module.css';
import type { Item, PastItem } from './item-queries.ts';
import { RescanButton } from './rescan-button.tsx';

export function ItemHead({ item }: { readonly item: Item }) {
  return (
    <div className={styles['head']}>
      <div className={styles['line']}>
        <p className={styles['name']}>
          <Provided text={item.name} />
        </p>
        <div className={styles['actions']}>
          {item.consoleUrl !== null && <ConsoleLink url={item.consoleUrl} account={item.account} />}
          <AsOfButton firstSeen={item.firstSeen} />
          {item.status !== 'deleted' && <RescanButton item={item} />}
        </div>
      </div>
      <div className={styles['chips']}>
        <ItemChips item={item} />
        <span className={styles['facts']}>
          first seen <Moment at={item.firstSeen} form="day" />
          {typeof item.coverage?.lastComplete === 'string' && (
            <>
              {' · last looked at '}
              <Moment at={item.coverage.lastComplete} stale={item.coverage.state !== 'complete'} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}

type ConsoleLinkProps = { readonly url: string; readonly account: string };

/** The provider shows what the browser is signed in to: it says which account that has to be. */
function ConsoleLink({ url, account }: ConsoleLinkProps) {
  return (
    <Button
      component="a"
      href={url}
      target="_blank"
      rel="noreferrer"
      title={`Opens the provider's console. Be signed in there to ${plainText(account)}.`}
      rightSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
    >
      Console
    </Button>
  );
}

const mostTags = 6;

export function ItemChips({ item }: { readonly item: Item | PastItem }) {
  const tags = Object.entries(item.tags ?? {});
  return (
    <>
      <Chip text={item.account} query={term('account', item.account)} />
      <Chip text={item.region} query={term('region', item.region)} />
      <Chip text={item.technology} mono query={term('technology', item.technology)} />
      {item.providerName !== item.name && <CopyChip text={item.providerName} what="full name" />}
      {tags.slice(0, mostTags).map(([key, value]) => (
        <Chip key={key} prefix={key} text={value} query={`tag:${quoted(key)}=${quoted(value)}`} />
      ))}
      {tags.length > mostTags && <span className="quiet">{tags.length - mostTags} more tags</span>}
    </>
  );
}
