/** What the server said to what was typed, told at once to those who cannot see it. */
import form from './form.module.css';

export function FormError({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={form['error']} role="alert">
      {text}
    </p>
  );
}
