/** The frame of signing in: the face, a heading, one form. */
import { Face } from '../../shell/brand.tsx';
import styles from './sign-in.module.css';

type SignInFrameProps = {
  readonly title: string;
  readonly note: React.ReactNode;
  readonly children: React.ReactNode;
};

export function SignInFrame({ title, note, children }: SignInFrameProps) {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <Face size={34} />
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['note']}>{note}</p>
        {children}
      </div>
    </main>
  );
}
