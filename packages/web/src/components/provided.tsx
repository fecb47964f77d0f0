/** A text that comes from a provider: isolated, never markup, with what hides itself made visible. */
import { cutMiddle, plainText } from '../words/plain-text.ts';

type ProvidedProps = {
  readonly text: string;
  /** Cut in the middle beyond so many characters; whole in the title. */
  readonly longest?: number;
  readonly mono?: boolean;
};

export function Provided({ text, longest, mono = false }: ProvidedProps) {
  const plain = plainText(text);
  const shown = longest === undefined ? plain : cutMiddle(plain, longest);
  return (
    <bdi className={mono ? 'mono' : undefined} title={shown === plain ? undefined : plain}>
      {shown}
    </bdi>
  );
}
