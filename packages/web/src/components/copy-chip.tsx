/** A long name in a frame, cut in the middle; a click copies it whole. */
import { Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { cutMiddle, plainText } from '../words/plain-text.ts';
import styles from './chip.module.css';

type CopyChipProps = { readonly text: string; readonly what: string; readonly longest?: number };

export function CopyChip({ text, what, longest = 48 }: CopyChipProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <Tooltip label={isCopied ? 'Copied' : plainText(text)} multiline maw={560}>
      <button type="button" className={styles['chip']} onClick={() => void copy()}>
        <span className="visually-hidden">
          Copy the {what}: {plainText(text)}
        </span>
        <bdi className="mono" aria-hidden>
          {cutMiddle(plainText(text), longest)}
        </bdi>
        <Icon size={13} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
  );
}
