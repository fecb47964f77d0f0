/** A text in which what is typed stands between backticks: shown as code. */
import { commandParts } from '../words/command-parts.ts';

export function WithCommands({ text }: { readonly text: string }) {
  return commandParts(text).map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>));
}
