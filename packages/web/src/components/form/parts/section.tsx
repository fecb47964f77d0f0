/** A part that has parts, under its name. */
import { WithCommands } from '../../with-commands.tsx';
import styles from './parts.module.css';

type SectionProps = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: React.ReactNode;
};

export function Section({ title, description, children }: SectionProps) {
  return (
    <div className={styles['section']} role="group" aria-label={title}>
      <p className={styles['name']}>{title}</p>
      {description !== undefined && (
        <p className="quiet">
          <WithCommands text={description} />
        </p>
      )}
      {children}
    </div>
  );
}
