/** One of the things that can be chosen: what it is called, and beneath it what else it is known by. */
import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import styles from './parts.module.css';

export function ChoiceLine({ choice }: { readonly choice: ComboboxItem & { readonly note?: string } }) {
  return (
    <span className={styles['choice']}>
      <span>{choice.label}</span>
      {choice.note !== undefined && <span className="quiet">{choice.note}</span>}
    </span>
  );
}

/** Finds by every word that is typed, in the label, the note or the value, in any case. */
export const matching: OptionsFilter = ({ options, search, limit }) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return options
    .filter((option) => {
      const text = Object.values(option).join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, limit);
};
