/** The product's face and name. */
import styles from './brand.module.css';

export function Face({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className={styles['face']} width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <circle cx="5" cy="15" r="4.5" fill="currentColor" />
      <circle cx="27" cy="15" r="4.5" fill="currentColor" />
      <circle cx="16" cy="16" r="11" fill="currentColor" />
      <path
        className={styles['mask']}
        d="M16 12.2c1.1-2 3-2.7 4.8-2.2 2.4.7 3.3 3.1 2.5 5.4-.3.8-.4 1.4-.2 2.2.9 4.4-3 7.4-7.1 7.400s-8-3-7.1-7.400c.2-.8.1-1.4-.2-2.2-.8-2.3.1-4.7 2.5-5.4 1.8-.5 3.7.2 4.8 2.200z"
      />
      <circle cx="12.3" cy="14.2" r="1.5" fill="currentColor" />
      <circle cx="19.7" cy="14.2" r="1.5" fill="currentColor" />
      <path d="M12 19.5h8a4 3.2 0 0 1-8 0z" fill="currentColor" />
    </svg>
  );
}

export function Brand() {
  return (
    <span className={styles['brand']}>
      <Face />
      <span className={styles['name']}>Security Monkey</span>
    </span>
  );
}
