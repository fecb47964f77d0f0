/** The bare JSON, for copying. */
import { Button } from '@mantine/core';
import { confirm } from '../../stores/toasts.ts';
import { plainText } from '../../words/plain-text.ts';
import styles from './config-view.module.css';

type RawViewProps = { readonly value: unknown; readonly name: string };

export function RawView({ value, name }: RawViewProps) {
  const text = JSON.stringify(value, null, 2);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    confirm({ text: 'Copied.' });
  };
  return (
    <>
      <div className={styles['tools']}>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
      <pre className={styles['raw']} tabIndex={0} aria-label={`JSON of ${plainText(name)}`}>
        {plainText(text)}
      </pre>
    </>
  );
}
