/** A part that has parts, under its name. */
import { WithCommands } from '../../with-commands.tsx';
import styles from './parts.module.css';

type SectionProps = {
  readonly title: string;
  readonly description?: string | undefined;
  /** Its name is heard only: what stands in it tells what it is. */
  readonly isNameless?: boolean;
  readonly children: React.ReactNode;
};

export function Section({ title, description, isNameless = false, children }: SectionProps) {
  return (
    <div className={styles['section']} role="group" aria-label={title}>
      {!isNameless && <h3 className={styles['name']}>{title}</h3>}
      {description !== undefined && (
        <p className="quiet">
          <WithCommands text={description} />
        </p>
      )}
      {children}
    </div>
  );
}
